"""When the clock next says so: every day, every week, every month at an hour of the city."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = timedelta(days=1)


def next_at(now: datetime, hour: time) -> datetime:
    """The next time later than `now` (which carries the zone) that it is this hour."""
    return _first(now, hour, lambda day: True)


def next_weekly(now: datetime, said: str) -> datetime | None:
    """ "mon 09:00" → the next such moment; None for an empty text. ValueError for one that is no such thing."""
    if not said.strip():
        return None
    weekday, hour = read_weekly(said)
    return _first(now, hour, lambda day: day.weekday() == weekday)


def next_monthly(now: datetime, said: str) -> datetime | None:
    """ "15 03:00" → the next such moment; None for an empty text. Days up to 28, which every month has."""
    if not said.strip():
        return None
    number, hour = read_monthly(said)
    return _first(now, hour, lambda day: day.day == number)


def read_weekly(said: str) -> tuple[int, time]:
    found = re.fullmatch(rf"({'|'.join(WEEKDAYS)})\s+(\d\d:\d\d)", said.strip().lower())
    if not found:
        raise ValueError(f"no weekday and hour: {said!r}; for example mon 09:00")
    return WEEKDAYS.index(found[1]), time.fromisoformat(found[2])


def read_monthly(said: str) -> tuple[int, time]:
    found = re.fullmatch(r"(\d{1,2})\s+(\d\d:\d\d)", said.strip())
    if not found or not 1 <= int(found[1]) <= 28:
        raise ValueError(f"no day of the month (1 to 28) and hour: {said!r}; for example 15 03:00")
    return int(found[1]), time.fromisoformat(found[2])


def _first(now: datetime, hour: time, fits: Callable[[datetime], bool]) -> datetime:
    at = datetime.combine(now.date(), hour, tzinfo=now.tzinfo)
    while at <= now or not fits(at):
        at = datetime.combine(at.date() + _DAY, hour, tzinfo=now.tzinfo)
    return at
