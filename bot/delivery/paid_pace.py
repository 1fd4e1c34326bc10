"""The pace of a paid broadcast: a lane of its own beside the free rate, as near to its limit as a wire permits."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

from bot.rules.paid_broadcast import PER_SECOND
from storage.hurry import Hurry

# It keeps to a grid of so much of what is allowed.
SHARE = 0.978
# Held up for less than so many seconds it makes up for it, within what any second may hold: a little less than allowed,
# for what leaves together need not arrive so.
CATCHES_UP, IN_A_SECOND, SECOND = 0.2, PER_SECOND - 15, 1.002
# After a 429 it stands still as long as it is told, goes on slower by so much (not below the least), and comes back to
# its share in some minutes: so much a copy.
SLOWER, LEAST, RECOVERS = 0.97, 0.7, 1e-6


class PaidPace:
    """`await turn(…)` returns when the next paid copy may leave. A 429 stops these alone: an escalation goes on."""

    def __init__(self, hurry: Hurry, monotonic: Callable[[], float]) -> None:
        self._hurry, self._monotonic = hurry, monotonic
        self._share, self._closed = SHARE, float("-inf")
        self._next = float("-inf")
        self._left: deque[float] = deque(maxlen=IN_A_SECOND)

    async def turn(self, closed_until: Callable[[], float]) -> None:
        """`closed_until` tells when this chat is free, and may raise."""
        while True:
            await asyncio.sleep(self._place(max(closed_until(), self._closed)) - self._monotonic())
            await self._hurry.over()
            if self._closed <= self._monotonic():  # else one that left before this one was refused meanwhile
                break
        # timers that a busy moment held up go off together: no second may hold more for that
        while (too_soon := self._full_for()) > 0:  # noqa: ASYNC110 it waits for a time, not for somebody
            await asyncio.sleep(too_soon)
        self._left.append(self._monotonic())

    def refused(self, seconds: float) -> None:
        """Telegram said 429 to a paid copy."""
        now = self._monotonic()
        if now >= self._closed:  # those that were on the wire with it say the same
            self._share = max(self._share * SLOWER, LEAST)
        self._closed = max(self._closed, now + seconds)

    def _place(self, free_at: float) -> float:
        """The next place on the grid, which is taken. Late by a moment it keeps to the grid and loses no turn."""
        now = self._monotonic()
        due = max(now if now - self._next > CATCHES_UP else self._next, free_at)
        self._next = due + 1 / (PER_SECOND * self._share)
        self._share = min(self._share + RECOVERS, SHARE)
        return max(now, due)

    def _full_for(self) -> float:
        """Seconds until this second may hold one more; 0 or less when it may."""
        most = int(IN_A_SECOND * self._share / SHARE)
        return self._left[-most] + SECOND - self._monotonic() if len(self._left) >= most else 0.0
