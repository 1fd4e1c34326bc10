"""What a look of every tick costs as the open cases grow, with the same few due: it must not grow with them.

Each tick's own action is called, in this process, on a database filled with open cases (and as many closed ones).
Beside it, on the same database, a naive peer: a loop that loads every open escalation each second and looks which of
them are due. CPU is this process's and, for PostgreSQL, the server's.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import event, select, update

from benchmarks import open_cases, running, town
from benchmarks.report import Row, Table
from bot.actions.ladders_kept import ladder_from_json
from bot.rules.escalation import due
from bot.settings import Settings
from bot.ticks import TICKS_TABLE
from bot.world import World, load_world
from storage.database import Database
from storage.tables import Escalation

DUE = 10
Look = Callable[[Database, World, datetime], Awaitable[object]]


@dataclass(frozen=True)
class Cost:
    """Of one look: CPU milliseconds (this process and the server), statements."""

    cpu: float
    statements: float


def measure(folder: Path, where: town.Town, server: town.Postgres | None, *, counts: list[int], looks: int) -> Table:
    places = {"SQLite": lambda: (where.copy(folder), 0)}
    if server is not None:
        places["PostgreSQL"] = lambda: (server.copy(), server.pid)
    found: dict[tuple[str, str], list[Cost]] = {}
    for name, place in places.items():
        for count in counts:
            url, pid = place()
            for tick, cost in asyncio.run(_all_ticks(url, pid, count, looks)).items():
                found.setdefault((tick, name), []).append(cost)
    return Table(
        f"One look of each tick, CPU ms (statements), with {DUE} escalations due, as the open cases grow",
        [f"{name}, {count:,}" for name in places for count in counts] + [f"{name}, × from least" for name in places],
        [_row(tick, [found[tick, name] for name in places]) for tick in dict.fromkeys(tick for tick, _ in found)],
        f"Medians of {looks} looks; as many closed cases lie beside the open ones. Aim: what is due costs, not what is "
        "open: the last columns, most cases against fewest, stay near 1. The naive peer does not take the steps.",
    )


def _row(tick: str, places: list[list[Cost]]) -> Row:
    cells = [f"{cost.cpu:.2f} ({cost.statements:.0f})" for costs in places for cost in costs]
    return Row(tick, cells + [f"{costs[-1].cpu / max(costs[0].cpu, 0.01):.1f}" for costs in places])


async def _all_ticks(url: str, server_pid: int, count: int, looks: int) -> dict[str, Cost]:
    database = Database(url)
    try:
        async with database.transaction() as tx:
            world = await load_world(tx, Settings(_env_file=None))  # type: ignore[call-arg]
        now = datetime.now(UTC)
        await open_cases.fill(database, world, count, now)
        table: dict[str, Look] = {tick.name: tick.action for tick in TICKS_TABLE}
        table["naive peer: loads all open ones"] = _load_all
        return {name: await _cost(database, world, look, server_pid, looks) for name, look in table.items()}
    finally:
        await database.close()


async def _cost(database: Database, world: World, look: Look, server_pid: int, looks: int) -> Cost:
    statements: list[str] = []
    counted = database.engine.sync_engine
    here: list[float] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    now = datetime.now(UTC)
    await look(database, world, now)  # what a first look finds to do is done
    event.listen(counted, "before_cursor_execute", note)
    server = running.cpu_of_family(server_pid) if server_pid else 0.0
    try:
        for number in range(looks):
            now = datetime.now(UTC)
            if look.__name__ == "advance_due" and look.__module__.endswith("escalate"):
                event.remove(counted, "before_cursor_execute", note)
                await _make_due(database, now, number)
                event.listen(counted, "before_cursor_execute", note)
            begun = time.process_time()
            await look(database, world, now)
            here.append(time.process_time() - begun)
    finally:
        event.remove(counted, "before_cursor_execute", note)
    there = (running.cpu_of_family(server_pid) - server) / looks if server_pid else 0.0
    return Cost(1000 * (statistics.median(here) + there), len(statements) / looks)


async def _make_due(database: Database, now: datetime, look: int) -> None:
    """The next ten of the open escalations that climb on."""
    async with database.transaction() as tx:
        open_ones = select(Escalation.report_id).where(Escalation.next_step_at > now)
        chosen = list(await tx.session.scalars(open_ones.order_by(Escalation.report_id).offset(look).limit(DUE)))
        await tx.session.execute(
            update(Escalation)
            .where(Escalation.report_id.in_(chosen))
            .values(next_step_at=now - timedelta(seconds=1))
            .execution_options(synchronize_session=False)
        )


async def _load_all(database: Database, _world: World, now: datetime) -> int:
    """The naive loop: every open escalation is loaded, its ladder read, and asked whether it is due."""
    async with database.transaction() as tx:
        rows = list(await tx.session.scalars(select(Escalation).where(Escalation.stopped_at.is_(None))))
        return sum(
            bool(due(ladder_from_json(row.ladder), row.started_at, row.steps_done, row.next_step_at, now).steps)
            for row in rows
        )
