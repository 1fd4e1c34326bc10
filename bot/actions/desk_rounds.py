"""What falls due beside the cases, looked for together: one look a second, then a transaction a case."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.actions import checklists, clocks, desk, follow_ups
from bot.actions.one_by_one import one_by_one
from bot.world import World
from storage import checklists as lists
from storage import desk as stored
from storage.database import Database, Transaction

Look = Callable[[Transaction, datetime], Awaitable[list[int]]]
Work = Callable[[Transaction, World, int, datetime], Awaitable[None]]

ROUND: tuple[tuple[Look, Work], ...] = (
    (stored.passed, clocks.note_passed),
    (stored.nudges_due, follow_ups.nudge_due),
    (stored.to_show_anew, clocks.show_anew),
    (lists.due, checklists.nudge),
)
BEHIND: tuple[tuple[Look, Work], ...] = ((stored.changed, desk.catch_up),)
"""A look at every case that is open, so it is taken more rarely: what is said of a case sets its clocks at once."""


async def go_round(database: Database, world: World, now: datetime) -> None:
    """Do what is due."""
    await _do(ROUND, database, world, now)


async def look_behind(database: Database, world: World, now: datetime) -> None:
    """Cases whose clocks do not know of their newest version."""
    await _do(BEHIND, database, world, now)


async def _do(table: tuple[tuple[Look, Work], ...], database: Database, world: World, now: datetime) -> None:
    """What fails for one case, or in one kind of work, holds up no other."""
    async with database.transaction() as tx:
        due = [(work, report) for look, work in table for report in await look(tx, now)]

    async def do(tx: Transaction, one: tuple[Work, int]) -> None:
        work, report = one
        await work(tx, world, report, now)

    await one_by_one(database, due, do)
