"""The database: one engine, and transactions that either happen whole or not at all.

SQLite: every transaction begins IMMEDIATE (a read that is written back later would silently lose updates: measured,
26 of 300 increments kept without it), WAL, `synchronous=FULL` (a report must survive a power cut), foreign keys on.
Within this process transactions take turns on one connection and share commits (`storage.shared_commit`).
PostgreSQL: read committed; whatever two processes may both want is taken by a guarded update.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from storage import sqlite_inline
from storage.bells import Bells
from storage.hurry import Hurry
from storage.shared_commit import SharedCommit
from storage.tables import Table, plain

# A line that has gone dead without a word is noticed within half a minute, and nobody waits for a lock for ever.
POSTGRES = {
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
    "options": "-c lock_timeout=15s -c idle_in_transaction_session_timeout=60s",
}


class Transaction:
    """One unit of work. `ring` asks for a bell that sounds after the commit, never before.

    `touched`: the reports that have grown in it, by id. `public_bots`: the bots besides the duty bot; nothing is looked
    up where there are none. `heard`: the chat that is speaking now, and the bot it speaks to (0: the duty bot).
    `log_head`: the case log's last line and its hash, once a line was added here (`storage.case_log`).
    """

    def __init__(self, session: AsyncSession, dialect: str, public_bots: frozenset[int] = frozenset()) -> None:
        self.session = session
        self.dialect = dialect
        self.public_bots = public_bots
        self.heard: tuple[int, int] = (0, 0)
        self.rings: set[str] = set()
        self.touched: set[int] = set()
        self.log_head: tuple[int, str] | None = None

    def ring(self, bell: str) -> None:
        self.rings.add(bell)

    async def insert_new(self, table: type[Table], rows: Sequence[Mapping[str, Any]], *keys: str) -> list[Any]:
        """Insert the rows that are not there yet (by the unique `keys`); the first column of those inserted."""
        if not rows:
            return []
        result = await self.session.execute(_insert_new(self.dialect, table, keys), list(rows))
        return list(result.scalars())


@cache
def _insert_new(dialect: str, table: type[Table], keys: tuple[str, ...]) -> Any:
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    first = next(iter(plain(table).primary_key.columns))
    return insert(plain(table)).on_conflict_do_nothing(index_elements=list(keys) or None).returning(first)


_steps_back: ContextVar[bool] = ContextVar("steps_back", default=False)


@contextmanager
def stepping_back() -> Iterator[None]:
    """Transactions inside are in no hurry: they begin when nobody is being answered or called, or after a moment; on
    SQLite, with its one writer, others overtake them."""
    token = _steps_back.set(True)
    try:
        yield
    finally:
        _steps_back.reset(token)


class Database:
    """Opens transactions. `url` is SQLAlchemy's async URL (`sqlite+aiosqlite:///…`, `postgresql+psycopg://…`)."""

    def __init__(
        self, url: str, bells: Bells | None = None, public_bots: frozenset[int] = frozenset(),
        hurry: Hurry | None = None,
    ) -> None:  # fmt: skip
        self.url, self.public_bots = url, public_bots
        self.bells = bells or Bells()
        self.hurry = hurry or Hurry()
        self.engine = _engine(url)
        self.dialect = self.engine.dialect.name
        self._shared = SharedCommit(self.engine) if self.dialect == "sqlite" else None
        self._reader: AsyncEngine | None = None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        if _steps_back.get():
            await self.hurry.over()
        async with self._shared.session(_steps_back.get()) if self._shared else self._session() as session:
            tx = Transaction(session, self.dialect, self.public_bots)
            yield tx
        for bell in tx.rings:
            self.bells.ring(bell)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Only looks: a count that goes through a whole broadcast holds up neither the writer nor the event loop."""
        if self.dialect != "sqlite":
            async with self._session() as session:
                yield Transaction(session, self.dialect)
            return
        self._reader = self._reader or _reader(self.url)
        async with AsyncSession(self._reader, expire_on_commit=False) as session:
            yield Transaction(session, self.dialect)

    @asynccontextmanager
    async def _session(self) -> AsyncIterator[AsyncSession]:
        async with AsyncSession(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    async def close(self) -> None:
        if self._shared:
            await self._shared.close()
        if self._reader:
            await self._reader.dispose()
        await self.engine.dispose()


def async_url(url: str) -> str:
    """The URL with the async driver of this house: people write `sqlite:///x` and `postgresql://…`."""
    for short, driver in (
        ("sqlite://", "sqlite+aiosqlite://"),
        ("postgresql://", "postgresql+psycopg://"),
        ("postgres://", "postgresql+psycopg://"),
    ):
        if url.startswith(short):
            return driver + url[len(short) :]
    return url


def _engine(url: str) -> AsyncEngine:
    if not async_url(url).startswith("sqlite"):
        return create_async_engine(
            async_url(url), pool_size=10, max_overflow=10, pool_pre_ping=True, connect_args=POSTGRES
        )
    engine = create_async_engine(
        async_url(url),
        poolclass=AsyncAdaptedQueuePool,
        pool_size=5,
        connect_args={"async_creator_fn": sqlite_inline.connect},
    )
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _reader(url: str) -> AsyncEngine:
    """SQLite in threads of its own, as its driver has it: what is read there is as of the last commit."""
    engine = create_async_engine(async_url(url), pool_size=2, max_overflow=0)

    def prepare(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    event.listen(engine.sync_engine, "connect", prepare)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver's own BEGIN is deferred; ours is above
    cursor = connection.cursor()
    for pragma in (
        "busy_timeout=0",  # waiting is done without holding up anybody: storage.sqlite_inline
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
