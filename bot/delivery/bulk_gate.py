"""How much bulk may be on the wire at once: less while the event loop is late, so that an urgent message is not.

Whatever an escalation does takes some thirty turns of the event loop. With 200 bulk sends in flight on a busy machine
each turn lasts 60 ms, and the escalation two seconds; with eight it lasts 3 ms, and as much is sent: the processor is
the limit then, and not the wire.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque

LEAST, MOST = 8, 200
LOOK_SECONDS = 0.005
# A turn of the loop that takes longer than this is too long.
LATE_SECONDS = 0.008


class BulkGate:
    """`async with gate:` around a bulk send; `watch` runs beside it."""

    def __init__(self) -> None:
        self.allowed = MOST
        self._inside = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._busy = asyncio.Event()

    async def __aenter__(self) -> None:
        if self._inside >= self.allowed or self._waiting:
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                if turn.done() and not turn.cancelled():  # let in at the same moment
                    await self.__aexit__()
                raise
        else:
            self._inside += 1
        self._busy.set()

    async def __aexit__(self, *_error: object) -> None:
        self._inside -= 1
        self._let_in()

    def _let_in(self) -> None:
        while self._waiting and self._inside < self.allowed:
            turn = self._waiting.popleft()
            if not turn.done():
                self._inside += 1
                turn.set_result(None)

    async def watch(self) -> None:
        while True:
            if not self._inside:
                self._busy.clear()
                await self._busy.wait()
            before = time.monotonic()
            await asyncio.sleep(LOOK_SECONDS)
            self.note(time.monotonic() - before - LOOK_SECONDS)

    def note(self, late: float) -> None:
        """The loop was late by so many seconds: a third less at once, or a little more."""
        self.allowed = max(LEAST, self.allowed * 2 // 3) if late > LATE_SECONDS else min(MOST, self.allowed + 2)
        self._let_in()
