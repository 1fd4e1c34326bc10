"""When something occurred, was learned of and was sent → by when it must have been reported onwards.

A clock runs from its own basis: Order 493 counts from when the unit's head heard of it, the disaster statistics from
the event itself, the offices' own conventions from the officer's first message. An unknown time of the event is never
guessed: such a clock counts from when it was learned of, and says so. A clock that has run out is 超时, a neutral word
that asks for a reason; what it means is for people to judge.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, get_args

from bot.rules.category import Category, Level, Names
from bot.rules.grading import GRADES

Basis = Literal["occurred", "learned", "sent", "controlled"]
BASES: tuple[Basis, ...] = get_args(Basis)
Tier = Literal["town", "city", "unit"]
TIERS: tuple[Tier, ...] = get_args(Tier)
Deed = Literal["phoned", "written", "final"]
"""What meets a clock: 已电话报告, the text of a first report, a final report."""
DEEDS: tuple[Deed, ...] = get_args(Deed)
ENDED = frozenset({"false_alarm", "closed", "merged", "withdrawn", "drill"})
"""States of a case in which nothing runs any more."""


@dataclass(frozen=True, slots=True)
class When:
    """All that is set must hold. `grade`: this grade or a graver one; `sensitive`: whatever the grade."""

    priorities: tuple[Level, ...] = ()
    klasses: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    grade: str | None = None
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """A row of the table. `owed_by` reports, counted from `basis`; any of `when` makes it run (none: never)."""

    name: str
    names: Names
    owed_by: Tier
    basis: Basis
    limit: timedelta
    met_when: tuple[Deed, ...]
    source: str
    when: tuple[When, ...]


@dataclass(frozen=True, slots=True)
class Override:
    """A tenant's own limit: for a deadline in an area (a code and all below it) and a category; None is all of them.

    `limit` None switches it off there.
    """

    name: str
    limit: timedelta | None
    area: str | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True)
class FollowUps:
    """How often a case is reported on: by priority, until it is controlled; then a final report `final_within`.

    A step that is a day or longer never falls into the `quiet` hours. The room is told `group_after` the officer.
    """

    every: Mapping[str, timedelta] = field(default_factory=dict)
    group_after: timedelta = timedelta(minutes=15)
    quiet: tuple[str, str] = ("22:00", "08:00")


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The whole table."""

    deadlines: tuple[Deadline, ...] = ()
    overrides: tuple[Override, ...] = ()
    follow_ups: FollowUps = FollowUps()


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a case. `grade`: the confirmed one, else the proposal; times are aware, None is not known."""

    category: Category
    priority: str
    area: str
    sent_at: datetime
    learned_at: datetime
    occurred_at: datetime | None = None
    controlled_at: datetime | None = None
    grade: str | None = None
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """A clock that runs: from `started_at`, which is the `basis` (learned, where the event's own time is not known)."""

    deadline: Deadline
    basis: Basis
    started_at: datetime
    limit: timedelta

    @property
    def due_at(self) -> datetime:
        return self.started_at + self.limit


def clocks_of(table: Deadlines, facts: Facts) -> tuple[Due, ...]:
    """The clocks that run for this case, in the order of the table."""
    found = []
    for deadline in table.deadlines:
        limit = limit_of(table, deadline, facts)
        if limit is None or not any(_holds(when, facts) for when in deadline.when):
            continue
        basis, start = _start(deadline.basis, facts)
        if start is not None:
            found.append(Due(deadline, basis, start, limit))
    return tuple(found)


def limit_of(table: Deadlines, deadline: Deadline, facts: Facts) -> timedelta | None:
    """The limit here: of the overrides that fit, the one that names the most wins. None: switched off."""
    fitting = [
        override
        for override in table.overrides
        if override.name == deadline.name
        and (override.area is None or facts.area.startswith(override.area))
        and override.category in (None, facts.category.slug)
    ]
    if not fitting:
        return deadline.limit
    return max(fitting, key=lambda override: (override.category is not None, len(override.area or ""))).limit


def _start(basis: Basis, facts: Facts) -> tuple[Basis, datetime | None]:
    if basis == "occurred" and facts.occurred_at is None:
        return "learned", facts.learned_at
    starts = {
        "occurred": facts.occurred_at,
        "learned": facts.learned_at,
        "sent": facts.sent_at,
        "controlled": facts.controlled_at,
    }
    return basis, starts[basis]


def _holds(when: When, facts: Facts) -> bool:
    return (
        (not when.priorities or facts.priority in when.priorities)
        and (not when.klasses or facts.category.klass in when.klasses)
        and (not when.categories or facts.category.slug in when.categories)
        and (when.grade is None or at_least(facts.grade, when.grade))
        and (not when.sensitive or facts.sensitive)
    )


def at_least(grade: str | None, least: str) -> bool:
    """Whether a grade is this one or graver. No grade is none of them."""
    return grade in GRADES and GRADES.index(grade) <= GRADES.index(least)
