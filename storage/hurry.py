"""Somebody waits: while they are answered or called, what goes to many keeps still, and the processor is theirs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

# So long does what is in no hurry keep still, however many are answered one after the other.
PATIENCE_SECONDS = 0.25
# From one thing that somebody waits for to the next that it has brought about: a commit, a claim, a request.
LINGER_SECONDS = 0.01


class Hurry:
    """`with hurry.under_way():` around what somebody waits for; `await hurry.over()` before what can wait."""

    def __init__(self) -> None:
        self._under_way = 0
        self._over = asyncio.Event()
        self._over.set()

    @contextmanager
    def under_way(self) -> Iterator[None]:
        self._under_way += 1
        self._over.clear()
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                asyncio.get_running_loop().call_later(LINGER_SECONDS, self._perhaps_over)

    def _perhaps_over(self) -> None:
        if not self._under_way:
            self._over.set()

    async def over(self) -> None:
        """Returns when nobody waits; after a moment in any case, so that nothing is kept for ever."""
        if self._over.is_set():
            return
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._over.wait()
        except TimeoutError:
            return
