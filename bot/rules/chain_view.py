"""A case with all its versions: what an official text is made of. Plain values, loaded anew when a text is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.rules.case_view import CaseView


@dataclass(frozen=True)
class VersionView:
    """A version as it was sent. `kind`: first, supplement, followup (with its `ordinal`), correction, final, verified,
    late; `words` are what was typed for it."""

    version: int
    kind: str
    ordinal: int
    at: datetime
    by: str
    answers: Mapping[str, Any]
    words: str | None = None


@dataclass(frozen=True)
class ChainView:
    """`versions` from the first to the newest; there is at least one."""

    case: CaseView
    versions: tuple[VersionView, ...]

    @property
    def step(self) -> VersionView:
        """The version that gives the newest text its name: what only adds a word belongs to the one before."""
        named = [version for version in self.versions if version.kind != "supplement"]
        return named[-1] if named else self.versions[0]

    @property
    def before(self) -> VersionView | None:
        """The state that the text before told of; None for a first report."""
        older = [version for version in self.versions if version.version < self.step.version]
        return older[-1] if older else None

    @property
    def newest(self) -> VersionView:
        return self.versions[-1]
