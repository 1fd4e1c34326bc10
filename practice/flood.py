"""Telegram's flood limits, from the library's published constants: a bot overall, a private chat, a group.

The true limits are undocumented and elastic; these are the published ones. Windows slide, so sixty messages can never
pass around the turn of a second. Real time, never the practice clock.
"""

import math
from collections import deque
from dataclasses import dataclass, field

from telegram.constants import FloodLimit

from practice.clock import monotonic
from practice.errors import Json, too_many_requests

DEFAULTS: Json = {
    "enabled": True,
    "overall_per_second": int(FloodLimit.MESSAGES_PER_SECOND),
    "per_chat_per_second": int(FloodLimit.MESSAGES_PER_SECOND_PER_CHAT),
    # "short bursts tolerated" in the Bots FAQ; five is what people report.
    "per_chat_burst": 5,
    "per_group_per_minute": int(FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP),
}
CHATS_REMEMBERED = 50_000


@dataclass(slots=True)
class Window:
    """At most `limit` within `seconds`, sliding."""

    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float, limit: int, cost: int) -> float:
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        over = len(self.times) + min(cost, limit) - limit
        return 0.0 if over <= 0 else self.times[over - 1] + self.seconds - now

    def count(self, now: float, cost: int) -> None:
        self.times.extend([now] * cost)


class FloodGate:
    """One bot's limits. `limits` is shared with the control door, which changes it while the bot runs."""

    def __init__(self, limits: Json) -> None:
        self._limits = limits
        self._overall = Window(1.0)
        self._groups: dict[int, Window] = {}
        # Private chats: the theoretical arrival time of each chat's next message (GCRA).
        self._arrivals: dict[int, float] = {}

    def _limit(self, name: str) -> float:
        value: float = self._limits[name] if name in self._limits else DEFAULTS[name]
        return value

    def pass_or_refuse(self, chat_id: int, cost: int = 1, paid: bool = False) -> None:
        """Counts a send or an edit, or raises 429 with `retry_after`; a refused call is not counted."""
        if not self._limits.get("enabled", True):
            return
        now = monotonic()
        overall = int(FloodLimit.PAID_MESSAGES_PER_SECOND) if paid else int(self._limit("overall_per_second"))
        wait = self._overall.wait(now, overall, cost)
        if chat_id < 0:
            window = self._groups.setdefault(chat_id, Window(60.0))
            wait = max(wait, window.wait(now, int(self._limit("per_group_per_minute")), cost))
        else:
            wait = max(wait, self._private_wait(chat_id, now))
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        self._overall.count(now, cost)
        if chat_id < 0:
            self._groups[chat_id].count(now, cost)
        else:
            self._count_private(chat_id, now, cost)

    def _private_wait(self, chat_id: int, now: float) -> float:
        step = 1.0 / self._limit("per_chat_per_second")
        tolerance = step * (self._limit("per_chat_burst") - 1)
        return max(0.0, self._arrivals.get(chat_id, now) - tolerance - now - 1e-9)

    def _count_private(self, chat_id: int, now: float, cost: int) -> None:
        step = 1.0 / self._limit("per_chat_per_second")
        self._arrivals[chat_id] = max(self._arrivals.get(chat_id, now), now) + step * cost
        if len(self._arrivals) > CHATS_REMEMBERED:
            self._arrivals = {chat: at for chat, at in self._arrivals.items() if at > now}


def check_limits(body: Json) -> Json:
    """The changes asked for at the control door, checked; unknown names are refused so that a typing slip shows."""
    changes: Json = {}
    for name, value in body.items():
        if name not in DEFAULTS:
            raise ValueError(f"unknown limit {name}")
        if name == "enabled":
            changes[name] = bool(value)
        elif isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise ValueError(f"{name} must be a positive number")
        else:
            changes[name] = value
    return changes
