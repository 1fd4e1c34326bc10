"""When a drill will be: 5月12日上午10点, 明天下午3点, 下周三两点半, 2026-05-12 10:00. Always a time to come.

The same words as in reports are read (`bot.rules.reading.times`), after those that only plans use have been turned into
a date. Whatever is left over unread makes the whole unread: a drill on the wrong day is worse than a question more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.rules.reading.numbers import plain_value
from bot.rules.reading.script import clean, fold
from bot.rules.reading.times import Precision, Problem, find_time

FARTHEST = timedelta(days=400)
# A date so long gone that next year's is meant: 1月5日 said in December.
NEXT_YEAR_AFTER = timedelta(days=180)
_FILLER = re.compile(r"[\s,，。.;；、!！:：]|开始|举行|集合|进行|的|嘅|在|于|演练|吧")
_DAY_WORDS = re.compile(r"月|号|日|天|周|星期|礼拜|今|明|听|后|\d\s*[-/.]\s*\d")
_YEAR = re.compile(r"\d{4}\s*[-/年]")
_UNITS = {"分钟": 1, "小时": 60, "钟头": 60, "钟": 60, "天": 1440, "日": 1440}
_UNITS |= {"星期": 10080, "礼拜": 10080, "周": 10080}
_LATER = re.compile(rf"(?P<n>半|\d+|[一二两三四五六七八九十]+)\s*个?(?P<unit>{'|'.join(_UNITS)})(?:之|以)?后")
_DIGITS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class PlannedTime:
    """`at`, or only a `day` whose hour is still to be asked, or a `problem`: past, impossible, unreadable, far."""

    at: datetime | None = None
    day: date | None = None
    problem: str | None = None


def read_planned_time(text: str, now: datetime, day: date | None = None) -> PlannedTime:
    """`now` carries the zone. `day` is one chosen before, for words that name none (上午10点)."""
    words = _with_dates(fold(clean(text)), now)
    if words is None:
        return PlannedTime(problem="impossible")
    if day is not None and not _DAY_WORDS.search(words):
        words = f"{day.isoformat()} {words}"
    reading = find_time(words, now, future=True)
    if reading is None:
        return PlannedTime(problem="unreadable")
    if reading.problem is Problem.IMPOSSIBLE_DATE:
        return PlannedTime(problem="impossible")
    start, end = reading.span
    if reading.at is None or _FILLER.sub("", words[:start] + words[end:]):
        return PlannedTime(problem="unreadable")
    only_day = reading.precision is Precision.HOUR_OR_WORSE and reading.until is not None
    return _coming(reading.at, only_day, words, now)


def _coming(at: datetime, only_day: bool, words: str, now: datetime) -> PlannedTime:
    over = at.date() < now.date() if only_day else at <= now
    if over:
        later = _next_such(at, words, now)
        if later is None:
            return PlannedTime(problem="past")
        at = later
    if at - now > FARTHEST:
        return PlannedTime(problem="far")
    return PlannedTime(day=at.date()) if only_day else PlannedTime(at)


def _next_such(at: datetime, words: str, now: datetime) -> datetime | None:
    """The same date next year, next month or next week, where the words leave that open."""
    try:
        if re.search(r"月|\d\s*[-/]\s*\d", words):
            far_gone = now - at > NEXT_YEAR_AFTER and not _YEAR.search(words)
            return at.replace(year=at.year + 1) if far_gone else None
        if re.search(r"\d+号|[一二三四五六七八九十]号", words):
            return at.replace(year=at.year + at.month // 12, month=at.month % 12 + 1)
    except ValueError:
        return None
    named = re.search(r"(?P<which>[上下本这今呢个]*)(?:周|星期|礼拜)", words)
    return at + timedelta(days=7) if named and not named["which"] else None


def _with_dates(words: str, now: datetime) -> str | None:
    """Words that only plans use, as dates: 大后天, 下个月5号, 下周同一天, 三天后, 2026.5.12. None: no such day."""
    words = re.sub(r"(\d{4})\.(\d{1,2})\.(\d{1,2})", r"\1-\2-\3", words)
    words = re.sub(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)", r"\1-\2-\3", words)
    words = re.sub(r"(?:^|(?<=\s))(\d{2})(\d{2})$", r"\1:\2", words)
    words = re.sub(r"the day after tomorrow", "后天", words)
    words = words.replace("tomorrow", "明天").replace("today", "今天")
    for name, days in (("大后天", 3), ("大后日", 3), ("下周同一天", 7), ("下周今天", 7), ("下星期同一天", 7)):
        words = words.replace(name, f"{_after(now, days)} ")
    month = re.search(rf"下个?月\s*(\d{{1,2}}|[{_DIGITS}]+)[号日]", words)
    if month:
        first = (now.replace(day=1) + timedelta(days=32)).replace(day=1)
        try:
            chosen = first.replace(day=_number(month[1]))
        except ValueError:
            return None
        words = words.replace(month[0], f"{chosen.date().isoformat()} ")
    return _LATER.sub(lambda found: _from_now(found, now), words)


def _from_now(found: re.Match[str], now: datetime) -> str:
    minutes = _UNITS[found["unit"]] * (0.5 if found["n"] == "半" else _number(found["n"]))
    at = now + timedelta(minutes=minutes)
    whole_days = _UNITS[found["unit"]] >= 1440
    return f"{at:%Y-%m-%d} " if whole_days else f"{at + timedelta(seconds=59):%Y-%m-%d %H:%M}"


def _after(now: datetime, days: int) -> str:
    return (now + timedelta(days=days)).date().isoformat()


def _number(text: str) -> int:
    return plain_value(text) or 0
