"""kill -9 at every step of an escalation, at chosen places: inside of its transaction, and on the wire.

One case climbs its whole ladder: report, second call, leader, repeat, 接报, a lapse, a change of shift, its acceptance.
At each rung the bot is killed twice. First in the middle of its transaction: the case log is held, so that everything
has been written and nothing committed. Then while the messages are on the wire: some have not arrived (`lost`), others
have, and the bot dies before it hears so (`doubled`). What comes of it is counted: nothing is lost, and nobody is woken
twice but by the copies of unsure fate, which carry the case's number.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from sqlalchemy import func, select, text
from sqlalchemy.engine import make_url

from practice.phone import until_true
from storage import case_log, people, reports
from storage.tables import Handover, InboxRow, OutboxRow, Report, ShiftOverride, StepHook
from tests.stories.nights import CITY, TOWN, VILLAGE, Night, a_night
from tests.stories.test_kill import Process, settled, the_report

pytestmark = pytest.mark.slow


async def cast(night: Night) -> None:
    await night.world.limits(enabled=False)
    await night.enrolled("何志强", "officer", VILLAGE, "A", phone="+8613800000001")
    chen = await night.enrolled("陈值班", "duty", TOWN)
    await night.enrolled("刘接班", "duty", TOWN)
    li = await night.enrolled("李区", "duty", CITY)
    await night.enrolled("王带班", "leader", TOWN)
    await night.duty_group("派潭镇值班群", TOWN, [chen])
    await night.duty_group("增城区值班群", CITY, [li])


@dataclass
class Ladder:
    """A case on its way up. `doubled` counts the copies of unsure fate, by chat."""

    night: Night
    process: Process
    doubled: Counter[int] = field(default_factory=Counter)

    async def rung(
        self, act: Callable[[], Awaitable[Any]], lost: tuple[int, ...] = (), *doubled: int, inside: bool = True
    ) -> None:
        """Killed in the transaction that `act` begins (`inside`); killed with these messages on the wire, by chat."""
        if inside:
            async with held(self.night):
                await act()
                await stands_in_line(self.night)
                await self.process.kill()
        for kind, chats in (("hang", lost), ("hang_after", doubled)):
            for chat, times in Counter(chats).items():
                await self.night.world.break_next("sendMessage", times, kind, chat_id=chat)
        self.doubled.update(doubled)
        await (self.process.start() if inside else act())
        await until_true(lambda: self._nothing_else_moves(Counter(lost + doubled)), within=20)
        await self.process.kill()
        await self.process.start()
        await settled(self.night)

    async def _nothing_else_moves(self, on_the_wire: Counter[int]) -> bool:
        """Each message of this rung is where it shall be, and all others are written down as sent."""
        if (await self.night.world.call("GET", "/faults"))["faults"]:
            return False
        async with self.night.database.transaction() as tx:
            moving = select(OutboxRow.chat_id).where(OutboxRow.state.in_(("ready", "sending")))
            chats = Counter(await tx.session.scalars(moving.where(OutboxRow.edits.is_(None))))
            edits = set(await tx.session.scalars(moving.where(OutboxRow.edits.is_not(None))))
            waits = await tx.session.scalar(select(func.count()).where(InboxRow.state == "ready"))
            unsent = select(func.count()).select_from(StepHook).where(StepHook.state != "sent")
            posting = int(await tx.session.scalar(unsent) or 0)
        posts = (await self.night.world.call("GET", "/hook"))["posts"]
        posted = posting == (1 if len(posts) == 1 else 0)  # the very first gets no answer
        return chats == on_the_wire and edits <= on_the_wire.keys() and posted and not waits


@contextlib.asynccontextmanager
async def held(night: Night) -> AsyncIterator[None]:
    """Whoever writes a line of the case log waits: PostgreSQL at that line, SQLite at its first word."""
    url = make_url(night.database_url)
    if url.get_backend_name() == "sqlite":
        with contextlib.closing(sqlite3.connect(str(url.database), isolation_level=None, timeout=10)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield
            connection.execute("ROLLBACK")
        return
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    async with await psycopg.AsyncConnection.connect(plain) as connection:
        await connection.execute("SELECT * FROM case_log_head FOR UPDATE")
        yield
        await connection.rollback()


async def stands_in_line(night: Night) -> None:
    """Until the bot waits for what is held. SQLite does not tell; there nothing of the transaction can have begun."""
    if make_url(night.database_url).get_backend_name() == "sqlite":
        return

    async def waits() -> bool:
        async with night.database.transaction() as tx:
            return bool(await tx.session.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")))

    await until_true(waits, within=20)


async def at_the_desk(night: Night, shifts: dict[str, tuple[int, int]]) -> None:
    """Who sits at the town's desk, from and until so many minutes from now."""
    assert night.app is not None
    async with night.database.transaction() as tx:
        now = night.app.clock.now()
        for name, (begins, ends) in shifts.items():
            person = await people.by_telegram(tx, night.phones[name].id)
            assert person is not None
            tx.session.add(ShiftOverride(
                area=TOWN, seat="main", starts_at=now + timedelta(minutes=begins),
                ends_at=now + timedelta(minutes=ends), person_id=person.id, made_at=now,
            ))  # fmt: skip


async def test_killed_at_every_step_of_an_escalation_nothing_is_lost_and_every_second_copy_is_accounted_for(
    database_url: str,
) -> None:
    async with a_night(database_url, cast) as night:
        names = ("何志强", "陈值班", "刘接班", "李区", "王带班")
        officer, chen, liu, li, leader = (night.phones[name] for name in names)
        town, city = night.groups["派潭镇值班群"], night.groups["增城区值班群"]
        await at_the_desk(night, {"陈值班": (-60, 40), "刘接班": (40, 2000)})
        await night.forward(seconds=5)
        await night.settled()
        await night.stop()
        hook = f"{night.base_url}/practice/hook?hang=1"
        quiet = {name: night.settings[name.lower()] for name in ("DEADLINES_TABLE", "CHECKLISTS_TABLE")}
        settings = {
            "ACKNOWLEDGEMENT_LAPSES": "true", "STEP_HOOK_URL": hook, "STEP_HOOK_SECRET": "a secret", "LEASE": "60",
            "MESSAGES_PER_MINUTE_IN_GROUP": "1000", "MESSAGES_PER_SECOND_IN_CHAT": "100",
        }  # fmt: skip
        process = Process(night, **settings, **quiet)
        await process.start()
        ladder = Ladder(night, process)

        async def later(minutes: int) -> None:
            await night.forward(minutes=minutes, seconds=1)

        try:
            await officer.sends("紧急上报")
            await officer.sees("发生了什么", within=20)
            await officer.taps("滑坡", wait=0.2)
            await officer.sees("受伤或被困", within=20)
            await night.world.clear_calls()
            before = await sent_to(night)
            await ladder.rung(lambda: officer.taps("有", wait=0.2), (town.id,), city.id, chen.id)
            card = await chen.sees("P0", "无人接报", chat=town)
            await ladder.rung(lambda: later(3), (city.id, chen.id), town.id)
            await ladder.rung(lambda: later(3), (), leader.id, inside=False)
            await ladder.rung(lambda: later(5), (leader.id, city.id), town.id, chen.id, inside=False)
            report = await the_report(night)
            await ladder.rung(lambda: chen.taps_data(f"c:{report}:ack", town, card, wait=0.2), (), officer.id)
            await officer.sees("已接报", "陈值班")
            await ladder.rung(lambda: later(20), (town.id, town.id, leader.id), city.id, city.id, chen.id, chen.id)
            await chen.sees("20 分钟没有进展", chat=town)
            # 08:30, so to speak: the shift ends in the middle of it, and the next officer takes over
            await li.taps_data(f"c:{report}:ack", city, await li.sees("P0", chat=city), wait=0.2)
            await until_true(lambda: is_taken(night, report), within=20)
            await settled(night)
            await ladder.rung(lambda: later(9), (liu.id, town.id), liu.id, chen.id, town.id)
            note = await liu.sees("交接班", "P0")
            (handover,) = await handovers(night)
            await ladder.rung(lambda: liu.taps_data(f"y:{handover.id}:take:0", None, note, wait=0.2), (), chen.id)
            await chen.sees("您可以休息了")
        finally:
            await process.kill()
        await everything_is_accounted_for(night, ladder, report, before)


async def everything_is_accounted_for(night: Night, ladder: Ladder, report: int, before: Counter[int]) -> None:
    """Every step, message and post once in the records; on the wire once, and once more for each copy in doubt."""
    assert ladder.process.kills >= 14
    async with night.database.transaction() as tx:
        verbs = Counter(line.verb for line, _ in await case_log.lines(tx, f"report:{report}"))
        desk = Counter(line.verb for line, _ in await case_log.lines(tx, f"roster:{TOWN}"))
        assert (await case_log.verify(tx))[1] is None
        states = Counter(await tx.session.scalars(select(OutboxRow.state).where(OutboxRow.edits.is_(None))))
        hooks = list(await tx.session.scalars(select(StepHook).order_by(StepHook.id)))
        assert await tx.session.scalar(select(func.count()).select_from(Report)) == 1
    assert (verbs["reported"], verbs["step"], verbs["acknowledged"], verbs["lapsed"]) == (1, 5, 2, 1)
    assert (desk["on_duty"], desk["handover_begun"], desk["handover_accepted"]) == (2, 1, 1)
    assert set(states) == {"sent"}, states

    calls = await night.world.calls("sendMessage")
    arrived = Counter(int(call["params"]["chat_id"]) for call in calls if call["ok"])
    written = await sent_to(night) - before
    officer = night.phones["何志强"].id  # who is answered directly besides
    told = {chat: number for chat, number in written.items() if chat != officer}
    assert {chat: arrived[chat] for chat in told} == {chat: told[chat] + ladder.doubled[chat] for chat in told}

    posts = Counter(post["body"]["id"] for post in (await night.world.call("GET", "/hook"))["posts"])
    assert [row.state for row in hooks] == ["sent"] * 5
    assert sorted(posts.values()) == [1, 1, 1, 1, 2]  # the first was on the wire when the bot died


async def sent_to(night: Night) -> Counter[int]:
    """How many messages are written down as sent, by chat."""
    async with night.database.transaction() as tx:
        rows = select(OutboxRow.chat_id).where(OutboxRow.state == "sent", OutboxRow.edits.is_(None))
        return Counter(await tx.session.scalars(rows))


async def is_taken(night: Night, report: int) -> bool:
    async with night.database.transaction() as tx:
        row = await reports.get(tx, report)
        return row is not None and row.state == "acknowledged"


async def handovers(night: Night) -> list[Handover]:
    async with night.database.transaction() as tx:
        return list(await tx.session.scalars(select(Handover).order_by(Handover.id)))
