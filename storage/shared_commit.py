"""SQLite has one writer: its transactions take turns, and those that stand in line share a commit.

A commit waits for the disk (0.1 to 10 ms), whatever it holds. So whoever finds others waiting leaves their work in an
open transaction for the next, and the last in line commits for all; each goes on when its work is on the disk. Each
works inside a savepoint: one that fails takes back its own and nobody else's. Should the commit itself fail, or the
process die, the work of all is undone and none of them has been told otherwise.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession

# No commit is kept waiting for longer than this, however many still stand in line.
LONGEST_SECONDS = 0.02
MOST_MEMBERS = 64
LOOK_AGAIN_SECONDS = 0.1


class _Group:
    """Those who share one commit; `ended` is set when it has succeeded or failed."""

    def __init__(self) -> None:
        self.begun_at = time.monotonic()
        self.members = 0
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def full(self) -> bool:
        return self.members >= MOST_MEMBERS or time.monotonic() - self.begun_at > LONGEST_SECONDS


class SharedCommit:
    """Opens sessions one after the other on one connection."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._connection: AsyncConnection | None = None
        self._group: _Group | None = None

    @asynccontextmanager
    async def session(self) -> AsyncIterator[AsyncSession]:
        """A session that begins with its savepoint; leaving it returns when its work is on the disk."""
        self._waiting += 1
        try:
            await self._turn.acquire()
        finally:
            self._waiting -= 1
        joining = asyncio.ensure_future(self._joined())
        try:
            group, connection = await asyncio.shield(joining)
        except asyncio.CancelledError:
            await asyncio.shield(self._given_up(joining))
            raise
        except BaseException:
            self._turn.release()
            raise
        try:
            async with (
                AsyncSession(connection, expire_on_commit=False, join_transaction_mode="create_savepoint") as session,
                session.begin(),
            ):
                yield session
        finally:
            if self._waiting and not group.full():
                self._turn.release()
            else:
                await asyncio.shield(self._commit(group, connection))
        await self._until_ended(group)

    async def close(self) -> None:
        """Finish what is open and let go of the connection."""
        async with self._turn:
            if self._connection is not None:
                connection, self._connection, self._group = self._connection, None, None
                await connection.close()

    async def _given_up(self, joining: asyncio.Future[tuple[_Group, AsyncConnection]]) -> None:
        """Whoever asked was cancelled while a transaction was being opened: it is handed on or ended, never left."""
        try:
            group, connection = await joining
        except BaseException:
            self._turn.release()
            return
        if self._waiting and not group.full():
            self._turn.release()
        else:
            await self._commit(group, connection)

    async def _joined(self) -> tuple[_Group, AsyncConnection]:
        if self._connection is None:
            self._connection = await self._engine.connect()
        if self._group is None:
            await self._connection.begin()
            self._group = _Group()
        self._group.members += 1
        return self._group, self._connection

    async def _commit(self, group: _Group, connection: AsyncConnection) -> None:
        """Ends the group and the turn. Its failure is heard by every member in `_until_ended`."""
        try:
            await connection.commit()
            group.ended.set_result(None)
        except BaseException as error:
            group.ended.set_exception(error)
            group.ended.exception()  # a member that was cancelled does not ask
            self._connection = None  # whatever state it is in: the next group begins on a new one
            with contextlib.suppress(Exception):
                await connection.invalidate()
                await connection.close()
        finally:
            self._group = None
            self._turn.release()

    async def _until_ended(self, group: _Group) -> None:
        while not group.ended.done():
            await asyncio.wait([group.ended], timeout=LOOK_AGAIN_SECONDS)
            if not group.ended.done() and not self._turn.locked():  # who was to come after us has gone away
                await self._turn.acquire()
                if self._group is group and self._connection is not None:
                    await asyncio.shield(self._commit(group, self._connection))
                else:
                    self._turn.release()
        await group.ended
