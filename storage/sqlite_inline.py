"""The line to SQLite: what waits for the disk goes to a thread, everything else runs at once.

A statement inside a transaction takes some microseconds: the write lock is held, the pages are in memory. Handing each
of its parts to a thread and back costs ten times that (and up to 5 ms on a busy machine, where the thread waits for the
interpreter). So only COMMIT, which waits for the disk, goes there. BEGIN IMMEDIATE, which may find another process
writing, is tried again and again without holding up anybody.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from typing import Any

import aiosqlite

# Others get a turn at the event loop after this long, should one transaction have a great deal to say.
BREATH_SECONDS = 0.005
# So long a transaction waits for the writer of another process (`load` beside a running bot).
BUSY_SECONDS = 15.0


class InlineConnection(aiosqlite.Connection):
    """aiosqlite's connection with its one door for all calls, `_execute`, made wiser.

    After some faults (disk full, out of memory) SQLite undoes the whole transaction by itself. What follows in it would
    then be half a transaction: from there on everything but a rollback is refused.
    """

    _breathed_at = 0.0
    _undone = False

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        name, inside = fn.__name__, self._conn.in_transaction
        if name == "rollback":
            self._undone = False
        elif self._undone and name.startswith(("execute", "commit")):
            raise sqlite3.OperationalError("SQLite has undone the transaction by itself")
        try:
            if name == "commit":
                return await self._in_thread(fn, *args, **kwargs)
            if not inside and name.startswith("execute"):
                return await self._when_free(fn, *args, **kwargs)
            if time.monotonic() - self._breathed_at > BREATH_SECONDS:
                await asyncio.sleep(0)
                self._breathed_at = time.monotonic()
            return fn(*args, **kwargs)
        except sqlite3.Error:
            self._undone = inside and not self._conn.in_transaction
            raise

    async def _when_free(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Try until no other process writes, at most `BUSY_SECONDS`."""
        end, pause = time.monotonic() + BUSY_SECONDS, 0.001
        while True:
            try:
                return fn(*args, **kwargs)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                    raise
            await asyncio.sleep(pause)
            pause = min(pause * 2, 0.05)

    async def _in_thread(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        result = await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        self._breathed_at = time.monotonic()
        return result


def connect(*args: Any, **kwargs: Any) -> InlineConnection:
    """As `aiosqlite.connect`, for SQLAlchemy's `async_creator_fn`; not awaited yet."""
    kwargs["check_same_thread"] = False
    connection = InlineConnection(lambda: sqlite3.connect(*args, **kwargs), 64)
    connection._thread.daemon = True
    return connection
