"""The one place that asks what time it is.

`now` is for due times and records; with `PRACTICE_CLOCK_URL` it is moved by the practice room, so that a night can be
watched in minutes. `real_now` is by which leases, pace and timeouts run; nothing moves it. Both follow the monotonic
clock from the process's start on: should the wall clock be set back at night, no call waits for it to catch up.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import aiohttp
import structlog

log = structlog.get_logger(__name__)


class Clock:
    """Aware times in UTC; the city's zone is for the reader. A wall clock that is set forward is followed."""

    def __init__(
        self, wall: Callable[[], datetime] | None = None, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._wall = wall or (lambda: datetime.now(UTC))
        self._monotonic = monotonic
        self._start, self._started = self._wall(), monotonic()
        self._offset = timedelta()
        self._turned_back = False
        self.moved_at = self._start

    def real_now(self) -> datetime:
        steady = self._start + timedelta(seconds=self._monotonic() - self._started)
        wall = self._wall()
        if wall > steady + timedelta(seconds=1):
            self._start, self._started = wall, self._monotonic()
            return wall
        return steady

    def now(self) -> datetime:
        return self.real_now() + self._offset

    def moved_to(self, offset: timedelta) -> bool:
        """Take over the practice room's offset. True if it changed; `moved_at` is then this moment, by `real_now`."""
        if abs(offset - self._offset) < timedelta(milliseconds=500):
            return False
        self._turned_back = self._turned_back or offset < self._offset
        self._offset, self.moved_at = offset, self.real_now()
        return True

    def was_turned_back(self) -> bool:
        """Whether the clock was turned back since this was last asked: due times then lie too far ahead."""
        turned, self._turned_back = self._turned_back, False
        return turned


async def read_practice_clock(clock: Clock, session: aiohttp.ClientSession, url: str) -> bool:
    """Ask the practice room once. True if its clock has moved."""
    with contextlib.suppress(aiohttp.ClientError, TimeoutError, ValueError, KeyError):
        async with session.get(url) as answer:
            return clock.moved_to(_offset(await answer.json(content_type=None), clock.real_now()))
    return False


async def begin_with_practice_clock(clock: Clock, url: str) -> None:
    """Before anything is due: what time is it in the practice room?"""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
        await read_practice_clock(clock, session, url)
    clock.was_turned_back()


async def follow_practice_clock(clock: Clock, url: str, moved: Callable[[], None], every: float = 0.2) -> None:
    """Ask the practice room for its clock, for ever. The answer is `{"offset_seconds": …}` or `{"now": ISO 8601}`."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
        while True:
            if await read_practice_clock(clock, session, url):
                log.info("practice_clock_moved", now=clock.now().isoformat(timespec="seconds"))
                moved()
            await asyncio.sleep(every)


def _offset(answer: dict[str, object], real_now: datetime) -> timedelta:
    if "offset_seconds" in answer:
        return timedelta(seconds=float(str(answer["offset_seconds"])))
    return datetime.fromisoformat(str(answer["now"])) - real_now
