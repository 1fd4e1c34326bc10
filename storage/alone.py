"""One bot at a time: a second `run` on the same database refuses to start, with a clear sentence.

SQLite: a lock on a file beside the database, which the kernel frees when the process dies. PostgreSQL: an advisory lock
a part (listen, tick, send), held by a connection of its own. `invite`, `load` and `doctor` take no lock.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import zlib
from pathlib import Path
from types import TracebackType

from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database

# A process that was just killed may still hold its lock until the server has noticed.
WAIT_SECONDS = 3.0


class AlreadyRunning(Exception):
    """Another process runs this part on this database."""


class Alone:
    """Holds the locks of `parts` while inside. AlreadyRunning says which one is taken."""

    def __init__(self, database: Database, parts: tuple[str, ...]) -> None:
        self._database, self._parts = database, parts
        self._stack = contextlib.AsyncExitStack()

    async def __aenter__(self) -> None:
        if self._database.dialect == "sqlite":
            self._lock_file()
        else:
            await self._lock_parts()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    def _lock_file(self) -> None:
        path = make_url(self._database.url).database
        if not path or path == ":memory:":
            return
        file = Path(f"{path}.lock").open("w")  # noqa: SIM115  held as long as the lock
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            raise AlreadyRunning(path) from None
        self._stack.callback(file.close)

    async def _lock_parts(self) -> None:
        connection: AsyncConnection = await self._database.engine.connect()
        self._stack.push_async_callback(_let_go, connection)
        for part in self._parts:
            key = zlib.crc32(f"qianshao:{part}".encode())
            if not await _lock_within(connection, key, WAIT_SECONDS):
                await self._stack.aclose()
                raise AlreadyRunning(part)
        await connection.commit()


async def _lock_within(connection: AsyncConnection, key: int, seconds: float) -> bool:
    for _ in range(int(seconds / 0.2)):
        if await connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": key}):
            return True
        await asyncio.sleep(0.2)
    return False


async def _let_go(connection: AsyncConnection) -> None:
    """Really close it: a connection that went back to the pool would keep the lock."""
    with contextlib.suppress(SQLAlchemyError):
        await connection.invalidate()
    await connection.close()
