"""The one place that asks what time it is.

`now` is for due times and records; with `PRACTICE_CLOCK_URL` it is moved by the practice room, so that a night can be
watched in minutes. `real_now` is the wall clock, by which leases, pace and timeouts run; nothing moves it.
Should the wall clock jump back, `now` stands still until it has caught up: a case log never runs backwards.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import aiohttp
import structlog

log = structlog.get_logger(__name__)


class Clock:
    """Aware times in the city's zone are for the reader; here everything is UTC."""

    def __init__(self, wall: Callable[[], datetime] | None = None) -> None:
        self._wall = wall or (lambda: datetime.now(UTC))
        self._offset = timedelta()
        self._latest = datetime.min.replace(tzinfo=UTC)

    def real_now(self) -> datetime:
        return self._wall()

    def now(self) -> datetime:
        """Never earlier than it said before, unless the practice room itself turned the clock back."""
        self._latest = max(self._latest, self._wall() + self._offset)
        return self._latest

    def moved_to(self, offset: timedelta) -> bool:
        """Take over the practice room's offset. True if it changed."""
        if abs(offset - self._offset) < timedelta(milliseconds=500):
            return False
        if offset < self._offset:
            self._latest = datetime.min.replace(tzinfo=UTC)
        self._offset = offset
        return True


async def follow_practice_clock(clock: Clock, url: str, moved: Callable[[], None], every: float = 0.2) -> None:
    """Ask the practice room for its clock, for ever. The answer is `{"offset_seconds": …}` or `{"now": ISO 8601}`."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
        while True:
            with contextlib.suppress(aiohttp.ClientError, TimeoutError, ValueError, KeyError):
                async with session.get(url) as answer:
                    offset = _offset(await answer.json(content_type=None), clock.real_now())
                if clock.moved_to(offset):
                    log.info("practice_clock_moved", offset_seconds=offset.total_seconds())
                    moved()
            await asyncio.sleep(every)


def _offset(answer: dict[str, object], real_now: datetime) -> timedelta:
    if "offset_seconds" in answer:
        return timedelta(seconds=float(str(answer["offset_seconds"])))
    return datetime.fromisoformat(str(answer["now"])) - real_now
