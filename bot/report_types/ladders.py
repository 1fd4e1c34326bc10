"""The escalation ladders, from `escalation.toml` or a file that replaces it."""

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType

from bot.report_types.categories import load_functions
from bot.report_types.toml_table import LEVELS, Table, read_toml
from bot.rules.category import Level
from bot.rules.escalation import FUNCTION, WHOM, Ladder, Step, Whom


@cache
def load_ladder(path: Path | None = None) -> Mapping[Level, Ladder]:
    """The ladder of every priority. Raises DataFault for a file that cannot be used: at the start, not at night."""
    table = read_toml(path or "escalation.toml")
    ladders = {level: _ladder(level, table.table(level)) for level in LEVELS}
    table.end()
    return MappingProxyType(ladders)


def _ladder(level: Level, table: Table) -> Ladder:
    steps = tuple(_step(row, first=number == 0) for number, row in enumerate(table.rows("step")))
    if not steps:
        raise table.fault("step", "is missing: nobody would be called")
    repeat = _step(table.table("repeat"), first=False) if table.has("repeat") else None
    if repeat is None and level == "P0":
        raise table.fault("repeat", "is missing: a life at risk is called out until somebody answers")
    ladder = Ladder(level, steps, repeat, _span(table, "ack_minutes"), _span(table, "progress_minutes"))
    table.end()
    return ladder


def _step(table: Table, *, first: bool) -> Step:
    wait = _minutes(table, "wait_minutes")
    if not first and not wait:
        raise table.fault("wait_minutes", "must be 1 or more after the first step")
    step = Step(wait, tuple(_whom(table, name) for name in table.texts("whom")), table.flag("silent", default=False))
    if not step.whom:
        raise table.fault("whom", "names nobody")
    table.end()
    return step


def _span(table: Table, key: str) -> timedelta | None:
    return (_minutes(table, key) or None) if table.has(key) else None


def _minutes(table: Table, key: str) -> timedelta:
    minutes = table.number(key)
    if not 0 <= minutes <= 24 * 60:
        raise table.fault(key, "must be 0 to 1440 minutes")
    return timedelta(minutes=minutes)


def _whom(table: Table, name: str) -> Whom:
    if name in WHOM or (name.startswith(FUNCTION) and name.removeprefix(FUNCTION) in load_functions()):
        return name
    raise table.fault(
        "whom", f"must be among {', '.join(WHOM)}, {FUNCTION}water (a key of functions.toml), found {name!r}"
    )
