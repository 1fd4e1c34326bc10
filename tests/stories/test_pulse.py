"""A leader's 态势简报 over a night and a day, and the review that is asked for until it is written."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from sqlalchemy import select

from practice.phone import Phone
from storage import case_log
from storage.tables import OutboxRow
from tests.stories.town import Town, a_town


def local_now(town: Town) -> datetime:
    assert town.night.app is not None
    return town.night.app.clock.now().astimezone(town.night.app.world.settings.zone)


async def until(town: Town, hour: str, weekday: int | None = None) -> None:
    """The practice clock stands a few seconds after the next time it is this hour (of this weekday, 0 for Monday)."""
    now = local_now(town)
    goal = datetime.combine(now.date(), time.fromisoformat(hour), now.tzinfo)
    while goal <= now or weekday not in (None, goal.weekday()):
        goal += timedelta(days=1)
    await town.forward(seconds=(goal - now).total_seconds() + 6)


async def pulses(town: Town) -> int:
    async with town.night.database.transaction() as tx:
        return len(list(await tx.session.scalars(select(OutboxRow.id).where(OutboxRow.key == "pulse"))))


async def closes(town: Town, phone: Phone, reason: str) -> None:
    """办结 in the town's group, with a reason."""
    await phone.taps("办结", chat=town.town)
    asked = await phone.sees("为什么办结", "还没有人说明", chat=town.town)
    await phone.sends(reason, chat=town.town, reply_to=asked.message_id)
    await phone.sees("已办结", chat=town.town)


async def test_a_leader_hears_at_set_times_what_changed_and_at_night_only_news(database_url):
    async with a_town(database_url, pulse_times="08:00,20:00") as town:
        wang, chen, he = town.wang, town.chen, town.he
        await until(town, "19:50")
        await town.forgets()
        await town.reports_emergency(he)
        await town.forward(minutes=4)
        await town.settled()
        await until(town, "20:00")
        told = await wang.sees("态势简报", "派潭镇", "有变化 1 件", "新", "滑坡", "还没有人接报", within=10)
        assert "在办 1 件：🔴1" in told.text
        number = (await town.reports())[0].number
        await wang.taps(number, message=told)
        await wang.sees(number, "滑坡", "经过")
        await chen.taps("接报", chat=town.town)
        await town.forgets()
        # two hours later: somebody has taken it. Then nothing new until morning, and nothing is sent
        await town.forward(hours=2, seconds=5)
        await wang.sees("态势简报", "有变", number, within=10)
        await town.forward(hours=2, seconds=5)
        await town.forward(hours=2, seconds=5)
        await town.settled()
        assert await pulses(town) == 2
        # killed over eight o'clock: one word when it is back, and it is calm
        await town.forgets()
        await town.night.stop()
        now = local_now(town)
        eight = datetime.combine(now.date() + timedelta(days=now.hour >= 8), time(8, 1), now.tzinfo)
        await town.night.world.forward_clock((eight - now).total_seconds())
        await town.night.start()
        await wang.sees("态势简报", "平稳", within=15)
        await town.forward(minutes=1)
        await town.settled()
        assert await pulses(town) == 3
        # chosen otherwise: noon instead of eight; others than leaders get none
        await wang.sends("/pulse")
        await wang.sees("08:00、20:00")
        await wang.taps("12:00")
        await wang.sees("08:00、12:00、20:00")
        await wang.taps("08:00")
        await wang.sees("12:00、20:00")
        await chen.sends("/pulse")
        await chen.sees("只发给带班领导")
        await until(town, "12:00")
        calm = await wang.sees("态势简报", "平稳", within=10)
        await wang.taps_data("pu:grade:1:", None, calm)
        await wang.sees("定级", number)
        assert "没有权限" in (await wang.taps_data("pu:alert:77:", None, calm))["text"]
        assert "不能用" in (await wang.taps_data("pu:time:0:9999", None, calm))["text"]
        own = (await chen.view())["messages"][-1]["message_id"]
        assert "只发给带班领导" in (await chen.taps_data("pu:case:1:", None, own))["text"]
        await closes(town, chen, "现场已处置完")
        await town.forgets()
        await until(town, "20:00")
        await wang.sees("态势简报", "办结", number, "没有在办的事件", within=10)


async def closed_case(town: Town) -> str:
    """何志强 reports, 陈建国 takes it and closes it; its number."""
    await town.reports_emergency(town.he)
    await town.chen.sees("P0", chat=town.town)
    await town.chen.taps("接报", chat=town.town)
    await town.chen.sees("✅ 陈建国", chat=town.town)
    await closes(town, town.chen, "已处置完")
    await town.forgets()
    return (await town.reports())[-1].number


async def test_a_review_is_asked_for_until_it_is_written_or_waived_and_its_items_on_their_day(database_url):
    async with a_town(database_url, review_priorities="P0,P1", review_times=2) as town:
        chen, wang, li, he = town.chen, town.wang, town.li, town.he
        await until(town, "21:30", weekday=4)
        await town.forgets()
        number = await closed_case(town)
        # nobody is asked on a weekend
        await until(town, "10:00", weekday=6)
        await town.settled()
        await chen.sees_nothing_new()
        await until(town, "09:30", weekday=0)
        asked = await chen.sees("请写一份短复盘", number, within=10)
        forged = await he.taps_data("rv:1:write:0:0", None, (await he.view())["messages"][-1]["message_id"])
        assert "没有权限" in forged["text"]
        await town.settled()  # it is written down that the invitation is out
        await chen.sends("转移快", reply_to=asked)
        await chen.sees("要改的是什么")
        await chen.sends("取消")
        await chen.sees("先不写")
        # two days later once more, now with the leader; written in one message, by name and day
        await until(town, "09:30", weekday=2)
        asked = await chen.sees("请写一份短复盘", within=10)
        await wang.sees("请写一份短复盘", number)
        await chen.taps("写复盘", message=asked)
        await chen.sees("做得好的是什么")
        due = local_now(town) + timedelta(days=2)
        items = f"李秀英 {due.month}月{due.day}日前 清排水沟\n补沙袋"
        await chen.sends(f"做得好的：转移快，一户没落下\n要改的：对讲机没电\n谁在何时前改：{items}")
        await chen.sees("李秀英", f"{due:%m-%d}", "清排水沟", "没定人", "存下")
        await chen.taps("存下")
        await chen.sees("已存下", number)
        await li.sees("请您改：清排水沟", within=10)
        await chen.sees("已复盘（陈建国", chat=town.town, within=10)
        late = await wang.taps("写复盘")
        assert "已经写好" in late["text"]
        # on the timeline and in the menu of the card; the item is asked about on its day
        await chen.taps("更多处置", chat=town.town)
        await chen.sees("要做什么", "复盘", chat=town.town)
        await chen.taps("复盘", chat=town.town)
        shown = await chen.sees("复盘", "转移快，一户没落下", "对讲机没电", "清排水沟", "收起", chat=town.town)
        assert shown.reply_to_message is not None
        await chen.taps("收起", chat=town.town, message=shown)
        await chen.sees("已收起", chat=town.town)
        await chen.sends(f"/cases {number}")
        await chen.sees(number)
        await until(town, "09:30", weekday=due.weekday())
        told = await li.sees("今天到期：清排水沟", within=10)
        await li.taps("已改好", message=told)
        await li.sees("☑️ 李秀英")
        async with town.night.database.transaction() as tx:
            verbs = [line.verb for line, _ in await case_log.lines(tx, "report:1")]
        assert verbs[-5:] == ["review_asked", "review_asked", "reviewed", "review_item_due", "review_item_done"]
        # another one is waived, with a reason that stays; nothing is asked any more
        await until(town, "12:00")
        await town.forgets()
        number = await closed_case(town)
        await until(town, "09:30", weekday=0)
        await chen.sees("请写一份短复盘", number, within=10)
        await chen.taps("不需要")
        await chen.sees("为什么不需要复盘")
        await chen.sends("误触，没有处置过程")
        await chen.sees("不做复盘", number)
        await town.forgets()
        await until(town, "09:30", weekday=3)
        await town.settled()
        await chen.sees_nothing_new()
        await wang.sees_nothing_new()
