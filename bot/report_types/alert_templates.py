"""The reviewed advice of public alerts, from `alert_templates.toml`: what to do, by kind (or signal) and level."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from bot.report_types.toml_table import LANGUAGES, Table, read_toml
from bot.rules.alert_levels import KINDS, LEVELS, SIGNALS, rank
from bot.rules.category import Names

LONGEST = 500
"""Together with a typed text of 3,000 characters and the headline, a message stays below Telegram's 4,096."""


@cache
def load_issuers() -> Mapping[str, tuple[str, ...]]:
    """By kind: who usually issues the warnings that are relayed. Raises DataFault for a kind that is none."""
    table = read_toml("alert_templates.toml").table("issuers")
    found = {kind: table.texts(kind) for kind in KINDS if table.has(kind)}
    table.end()
    return MappingProxyType(found)


@cache
def load_advice() -> Mapping[tuple[str, str], Names]:
    """By kind or signal and level, as written. Raises DataFault when a kind has none at all."""
    table = read_toml("alert_templates.toml")
    found: dict[tuple[str, str], Names] = {}
    for row in table.rows("advice"):
        names = _words(row)
        for of in row.texts("of"):
            if of not in (*KINDS, *SIGNALS):
                raise row.fault("of", f"must be a kind or a signal, found {of!r}")
            found[of, _level(row)] = names
        row.end()
    table.table("issuers")
    table.end()
    for kind in KINDS:
        if (kind, LEVELS[0]) not in found:
            raise table.fault("advice", f"is missing for {kind}: every kind needs some for {LEVELS[0]!r}")
    return MappingProxyType(found)


def advice(kind: str, event: str, level: str) -> Names:
    """What to do: of the signal before the kind, of this level or the nearest below."""
    known = load_advice()
    below = [name for name in reversed(LEVELS) if rank(name) <= rank(level)]
    return next(known[of, name] for of in (event, kind) for name in below if (of, name) in known)


def _level(row: Table) -> str:
    level = row.text("level")
    if level not in LEVELS:
        raise row.fault("level", f"must be one of {', '.join(LEVELS)}, found {level!r}")
    return level


def _words(row: Table) -> Names:
    words = {language: row.text(language) for language in LANGUAGES}
    for language, text in words.items():
        if not text.strip() or len(text) > LONGEST:
            raise row.fault(language, f"must have 1 to {LONGEST} characters")
    return words
