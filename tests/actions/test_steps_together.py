"""Many steps that fall due in the same second are taken together, and one that cannot be taken hinders no other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event, func, select, update

from benchmarks import open_cases, town
from bot.actions import escalate
from bot.delivery.what_to_say import WhatToSay
from bot.settings import Settings
from bot.world import World, load_world
from storage import case_log, escalations, outbox
from storage.database import Database
from storage.tables import Escalation, OutboxRow, Report

CASES = 30


async def night_of_many(database: Database, now: datetime) -> tuple[World, list[int]]:
    """The towns and their groups, and open cases that are all due now."""
    async with database.transaction() as tx:
        await town.settle(tx)
    async with database.transaction() as tx:
        settings = Settings(_env_file=None, messages_per_minute_in_group=10_000)  # type: ignore[call-arg]
        world = await load_world(tx, settings)
    await open_cases.fill(database, world, CASES, now, mix=("P0", "P1", "P2"))
    async with database.transaction() as tx:
        climbing = Escalation.stopped_at.is_(None)
        await tx.session.execute(update(Escalation).where(climbing).values(next_step_at=now))
        return world, sorted(await tx.session.scalars(select(Escalation.report_id).where(climbing)))


async def called_again(database: Database) -> set[int]:
    async with database.transaction() as tx:
        rows = await tx.session.scalars(select(OutboxRow.subject).where(OutboxRow.key == "case-again"))
        return {int(str(subject).removeprefix("report:")) for subject in rows}


async def test_thirty_steps_of_one_second_take_some_forty_statements_and_their_words_some_twenty(database):
    now = datetime.now(UTC)
    world, cases = await night_of_many(database, now)
    seen: list[str] = []
    event.listen(
        database.engine.sync_engine, "before_cursor_execute", lambda _c, _cursor, said, *_: seen.append(said)
    )  # fmt: skip

    await escalate.advance_due(database, world, now)
    steps, seen[:] = len(seen), []
    async with database.transaction() as tx:
        rows = await outbox.claim(tx, 100, now, now, timedelta(minutes=1), "here")
        letters, settled = await WhatToSay(ZoneInfo("Asia/Shanghai"), timedelta(minutes=1)).word(tx, rows, now)

    assert await called_again(database) == set(cases)
    assert (len(letters), settled) == (2 * CASES, [])
    assert all("无人接报" in letter.worded.text for letter in letters)
    assert steps < 2 * CASES  # it was thirty a step
    assert len(seen) < CASES  # it was sixteen a case
    async with database.transaction() as tx:
        assert (await case_log.verify(tx))[1] is None
        assert len(await case_log.lines(tx, f"report:{cases[0]}")) == 1
        waits = select(func.count()).where(Escalation.next_step_at <= now, Escalation.stopped_at.is_(None))
        assert await tx.session.scalar(waits) == 0

    await escalate.advance_due(database, world, now)
    async with database.transaction() as tx:
        assert len(await outbox.rows_about(tx, f"report:{cases[0]}", "case-again")) == 2  # nobody is called twice


async def test_what_cannot_be_read_or_fails_half_way_hinders_no_other_and_neither_does_a_case_that_is_held(database):
    now = datetime.now(UTC)
    world, cases = await night_of_many(database, now)
    unreadable, failing, held, odd = cases[3], cases[10], cases[17], cases[21]
    async with database.transaction() as tx:
        row = await tx.session.get_one(Escalation, failing)
        repeat = {"wait": 60, "whom": ["town_duty", "person:nobody"], "silent": False}
        row.ladder = {**row.ladder, "repeat": repeat}
        (await tx.session.get_one(Escalation, unreadable)).ladder = {}
        (await tx.session.get_one(Report, odd)).answers = []  # type: ignore[assignment]

    if database.dialect == "postgresql":
        async with database.transaction() as tx:  # somebody taps on it in this moment
            await tx.session.scalar(select(Report).where(Report.id == held).with_for_update())
            async with database.transaction() as other:
                free = await escalations.due_and_free(other, cases, now)
                assert {report.id for report, _ in free} == set(cases) - {held}
    with pytest.raises(ExceptionGroup) as faults:
        await escalate.advance_due(database, world, now)

    assert len(faults.value.exceptions) == 2
    assert await called_again(database) == set(cases) - {unreadable, failing}
    async with database.transaction() as tx:
        row = await tx.session.get_one(Escalation, failing)
        assert row.next_step_at == now  # nothing of it was written
        assert await case_log.lines(tx, f"report:{failing}") == []
        rows = await outbox.claim(tx, 100, now, now, timedelta(minutes=1), "here")
        letters, settled = await WhatToSay(ZoneInfo("Asia/Shanghai"), timedelta(minutes=1)).word(tx, rows, now)
    assert {(letter.row.subject) for letter in letters} == {
        f"report:{case}" for case in set(cases) - {unreadable, failing, odd}
    }
    assert {outcome.reason for outcome in settled} == {"not_worded"}
