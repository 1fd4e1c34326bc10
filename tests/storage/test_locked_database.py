"""A database that is busy is waited for; one that stays away is a passing fault, nobody's failure."""

import asyncio
import sqlite3
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from storage import inbox, sqlite_inline
from storage.database import Database, is_passing_fault
from tests.storage.cast import NIGHT, update


@pytest.fixture
def file(tmp_path: Path, migrated_sqlite: Path) -> Path:
    copied = tmp_path / "night.sqlite3"
    copied.write_bytes(migrated_sqlite.read_bytes())
    return copied


async def test_a_locked_database_is_waited_for(file: Path) -> None:
    database = Database(f"sqlite:///{file}")
    locked = threading.Event()

    def hold() -> None:
        holder = sqlite3.connect(file, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        locked.set()
        time.sleep(0.4)
        holder.execute("COMMIT")
        holder.close()

    holding = threading.Thread(target=hold)
    holding.start()
    await asyncio.to_thread(locked.wait)
    async with database.transaction() as tx:
        assert await inbox.store(tx, [update(1)], NIGHT) == 1
    holding.join()
    await database.close()


async def test_a_database_that_stays_locked_is_a_passing_fault(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_inline, "BUSY_SECONDS", 0.05)
    database = Database(f"sqlite:///{file}")
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError) as caught:
        async with database.transaction() as tx:
            await inbox.store(tx, [update(1)], NIGHT)
    assert is_passing_fault(caught.value)
    holder.close()
    async with database.transaction() as tx:
        assert await inbox.store(tx, [update(1)], NIGHT) == 1
    await database.close()


async def test_a_postgresql_that_is_away_is_a_passing_fault() -> None:
    database = Database("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(OperationalError) as caught:
        async with database.transaction() as tx:
            await inbox.state(tx)
    assert is_passing_fault(caught.value)
    await database.close()


async def test_a_bell_rings_after_the_commit_and_never_for_what_did_not_happen(file: Path) -> None:
    database = Database(f"sqlite:///{file}")

    async def work() -> None:
        async with database.transaction() as tx:
            await inbox.store(tx, [update(1)], NIGHT)
            raise RuntimeError("the work fails")

    with pytest.raises(RuntimeError):
        await work()
    assert not await database.bells.wait("inbox", 0.01)
    async with database.transaction() as tx:
        await inbox.store(tx, [update(1)], NIGHT)
    assert await database.bells.wait("inbox", 0.01)
    await database.close()
