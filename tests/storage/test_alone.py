"""One bot at a time on a database."""

import subprocess
import sys

import pytest

from storage.alone import Alone, AlreadyRunning
from storage.database import Database

PARTS = ("listen", "tick", "send")
HOLD = """
import asyncio, sys
from storage.alone import Alone
from storage.database import Database

async def hold():
    async with Alone(Database(sys.argv[1]), ("listen", "tick", "send")):
        print("holding", flush=True)
        await asyncio.Event().wait()

asyncio.run(hold())
"""


async def test_a_second_bot_on_the_same_database_is_refused(database: Database, database_url: str) -> None:
    second = Database(database_url)
    async with Alone(database, PARTS):
        with pytest.raises(AlreadyRunning):
            async with Alone(second, PARTS):
                pass
    async with Alone(second, PARTS):
        pass
    await second.close()


async def test_on_postgresql_the_parts_may_run_side_by_side_but_none_twice(
    database: Database, database_url: str
) -> None:
    if database.dialect == "sqlite":
        pytest.skip("on SQLite one process does everything")
    second = Database(database_url)
    async with Alone(database, ("listen",)), Alone(second, ("tick", "send")):
        third = Database(database_url)
        with pytest.raises(AlreadyRunning, match="send"):
            async with Alone(third, ("send",)):
                pass
        await third.close()
    await second.close()


async def test_a_killed_bot_holds_nothing(database: Database, database_url: str) -> None:
    first = subprocess.Popen(  # noqa: ASYNC220  nothing else runs in this loop
        [sys.executable, "-c", HOLD, database_url], stdout=subprocess.PIPE
    )
    assert first.stdout is not None
    assert first.stdout.readline() == b"holding\n"
    with pytest.raises(AlreadyRunning):
        async with Alone(database, PARTS):
            pass
    first.kill()
    first.wait()
    first.stdout.close()
    for _ in range(50):  # PostgreSQL notices a moment later
        try:
            async with Alone(database, PARTS):
                return
        except AlreadyRunning:
            pass
    pytest.fail("the dead bot still holds the database")
