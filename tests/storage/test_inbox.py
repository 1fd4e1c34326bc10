"""Updates are stored once, handled in order, and marked in the transaction of their work."""

import asyncio
from datetime import timedelta

import pytest

from storage import inbox
from storage.database import Database
from tests.storage.cast import JIANGUO, MINUTE, NIGHT, XIULAN, update


async def store(database: Database, *updates: inbox.Received) -> int:
    async with database.transaction() as tx:
        return await inbox.store(tx, updates, NIGHT)


async def waiting(database: Database, busy: tuple[int, ...] = ()) -> list[int]:
    async with database.transaction() as tx:
        return [row.update_id for row in await inbox.ready(tx, 100, busy)]


async def test_an_update_that_telegram_delivers_again_is_stored_once(database: Database) -> None:
    assert await store(database, update(1), update(2)) == 2
    assert await store(database, update(2), update(3)) == 1
    assert await waiting(database) == [1, 2, 3]


async def test_a_handled_update_that_comes_again_is_not_handled_again(database: Database) -> None:
    await store(database, update(1))
    async with database.transaction() as tx:
        assert await inbox.mark_done(tx, 1, NIGHT)
    assert await store(database, update(1)) == 0
    assert await waiting(database) == []


async def test_the_chats_that_are_being_worked_on_are_left_out(database: Database) -> None:
    await store(database, update(1), update(2, JIANGUO), update(3))
    assert await waiting(database, busy=(XIULAN,)) == [2]


async def test_of_two_who_want_the_same_update_one_gets_it(database: Database) -> None:
    await store(database, update(1))

    async def take() -> bool:
        async with database.transaction() as tx:
            taken = await inbox.mark_done(tx, 1, NIGHT)
            await asyncio.sleep(0.02)
            return taken

    assert sorted(await asyncio.gather(take(), take(), take())) == [False, False, True]


async def test_work_that_fails_takes_its_mark_with_it(database: Database) -> None:
    await store(database, update(1))

    async def work() -> None:
        async with database.transaction() as tx:
            await inbox.mark_done(tx, 1, NIGHT)
            raise RuntimeError("killed in the middle")

    with pytest.raises(RuntimeError):
        await work()
    assert await waiting(database) == [1]


async def test_a_poisoned_update_is_set_aside_after_its_attempts_and_stops_blocking(database: Database) -> None:
    await store(database, update(1), update(2))
    async with database.transaction() as tx:
        assert [await inbox.failed(tx, 1, "A1B2C3 KeyError", NIGHT, 3) for _ in range(3)] == [False, False, True]
    assert await waiting(database) == [2]
    async with database.transaction() as tx:
        assert [row.fault for row in await inbox.set_aside_updates(tx)] == ["A1B2C3 KeyError"]
        assert (await inbox.state(tx)).set_aside == 1


async def test_the_state_says_how_many_wait_and_since_when(database: Database) -> None:
    await store(database, update(1), update(2))
    async with database.transaction() as tx:
        state = await inbox.state(tx)
    assert (state.waiting, state.oldest, state.set_aside) == (2, NIGHT, 0)


async def test_handled_updates_are_forgotten_after_days_and_waiting_ones_never(database: Database) -> None:
    await store(database, update(1), update(2))
    async with database.transaction() as tx:
        await inbox.mark_done(tx, 1, NIGHT)
        assert await inbox.forget_handled(tx, NIGHT + timedelta(days=7), timedelta(days=7)) == 0
        assert await inbox.forget_handled(tx, NIGHT + timedelta(days=7) + MINUTE, timedelta(days=7)) == 1
    assert await waiting(database) == [2]
