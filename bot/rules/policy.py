"""Escalation policies of an administrator: which ladder holds for a case, and what it will do, minute by minute.

A policy replaces the built-in ladder of its priority, for a town or everywhere, for some categories or all, at all
hours or within some. The most particular one wins; of two alike, the newer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time

from bot.rules.category import Level
from bot.rules.escalation import Ladder, Whom

POST, PERSON = "post:", "person:"
"""post:A and post:B are the officers of the village; person:12 is somebody by their id."""


@dataclass(frozen=True)
class Scope:
    """Where and when a policy holds. `area` None: everywhere; no categories: all; `hours` may go past midnight."""

    level: Level
    area: str | None = None
    categories: tuple[str, ...] = ()
    hours: tuple[time, time] | None = None

    def holds(self, level: str, area: str, category: str, at: time) -> bool:
        return (
            self.level == level
            and (self.area is None or area.startswith(self.area))
            and (not self.categories or category in self.categories)
            and (self.hours is None or within(self.hours, at))
        )

    @property
    def particular(self) -> tuple[int, int, int]:
        """The more particular, the greater: first the place, then the category, then the hours."""
        return len(self.area or ""), int(bool(self.categories)), int(self.hours is not None)


def within(hours: tuple[time, time], at: time) -> bool:
    start, end = hours
    return start <= at < end if start < end else at >= start or at < end


@dataclass(frozen=True)
class Policy:
    """A version of a policy as it stands in the table."""

    id: int
    version: int
    scope: Scope
    ladder: Ladder


def chosen(policies: Iterable[Policy], level: str, area: str, category: str, at: time) -> Policy | None:
    """The policy of a case of this priority, place and category, begun at this hour of the city; None: built in."""
    holding = [each for each in policies if each.scope.holds(level, area, category, at)]
    return max(holding, key=lambda each: (each.scope.particular, each.id), default=None)


@dataclass(frozen=True)
class Call:
    """At this moment these are called, if nobody has answered. `again`: it is a repeat."""

    at: datetime
    whom: tuple[Whom, ...]
    silent: bool
    again: bool


def preview(ladder: Ladder, start: datetime, repeats: int = 2) -> tuple[Call, ...]:
    """Every call of a climb that nobody answers, with its first repeats."""
    calls, at = [], start
    for number in range(len(ladder.steps) + (repeats if ladder.repeat else 0)):
        step = ladder.step(number)
        if step is None:
            break
        at = at + step.wait if number else start
        calls.append(Call(at, tuple(dict.fromkeys(step.whom)), step.silent, number >= len(ladder.steps)))
    return tuple(calls)


def example(scope: Scope, night: datetime) -> datetime:
    """A moment for the preview: `night`, or where that is outside of the hours, their beginning on that day."""
    if scope.hours is None or within(scope.hours, night.time()):
        return night
    return night.replace(hour=scope.hours[0].hour, minute=scope.hours[0].minute)
