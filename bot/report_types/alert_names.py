"""Names in public alerts, from `alert_names.toml`: issuers in three languages, towns in English. Never converted."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from bot.report_types.toml_table import LANGUAGES, read_toml
from bot.rules.category import Names


@cache
def _load() -> tuple[Mapping[str, Names], Mapping[str, str]]:
    """Issuers and places by their zh-Hans name. Raises DataFault for a name that is missing."""
    table = read_toml("alert_names.toml")
    issuers: dict[str, Names] = {}
    for row in table.rows("issuer"):
        names = {language: row.text(language) for language in LANGUAGES}
        issuers[names["zh-Hans"]] = names
        row.end()
    places: dict[str, str] = {}
    for row in table.rows("place"):
        places[row.text("zh-Hans")] = row.text("en")
        row.end()
    table.end()
    return MappingProxyType(issuers), MappingProxyType(places)


def issuer_name(issuer: str, language: str) -> str:
    """As it was written where the table does not know it."""
    known = _load()[0].get(issuer)
    return known[language] if known else issuer


def place_name(names: tuple[str, str], language: str) -> str:
    """The area's own name in its language; in English the town's English name beside the Chinese one."""
    if language == "en":
        english = _load()[1].get(names[0])
        return f"{english} {names[0]}" if english else names[0]
    return names[1] if language == "zh-Hant" else names[0]
