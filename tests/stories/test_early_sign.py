"""苗头 by form and by sentence: referral, 提前介入 and its days, the outcome told back; and when it comes true."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from storage import interventions
from tests.stories.town import Town, a_town


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    async with a_town(database_url) as town:
        yield town
        await town.all_is_well()


async def test_a_dispute_is_taken_before_it_breaks_out(town: Town) -> None:
    """The form; a unit of the table and a typed one; overdue once a day; the outcome closes it. Then the real thing."""
    he, chen, li = town.he, town.chen, town.li
    await he.sends("报苗头")
    asked = await he.sees("是哪一类苗头")
    offered = [button.text for row in asked.reply_markup.inline_keyboard for button in row]
    assert "群体性聚集、上访" in offered
    assert "滑坡" not in offered
    await he.taps("土地、征拆、山林权属纠纷")
    await he.sees("在哪里")
    await he.sends("本村")
    await he.sees("涉及多少人")
    await he.taps("30")
    await he.sees("现在现场有多少人")
    await he.taps("无")
    await he.sees("打算什么时候")
    await he.sends("后天上午九点去镇政府门口拉横幅")
    await he.sees("起因和情况")
    await he.sends("征地补偿谈不拢，村民何大文带头")
    await he.sees("有照片")
    await he.taps("跳过")
    await he.sees("没有错就点", "涉及人数")
    await he.taps("提交")
    await he.sees("编号马上就到")
    await he.sees("已上报，编号", "土地、征拆")
    [report] = await town.reports()
    assert (report.kind, report.answers["present_now"]["max"]) == ("sign", 0)
    card = await chen.sees(
        "苗头", "09:00", "镇政府门口", "拉横幅", "何大文", "分流（征地拆迁）：先由 镇街", "规资分局", chat=town.town
    )
    assert "30" in card.text
    await chen.taps("接报", chat=town.town, message=card)
    await he.sees("已接报")
    await town.forgets()

    # who may not, may not: the officer's forged taps
    await he.sends("/help")
    home = await he.sees("信息员怎么用")
    for act in ("take::", "step_in:", "days:police.3", "names:"):
        refused = await he.taps_data(f"sg:{report.id}:{act}"[:60], None, home)
        assert refused["text"], act
    await town.forgets()
    async with town.night.database.transaction() as tx:
        assert await interventions.newest(tx, report.id) is None

    # to a unit of the table, in three days; nobody takes it, and once a day the group hears so
    await chen.taps("提前介入", chat=town.town, message=card)
    menu = await chen.sees("请谁提前介入", chat=town.town)
    await chen.taps("规资分局", chat=town.town, message=menu)
    await chen.sees("规资分局", "几天内办", chat=town.town)
    await chen.taps("3 天", chat=town.town, message=menu)
    await chen.sees("已请 规资分局 在 3 天内提前介入", chat=town.town)
    await chen.sees("苗头", "提前介入：规资分局", "待接手", chat=town.town)
    await he.sees("已请 规资分局 提前介入")
    await town.forgets()
    await town.forward(days=3, minutes=1)
    nudge = await chen.sees("提前介入已过期限", "还没有人", chat=town.town)
    assert nudge.reply_to_message is not None
    await chen.sees("苗头", "已过期限", chat=town.town)
    await town.forgets()
    await town.forward(hours=5)
    await chen.sees_nothing_new(chat=town.town)
    await town.forward(hours=19)
    await chen.sees("提前介入已过期限 1 天", chat=town.town)
    await town.forgets()

    # passed on to a unit that is typed, taken by somebody who has no Telegram, settled; then closed with its outcome
    await chen.taps("改派或延期", chat=town.town, message=card)
    menu = await chen.sees("请谁提前介入", chat=town.town)
    await chen.taps("其他单位，打字", chat=town.town, message=menu)
    ask = await chen.sees("由哪个单位提前介入", chat=town.town)
    await chen.sends("派潭镇综治办", chat=town.town, reply_to=ask)
    days = await chen.sees("派潭镇综治办", "几天内办", chat=town.town)
    await chen.taps("7 天", chat=town.town, message=days)
    await chen.sees("已请 派潭镇综治办 在 7 天内", chat=town.town)
    await he.sees("已请 派潭镇综治办 提前介入")
    await town.settled()
    await chen.taps("登记接手人", chat=town.town, message=card)
    ask = await chen.sees("由谁接手", chat=town.town)
    await chen.sends("黄主任", chat=town.town, reply_to=ask)
    await chen.sees("已接手，报告人会知道", chat=town.town)
    await he.sees("派潭镇综治办 的 黄主任 已接手")
    await chen.sees("苗头", "黄主任 已接手", chat=town.town)
    await town.settled()
    await chen.taps("填写结果", chat=town.town, message=card)
    ask = await chen.sees("提前介入的结果", chat=town.town)
    await chen.sends("已谈妥补偿，取消集会", chat=town.town, reply_to=ask)
    await chen.sees("结果已记", chat=town.town)
    await he.sees("提前介入有结果了", "已谈妥补偿")
    await chen.sees("苗头", "结果：已谈妥补偿", chat=town.town)
    stale = await chen.taps_data(f"sg:{report.id}:take:", town.town, card)
    assert stale["text"]
    await chen.taps("办结", chat=town.town, message=card)
    await he.sees("已办结")
    await town.settled()
    [report] = await town.reports()
    assert (report.state, report.state_note) == ("closed", "已谈妥补偿，取消集会")
    await town.forgets()

    # a sentence is a sign too; a colleague sees it come true: an incident of its own, linked both ways
    await he.sends("/language")
    await he.sees("Choose a language")
    await he.taps("English")
    await he.sees("English")
    await he.sends("本村十几个工人话老板拖欠工资，商量明早九点去镇政府门口讨薪")
    await he.sees("Reported, number")
    sign = (await town.reports())[-1]
    assert (sign.kind, sign.category) == ("sign", "labor_wage_dispute")
    assert sign.answers["planned"]["at"]
    assert sign.answers["planned_text"]
    await chen.sees("苗头", "计划", "镇政府", "先由 镇街人社", chat=town.town)
    await town.forgets()
    await town.forward(hours=2)
    await town.forgets()
    await li.sends("村委门口聚集了三十多人拉横幅讨薪，堵住路，情绪激动")
    await li.sees("已上报，编号")
    incident = (await town.reports())[-1]
    assert (incident.kind, incident.threat_id) == ("incident", sign.id)
    await chen.sees("事件", f"由苗头 {sign.number} 演变", chat=town.town)
    await chen.sees("苗头", f"已演变为事件 {incident.number}", chat=town.town)
    await town.forgets()

    # by the form as well: an incident of the same kind in the same village is linked to its sign
    await town.begins_emergency(li, "更多", "社会安全", "欠薪等劳资纠纷")
    await li.taps("无")
    await li.sees("已上报，编号")
    assert (await town.reports())[-1].threat_id == sign.id
    await town.forgets()

    # a restricted one: no names for the room, names for those on duty
    await li.sends("报苗头")
    await li.sees("是哪一类苗头")
    await li.taps("轻生、精神障碍患者肇事")
    await li.sees("在哪里")
    await li.sends("本村")
    await li.sees("涉及多少人")
    await li.taps("跳过")
    await li.sees("现在现场有多少人")
    await li.taps("跳过")
    await li.sees("打算什么时候")
    await li.taps("跳过")
    await li.sees("起因和情况")
    await li.sends("村民陈大文最近情绪低落，电话13800001111")
    await li.sees("有照片")
    await li.taps("跳过")
    await li.sees("没有错就点")
    await li.taps("提交")
    await li.sees("编号马上就到")
    await li.sees("已上报，编号")
    private = await chen.sees("苗头", "经过已隐去", "派出所", chat=town.town)
    assert "陈大文" not in private.text
    assert "13800001111" not in private.text
    window = await chen.taps("看原文", chat=town.town, message=private)
    assert "陈大文" in window["text"]
    assert window["show_alert"]
    last = (await town.reports())[-1]
    await chen.sends(f"/cases {last.number}", chat=town.town)
    listed = await chen.sees(last.number, chat=town.town)
    await chen.taps(last.number[-2:], chat=town.town, message=listed)
    await chen.sees("经过已隐去", chat=town.town)
    await chen.taps("经过", chat=town.town, message=listed)
    story = await chen.sees("经过", "上报", chat=town.town)
    assert "陈大文" not in story.text
    await li.sends("/help")
    home = await li.sees("信息员怎么用")
    refused = await li.taps_data(f"sg:{last.id}:names:", None, home)
    assert "陈大文" not in (refused["text"] or "")
    await town.forgets()
