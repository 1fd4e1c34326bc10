"""Quiet hours: from when to when a resident does not want to be woken, by the city's clock. They may span midnight."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.reading.numbers import plain_value
from bot.rules.reading.script import clean, fold

DAY = timedelta(days=1)
USUAL = ("22:00", "07:00")

_PART = r"(?P<{0}part>凌晨|早上|早晨|上午|朝早|中午|下午|傍晚|晚上|晚|夜晚|夜里)?"
_HOUR = r"(?P<{0}hour>\d{{1,2}})(?:[:.点時时](?P<{0}minute>\d{{2}}|半)?)?(?:分|钟|正)*\s*(?P<{0}half>am|pm)?"
_SPAN = re.compile(
    r"^(?:从|由)?\s*" + (_PART + _HOUR).format("from_") + r"\s*(?:-|–|—|~|～|至|到|to|until)+\s*(?:第2天|次日|翌日)?"
    + (_PART + _HOUR).format("to_") + r"$"
)  # fmt: skip
_AFTERNOON = {"下午", "傍晚", "晚上", "晚", "夜晚", "夜里", "pm"}


def quiet_until(now: datetime, quiet_from: str | None, quiet_to: str | None, zone: ZoneInfo) -> datetime | None:
    """When the quiet that reigns at `now` ends; None when it is not quiet. "22:00" and "07:00" are times of the clock.

    The same time twice is no quiet at all: nobody is cut off for a whole day by a slip of the thumb.
    """
    if not quiet_from or not quiet_to or quiet_from == quiet_to:
        return None
    begins, ends = time.fromisoformat(quiet_from), time.fromisoformat(quiet_to)
    local = now.astimezone(zone)
    for day in (local.date() - DAY, local.date()):
        start = datetime.combine(day, begins, zone)
        end = datetime.combine(day if begins < ends else day + DAY, ends, zone)
        if start <= local < end:
            return end.astimezone(now.tzinfo)
    return None


def read_quiet_hours(text: str) -> tuple[str, str] | None:
    """22:00-07:00, 22点到7点半, 晚上10点至早上7点, 10pm to 7am. None for what is no such span, or has no length."""
    figures = re.sub("[零一二两三四五六七八九十]+", lambda word: str(plain_value(word[0])), fold(clean(text)))
    found = _SPAN.match(figures.strip())
    if found is None:
        return None
    begins, ends = _clock(found, "from_"), _clock(found, "to_")
    return (begins, ends) if begins and ends and begins != ends else None


def _clock(found: re.Match[str], side: str) -> str | None:
    hour, minute = int(found[f"{side}hour"]), found[f"{side}minute"]
    minutes = 30 if minute == "半" else int(minute or 0)
    part = found[f"{side}half"] or found[f"{side}part"]
    if part in _AFTERNOON and hour < 12:
        hour += 12
    elif (part in ("am", "晚", "晚上", "夜里", "夜晚", "凌晨") and hour == 12) or hour == 24:
        hour = 0
    return f"{hour:02}:{minutes:02}" if hour < 24 and minutes < 60 else None
