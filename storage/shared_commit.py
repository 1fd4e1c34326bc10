"""SQLite has one writer: its transactions take turns, and those that stand in line share a commit.

A commit waits for the disk (0.1 to 10 ms), whatever it holds. So whoever finds others waiting leaves their work in an
open transaction for the next, and the last in line commits for all; each goes on when its work is on the disk. Each
works inside a savepoint: one that fails takes back its own and nobody else's. Should the commit itself fail, or the
process die, the work of all is undone and none of them has been told otherwise.

What may wait (a broadcast's chunks, a count for a card) goes behind: whoever is not behind overtakes it in the line,
and does not wait for it with a commit.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession

from storage.turn import Turn

# No commit is kept waiting for longer than this, however many still stand in line.
LONGEST_SECONDS = 0.02
MOST_MEMBERS = 64
LOOK_AGAIN_SECONDS = 0.1


class _Group:
    """Those who share one commit; `ended` is set when it has succeeded or failed. `hurried`: not all are behind."""

    def __init__(self) -> None:
        self.begun_at = time.monotonic()
        self.members = 0
        self.hurried = False
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def full(self) -> bool:
        return self.members >= MOST_MEMBERS or time.monotonic() - self.begun_at > LONGEST_SECONDS


class _Opening:
    """A transaction being opened for somebody, who may go away meanwhile."""

    def __init__(self, behind: bool) -> None:
        self.behind = behind

    given_up = False
    joined: tuple[_Group, AsyncConnection] | None = None


class SharedCommit:
    """Opens sessions one after the other on one connection."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._turn = Turn()
        self._connection: AsyncConnection | None = None
        self._group: _Group | None = None
        self._closed = False

    @asynccontextmanager
    async def session(self, behind: bool = False) -> AsyncIterator[AsyncSession]:
        """A session that begins with its savepoint; leaving it returns when its work is on the disk."""
        await self._turn.acquire(behind)
        opening = _Opening(behind)
        try:
            group, connection = await asyncio.shield(self._opened(opening))
        except asyncio.CancelledError:
            opening.given_up = True
            if opening.joined is not None:
                await asyncio.shield(self._leave(*opening.joined))
            raise
        try:
            async with (
                AsyncSession(connection, expire_on_commit=False, join_transaction_mode="create_savepoint") as session,
                session.begin(),
            ):
                yield session
        finally:
            await asyncio.shield(self._leave(group, connection))
        await self._until_ended(group)

    async def close(self) -> None:
        """Finish what is open and let go of the connection."""
        await self._turn.acquire()
        self._closed = True
        try:
            if self._connection is not None:
                connection, self._connection, self._group = self._connection, None, None
                await connection.close()
        finally:
            self._turn.release()

    async def _opened(self, opening: _Opening) -> tuple[_Group, AsyncConnection]:
        """Whoever asked may be cancelled meanwhile: what was opened for them is handed on or ended, never left."""
        try:
            joined = await self._joined()
            joined[0].hurried |= not opening.behind
        except BaseException:
            self._turn.release()
            raise
        opening.joined = joined
        if opening.given_up:
            await self._leave(*joined)
        return joined

    async def _leave(self, group: _Group, connection: AsyncConnection) -> None:
        """Hand the turn to the next in line, who commits for us too; the last one commits."""
        if self._turn.awaited(behind=not group.hurried) and not group.full():
            self._turn.release()
        else:
            await self._commit(group, connection)

    async def _joined(self) -> tuple[_Group, AsyncConnection]:
        if self._closed:  # a tick that was cancelled in the same moment opens nothing any more
            raise asyncio.CancelledError
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
