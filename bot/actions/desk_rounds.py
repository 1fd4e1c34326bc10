"""What falls due beside the cases, looked for together: one look a second, then a transaction a case."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from bot.actions import checklists, clocks, consult_steps, desk, follow_ups
from bot.actions.one_by_one import one_by_one
from bot.world import World
from storage import checklists as lists
from storage import consults
from storage import desk as stored
from storage.database import Database, Transaction
from storage.open_cases import Slice, next_slice

Look = Callable[[Transaction, datetime], Awaitable[list[int]]]
LookAtPart = Callable[[Transaction, datetime, Slice], Awaitable[list[int]]]
Work = Callable[[Transaction, World, int, datetime], Awaitable[None]]

ROUND: tuple[tuple[Look, Work], ...] = (
    (stored.passed, clocks.note_passed),
    (stored.nudges_due, follow_ups.nudge_due),
    (stored.to_show_anew, clocks.show_anew),
    (lists.due, checklists.nudge),
    (consults.due, consult_steps.step),
    (consults.to_withdraw, consult_steps.withdraw),
)
BEHIND: tuple[tuple[LookAtPart, Work], ...] = (
    (stored.changed, desk.catch_up),
    (stored.passed, clocks.note_passed),
    (stored.nudges_due, follow_ups.nudge_due),
    (stored.to_show_anew, clocks.show_anew),
)


async def go_round(database: Database, world: World, now: datetime) -> None:
    """Do what has lately fallen due."""
    async with database.transaction() as tx:
        due = [(work, report) for look, work in ROUND for report in await look(tx, now)]
    await _do(due, database, world, now)


class Behind:
    """Goes through the open cases, a slice at each look: clocks that do not know of their case's newest version, and
    what fell due while this was not running for days."""

    def __init__(self) -> None:
        self._after = 0

    async def look(self, database: Database, world: World, now: datetime) -> None:
        async with database.transaction() as tx:
            part = await next_slice(tx, self._after)
            due = [(work, report) for look, work in BEHIND for report in await look(tx, now, part)] if part.last else []
        self._after = part.after
        await _do(due, database, world, now)


async def _do(due: Sequence[tuple[Work, int]], database: Database, world: World, now: datetime) -> None:
    """What fails for one case, or in one kind of work, holds up no other."""

    async def do(tx: Transaction, one: tuple[Work, int]) -> None:
        work, report = one
        await work(tx, world, report, now)

    await one_by_one(database, due, do)
