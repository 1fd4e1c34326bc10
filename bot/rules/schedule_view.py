"""A notice that goes out at a time, as its card and the list of them show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.rules.calendar_rule import CalendarRule

STATES = ("active", "paused", "held", "ended")
# state → what may be done with it, in the order of the buttons
TAKES: dict[str, tuple[str, ...]] = {
    "active": ("pause", "edit", "now", "stop"),
    "paused": ("resume", "edit", "now", "stop"),
    "held": ("take", "edit", "now", "stop"),
    "ended": (),
}


@dataclass(frozen=True)
class ScheduleView:
    """`rule` None: it goes out once, at `next_at`. `last`: how many of the last one's officers have said 收到."""

    number: int
    kind: str
    text: str
    areas: tuple[str, ...]
    area_names: tuple[tuple[str, str], ...]
    rule: CalendarRule | None
    next_at: datetime | None
    state: str
    by_name: str
    state_by_name: str | None
    version: int
    last_at: datetime | None = None
    last_outcome: str | None = None
    last: tuple[int, int] | None = None
