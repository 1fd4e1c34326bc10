"""Lines of the case log as somebody reads them, and how its chain stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class ChainState:
    """`done_at` None: never walked to its end yet. `fault` says in which way line `fault_line` breaks it."""

    lines: int
    done_at: datetime | None
    fault_line: int | None = None
    fault: str | None = None


@dataclass(frozen=True)
class LogLine:
    """`words` None: erased, as the law asks. `area` is a code where the line is about a place or a case there;
    `number`, `kind` and `category` are those of the case."""

    id: int
    at: datetime
    subject: str
    verb: str
    by: str | None
    words: Mapping[str, Any] | None
    area: str | None = None
    area_names: tuple[str, str] | None = None
    number: str | None = None
    kind: str = ""
    category: str = ""


@dataclass(frozen=True)
class LogFile:
    """What was asked to be taken out. `cut`: there are more lines than these; `names_in`: see `bot.rules.roles`."""

    lines: tuple[LogLine, ...]
    raw: str
    cut: bool
    names_in: tuple[str, ...]
