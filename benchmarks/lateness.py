"""A thousand open escalations whose steps fall due at mixed times: how late each step is taken, and is on the wire.

The bot runs as in production beside a quick Telegram; no limit of ours, so that no call is bundled or paced. Due times
are looked at once a second: the best that this allows is half a second in the middle, and one at most.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select, update
from sqlalchemy.exc import OperationalError

from benchmarks import open_cases, running, town
from benchmarks.report import Row, Table, percentile
from bot.settings import Settings
from bot.world import load_world
from storage.database import Database
from storage.tables import Escalation, OutboxRow

STARTS_IN = 3.0  # seconds until the first is due, once the bot is up and at rest
LOOK_EVERY = 5.0
KEY = "case-again"


def measure(folder: Path, where: town.Town, server: town.Postgres | None, *, cases: int, seconds: int) -> Table:
    places: dict[str, Callable[[], str]] = {"SQLite": lambda: where.copy(folder)}
    if server is not None:
        places["PostgreSQL"] = server.copy
    rows = [_row(name, *_run(name, folder, place(), cases, seconds)) for name, place in places.items()]
    return Table(
        f"Lateness of steps, seconds: {cases:,} open escalations, due at mixed times within {seconds} s",
        ["taken p50", "p99", "most", "on the wire p50", "p99", "most", "CPU s"],
        rows,
        f"{cases / seconds:.0f} steps a second, two messages each. Aim: p99 within two looks (2 s) on the wire.",
    )


def _row(name: str, taken: list[float], sent: list[float], cpu: float) -> Row:
    cells = [f"{value:.2f}" for late in (taken, sent) for value in (*_middle(late), max(late))]
    return Row(name, [*cells, f"{cpu:.1f}"])


def _middle(late: list[float]) -> tuple[float, float]:
    return percentile(late, 0.5), percentile(late, 0.99)


def _run(name: str, folder: Path, url: str, cases: int, seconds: int) -> tuple[list[float], list[float], float]:
    _say(name, f"writes {cases:,} open cases")
    asyncio.run(_fill(url, cases))
    with (
        running.telegram(folder) as telegram,
        running.the_bot(telegram.url, url, folder, **running.NO_LIMITS) as bot,
    ):
        running.until("the first getUpdates", lambda: telegram.state()["polled_at"])
        time.sleep(5)
        due, begun = asyncio.run(_fall_due(url, seconds)), bot.cpu
        _until_all_are_sent(name, url, 2 * cases, seconds)
        cpu = bot.cpu - begun
    taken, sent = asyncio.run(_lateness(url, due))
    if len(sent) < 2 * cases:
        log = (folder / "bot.log").read_text()[-2000:]
        raise RuntimeError(f"only {len(sent)} of {2 * cases} calls were sent:\n{log}")
    return taken, sent, cpu


def _until_all_are_sent(name: str, url: str, calls: int, seconds: int) -> None:
    """A line every few seconds; not longer than a minute and a half after the last was due."""
    begun, sent = time.monotonic(), 0
    while sent < calls and time.monotonic() - begun < STARTS_IN + seconds + 90:
        time.sleep(LOOK_EVERY)
        sent = asyncio.run(_count(url)) or sent
        _say(name, f"{time.monotonic() - begun:.0f} s: {sent:,} of {calls:,} calls sent")


def _say(name: str, what: str) -> None:
    print(f"  {name}: {what}", flush=True)


async def _fill(url: str, cases: int) -> None:
    database = Database(url)
    try:
        async with database.transaction() as tx:
            world = await load_world(tx, Settings(_env_file=None))  # type: ignore[call-arg]
        await open_cases.fill(database, world, cases, open_cases.now(), mix=("P0", "P1", "P2", "P2"))
    finally:
        await database.close()


async def _fall_due(url: str, seconds: int) -> dict[str, datetime]:
    """When the next step of each case is due from now on, by subject: one transaction beside the bot."""
    dice = random.Random(11)

    async def set_times(tx: town.Transaction) -> dict[str, datetime]:
        climbing = select(Escalation.report_id).where(Escalation.stopped_at.is_(None))
        start = open_cases.now() + timedelta(seconds=STARTS_IN)
        due = {each: start + timedelta(seconds=dice.uniform(0, seconds)) for each in await tx.session.scalars(climbing)}
        rows = [{"report_id": each, "next_step_at": at} for each, at in due.items()]
        await tx.session.execute(update(Escalation), rows)
        return {f"report:{each}": at for each, at in due.items()}

    for _ in range(20):  # read before written beside a bot that writes: SQLite then says locked at once
        with contextlib.suppress(OperationalError):
            async with _beside(url) as database, database.transaction() as tx:
                return await set_times(tx)
        await asyncio.sleep(0.3)
    raise RuntimeError("the due times could not be written beside the bot")


async def _count(url: str) -> int:
    """Only looks: it takes neither the writer's place nor a checkpoint, and the bot does not notice. 0: not known."""
    query = select(func.count()).select_from(OutboxRow).where(OutboxRow.key == KEY, OutboxRow.state == "sent")
    with contextlib.suppress(OperationalError):
        async with _beside(url) as database, database.reading() as tx:
            return int(await tx.session.scalar(query) or 0)
    return 0


async def _lateness(url: str, due: dict[str, datetime]) -> tuple[list[float], list[float]]:
    """Of the first call of each case into each group: on a slow machine a repeat may fall due before the end."""
    rows = (
        select(OutboxRow.subject, OutboxRow.chat_id, OutboxRow.created_at, OutboxRow.sent_at)
        .where(OutboxRow.key == KEY, OutboxRow.edits.is_(None), OutboxRow.state == "sent")
        .order_by(OutboxRow.id)
    )
    first: dict[tuple[str, int], tuple[datetime, datetime]] = {}
    async with _beside(url) as database, database.reading() as tx:
        for subject, chat, created, sent in await tx.session.execute(rows):
            first.setdefault((subject, chat), (created, sent))
    return (
        [(created - due[subject]).total_seconds() for (subject, _), (created, _) in first.items()],
        [(sent - due[subject]).total_seconds() for (subject, _), (_, sent) in first.items()],
    )


@contextlib.asynccontextmanager
async def _beside(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    try:
        yield database
    finally:
        await database.close()
