"""A bell is never lost on a tick that is at work."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import datetime
from typing import cast

import pytest

from bot import ticks
from bot.clock import Clock
from bot.world import World
from practice.phone import until_true
from storage.database import Database


class Slow:
    """A tick's action that lasts until it is let go."""

    def __init__(self) -> None:
        self.began, self.ended, self.go_on = 0, 0, asyncio.Event()

    async def look(self, database: Database, world: World, now: datetime) -> None:
        self.began += 1
        await self.go_on.wait()
        self.ended += 1


class Counting:
    def __init__(self) -> None:
        self.looks = 0

    async def look(self, database: Database, world: World, now: datetime) -> None:
        self.looks += 1


@contextlib.asynccontextmanager
async def ticking(database: Database, monkeypatch: pytest.MonkeyPatch, *table: ticks.Tick) -> AsyncIterator[None]:
    monkeypatch.setattr(ticks, "TICKS_TABLE", table)
    running = asyncio.create_task(ticks.run(database, Clock(), cast(World, None)))
    try:
        yield
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


async def test_a_bell_that_rings_during_a_look_is_followed_by_one_more(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, other = Slow(), Counting()

    async def began(times: int) -> None:
        async def so() -> bool:
            return slow.began == times

        await until_true(so)

    async def heard(times: int) -> None:
        async def so() -> bool:
            return other.looks == times

        await until_true(so)

    table = (ticks.Tick("slow", 3600, slow.look, rings=True), ticks.Tick("other", 3600, other.look, rings=True))
    async with ticking(database, monkeypatch, *table):
        await asyncio.sleep(0.1)
        database.bells.ring("ticks")
        await began(1)
        for times in (2, 3, 4):  # rung three times while it looks: the others do not wait for it
            database.bells.ring("ticks")
            await heard(times)
        assert (slow.began, slow.ended) == (1, 0)
        slow.go_on.set()
        await began(2)
        await asyncio.sleep(0.2)
        assert (slow.began, slow.ended) == (2, 2)


async def test_a_tick_that_is_at_work_when_the_bot_stops_is_let_go(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow()

    async def began() -> bool:
        return slow.began == 1

    async with ticking(database, monkeypatch, ticks.Tick("slow", 3600, slow.look, rings=True)):
        await asyncio.sleep(0.1)
        database.bells.ring("ticks")
        await until_true(began)
    assert slow.ended == 0
