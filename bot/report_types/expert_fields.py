"""Fields of experts: what a register says (地质, 水务, 溺水, 潜水) as a stored word, and back as a name."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from bot.report_types.categories import load_categories, load_functions
from bot.report_types.toml_table import Table, read_toml
from bot.rules.experts import CATEGORY, FIELD, FUNCTION, WORD, ExpertField
from bot.rules.reading.script import fold

LONGEST = 24


@cache
def load_expert_fields() -> Mapping[str, ExpertField]:
    """By slug. Raises DataFault for a category that is none."""
    tables = read_toml("expert_fields.toml")
    found = {slug: _field(slug, table) for slug, table in tables.tables()}
    tables.end()
    return MappingProxyType(found)


def _field(slug: str, table: Table) -> ExpertField:
    field = ExpertField(slug, table.names("names"), table.texts("words"), table.texts("categories"))
    if unknown := [each for each in field.categories if each not in load_categories()]:
        raise table.fault("categories", f"names {', '.join(unknown)}, which is no category")
    table.end()
    return field


def stored_field(said: str) -> str | None:
    """地质 → field:geology, 溺水 → category:drowning, 水务 → function:water, else word:…; None: empty or too long."""
    word = fold(said.strip()).casefold()
    if not word or len(word) > LONGEST:
        return None
    for slug, field in load_expert_fields().items():
        if word in (slug, *_folded(field.names.values()), *_folded(field.words)):
            return f"{FIELD}{slug}"
    for slug, category in load_categories().items():
        if word in (slug, *_folded(category.names.values())) or word in _folded(category.keywords):
            return f"{CATEGORY}{slug}"
    for slug, function in load_functions().items():
        if word in (slug, *_folded(function.names.values())):
            return f"{FUNCTION}{slug}"
    return f"{WORD}{said.strip()}"


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(word).casefold() for word in words)


def field_names(stored: str) -> Mapping[str, str]:
    """Its name by language."""
    kind, _, rest = stored.partition(":")
    tables: dict[str, Mapping[str, Any]] = {
        FIELD: load_expert_fields(), CATEGORY: load_categories(), FUNCTION: load_functions(),
    }  # fmt: skip
    found = tables.get(f"{kind}:", {}).get(rest)
    return found.names if found is not None else {"zh-Hans": rest or stored}
