"""Zero report (零报告): while it is on, silence is no report; every village says each day whether there is anything.

Days and hours are those of the city's clock. The hour is a setting (domain §3.6: 08:00 is the usual one for villages).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.rules.reading.numbers import plain_value
from bot.rules.reading.script import clean, fold

# A late report that was filed as a report is looked for this often, until the day is over.
LATE_LOOK = timedelta(minutes=5)
PERIODS = (1, 3, 7, 15)
"""Days offered with one tap; any number up to LONGEST can be typed."""
LONGEST = 92
HOURS = ("08:00", "12:00", "17:00", "20:00")
"""Offered with one tap, besides the usual hour of the settings; any other can be typed."""

_NOTHING_NEW = re.compile(r"(?:零报告?|(?:今[日天]|本日|本村)?(?:无新增|没有新增|无异常|一切正常))+")
_MARKS = re.compile(r"[\s,，。.!！;；、:：【】\[\]()（）]")

_HOUR = re.compile(
    r"(?P<part>早上|上午|中午|下午|晚上|夜晚|傍晚)?\s*(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})\s*"
    r"(?:[::](?P<minute>\d{2})|[点时](?:(?P<half>半)|(?P<after>\d{1,2})分?)?)"
)
_DAYS = re.compile(
    r"(?P<days>\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?P<unit>天|日|周|星期|days?|d\b)", re.IGNORECASE
)
_AFTERNOON = ("下午", "晚上", "夜晚", "傍晚")


@dataclass(frozen=True, slots=True)
class Round:
    """What was switched on. `due` is the hour by which a village reports, `lead` how long before it is asked."""

    from_day: date
    until_day: date
    due: time
    lead: timedelta


@dataclass(frozen=True, slots=True)
class Step:
    """What is due now on `day`, and when to look again (None: the round is over)."""

    day: date | None = None
    ask: bool = False
    listing: bool = False
    late: bool = False
    next_at: datetime | None = None


def step(round_: Round, now: datetime, asked: bool, listed: bool, all_in: bool = False) -> Step:
    """`now` carries the zone. `asked` and `listed` are those of today; `all_in`: nobody is missing any more.

    A day that has gone by unlooked-at (the program was away) is not made good: nobody can answer for it any more.
    """
    today = now.date()
    if today > round_.until_day:
        return Step()
    if today < round_.from_day:
        return Step(next_at=_asks_at(round_, round_.from_day, now))
    asks_at, due_at = _asks_at(round_, today, now), _at(today, round_.due, now)
    ask, listing = not asked and now >= asks_at, not listed and now >= due_at
    late = listed and not all_in
    if now < asks_at:
        next_at = asks_at
    elif now < due_at:
        next_at = due_at
    else:
        tomorrow = today + timedelta(days=1)
        next_at = _asks_at(round_, tomorrow, now) if tomorrow <= round_.until_day else _at(tomorrow, time(), now)
        if listing or late:
            next_at = min(next_at, now + LATE_LOOK)
    return Step(today, ask, listing, late, next_at)


def _at(day: date, hour: time, now: datetime) -> datetime:
    return datetime.combine(day, hour, now.tzinfo)


def _asks_at(round_: Round, day: date, now: datetime) -> datetime:
    """Never on the day before: what is asked in the evening is not yet tomorrow's."""
    return max(_at(day, round_.due, now) - round_.lead, _at(day, time(), now))


def first_day(due: time, now: datetime) -> date:
    """Today, as long as today's hour has not come."""
    return now.date() if now.time() < due else now.date() + timedelta(days=1)


def last_day(first: date, days: int) -> date:
    return first + timedelta(days=days - 1)


def read_hour(text: str) -> str | None:
    """08:00, 8点, 早上八点半, 下午5点, 18时30分 → "HH:MM"; None when no hour of a day is named."""
    found = _HOUR.search(fold(clean(text)))
    if found is None:
        return None
    hour = int(plain_value(found["hour"]) or 0)
    minute = 30 if found["half"] else int(found["minute"] or found["after"] or 0)
    if found["part"] in _AFTERNOON and hour < 12:
        hour += 12
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def read_days(text: str) -> int | None:
    """5天, 三日, 一周 → days, at most LONGEST; None when no period is named."""
    found = _DAYS.search(fold(clean(text)))
    number = int(plain_value(found["days"]) or 0) if found else 0
    if found is None or number < 1:
        return None
    return min(number * (7 if found["unit"] in ("周", "星期") else 1), LONGEST)


def says_nothing_new(text: str) -> bool:
    """零报告, 无新增, 今日无异常: said plainly and nothing else. Whole sentences are read elsewhere."""
    return _NOTHING_NEW.fullmatch(_MARKS.sub("", fold(clean(text)))) is not None


def hour_of(text: str) -> time | None:
    """A stored or tapped hour ("08:00" or "0800"); None for a forged one."""
    digits = text.replace(":", "")
    if len(digits) != 4 or not (digits.isascii() and digits.isdigit()):
        return None
    hour, minute = int(digits[:2]), int(digits[2:])
    return time(hour, minute) if hour < 24 and minute < 60 else None


@dataclass(frozen=True, slots=True)
class VillageOfficer:
    """`reachable`: the bot can write to them."""

    person_id: int
    name: str
    phone: str | None
    rank: str | None
    reachable: bool


@dataclass(frozen=True, slots=True)
class Village:
    """A village on one day of a round. `how` is tap, words or report; None while it has not reported."""

    code: str
    names: tuple[str, str]
    officers: tuple[VillageOfficer, ...] = ()
    how: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of a round with all its villages, as the duty room's list shows it. `due_at` carries no zone of its own.

    `towns`: names by code, for a district's list.
    """

    day_id: int
    round_id: int
    area: str
    area_names: tuple[str, str]
    day: date
    hour: str
    due_at: datetime
    villages: tuple[Village, ...]
    towns: dict[str, tuple[str, str]]
    stopped: bool = False

    def within(self, area: str) -> DayView:
        """The same day, of one town of the district alone."""
        if area == self.area:
            return self
        inside = tuple(village for village in self.villages if village.code.startswith(area))
        names = self.towns.get(area, self.area_names)
        return DayView(
            self.day_id, self.round_id, area, names, self.day, self.hour, self.due_at, inside, self.towns, self.stopped
        )

    @property
    def reported(self) -> tuple[Village, ...]:
        return tuple(village for village in self.villages if village.how is not None)

    @property
    def missing(self) -> tuple[Village, ...]:
        """Those that have an officer and have not reported."""
        return tuple(village for village in self.villages if village.how is None and village.officers)

    @property
    def without_officer(self) -> tuple[Village, ...]:
        return tuple(village for village in self.villages if not village.officers and village.how is None)

    @property
    def late(self) -> tuple[Village, ...]:
        """Reported after the hour, in the order in which they came."""
        came = [village for village in self.villages if village.at is not None and village.at > self.due_at]
        return tuple(sorted(came, key=lambda village: village.at or self.due_at))


def to_ask(villages: Iterable[Village]) -> list[tuple[Village, VillageOfficer]]:
    """Each officer that can be written to, of every village that has not reported yet."""
    return [
        (village, officer)
        for village in villages
        if village.how is None
        for officer in village.officers
        if officer.reachable
    ]


def by_town(villages: Sequence[Village]) -> dict[str, list[Village]]:
    """The villages by the code of their town, in the order of codes."""
    found: dict[str, list[Village]] = {}
    for village in sorted(villages, key=lambda each: each.code):
        found.setdefault(village.code[:9], []).append(village)
    return found
