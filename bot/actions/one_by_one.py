"""Due work, a transaction each: one that fails holds up no other, and is told of at the end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

from storage.database import Database, Transaction

Item = TypeVar("Item")


async def one_by_one(
    database: Database, items: Iterable[Item], do: Callable[[Transaction, Item], Awaitable[object]]
) -> None:
    """Run `do` for every item in a transaction of its own. Raises an ExceptionGroup of what failed."""
    faults: list[Exception] = []
    for item in items:
        try:
            async with database.transaction() as tx:
                await do(tx, item)
        except Exception as fault:
            faults.append(fault)
    if faults:
        raise ExceptionGroup("due work that failed", faults)
