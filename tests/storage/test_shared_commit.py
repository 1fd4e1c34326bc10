"""Those who stand in line for SQLite share a commit, and nobody answers for anybody else's failure."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from storage import inbox, shared_commit
from storage.database import Database
from tests.storage.cast import NIGHT, update


@pytest.fixture
def file(tmp_path: Path, migrated_sqlite: Path) -> Path:
    copied = tmp_path / "night.sqlite3"
    copied.write_bytes(migrated_sqlite.read_bytes())
    return copied


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite:///{file}")
    yield database
    await database.close()


async def store(database: Database, number: int, *, fails: bool = False) -> None:
    async with database.transaction() as tx:
        await inbox.store(tx, [update(number)], NIGHT)
        if fails:
            raise RuntimeError(f"update {number}")


async def stored(database: Database) -> list[int]:
    async with database.transaction() as tx:
        return [row.update_id for row in await inbox.ready(tx, 1000)]


async def test_one_that_fails_in_line_takes_back_its_own_and_nobody_elses(database: Database) -> None:
    ended = await asyncio.gather(
        *(store(database, number, fails=number % 5 == 0) for number in range(1, 101)), return_exceptions=True
    )
    assert sum(isinstance(each, RuntimeError) for each in ended) == 20
    assert await stored(database) == [number for number in range(1, 101) if number % 5]


async def test_a_work_is_on_the_disk_before_its_owner_goes_on(database: Database) -> None:
    async def check(number: int) -> None:
        await store(database, number)
        other = sqlite3.connect(database.url.removeprefix("sqlite:///"))
        assert other.execute("SELECT 1 FROM inbox WHERE update_id = ?", (number,)).fetchone()
        other.close()

    await asyncio.gather(*(check(number) for number in range(1, 51)))


async def test_one_who_gives_up_waiting_leaves_nobody_without_a_commit(database: Database) -> None:
    entered, leave = asyncio.Event(), asyncio.Event()

    async def first() -> None:
        async with database.transaction() as tx:
            await inbox.store(tx, [update(1)], NIGHT)
            entered.set()
            await leave.wait()

    holding = asyncio.ensure_future(first())
    await entered.wait()
    waiting = asyncio.ensure_future(store(database, 2))
    await asyncio.sleep(0)
    leave.set()
    waiting.cancel()
    async with asyncio.timeout(2):
        await holding
    assert await stored(database) == [1]


async def test_a_commit_that_fails_is_heard_by_everybody_in_it(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_commit, "LONGEST_SECONDS", 5.0)

    async def undo_everything() -> None:
        async with database.transaction() as tx:
            await inbox.store(tx, [update(3)], NIGHT)
            # what SQLite does by itself when the disk is full: the whole transaction goes
            await tx.session.execute(text("INSERT OR ROLLBACK INTO inbox SELECT * FROM inbox WHERE update_id = 3"))

    ended = await asyncio.gather(
        store(database, 1), store(database, 2), undo_everything(), store(database, 4), return_exceptions=True
    )
    assert all(isinstance(each, Exception) for each in ended), ended
    assert isinstance(ended[0], OperationalError)
    assert await stored(database) == []
    await store(database, 5)
    assert await stored(database) == [5]


@pytest.mark.parametrize("others", [0, 3])
async def test_whoever_is_cancelled_while_a_transaction_opens_leaves_none_open(
    database: Database, monkeypatch: pytest.MonkeyPatch, others: int
) -> None:
    """Another process (`load`, a doctor) must be able to write at once, and the line goes on."""
    shared = database._shared
    assert shared is not None
    await store(database, 1)
    opening = asyncio.Event()
    joined = shared._joined

    async def slowly() -> object:
        opening.set()
        await asyncio.sleep(0.05)
        return await joined()

    monkeypatch.setattr(shared, "_joined", slowly)
    gone = asyncio.ensure_future(store(database, 2))
    await opening.wait()
    waiting = [asyncio.ensure_future(store(database, 10 + each)) for each in range(others)]
    await asyncio.sleep(0)
    gone.cancel()
    with pytest.raises(asyncio.CancelledError):
        await gone
    await asyncio.gather(*waiting)
    other = sqlite3.connect(database.url.removeprefix("sqlite:///"), timeout=0)
    other.execute("BEGIN IMMEDIATE")
    other.rollback()
    other.close()
    assert await stored(database) == [1, *(10 + each for each in range(others))]
