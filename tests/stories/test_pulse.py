"""A leader's 态势简报 over a night and a day, and the review that is asked for until it is written."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from sqlalchemy import select

from practice.phone import Phone
from storage.tables import OutboxRow
from tests.stories.town import Town, a_town


async def until(town: Town, hour: str) -> None:
    """The practice clock stands a few seconds after the next time it is this hour."""
    app = town.night.app
    assert app is not None
    zone = app.world.settings.zone
    now = app.clock.now().astimezone(zone)
    goal = datetime.combine(now.date(), time.fromisoformat(hour), zone)
    goal += timedelta(days=1) if goal <= now else timedelta()
    await town.forward(seconds=(goal - now).total_seconds() + 6)


async def pulses(town: Town) -> int:
    async with town.night.database.transaction() as tx:
        return len(list(await tx.session.scalars(select(OutboxRow.id).where(OutboxRow.key == "pulse"))))


async def closes(town: Town, phone: Phone, reason: str) -> None:
    """办结 in the town's group, with a reason."""
    await phone.taps("办结", chat=town.town)
    asked = await phone.sees("为什么办结", chat=town.town)
    await phone.sends(reason, chat=town.town, reply_to=asked.message_id)


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
        # killed over eight o'clock, twice: one word at eight, and it is calm
        await town.forgets()
        await town.night.stop()
        app = town.night.app
        now = app.clock.now().astimezone(app.world.settings.zone)
        eight = datetime.combine(now.date() + timedelta(days=now.hour >= 8), time(8, 1), now.tzinfo)
        await town.night.world.forward_clock((eight - now).total_seconds())
        await town.night.start()
        await wang.sees("态势简报", "平稳", within=15)
        await town.settled()
        await town.night.restart()
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
        await wang.sees("态势简报", "平稳", within=10)
        await closes(town, chen, "现场已处置完")
        await town.forgets()
        await until(town, "20:00")
        await wang.sees("态势简报", "办结", number, "没有在办的事件", within=10)
