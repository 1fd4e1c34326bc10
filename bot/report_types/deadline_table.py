"""The deadlines and follow-up intervals, from `deadlines.toml` or a file that replaces it."""

from collections.abc import Sequence
from datetime import time, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar

from bot.report_types.categories import load_categories
from bot.report_types.toml_table import LEVELS, Table, read_toml
from bot.rules.category import KLASSES, Level
from bot.rules.deadlines import BASES, DEEDS, TIERS, Deadline, Deadlines, FollowUps, Override, When
from bot.rules.grading import GRADES

Word = TypeVar("Word", bound=str)
LONGEST = 60 * 24 * 60


@cache
def load_deadlines(path: Path | None = None) -> Deadlines:
    """The whole table. Raises DataFault for a file that cannot be used: at the start, not at night."""
    table = read_toml(path or "deadlines.toml")
    rows = table.table("deadline").tables() if table.has("deadline") else ()
    deadlines = tuple(_deadline(name, row) for name, row in rows)
    known = [deadline.name for deadline in deadlines]
    overrides = tuple(_override(row, known) for row in table.rows("override"))
    follow_ups = _follow_ups(table.table("follow_up")) if table.has("follow_up") else FollowUps()
    table.end()
    return Deadlines(deadlines, overrides, follow_ups)


def _deadline(name: str, table: Table) -> Deadline:
    deadline = Deadline(
        name=name,
        names=table.names("names"),
        owed_by=_one_of(table, "owed_by", TIERS),
        basis=_one_of(table, "basis", BASES),
        limit=_minutes(table, "minutes"),
        met_when=tuple(_among(table, "met_when", word, DEEDS) for word in table.texts("met_when")),
        source=table.text("source"),
        when=tuple(_when(row) for row in table.rows("when")),
    )
    table.end()
    return deadline


def _when(table: Table) -> When:
    def some(key: str, allowed: Sequence[Word]) -> tuple[Word, ...]:
        return tuple(_among(table, key, word, allowed) for word in table.texts(key)) if table.has(key) else ()

    levels: tuple[Level, ...] = some("priorities", LEVELS)
    when = When(
        priorities=levels,
        klasses=some("klasses", KLASSES),
        categories=some("categories", tuple(load_categories())),
        grade=_one_of(table, "grade", GRADES) if table.has("grade") else None,
        sensitive=table.flag("sensitive", default=False),
    )
    table.end()
    return when


def _override(table: Table, known: Sequence[str]) -> Override:
    off = table.flag("off", default=False)
    override = Override(
        name=_one_of(table, "deadline", known),
        limit=None if off else _minutes(table, "minutes"),
        area=table.text_or_none("area"),
        category=_one_of(table, "category", tuple(load_categories())) if table.has("category") else None,
    )
    table.end()
    return override


def _follow_ups(table: Table) -> FollowUps:
    every: dict[str, timedelta] = {level: _minutes(table, level) for level in LEVELS if table.has(level)}
    group_after = _minutes(table, "group_after") if table.has("group_after") else FollowUps().group_after
    quiet = table.texts("quiet") if table.has("quiet") else FollowUps().quiet
    if len(quiet) != 2 or not all(_is_time(each) for each in quiet):
        raise table.fault("quiet", 'must be two times, such as ["22:00", "08:00"]')
    table.end()
    return FollowUps(every, group_after, (quiet[0], quiet[1]))


def _is_time(text: str) -> bool:
    try:
        time.fromisoformat(text)
    except ValueError:
        return False
    return True


def _minutes(table: Table, key: str) -> timedelta:
    minutes = table.number(key)
    if not 1 <= minutes <= LONGEST:
        raise table.fault(key, f"must be 1 to {LONGEST} minutes")
    return timedelta(minutes=minutes)


def _one_of(table: Table, key: str, allowed: Sequence[Word]) -> Word:
    return _among(table, key, table.text(key), allowed)


def _among(table: Table, key: str, value: str, allowed: Sequence[Word]) -> Word:
    for word in allowed:
        if word == value:
            return word
    raise table.fault(key, f"must be among {', '.join(allowed)}, found {value!r}")
