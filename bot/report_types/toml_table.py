"""Reads this package's tables strictly: a missing, misspelt or mistyped field is named with its file and place."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

from bot.rules.category import Level, Names

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
LEVELS: tuple[Level, ...] = get_args(Level)


class DataFault(ValueError):
    """The data is not what the code needs; the message tells an editor of the file where and why."""


class Table:
    """A TOML table that knows where it stands and which of its fields were asked for."""

    def __init__(self, where: str, fields: Mapping[str, Any]) -> None:
        self.where, self._fields, self._asked = where, fields, set[str]()

    def fault(self, key: str, why: str) -> DataFault:
        return DataFault(f"{self.where}: {key} {why}")

    def _value(self, key: str, kind: type, default: Any = ...) -> Any:
        self._asked.add(key)
        value = self._fields.get(key, default)
        if value is ...:
            raise self.fault(key, "is missing")
        if value is not default and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
            raise self.fault(key, f"must be {kind.__name__}, found {value!r}")
        return value

    def text(self, key: str) -> str:
        return str(self._value(key, str))

    def text_or_none(self, key: str) -> str | None:
        value = self._value(key, str, None)
        return None if value is None else str(value)

    def flag(self, key: str, default: bool | None = None) -> bool:
        return bool(self._value(key, bool, ... if default is None else default))

    def number(self, key: str) -> int:
        return int(self._value(key, int))

    def number_or_none(self, key: str) -> int | None:
        value = self._value(key, int, None)
        return None if value is None else int(value)

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._value(key, list)
        if not all(isinstance(value, str) and value for value in values):
            raise self.fault(key, "must be a list of words")
        return tuple(values)

    def numbers(self, key: str) -> tuple[int, ...]:
        """Whole numbers, none when the field is absent."""
        values = self._value(key, list, [])
        if not all(isinstance(value, int) and value >= 0 for value in values):
            raise self.fault(key, "must be a list of whole numbers")
        return tuple(values)

    def level(self, key: str) -> Level:
        value = self.text(key)
        for level in LEVELS:
            if value == level:
                return level
        raise self.fault(key, f"must be one of {', '.join(LEVELS)}, found {value!r}")

    def names(self, key: str) -> Names:
        """Wording in every language; an empty or missing one is a fault."""
        names = self._value(key, dict)
        if set(names) != set(LANGUAGES) or not all(isinstance(word, str) and word.strip() for word in names.values()):
            raise self.fault(key, f"must have words in {', '.join(LANGUAGES)}")
        return dict(names)

    def has(self, key: str) -> bool:
        return key in self._fields

    def table(self, key: str) -> "Table":
        return Table(f"{self.where}, {key}", self._value(key, dict))

    def rows(self, key: str) -> tuple["Table", ...]:
        """An array of tables ([[key]]); empty when absent."""
        rows = self._value(key, list, [])
        return tuple(Table(f"{self.where}, {key} {number}", row) for number, row in enumerate(rows, start=1))

    def tables(self) -> Iterator[tuple[str, "Table"]]:
        """Every field as a table, with its key; a field that is none is a fault."""
        for key in self._fields:
            yield key, self.table(key)

    def end(self) -> None:
        """Says which fields nobody asked for: most often a misspelt one."""
        if unknown := set(self._fields) - self._asked:
            raise self.fault(", ".join(sorted(unknown)), "is not known here")


def read_toml(source: str | Path) -> Table:
    """A file of this package by its name ("hazards.toml"), or any file by its Path. Raises DataFault."""
    where = str(source)
    try:
        text = (files(__package__) / source if isinstance(source, str) else source).read_text(encoding="utf-8")
        return Table(where, tomllib.loads(text))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise DataFault(f"{where}: {broken}") from broken
    except OSError as missing:
        raise DataFault(f"{where}: cannot be read ({missing.strerror})") from missing
