"""The database: one engine, and transactions that either happen whole or not at all.

SQLite: every transaction begins IMMEDIATE (a read that is written back later would silently lose updates: measured,
26 of 300 increments kept without it), WAL, `synchronous=FULL` (a report must survive a power cut), foreign keys on.
Within this process transactions take turns at an asyncio lock, because SQLite's own waiting sleeps up to 100 ms a try.
PostgreSQL: read committed; whatever two processes may both want is taken by a guarded update.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, nullcontext
from typing import Any

from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from storage.bells import Bells
from storage.tables import Table

BUSY_TIMEOUT_MS = 15_000


class Transaction:
    """One unit of work. `ring` asks for a bell that sounds after the commit, never before."""

    def __init__(self, session: AsyncSession, dialect: str) -> None:
        self.session = session
        self.dialect = dialect
        self.rings: set[str] = set()

    def ring(self, bell: str) -> None:
        self.rings.add(bell)

    async def insert_new(self, table: type[Table], rows: Sequence[Mapping[str, Any]], *keys: str) -> list[Any]:
        """Insert the rows that are not there yet (by the unique `keys`); the first column of those inserted."""
        if not rows:
            return []
        insert = sqlite.insert if self.dialect == "sqlite" else postgresql.insert
        first = next(iter(table.__table__.primary_key.columns))  # type: ignore[attr-defined]
        statement = insert(table).on_conflict_do_nothing(index_elements=list(keys) or None).returning(first)
        result = await self.session.execute(statement, list(rows))
        return list(result.scalars())


class Database:
    """Opens transactions. `url` is SQLAlchemy's async URL (`sqlite+aiosqlite:///…`, `postgresql+psycopg://…`)."""

    def __init__(self, url: str, bells: Bells | None = None) -> None:
        self.url = url
        self.bells = bells or Bells()
        self.engine = _engine(url)
        self.dialect = self.engine.dialect.name
        self._turn = asyncio.Lock() if self.dialect == "sqlite" else None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with self._turn or nullcontext(), AsyncSession(self.engine, expire_on_commit=False) as session:
            tx = Transaction(session, self.dialect)
            async with session.begin():
                yield tx
        for bell in tx.rings:
            self.bells.ring(bell)

    async def close(self) -> None:
        await self.engine.dispose()


def async_url(url: str) -> str:
    """The URL with the async driver of this house: people write `sqlite:///x` and `postgresql://…`."""
    for plain, driver in (
        ("sqlite://", "sqlite+aiosqlite://"),
        ("postgresql://", "postgresql+psycopg://"),
        ("postgres://", "postgresql+psycopg://"),
    ):
        if url.startswith(plain):
            return driver + url[len(plain) :]
    return url


def _engine(url: str) -> AsyncEngine:
    if not async_url(url).startswith("sqlite"):
        return create_async_engine(async_url(url), pool_size=10, max_overflow=10, pool_pre_ping=True)
    engine = create_async_engine(async_url(url), poolclass=AsyncAdaptedQueuePool, pool_size=5)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver's own BEGIN is deferred; ours is above
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "cache_size=-16000",
        "temp_store=MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def is_passing_fault(error: BaseException) -> bool:
    """True for a fault that time heals: the database locked, away or restarting, two transactions that met."""
    if isinstance(error, OperationalError) and "no such " in str(error):
        return False  # a table or column that is not there does not come by waiting
    return isinstance(error, (OperationalError, InterfaceError, PoolTimeout)) or (
        isinstance(error, DBAPIError) and error.connection_invalidated
    )
