"""A duty table as offices keep it (日期 | 带班领导 | 主班 | 副班) read into shifts; faulty cells are named.

Columns: 日期; 班次 (白班, 夜班, 全天) or 开始 and 结束; then a column a seat with a name or telephone. A row without
a time runs from one change of shift to the next day's.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from bot.rules.roster_tables import Row
from bot.rules.shifts import SEATS

MOST_LINES = 800
HEADINGS = {
    "date": ("日期", "date", "值班日期"),
    "shift": ("班次", "shift"),
    "from": ("开始", "from", "开始时间", "start"),
    "to": ("结束", "to", "结束时间", "end"),
    "leader": ("带班领导", "带班", "领导", "leader", "帶班領導"),
    "main": ("主班", "值班员", "值班人员", "值班", "main", "duty", "officer"),
    "deputy": ("副班", "副值", "deputy"),
}
_SHIFTS = {"白班": "day", "日班": "day", "day": "day", "夜班": "night", "晚班": "night", "night": "night"}
_WHOLE = {"", "全天", "24小时", "whole", "all"}
_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:：点时]([0-5]\d)?")


@dataclass(frozen=True)
class Planned:
    line: int
    seat: str
    starts_at: datetime
    ends_at: datetime
    person: int


@dataclass(frozen=True)
class Unreadable:
    """`what`: no_date, bad_date, bad_time, nobody (the name is not on the staff), several, no_columns, too_long."""

    line: int
    what: str
    cell: str = ""


@dataclass(frozen=True)
class Around:
    """`staff`: id → (name, phone) of whoever may sit here."""

    staff: Mapping[int, tuple[str, str | None]]
    change: time
    night: time
    today: date
    zone: tzinfo


def read(columns: Sequence[str], rows: Sequence[Row], around: Around) -> tuple[list[Planned], list[Unreadable]]:
    """Every good cell, and what is wrong with the others."""
    heads = {head: column for column in columns for head, words in HEADINGS.items() if column.strip().lower() in words}
    if "date" not in heads or not any(seat in heads for seat in SEATS):
        return [], [Unreadable(1, "no_columns", ", ".join(columns)[:100])]
    if len(rows) > MOST_LINES:
        return [], [Unreadable(MOST_LINES, "too_long", str(len(rows)))]
    good: list[Planned] = []
    bad: list[Unreadable] = []
    for row in rows:
        cells = {head: row.cells.get(column, "").strip() for head, column in heads.items()}
        span = _span(cells, row.line, around)
        if isinstance(span, Unreadable):
            bad.append(span)
            continue
        for seat in SEATS:
            if cells.get(seat):
                person = _person(cells[seat], row.line, around)
                if isinstance(person, Unreadable):
                    bad.append(person)
                else:
                    good.append(Planned(row.line, seat, *span, person))
    return good, bad


def rows_of_text(text: str) -> tuple[tuple[str, ...], list[Row]]:
    """Pasted lines: cells separated by a tab, comma, semicolon or |; the first line names the columns."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return (), []
    mark = next((mark for mark in "\t,，;；|" if mark in lines[0]), ",")
    cells = [[cell.strip() for cell in line] for line in csv.reader(lines, delimiter=mark)]
    columns = tuple(cells[0])
    return columns, [Row(number, dict(zip(columns, line, strict=False))) for number, line in enumerate(cells[1:], 2)]


def _span(cells: Mapping[str, str], line: int, around: Around) -> tuple[datetime, datetime] | Unreadable:
    day = _day(cells["date"], around.today)
    if day is None:
        return Unreadable(line, "bad_date" if cells["date"] else "no_date", cells["date"][:40])
    since, until = _clock(cells.get("from", "")), _clock(cells.get("to", ""))
    if (cells.get("from") and since is None) or (cells.get("to") and until is None):
        return Unreadable(line, "bad_time", f"{cells.get('from', '')} {cells.get('to', '')}".strip()[:40])
    shift = _SHIFTS.get(cells.get("shift", "").lower())
    if shift is None and cells.get("shift", "").lower() not in _WHOLE:
        return Unreadable(line, "bad_time", cells["shift"][:40])
    usual = {"day": (around.change, around.night), "night": (around.night, around.change)}
    begins, ends = usual.get(shift or "", (around.change, around.change))
    begins, ends = since or begins, until or ends
    start = datetime.combine(day, begins, tzinfo=around.zone)
    end = datetime.combine(day if ends > begins else day + timedelta(days=1), ends, tzinfo=around.zone)
    return start, end


def _day(said: str, today: date) -> date | None:
    """A year that is not said is the one in which the day is nearest."""
    found = _DAY.match(said)
    if not found:
        return None
    month, day = int(found[2]), int(found[3])
    years: Iterable[int] = [int(found[1])] if found[1] else (today.year, today.year + 1, today.year - 1)
    possible = []
    for year in years:
        try:
            possible.append(date(year, month, day))
        except ValueError:
            continue
    return min(possible, key=lambda each: abs(each - today), default=None)


def _clock(said: str) -> time | None:
    found = _CLOCK.search(said)
    return time(int(found[1]) % 24, int(found[2] or 0)) if found else None


def _person(said: str, line: int, around: Around) -> int | Unreadable:
    digits = re.sub(r"\D", "", said)
    if len(digits) >= 7:
        found = [person for person, (_, phone) in around.staff.items() if phone and phone.endswith(digits[-11:])]
    else:
        name = re.sub(r"\s", "", said)
        found = [person for person, (known, _) in around.staff.items() if re.sub(r"\s", "", known) == name]
    if len(found) == 1:
        return found[0]
    return Unreadable(line, "several" if found else "nobody", said[:40])
