"""When a drill speaks up: reminders before it, the call to sign in, the end. Facts in, deeds out, now an argument."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Deed = Literal["remind", "start", "end"]


@dataclass(frozen=True, slots=True)
class Reminder:
    """`what` names it within its drill: the minutes before the start."""

    what: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Due:
    """`passed`: reminders that are done with; `deeds`: what happens now, in order, at most one of each kind."""

    passed: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()


def schedule(starts_at: datetime, now: datetime, minutes_before: Iterable[int]) -> list[Reminder]:
    """The reminders still to come; one that would have been due by now is skipped, the invitation stands for it."""
    planned = {before: starts_at - timedelta(minutes=before) for before in minutes_before if before > 0}
    return [Reminder(str(before), at) for before, at in sorted(planned.items(), reverse=True) if at > now]


def due(state: str, starts_at: datetime, ends_at: datetime, waiting: Sequence[Reminder], now: datetime) -> Due:
    """What is due by now. After downtime overdue reminders are one, and none at all when the drill has begun.

    A drill that began and ended in the meantime is started and ended, so that its record says so.
    """
    passed = tuple(reminder.what for reminder in waiting if reminder.at <= now)
    if state == "planned" and now >= starts_at:
        every = tuple(reminder.what for reminder in waiting)
        return Due(every, ("start", "end") if now >= ends_at else ("start",))
    if state == "planned":
        return Due(passed, ("remind",) if passed else ())
    if state == "running" and now >= ends_at:
        return Due(passed, ("end",))
    return Due(passed)
