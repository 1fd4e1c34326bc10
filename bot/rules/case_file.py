"""Everything there is about a case, as it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.rules.case_view import CaseView
from bot.rules.timeline import File, Line, Version


@dataclass(frozen=True)
class Piece:
    """A file: of the report, or (`note`) said in the duty room. `size` is in bytes; without `sha256` it is not ours."""

    at: datetime
    kind: str
    by: str | None
    caption: str | None
    forwarded: bool
    size: int | None
    sha256: str | None
    state: str | None
    note: bool = False


@dataclass(frozen=True)
class CaseFile:
    """The case, the lines of its log, its versions and its files, each oldest first."""

    case: CaseView
    log: tuple[Line, ...]
    versions: tuple[Version, ...]
    files: tuple[File, ...]
    pieces: tuple[Piece, ...]
