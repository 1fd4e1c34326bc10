"""What the ticks look for every few seconds is found by an index, however many cases are open or closed."""

from __future__ import annotations

import asyncio
import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, func, select, update

from benchmarks import open_cases, town
from bot.actions.auditor import Auditor, missed
from bot.actions.desk_rounds import Behind, go_round
from bot.settings import Settings
from bot.ticks import TICKS_TABLE
from bot.world import load_world
from storage.database import Database
from storage.open_cases import SLICE
from storage.tables import CaseLogLine, Clock, Escalation, FollowUp, Report
from storage.tables.cases import GOING_ON

GROWS = ("reports", "report_versions", "escalations", "clocks", "follow_ups", "outbox", "case_log", "interventions")
# Each holds only what waits to be looked at; the whole of it may be read.
SMALL = ("ix_outbox_unreacted", "ix_outbox_held", "ix_reports_going_on")


@pytest.mark.parametrize("tick", [tick for tick in TICKS_TABLE if tick.seconds < 60], ids=lambda tick: tick.name)
async def test_no_tick_reads_a_table_that_grows_from_end_to_end(tick, migrated_sqlite: Path, tmp_path: Path) -> None:
    shutil.copyfile(migrated_sqlite, tmp_path / "night.sqlite3")
    database = Database(f"sqlite:///{tmp_path}/night.sqlite3")
    seen: list[tuple[str, object]] = []
    try:
        async with database.transaction() as tx:
            world = await load_world(tx, Settings(_env_file=None))  # type: ignore[call-arg]
        event.listen(
            database.engine.sync_engine, "before_cursor_execute",
            lambda _c, _cursor, statement, parameters, *_: seen.append((statement, parameters)),
        )  # fmt: skip
        await tick.action(database, world, datetime.now(UTC))
        looks = [each for each in seen if each[0].lstrip().upper().startswith("SELECT")]
        assert looks, "a tick looks for something"
        async with database.engine.connect() as connection:
            for statement, parameters in looks:
                plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
                for line in [row[3] for row in plan]:
                    scanned = re.match(r"SCAN (\w+)", line)
                    whole = scanned is not None and scanned[1] in GROWS and not any(name in line for name in SMALL)
                    assert not whole, f"{line}\n{statement}"
    finally:
        await database.close()


async def test_among_many_open_cases_the_one_that_stands_still_is_found_and_so_is_what_fell_due_in_days_of_downtime(
    database: Database,
) -> None:
    """Each look takes a slice of the open cases; after a few looks all of them were proved."""
    now = datetime.now(UTC)
    count = 2 * SLICE + 50
    async with database.transaction() as tx:
        await town.settle(tx)
    async with database.transaction() as tx:
        world = await load_world(tx, Settings(_env_file=None))  # type: ignore[call-arg]
    await open_cases.fill(database, world, count, now)
    first, last = count + 2, 2 * count - 3
    async with database.transaction() as tx:
        for each in (first, last):
            climb = update(Escalation).where(Escalation.report_id == each).values(next_step_at=None, steps_done=0)
            await tx.session.execute(climb)
        await tx.session.execute(
            update(FollowUp).where(FollowUp.report_id == last).values(step_at=now - timedelta(days=9))
        )
        await tx.session.execute(
            update(Clock)
            .where(Clock.report_id == first, Clock.name == "phone")
            .values(due_at=now - timedelta(days=9), passed_noted_at=None)
        )

    async with database.transaction() as tx:
        assert {(miss.report_id, miss.why) for miss in await missed(tx, now)} == {
            (first, "no_time"),
            (last, "no_time"),
        }
    auditor, behind = Auditor(), Behind()
    await go_round(database, world, now)
    for second in range(4):
        await auditor.look(database, world, now + timedelta(seconds=15 * second))
        await behind.look(database, world, now + timedelta(seconds=15 * second))
    async with database.transaction() as tx:
        lines = await tx.session.execute(select(CaseLogLine.subject, CaseLogLine.verb).order_by(CaseLogLine.id))
        said = sorted(tuple(line) for line in lines)
    assert said == sorted([
        (f"report:{first}", "missed"), (f"report:{last}", "missed"),
        (f"report:{first}", "time_over"), (f"report:{last}", "nudged"),
    ])  # fmt: skip


async def test_behind_a_full_slice_the_look_at_all_open_cases_ends(database: Database) -> None:
    """Exactly so many open cases as fill their slices: a bot that starts then must come up."""
    now = datetime.now(UTC)
    async with database.transaction() as tx:
        await town.settle(tx)
    async with database.transaction() as tx:
        world = await load_world(tx, Settings(_env_file=None))  # type: ignore[call-arg]
    await open_cases.fill(database, world, SLICE, now)
    async with database.transaction() as tx:
        newest = (await tx.session.scalars(select(Report.id).order_by(Report.id.desc()))).first()
        still = update(Escalation).where(Escalation.report_id == newest).values(next_step_at=None, steps_done=0)
        await tx.session.execute(still)
        open_now = await tx.session.scalar(select(func.count()).select_from(Report).where(GOING_ON))
        assert open_now == SLICE
        async with asyncio.timeout(20):
            assert [miss.report_id for miss in await missed(tx, now)] == [newest]
