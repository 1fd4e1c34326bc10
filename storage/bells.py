"""Bells: a commit wakes whoever waits for its work, so nothing sleeps through a due second.

A bell is only a hint. Every listener also looks by itself from time to time, because a ring is lost with its process.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict


class Bells:
    """Named bells of one process: `inbox`, `outbox`, `bulk`, `ticks` …"""

    def __init__(self) -> None:
        self._events: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)

    def ring(self, name: str) -> None:
        self._events[name].set()

    async def wait(self, name: str, seconds: float) -> bool:
        """Wait for the bell, at most `seconds`. True if it rang."""
        event = self._events[name]
        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            return False
        event.clear()
        return True
