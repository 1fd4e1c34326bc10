"""处置清单 by category, from `checklists.toml` or a file that replaces it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from bot.report_types.categories import load_categories, load_functions
from bot.report_types.toml_table import LEVELS, Table, read_toml
from bot.rules.category import KLASSES
from bot.rules.checklist import COUNTS, FACTS, ROLES_OF_STEPS, Plan, Step, When
from bot.rules.grading import GRADES
from bot.rules.reading.tables import table as word_table

COMMON, ANY = "common", "any"
LONGEST_MINUTES = 14 * 24 * 60
LONGEST_NAME = 60


@cache
def load_checklists(path: Path | None = None) -> Mapping[str, Plan]:
    """By name; none in an empty file. Raises DataFault for a file that cannot be used: at the start, not at night."""
    tables = read_toml(path or "checklists.toml")
    found: dict[str, Plan] = {}
    taken: dict[str, str] = {}
    for slug, table in tables.tables():
        plan = found[slug] = _plan(slug, table)
        for category in plan.categories:
            if category in taken:
                raise table.fault("categories", f"{category} has the list {taken[category]} already")
            taken[category] = slug
    tables.end()
    return MappingProxyType(found)


def _plan(slug: str, table: Table) -> Plan:
    def some(key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        return _among(table, key, allowed) if table.has(key) else ()

    plan = Plan(
        slug=slug,
        names=table.names("names"),
        steps=tuple(_step(row) for row in table.rows("step")),
        categories=some("categories", tuple(load_categories())),
        klasses=some("klasses", KLASSES),
    )
    if slug not in (COMMON, ANY) and not plan.categories and not plan.klasses:
        raise table.fault("categories", "or klasses must say for what the list is")
    keys = [step.key for step in plan.steps]
    if len(set(keys)) != len(keys):
        raise table.fault("step", f"has a key twice: {', '.join(sorted({k for k in keys if keys.count(k) > 1}))}")
    table.end()
    return plan


def _step(table: Table) -> Step:
    role, minutes, names = table.text("role"), table.number_or_none("minutes"), table.names("names")
    allowed = (*ROLES_OF_STEPS, *load_functions())
    if role not in allowed:
        raise table.fault("role", f"must be among {', '.join(allowed)}, found {role!r}")
    if minutes is not None and not 1 <= minutes <= LONGEST_MINUTES:
        raise table.fault("minutes", f"must be 1 to {LONGEST_MINUTES}")
    if any(len(name) > LONGEST_NAME for name in names.values()):
        raise table.fault("names", f"must have at most {LONGEST_NAME} characters")
    facts = (*FACTS, *(f"referral:{function}" for function in load_functions()))
    done_by = _among(table, "done_by", facts) if table.has("done_by") else ()
    step = Step(table.text("key"), names, role, minutes, tuple(_when(row) for row in table.rows("when")), done_by)
    table.end()
    return step


def _when(table: Table) -> When:
    def some(key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        return _among(table, key, allowed) if table.has(key) else ()

    when = When(
        counts=some("counts", COUNTS),
        at_least=table.number_or_none("at_least") or 1,
        harm=table.flag("harm", default=False),
        words=table.texts("words") if table.has("words") else (),
        traits=some("traits", tuple(word_table("traits"))),
        priorities=some("priorities", LEVELS),
        grade=_among(table, "grade", GRADES, one=True)[0] if table.has("grade") else None,
    )
    if when == When():
        raise table.fault("when", "has a row that asks for nothing")
    table.end()
    return when


def _among(table: Table, key: str, allowed: tuple[str, ...], one: bool = False) -> tuple[str, ...]:
    values = (table.text(key),) if one else table.texts(key)
    for value in values:
        if value not in allowed:
            raise table.fault(key, f"must be among {', '.join(allowed)}, found {value!r}")
    return values
