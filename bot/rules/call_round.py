"""叫应: who is called for a village, in which order, and when the next one's turn comes.

A post → B post → head of the village → the town's duty room, each after so many minutes of silence, for that village
alone. Times are aware datetimes, waits timedeltas. The order is a convention of ours, the minutes a setting.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal, get_args

Whom = Literal["A", "B", "head", "town"]
LADDER: tuple[Whom, ...] = get_args(Whom)
"""The order of calling. The last is a room, which always has a turn."""

LATE = timedelta(seconds=60)
"""A step up to this late is a slow tick. Later than that we were down, and answers may still be on their way to us."""
GRACE = timedelta(seconds=15)
"""So long after a pause of ours the next one is called: what was answered meanwhile comes in first."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an officer's post (`rank` A, B or none) or is head of a village; `unsent`: why nothing can be sent."""

    person_id: int
    role: Literal["officer", "head"]
    rank: str | None = None
    unsent: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A turn. `outcome` is set on one that is over before it began: vacant, or why this person cannot be called."""

    number: int
    whom: Whom
    due_at: datetime
    person_id: int | None = None
    outcome: str | None = None


def turns(holders: Iterable[Holder]) -> dict[Whom, tuple[Holder, ...]]:
    """Who is called when, each once. Officers without a rank fill vacant posts; the rest go with B."""
    ranked = sorted(holders, key=lambda each: (each.role != "officer", each.rank is None, each.rank or ""))
    officers = [each for each in ranked if each.role == "officer"]
    first = [each for each in officers if each.rank == "A"] or [each for each in officers if each.rank is None]
    second = [each for each in officers if each.person_id != first[0].person_id] if first else officers
    heads = [each for each in ranked if each.role == "head"]
    by_whom: dict[Whom, tuple[Holder, ...]] = {}
    called: set[int] = set()
    in_turn: tuple[tuple[Whom, list[Holder]], ...] = (("A", first[:1]), ("B", second), ("head", heads))
    for whom, people in in_turn:
        new = {each.person_id: each for each in reversed(people) if each.person_id not in called}
        by_whom[whom] = tuple(reversed(new.values()))
        called |= set(new)
    return by_whom


def plan(holders: Sequence[Holder], start: datetime, wait: timedelta) -> tuple[Step, ...]:
    """The steps of one village. A post that is vacant, or whose holder cannot be reached, costs no time."""
    by_whom, steps, due_at = turns(holders), list[Step](), start
    for number, whom in enumerate(LADDER):
        people = by_whom.get(whom, ())
        if whom == "town":
            steps.append(Step(number, whom, due_at))
        elif not people:
            steps.append(Step(number, whom, due_at, outcome="vacant"))
        steps += [Step(number, whom, due_at, each.person_id, each.unsent) for each in people]
        if any(each.unsent is None for each in people):
            due_at += wait
    return tuple(steps)


@dataclass(frozen=True, slots=True)
class Turn:
    """What to do for one village now: call step `number`, or nothing; all steps from there on move by `shift`."""

    number: int | None = None
    shift: timedelta = timedelta()


def due(waiting: Mapping[int, datetime], now: datetime) -> Turn:
    """`waiting`: by number, when the steps that are not done fall due. One step at a time, however late we are."""
    if not waiting:
        return Turn()
    number = min(waiting)
    late = now - waiting[number]
    if late < timedelta():
        return Turn()
    return Turn(shift=late + GRACE) if late > LATE else Turn(number)


def pulled_forward(waiting: Mapping[int, datetime], now: datetime) -> timedelta:
    """By how much the steps that are not done move, because nobody hears the last one. Never later than they were."""
    return min(now - waiting[min(waiting)], timedelta()) if waiting else timedelta()


def heard_again(waiting: Mapping[int, datetime], now: datetime, wait: timedelta) -> timedelta:
    """Somebody has answered, but not rightly: they are awake, and have the whole time anew. Never sooner."""
    return max(now + wait - waiting[min(waiting)], timedelta()) if waiting else timedelta()


def moved(steps: Iterable[Step], shift: timedelta) -> tuple[Step, ...]:
    """These steps, later or sooner."""
    return tuple(replace(step, due_at=step.due_at + shift) for step in steps)
