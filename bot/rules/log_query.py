"""What is typed after /log: a case's number, a day, a person, in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules.case_number import normalise
from bot.rules.case_query import fitting, number_end
from bot.rules.reading.script import clean, fold

_DAY = re.compile(r"(?:(?P<year>\d{4})[-./年])?(?P<month>\d{1,2})[-./月](?P<day>\d{1,2})日?")
_NAMED = {"今天": 0, "today": 0, "昨天": 1, "yesterday": 1, "前天": 2}
MOST_NAMES = 3


@dataclass(frozen=True)
class LogQuery:
    """A line answers all of it. `number` is whole, or an end that begins with -; a name is a part of the actor's."""

    raw: str = ""
    number: str | None = None
    day: date | None = None
    names: tuple[str, ...] = ()


def read_log_query(text: str, today: date) -> LogQuery:
    """派潭-261123-01, 陈值班 11-22, 2026-11-22, 昨天 陈值班."""
    raw = fitting(" ".join(clean(text).replace(":", " ").split()))
    whole = normalise(raw) or number_end(raw)
    if whole:
        return LogQuery(raw, whole)
    number, day, names = None, None, []
    for word in raw.split():
        said = normalise(word) or number_end(word)
        on = _day(fold(word), today)
        if said:
            number = said
        elif on:
            day = on
        else:
            names.append(word)
    return LogQuery(raw, number, day, tuple(names[:MOST_NAMES]))


def _day(word: str, today: date) -> date | None:
    """A day without its year is the last one of that name."""
    if word in _NAMED:
        return today - timedelta(days=_NAMED[word])
    found = _DAY.fullmatch(word)
    if found is None:
        return None
    try:
        day = date(int(found["year"] or today.year), int(found["month"]), int(found["day"]))
        return day if found["year"] or day <= today else day.replace(year=today.year - 1)
    except ValueError:
        return None
