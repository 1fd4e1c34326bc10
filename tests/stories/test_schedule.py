"""Notices at a time and again and again: set in plain words, sent by the calendar, missed, held, taken over."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from practice.phone import Phone, until_true
from storage import people
from storage.tables import Broadcast, Post, ScheduledNotice
from tests.stories.crowd import a_crowd, officers, villages_of
from tests.stories.nights import ADMIN_ID, TOWN, Night

PATROL = "汛期巡查提醒"


async def until(night: Night, hour: str, days: int = 0) -> None:
    """The practice clock stands a few seconds after this hour, today or so many days later; never goes back."""
    assert night.app is not None
    zone = night.app.world.settings.zone
    now = night.app.clock.now().astimezone(zone)
    goal = datetime.combine(
        now.date() + timedelta(days=days), datetime.fromisoformat(f"2026-01-01T{hour}").time(), zone
    )
    if goal <= now:
        goal += timedelta(days=1)
    await night.forward(seconds=(goal - now).total_seconds() + 5)


async def notice(night: Night, number: int = 1) -> ScheduledNotice:
    async with night.database.transaction() as tx:
        row = await tx.session.get(ScheduledNotice, number, populate_existing=True)
        assert row is not None
        return row


async def sent(night: Night) -> int:
    async with night.database.transaction() as tx:
        return len(list(await tx.session.scalars(select(Broadcast.id))))


async def begins(phone: Phone, text: str) -> None:
    await phone.sends("/broadcast")
    await phone.sees("发到哪里")
    await phone.sends("派潭镇")
    await phone.sees("已选")
    await phone.taps("完成")
    await phone.sees("请写通知内容")
    await phone.sends(text)
    await phone.sees("预览", "定时发", "重复发")


async def test_a_notice_goes_out_by_the_calendar_for_days_and_stops_when_its_author_may_not(database_url):
    async with a_crowd(database_url, broadcast_chase_minutes=60) as night:
        crew = await officers(night, await villages_of(night, TOWN, 2))
        li = night.phones["李区"]
        await until(night, "12:00")
        # every day, with the hour in words; a wrong hour is asked again
        await begins(li, "查排水口")
        await li.taps("重复发")
        await li.sees("多久发一次")
        await li.taps("每天")
        await li.sees("几点发")
        await li.sends("天亮的时候")
        await li.sees("没看懂")
        await li.sends("早上七点半")
        await li.sees("全年都发")
        await li.sends("1月1日到12月31日")
        old = await li.sees("每天 07:30", "1月1日–12月31日", "接下来", "定下")
        await li.taps("换成重复")
        await li.sees("多久发一次")
        stale = await li.taps_data("sn:0:set::1", None, old)
        assert "过时" in stale["text"]
        await li.taps("每天")
        await li.sees("几点发")
        await li.taps("07:30")
        await li.sees("全年都发")
        await li.taps("全年")
        await li.sees("每天 07:30", "定下")
        await li.taps("定下")
        await li.sees("已定下")
        await li.sees("定时通知 #1", "每天 07:30", "李区", "接下来")
        # the morning comes: sent once, counted on its own card; the silent are listed after an hour
        await until(night, "07:30")
        for phone in crew:
            await phone.sees("通知", "查排水口")
        await li.sees("已收 0/2")
        await crew[0].taps("收到")
        await li.sees("已收 1/2", within=12)
        await night.forward(minutes=62)
        await li.sees("还有人没回", "信息员2")
        # down until noon: nothing is sent, and it is said. The setting names another zone: its wall clock counts
        await night.settled()
        await night.stop()
        await night.world.forward_clock(timedelta(days=1, hours=4).total_seconds())
        night.settings["timezone"] = "Asia/Tokyo"
        await night.start()
        await li.sees("定时通知 #1", "1 次没有发", within=15)
        assert await sent(night) == 1

        async def reckoned_anew() -> bool:
            return (await notice(night)).zone == "Asia/Tokyo"

        await until_true(reckoned_anew, within=15)
        moved = await notice(night)
        coming = moved.next_at.astimezone(night.app.world.settings.zone)
        assert (coming.hour, coming.minute) == (7, 30)
        await night.settled()
        await li.forgets()
        await opens(li)
        await li.taps("#1")
        await li.sees("定时通知 #1", "没有发：当时机器人停着")
        await li.taps("现在发一次")
        await li.sees("现在就发给")
        await li.taps("发布")
        await li.sees("已发布")
        for phone in crew:
            await phone.sees("查排水口")
        # paused: a morning without it; other words; on again
        await li.forgets()
        await opens(li)
        await li.taps("#1")
        await li.sees("定时通知 #1", "已收 0/2")
        await li.taps("暂停")
        await li.sees("已暂停", "李区 操作")
        await until(night, "07:30")
        assert await sent(night) == 2
        await opens(li)
        await li.taps("#1")
        await li.sees("已暂停")
        await li.taps("改文字")
        await li.sees("以后发什么")
        await li.sends("查山边")
        await li.sees("定时通知 #1", "查山边")
        await li.taps("恢复")
        await li.sees("接下来", "查山边")
        # the author loses the post overnight: nothing goes out, the administrator hears, somebody takes it over
        async with night.database.transaction() as tx:
            row = await people.by_telegram(tx, li.id)
            await tx.session.execute(update(Post).where(Post.person_id == row.id).values(until=night.app.clock.now()))
        await li.forgets()
        await until(night, "07:30")
        await night.admin.sees("定时通知 #1 停着没发", "李区")
        await li.sees("没有发", "由我接着发")
        assert await sent(night) == 2
        forged = await li.taps_data("sn:1:take::0", None, (await li.view())["messages"][-1]["message_id"])
        assert "没有权限" in forged["text"]
        await night.admin.taps("查看")
        await night.admin.sees("停着", "查山边")
        await night.admin.taps("由我接着发")
        await night.admin.sees("▶️", "接下来")
        for phone in crew:
            await phone.forgets()
        await until(night, "07:30")
        await crew[0].sees("通知", "查山边")
        await night.admin.sees("已收 0/2")


async def opens(phone: Phone) -> None:
    await phone.sends("/broadcast")
    await phone.sees("发到哪里", "定时通知")
    await phone.taps("定时通知")
    await phone.sees("下一次最近的在前")


async def test_once_at_a_time_in_words_and_ready_notices_that_wait_to_be_turned_on(database_url):
    async with a_crowd(database_url) as night:
        crew = await officers(night, await villages_of(night, TOWN, 2))
        chen, group = night.phones["陈值班"], night.town
        await until(night, "12:00")
        li = night.phones["李区"]
        await begins(li, "明天开会")
        await li.taps("定时发")
        await li.sees("什么时候发")
        await li.sends("昨天早上八点")
        await li.sees("已经过了")
        await li.sends("明天")
        await li.sees("几点发")
        await li.sends("9点")
        await li.sees("09:00", "一次", "定下")
        await li.taps("定下")
        await li.sees("已定下")
        await li.sees("定时通知 #1", "一次")
        await until(night, "09:00")
        await crew[0].sees("通知", "明天开会")
        await li.sees("已收 0/2")
        await night.settled()
        assert (await notice(night)).state == "ended"
        # a ready one in the town's group: off until somebody sets it
        await chen.sends("/broadcast", chat=group)
        await chen.sees("发到哪里", chat=group)
        await chen.taps("现成通知", chat=group)
        await chen.sees("哪一条都不会自己发", chat=group)
        await chen.taps(PATROL, chat=group)
        await chen.sees("每天 07:30（4月15日–10月15日）", "派潭镇", chat=group)
        await chen.taps("定下", chat=group)
        await chen.sees("已定下", chat=group)
        await chen.sees("定时通知 #2", "4月15日", chat=group)
        # the weekly zero report switches the real one on
        await chen.sends("/broadcast", chat=group)
        await chen.sees("发到哪里", chat=group)
        await chen.taps("现成通知", chat=group)
        await chen.sees("哪一条都不会自己发", chat=group)
        await chen.taps("每周零报告", chat=group)
        await chen.sees("每周五 15:00", "开启一天的零报告", chat=group)
        await chen.taps("地区", chat=group)
        await chen.sees("发到哪里", chat=group)
        await chen.taps("完成", chat=group)
        await chen.sees("每周五 15:00", "派潭镇", chat=group)
        await chen.taps("定下", chat=group)
        await chen.sees("定时通知 #3", chat=group)
        row = await notice(night, 3)
        span: Any = row.next_at - night.app.clock.now()
        await night.forward(seconds=span.total_seconds() + 5)
        await chen.sees("零报告", chat=group)
        await night.settled()
        assert (await notice(night, 3)).last_outcome == "switched"
        # words of a drill begin and end with the mark; whoever may not is told so
        await li.forgets()
        await begins(li, "【演练】明早八点在村委会集合【演练】")
        await li.taps("发布")
        await li.sees("已发布")
        copy = await crew[0].sees("【演练】", "明早八点")
        assert (copy.text[:4], copy.text[-4:]) == ("【演练】", "【演练】")
        zhang = night.phones["张帮手"]
        card = (await zhang.view(group))["messages"][-1]["message_id"]
        for forged in ("sn:0:list::0", "sn:2:stop_sure::0", "sn:0:templates::0", "sn:2:take::0"):
            assert "没有权限" in (await zhang.taps_data(forged, group, card))["text"]
        assert "没有这条" in (await chen.taps_data("sn:77:show::0", group, card))["text"]
        assert night.admin.id == ADMIN_ID
