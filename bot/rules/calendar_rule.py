"""When a repeated notice goes out: every day, Monday to Friday, on days of the week or of the month, in a season.

A rule is kept in wall time of the city, as data in a row; the next moment is found from it, from `after` and the zone.
`tests/rules/test_calendar_rule.py` compares it with APScheduler's CronTrigger (decision 0019).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from bot.rules.reading.numbers import plain_value
from bot.rules.reading.script import clean, fold

KINDS = ("daily", "weekdays", "weekly", "monthly")
LAST_DAY = 31
"""As a day of the month: the last one, in every month. So is any day that a month does not have."""
Season = tuple[tuple[int, int], tuple[int, int]]
"""First and last day, each month and day; both belong to it. It may run over New Year."""
# The longest a rule can be silent: 29 February, and a season of that one day.
_FARTHEST = timedelta(days=8 * 366)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarRule:
    """`days` of a weekly rule are 0 (Monday) to 6, of a monthly one 1 to 31. `season` None: all year."""

    kind: str
    at: time
    days: tuple[int, ...] = ()
    season: Season | None = None

    def fits(self, day: date) -> bool:
        return self._of_its_days(day) and (self.season is None or in_season(self.season, day))

    def _of_its_days(self, day: date) -> bool:
        match self.kind:
            case "weekdays":
                return day.weekday() < 5
            case "weekly":
                return day.weekday() in self.days
            case "monthly":
                last = calendar.monthrange(day.year, day.month)[1]
                return day.day in {min(number, last) for number in self.days}
            case _:
                return True

    def to_json(self) -> dict[str, Any]:
        season = [list(end) for end in self.season] if self.season else None
        return {"kind": self.kind, "at": f"{self.at:%H:%M}", "days": list(self.days), "season": season}


def rule_from_json(kept: Mapping[str, Any]) -> CalendarRule | None:
    """As a row or a draft holds it. None for one that is empty or not whole yet."""
    kind, at, days = str(kept.get("kind", "")), str(kept.get("at", "")), tuple(int(day) for day in kept.get("days", ()))
    if kind not in KINDS or not at or (kind in ("weekly", "monthly") and not days):
        return None
    season = kept.get("season")
    ends = ((int(season[0][0]), int(season[0][1])), (int(season[1][0]), int(season[1][1]))) if season else None
    return CalendarRule(kind, time.fromisoformat(at), days, ends)


def in_season(season: Season, day: date) -> bool:
    first, last = season
    here = (day.month, day.day)
    return first <= here <= last if first <= last else here >= first or here <= last


def next_time(rule: CalendarRule, after: datetime, zone: tzinfo) -> datetime | None:
    """The first moment later than `after`; None for a rule that fits no day at all."""
    day = after.astimezone(zone).date()
    while (at := datetime.combine(day, rule.at, zone).astimezone(UTC)) - after < _FARTHEST:
        if at > after and rule.fits(day):
            return at
        day += _DAY
    return None


@dataclass(frozen=True, slots=True)
class Due:
    """What a look at a notice brings: whether it is `sent` now, how many times were `missed`, and the next time."""

    send: bool
    missed: int
    next_at: datetime | None


def look(rule: CalendarRule | None, next_at: datetime, now: datetime, zone: tzinfo, grace: timedelta) -> Due:
    """`next_at` is not later than `now`. Of several that went by, the last is sent if it is within the grace.

    `rule` None: it was to go out once.
    """
    last, passed, coming = next_at, 1, None
    while rule is not None:
        coming = next_time(rule, last, zone)
        if coming is None or coming > now:
            break
        last, passed = coming, passed + 1
    send = now - last <= grace
    return Due(send, passed - 1 if send else passed, coming)


_SEASON = re.compile(r"(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?\s*(?:到|至|[-~—–])+\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})")
_DAY_OF_MONTH = re.compile(r"(?:每月)?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?")


def read_season(text: str) -> Season | None:
    """4月15日到10月15日, 04-15..10-15. None for what is no such span, or days that no year has."""
    found = _SEASON.search(fold(clean(text)).replace("..", "-"))
    if found is None:
        return None
    first_month, first_day, last_month, last_day = (int(part) for part in found.groups())
    first, last = (first_month, first_day), (last_month, last_day)
    return (first, last) if _a_day(first) and _a_day(last) else None


def _a_day(day: tuple[int, int]) -> bool:
    month, number = day
    return 1 <= month <= 12 and 1 <= number <= calendar.monthrange(2024, month)[1]


def read_day_of_month(text: str) -> int | None:
    """15, 15号, 每月五号, 月末 → 1 to 31."""
    folded = fold(clean(text)).strip()
    if folded in ("月末", "月底", "最后一天", "last"):
        return LAST_DAY
    found = _DAY_OF_MONTH.fullmatch(folded)
    number = int(plain_value(found[1]) or 0) if found else 0
    return number if 1 <= number <= LAST_DAY else None
