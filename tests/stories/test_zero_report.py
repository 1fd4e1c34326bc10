"""零报告: on in three taps, asked once a day, answered with one; at the hour those missing are called by name."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from storage.tables import OutboxRow, ZeroAnswer, ZeroRound
from tests.stories.nights import BOT
from tests.stories.town import Town

ZONE = ZoneInfo("Asia/Shanghai")
# 双头村, 汉湖村, 派潭村; 何志强 and 李秀英 have 高滩村.
FORGED = (
    "z:on:440118:0800-3", "z:on:440118104:0800-3", "z:off:440118105:99", "z:none:440118105230:1", "z:x::",
    "z:on:440118105:9900-3", "z:on:440118105:0800-x", "z:none::-1", "z:on:44:0800-3",
)  # fmt: skip
VILLAGES = ("440118105200", "440118105201", "440118105203")


async def until(town: Town, hour: str, days: int = 0) -> None:
    """The clock is moved to the next time it is `hour` (and so many days on), and what is due has gone out."""
    assert town.night.app is not None
    now = town.night.app.clock.now().astimezone(ZONE)
    goal = datetime.combine(now.date(), time.fromisoformat(hour), ZONE)
    goal += timedelta(days=days + (goal <= now))
    await town.forward(seconds=(goal - now).total_seconds() + 1)
    await town.settled()


async def rows(town: Town, key: str) -> int:
    async with town.night.database.transaction() as tx:
        what = select(func.count()).where(OutboxRow.key == key, OutboxRow.edits.is_(None))
        return int(await tx.session.scalar(what) or 0)


async def how(town: Town) -> dict[str, str]:
    async with town.night.database.transaction() as tx:
        return {row.village: row.how for row in await tx.session.scalars(select(ZeroAnswer).order_by(ZeroAnswer.id))}


async def test_silence_is_no_report(town: Town) -> None:
    night, chen, zhou, he, li = town.night, town.chen, town.zhou, town.he, town.li
    wu = await night.enrolled("吴大海", "officer", VILLAGES[0], "A", phone="+8613800000011")
    luo = await night.enrolled("罗桂芳", "officer", VILLAGES[1], "A", phone="+8613800000012")
    fang = await night.enrolled("方文", "officer", VILLAGES[2], "A", phone="+8613800000013")

    for officer in (wu, luo, fang):
        await officer.start(BOT)
        await officer.sees("应急信息员")

    # switched on: an officer may not; two taps in the duty group; who taps an older screen is shown what is on
    await he.sends("/zero")
    refusal = await he.sees("只有值班员")
    assert "没有权限" in (await he.taps_data("z:on:440118105:0800-3", None, refusal))["text"]
    await until(town, "03:00")
    await chen.sends("/zero", chat=town.town)
    screen = await chen.sees("派潭镇", "现在没有开", "08:00", chat=town.town)
    await chen.taps("12:00", chat=town.town)
    await chen.sees("12:00", "前报一次", chat=town.town)
    await chen.taps("08:00", chat=town.town)
    await chen.taps("开 3 天", chat=town.town)
    await chen.sees("零报告已开", "派潭镇", "08:00", "陈建国", chat=town.town)
    await chen.taps_data("z:on:440118105:0800-3", town.town, screen)
    await chen.sees("已经开着", "停止零报告", chat=town.town)
    for forged in FORGED:
        assert (await chen.taps_data(forged, town.town, screen))["text"]
    async with night.database.transaction() as tx:
        assert await tx.session.scalar(select(func.count(ZeroRound.id))) == 1
    await town.forgets()

    # before it is asked, words count already; a report filed today counts, and is not asked for
    await wu.sends("早晨，双头村今日未发现异常，一切正常")
    await wu.sees("零报告已记", "无新增", "吴大海")
    await wu.sends("【零报告】今日无异常。")
    await wu.sees("已经报过了", "吴大海")
    await town.reports_emergency(luo)
    await chen.sees("P0", chat=town.town)
    await zhou.sees("P0", chat=town.district)
    await chen.taps("接报", chat=town.town)
    await luo.sees("已接报")
    await town.forgets()
    await until(town, "06:58")
    assert await rows(town, "zero-ask") == 0
    await until(town, "07:00")
    asked = [
        await officer.sees("零报告", "今天有没有新情况", "08:00", "无新增", "有情况，我要报")
        for officer in (he, li, fang)
    ]
    assert await rows(town, "zero-ask") == 3

    # one tap; the other post hears that it is done; a second bot asks nobody twice
    assert "已记" in (await he.taps("无新增"))["text"]
    await he.sees("零报告已记", "高滩村", "何志强")
    await night.restart()
    await li.taps("无新增")
    await li.sees("已经报过了", "何志强")
    await town.forward(minutes=10)
    await town.settled()
    assert await rows(town, "zero-ask") == 3

    # at the hour: who is missing, with number; villages without an officer apart; once, whatever happens to the bot
    await night.stop()
    await night.world.forward_clock(50 * 60)
    await night.start()
    card = await chen.sees("零报告 派潭镇", "已报 3/", "无新增 2，有报告 1", "还没报 1", "方文", "+8613800000013",
                           "没有信息员的", chat=town.town, within=15)  # fmt: skip
    assert "何志强" not in card.text
    await town.settled()
    await night.restart()
    await town.forward(minutes=1)
    await town.settled()
    assert await rows(town, "zero-list") == 1

    # a late one, by way of 有情况: the list follows by itself
    await fang.taps("有情况，我要报")
    await fang.sees("发生了什么")
    await fang.sends("/cancel")
    await fang.sees("已取消，没有上报")
    await town.reports_emergency(fang, harm="无")
    await chen.sees("滑坡", "无人接报", chat=town.town)
    await chen.taps("接报", chat=town.town)
    await fang.sees("已接报")
    await town.forgets()
    await town.forward(minutes=6)
    await town.settled()
    await town.forward(seconds=7)
    late = await chen.sees("零报告 派潭镇", "已报 4/", "到点以后报来", chat=town.town)
    assert late.message_id == card.message_id
    assert "还没报" not in late.text
    assert set((await how(town)).values()) == {"words", "tap", "report"}
    await town.forgets()

    # the next day anew; yesterday's button is of yesterday; the district switches on its own, nobody is asked twice
    await zhou.sends("/zero 正果镇 晚上六点半 5天")
    await zhou.sees("正果镇", "18:30", "开 5 天")
    await zhou.sends("/zero")
    await zhou.sees("哪个范围")
    await zhou.taps("全区")
    await zhou.sees("增城区", "现在没有开")
    await zhou.taps("开 1 天")
    await zhou.sees("零报告已开", "增城区", chat=town.district)
    await zhou.sees("零报告已开")
    await town.forgets()
    await until(town, "07:00")
    for officer in (he, li, wu, luo, fang):
        await officer.sees("零报告", "今天有没有新情况")
    assert await rows(town, "zero-ask") == 3 + 5
    assert "前些天" in (await he.taps_data("z:none:440118105230:1", None, asked[0]))["text"]
    await he.taps("无新增")
    await he.sees("零报告已记")
    await until(town, "08:00")
    whole = await zhou.sees("零报告 增城区", "已报 1/", "派潭镇 3", "没有信息员的", chat=town.district)
    assert "+8613800000013" not in whole.text
    await chen.waits_for(2, chat=town.town)
    await town.forgets()

    # stopped: nobody is asked, an open message says so, /zero shows it off again
    await chen.sends("/zero", chat=town.town)
    await chen.sees("开着", "停止零报告", chat=town.town)
    await chen.taps("停止零报告", chat=town.town)
    await chen.sees("零报告已停", "陈建国", chat=town.town)
    await town.forgets()
    await until(town, "07:00")
    for officer in (he, li, wu, luo, fang):
        await officer.sees_nothing_new()
    assert await rows(town, "zero-ask") == 8
    assert await rows(town, "zero-list") == 1 + 1 + 2
