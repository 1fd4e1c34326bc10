"""复盘: when a short review of a grave case is asked for, and how its words are read.

Asked on a working day (Monday to Friday; holidays are not known here) at a decent hour, a few times, then no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from bot.rules.drill_time import read_planned_time
from bot.rules.reading.script import fold

LONGEST = 1500
"""Characters of each part."""
MOST_ITEMS = 10
PARTS = ("good", "change", "items")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Item:
    """谁在何时前改: `who` as it was written ("" for nobody named), `due` a day (None: none named)."""

    who: str
    due: date | None
    text: str


@dataclass(frozen=True)
class ItemView:
    """An item as it stands. `done_by`: who said that it is done."""

    id: int
    who: str
    due: date | None
    text: str
    done_at: datetime | None = None
    done_by: str | None = None


@dataclass(frozen=True)
class ReviewView:
    """`state`: new, waiting (it is asked for), silent (asked often enough), written, waived (`reason`)."""

    report_id: int
    number: str
    state: str
    closed_at: datetime
    good: str = ""
    change: str = ""
    items: tuple[ItemView, ...] = ()
    by: str | None = None
    at: datetime | None = None
    reason: str | None = None

    @property
    def open(self) -> bool:
        return self.state in ("new", "waiting", "silent")


def first_ask(closed_at: datetime, hour: str, zone: tzinfo) -> datetime:
    """The working day after the one on which the case was closed."""
    return _working(closed_at.astimezone(zone).date() + _DAY, hour, zone)


def next_ask(now: datetime, days: int, hour: str, zone: tzinfo) -> datetime:
    return _working(now.astimezone(zone).date() + days * _DAY, hour, zone)


def _working(day: date, hour: str, zone: tzinfo) -> datetime:
    while day.weekday() > 4:
        day += _DAY
    return datetime.combine(day, time.fromisoformat(hour), zone)


def remind_at(due: date, hour: str, zone: tzinfo) -> datetime:
    """On the day itself, in the morning."""
    return datetime.combine(due, time.fromisoformat(hour), zone)


_LABELS: Mapping[str, str] = {
    "good": r"做得好的?|好的(?:地方|方面)?|亮点|what went well|went well|good",
    "change": r"要改的?|要改进的?|不足|问题|what to change|to change|change",
    "items": r"谁在何时前改|谁何时改|谁来改|改进项|整改|who by when|actions?",
}
_ANY = re.compile(
    "|".join(rf"(?P<{part}>(?:^|(?<=\n)|(?<=[。；;]))\s*(?:\d\s*[.、)]\s*)?(?:{label})\s*[:：])"
             for part, label in _LABELS.items()),
    re.IGNORECASE,
)  # fmt: skip


def read_whole(text: str) -> dict[str, str] | None:
    """All three parts in one message, each behind its heading (做得好的：… 要改的：… 谁在何时前改：…). Else None."""
    found = list(_ANY.finditer(_simple(text)))
    parts: dict[str, str] = {}
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=False):
        said = text[match.end() : end].strip(" \n；;")
        parts[str(match.lastgroup)] = said[:LONGEST]
    return parts if {"good", "change"} <= set(parts) else None


def _simple(text: str) -> str:
    """Folded to simplified characters where that keeps every place; headings in the traditional script are read too."""
    folded = fold(text)
    return folded if len(folded) == len(text) else text


_NOTHING = re.compile(r"\s*(?:无|没有|無|沒有|none|no|-)?\s*[。.]?\s*", re.IGNORECASE)
_SPACE = re.compile(r"[\s,，:：;；]+")
_BEFORE = re.compile(r"^(?:之?前|以前|内|內|by|before)\s*|[,，:：;；。\s]+")


def read_items(text: str, now: datetime) -> tuple[Item, ...]:
    """A line each: 李秀英 12月1日前 清排水沟. `now` carries the zone. 无 is none at all."""
    if _NOTHING.fullmatch(text):
        return ()
    lines = [re.sub(r"^\s*(?:\d{1,2}[.、)）]|[-·•])\s*", "", line).strip() for line in re.split(r"[\n；;]+", text)]
    return tuple(_item(line, now) for line in lines if line)[:MOST_ITEMS]


def _item(line: str, now: datetime) -> Item:
    words = [word for word in _SPACE.split(line) if word]
    for at, word in enumerate(words):
        due = _day(word, now)
        if due is not None:
            others = [*words[:at], *([rest] if (rest := _after_day(word)) else []), *words[at + 1 :]]
            return _named(others, due)
    return _named(words, None)


_DATE = re.compile(
    r"(?:\d{4}[-年./])?\d{1,2}[-月./]\d{1,2}[日号號]?|(?:下个?|下個|本|这|這)?(?:周|星期|礼拜|週|禮拜)[一二三四五六日天]|"
    r"(?:明|后|後|大后)[天日]|\d{1,2}[日号號]|月底|月末|[一二两三四五六七八九十\d]+个?(?:天|周|星期)(?:之?内|后)"
)


def _day(word: str, now: datetime) -> date | None:
    found = _DATE.match(word)
    if found is None:
        return None
    said = fold(found[0])
    if said in ("月底", "月末"):
        return (now.date().replace(day=28) + 4 * _DAY).replace(day=1) - _DAY
    planned = read_planned_time(re.sub(r"之?内$", "后", said), now)
    return planned.day or (planned.at.date() if planned.at else None)


def _after_day(word: str) -> str:
    found = _DATE.match(word)
    return _BEFORE.sub("", word[found.end() :]) if found else ""


def _named(words: list[str], due: date | None) -> Item:
    """The first of several words is who; a single one is what."""
    cleaned = [each for word in words if (each := _BEFORE.sub("", word))]
    if len(cleaned) > 1:
        return Item(cleaned[0], due, " ".join(cleaned[1:]))
    return Item("", due, "".join(cleaned))


def who_is(said: str, names: Iterable[tuple[int, str]]) -> int | None:
    """The one person of these with this name; None for nobody, or for several."""
    found = {number for number, name in names if said and name == said}
    return found.pop() if len(found) == 1 else None
