"""Whoever is in a hurry goes first at the writer's line; those behind are not kept for ever."""

import asyncio

import pytest

from storage import turn
from storage.turn import Turn


async def order_of(line: Turn, *who: tuple[str, bool]) -> list[str]:
    """Everybody stands in line while one works; the order in which they get their turn."""
    served: list[str] = []

    async def work(name: str, behind: bool) -> None:
        await line.acquire(behind)
        served.append(name)
        line.release()

    await line.acquire()
    waiting = [asyncio.ensure_future(work(*each)) for each in who]
    await asyncio.sleep(0)
    line.release()
    await asyncio.gather(*waiting)
    assert not line.locked()
    return served


async def test_an_escalation_overtakes_a_broadcasts_chunks() -> None:
    line = [("chunk 1", True), ("chunk 2", True), ("escalation", False), ("tap", False)]
    assert await order_of(Turn(), *line) == ["escalation", "tap", "chunk 1", "chunk 2"]


async def test_whoever_stood_behind_for_long_goes_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turn, "PATIENCE_SECONDS", -1.0)
    assert await order_of(Turn(), ("tap", False), ("chunk", True)) == ["chunk", "tap"]


async def test_one_who_goes_away_while_waiting_holds_up_nobody() -> None:
    line = Turn()
    await line.acquire()
    gone, next_one = asyncio.ensure_future(line.acquire()), asyncio.ensure_future(line.acquire())
    await asyncio.sleep(0)
    line.release()  # handed to the first, who goes away in the same moment
    gone.cancel()
    await asyncio.wait_for(next_one, 5)
    assert line.locked()
    assert not line.awaited()
