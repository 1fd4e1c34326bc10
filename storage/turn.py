"""A turn that one holds at a time. Whoever is in a hurry overtakes those behind, who are not kept for ever."""

from __future__ import annotations

import asyncio
import time
from collections import deque

# Whoever has stood behind for so long goes next, however many are in a hurry.
PATIENCE_SECONDS = 0.5

_Line = deque[tuple[float, asyncio.Future[None]]]


class Turn:
    """`acquire` returns when it is one's turn; `release` hands it straight to the next."""

    def __init__(self) -> None:
        self._held = False
        self._hurried: _Line = deque()
        self._behind: _Line = deque()

    def locked(self) -> bool:
        return self._held

    def awaited(self, behind: bool = True) -> bool:
        """Whether somebody stands in line; with `behind` false, whether somebody in a hurry does."""
        lines = (self._hurried, self._behind) if behind else (self._hurried,)
        return any(not future.done() for line in lines for _, future in line)

    async def acquire(self, behind: bool = False) -> None:
        if not self._held:
            self._held = True
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        (self._behind if behind else self._hurried).append((time.monotonic(), future))
        try:
            await future
        except asyncio.CancelledError:
            if future.done() and not future.cancelled():  # it was handed over in the same moment
                self.release()
            raise

    def release(self) -> None:
        while line := self._next_line():
            _, future = line.popleft()
            if not future.done():
                future.set_result(None)
                return
        self._held = False

    def _next_line(self) -> _Line | None:
        overdue = bool(self._behind) and time.monotonic() - self._behind[0][0] > PATIENCE_SECONDS
        if self._hurried and not overdue:
            return self._hurried
        return self._behind or None
