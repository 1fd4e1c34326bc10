"""The first line when life is at risk: numbers to ring and one sentence of advice, from `first_words.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from bot.report_types.categories import load_categories
from bot.report_types.toml_table import read_toml
from bot.rules.category import Names

ANY = "any"


@dataclass(frozen=True, slots=True)
class FirstWords:
    """`call`: emergency numbers, the one that fits best first."""

    call: tuple[str, ...]
    words: Names


@cache
def load_first_words() -> Mapping[str, FirstWords]:
    """By category slug; `any` for those not named. Raises DataFault for a slug that is no category."""
    tables = read_toml("first_words.toml")
    found: dict[str, FirstWords] = {}
    for slug in (ANY, *load_categories()):
        if tables.has(slug):
            table = tables.table(slug)
            found[slug] = FirstWords(table.texts("call"), table.names("words"))
            table.end()
    tables.end()
    return MappingProxyType(found)


def first_words(category: str) -> FirstWords:
    """What to say first about this category."""
    known = load_first_words()
    return known.get(category) or known[ANY]
