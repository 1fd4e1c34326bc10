"""The chain of a report: follow-up, correction, final, closed, opened again; what changed is told to whoever got it."""

from __future__ import annotations

from storage.reports import versions
from tests.stories.town import Town


async def test_figures_go_up_and_down_and_the_case_is_closed_and_opened_again(town: Town) -> None:
    he, chen, zhou, wang = town.he, town.chen, town.zhou, town.wang
    await he.sends("高滩村后山滑坡，压住一间屋，两人受伤送院，冇人被困")
    await he.sees("已上报，编号")
    card = await chen.sees("滑坡", "受伤 2", chat=town.town)
    await chen.taps("接报", chat=town.town)
    await he.sees("已接报")
    await town.forward(minutes=30)
    await town.forgets()
    # more hurt, by a tap: only what changed is asked
    receipt = await he.sends("/cases")
    await he.sees("派潭-")
    await town.forgets()
    assert receipt
    # a lower figure is a correction, with before and after
    await he.sends("更正：受伤不是两人，是一人")
    await he.sees("更正已记", "受伤 2→1")
    await chen.sees("更正", "受伤 2→1", chat=town.town)
    await town.forgets()
    # the duty room adds what came by telephone
    await chen.sends("续报：医院通知伤者三人，其中重伤一人", chat=town.town, reply_to=card)
    await chen.sees("续报一已记", chat=town.town)
    await chen.sees("续报一", "受伤 1→3", chat=town.town)
    await he.sees("值班员 陈建国 记了续报一", "受伤 1→3")
    await town.forgets()
    await he.sends("终报：现场处置完毕，三名伤者已送医，道路恢复通行")
    await he.sees("终报已记")
    await chen.sees("终报", chat=town.town)
    await town.forgets()
    await chen.taps("办结", chat=town.town, message=card)
    await he.sees("已办结")
    await chen.sees("办结", chat=town.town)
    await town.forgets()
    # a death days later: the closed case is open again, everybody is called
    await town.forward(hours=50)
    await town.forgets()
    await he.sends("滑坡那单，重伤那个今早在医院去世了")
    await he.sees("补报已记", "死亡")
    await chen.sees("补报", "死亡", chat=town.town)
    await zhou.sees("滑坡", "死亡 1", chat=town.district)
    await town.settled()
    [report] = await town.reports()
    assert (report.state, report.answers["dead"]["max"]) == ("open", 1)
    await town.forgets()
    await chen.sends("核报：死亡1人，受伤2人，倒塌房屋1户", chat=town.town, reply_to=card)
    await chen.sees("核报已记", chat=town.town)
    await he.sees("核报")
    await town.forgets()
    # 撤回 asks a person; nothing is deleted
    await he.taps("撤回")
    await he.sees("确定报错了吗")
    await he.taps("是，报错了")
    await he.sees("等值班员核实")
    await chen.sees("报告人说报错了", chat=town.town)
    [report] = await town.reports()
    assert report.state == "open"
    async with town.night.database.transaction() as tx:
        kinds = [version.kind for version in await versions(tx, report.id)]
    assert kinds == ["first", "correction", "followup", "final", "late", "verified"]
    await town.forgets(wang)
    await town.forgets()
