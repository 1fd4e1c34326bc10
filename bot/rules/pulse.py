"""态势简报: what changed since the last one, what is late, what needs a decision, and when the next one is due.

At the set times there is always one; the looks in between, while a P0 or P1 is open, bring one only if there is news.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta, tzinfo
from typing import Any

from bot.rules.calendar_rule import CalendarRule, next_time

MOST_CHANGES, MOST_LATE, MOST_DECISIONS = 8, 6, 6
OFFERED = ("07:00", "08:00", "12:00", "18:00", "20:00", "22:00")
"""Times to choose from with one tap; the setting may name others."""
MOST_TIMES = 6
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
# What happened to a case, the first that fits; what is worse stands first where the priority is the same.
WHAT = ("new", "changed", "closed", "false_alarm")


@dataclass(frozen=True, slots=True)
class Change:
    """A case that is new, was added to, or has ended since the last pulse. `figures`: its answers that count people."""

    report_id: int
    number: str
    kind: str
    category: str
    priority: str
    state: str
    area_names: tuple[str, str]
    what: str
    at: datetime
    figures: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Late:
    """Something that should have been done. `kind`: calling, clock, follow_up, handover, hazards, review.

    `number` is the case's, or how many hazards; `name` by language or as it is; `due_at` since when it is late.
    """

    kind: str
    due_at: datetime
    report_id: int = 0
    number: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    priority: str = "P3"


@dataclass(frozen=True, slots=True)
class Decision:
    """What waits for this leader's word. `kind`: approve, look, grade … `about`: an alert or a case."""

    kind: str
    about: int
    at: datetime
    number: str = ""
    value: str = ""


@dataclass(frozen=True)
class Pulse:
    """What is shown, cut to what fits a phone; the counts say how many there are in all."""

    since: datetime
    open: Mapping[str, int]
    changes: tuple[Change, ...]
    late: tuple[Late, ...]
    decisions: tuple[Decision, ...]
    changed: int
    late_count: int
    to_decide: int

    @property
    def calm(self) -> bool:
        return not (self.changes or self.late or self.decisions)

    @property
    def news(self) -> bool:
        """Whether anything came up since the last one; what was late before is none."""
        fresh = (*(each.due_at for each in self.late), *(each.at for each in self.decisions))
        return bool(self.changes) or any(at > self.since for at in fresh)


def compose(
    since: datetime, open_: Mapping[str, int], changes: Iterable[Change], late: Iterable[Late],
    decisions: Iterable[Decision],
) -> Pulse:  # fmt: skip
    """The worst first: by priority, then new before changed before ended, then the newest."""
    worst = sorted(changes, key=lambda each: (each.priority, WHAT.index(each.what), -each.at.timestamp()))
    longest = sorted(late, key=lambda each: (each.priority, each.due_at))
    oldest = sorted(decisions, key=lambda each: each.at)
    return Pulse(
        since, dict(open_), tuple(worst[:MOST_CHANGES]), tuple(longest[:MOST_LATE]), tuple(oldest[:MOST_DECISIONS]),
        len(worst), len(longest), len(oldest),
    )  # fmt: skip


def due(pulse: Pulse, at_set_time: bool) -> bool:
    """At a set time there is always a word, were it 平稳; in between only with news."""
    return at_set_time or pulse.news


def next_set_time(times: str, after: datetime, zone: tzinfo) -> datetime | None:
    """The next of "08:00,20:00", later than `after`; None without times."""
    rules = [CalendarRule("daily", time.fromisoformat(each)) for each in read_times(times)]
    coming = [at for rule in rules if (at := next_time(rule, after, zone)) is not None]
    return min(coming, default=None)


def next_look(after: datetime, hours: int) -> datetime | None:
    """When it is looked again whether a P0 or P1 is open; 0 hours: never."""
    return after + timedelta(hours=hours) if hours else None


def read_times(text: str) -> tuple[str, ...]:
    """ "20:00, 8:00" → ("08:00", "20:00"); what is no hour is left out."""
    padded = (part.strip().zfill(5) for part in re.split(r"[,，、;；\s]+", text) if part.strip())
    return tuple(sorted({each for each in padded if _TIME.fullmatch(each)})[:MOST_TIMES])


def switched(times: str, hour: str) -> str:
    """The times with this one turned on or off."""
    chosen = set(read_times(times))
    return ",".join(sorted(chosen - {hour} if hour in chosen else chosen | {hour}))
