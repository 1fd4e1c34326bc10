"""A night across midnight, and in the setting of another zone: due times stay where they are, texts follow the setting.

Its leader sleeps through everything, and its town's group is deleted in the middle of a climb.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from storage import escalations, reports
from storage.tables import Escalation
from tests.stories.nights import Night
from tests.stories.test_escalation import emergency, paitan

TOKYO = ZoneInfo("Asia/Tokyo")


def local(night: Night) -> datetime:
    return night.app.clock.now().astimezone(night.app.settings.zone)


async def until(night: Night, at: time) -> None:
    now = local(night)
    goal = datetime.combine(now.date(), at, now.tzinfo)
    await night.forward(seconds=((goal if goal > now else goal + timedelta(days=1)) - now).total_seconds())


async def climb(night: Night, report_id: int) -> Escalation:
    async with night.database.transaction() as tx:
        return await escalations.of_report(tx, report_id)


async def test_a_climb_goes_on_across_midnight_a_deleted_group_and_a_change_of_the_zone_setting(database_url):
    async with paitan(database_url) as night:
        town, city, leader = night.phones["陈值班"], night.phones["李区"], night.phones["王带班"]
        await until(night, time(23, 58, 30))
        evening = local(night).date()
        first = await emergency(night)
        assert first.endswith(f"{evening:%y%m%d}-01")
        for phone, group in ((town, night.town), (city, night.city)):
            await phone.sees(first, "P0", "无人接报", chat=group)

        # midnight: the steps come in their time, and a case of the new day begins to count anew
        await night.forward(minutes=3, seconds=1)
        assert local(night).date() == evening + timedelta(days=1)
        for phone, group in ((town, night.town), (city, night.city)):
            await phone.sees("3 分钟无人接报", first, chat=group)
        second = await emergency(night, "内涝积水", "不清楚")
        assert second.endswith(f"{local(night):%y%m%d}-01")
        await town.sees(second, "P1", chat=night.town)

        # the leader is called, and sleeps; the town's group is deleted: the climb does not wait for either
        await night.forward(minutes=3)
        asleep = await leader.sees(first, "P0")
        deleted = "Forbidden: the group chat was deleted"
        await night.world.break_next("sendMessage", 1000, "403", chat_id=night.town.id, description=deleted)
        await night.forward(minutes=5)
        await night.admin.sees("派潭镇值班群", "联系不上")
        await city.sees("无人接报", first, chat=night.city)
        await leader.sees("无人接报", first)
        await city.sees(second, "P1", chat=night.city)  # the other case of the town is pulled forward, too
        await night.settled()

        # another zone is set: nothing is due at another moment
        before = [await climb(night, number) for number in (1, 2)]
        await night.stop()
        night.settings["timezone"] = "Asia/Tokyo"
        await night.start()
        await night.settled()
        after = [await climb(night, number) for number in (1, 2)]
        assert [row.next_step_at for row in after] == [row.next_step_at for row in before]
        for phone in (town, city, leader):
            await phone.forgets()
        wait = before[0].next_step_at - night.app.clock.now()
        await night.forward(seconds=wait.total_seconds() - 20)
        await city.sees_nothing_new(chat=night.city, for_seconds=1.5)
        await night.forward(seconds=21)
        again = await city.sees("无人接报", first, chat=night.city)
        await leader.sees("无人接报", first)

        # what is said from now on is said in the new zone's time, of what happened before, too
        assert "23:58 报" in asleep.text
        await city.taps("接报", chat=night.city, message=again)
        async with night.database.transaction() as tx:
            report = await reports.get(tx, 1)
        sent, taken = (f"{at.astimezone(TOKYO):%H:%M}" for at in (report.sent_at, report.state_at))
        assert sent == "00:58"
        shown = await leader.sees(first, "李区", "接报", f"{sent} 报")
        assert taken in shown.text
        third = await emergency(night, "滑坡")
        assert third.endswith(f"{local(night):%y%m%d}-02")  # the day has come in both zones
