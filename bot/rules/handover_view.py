"""交接班 as it is shown, and who may do what with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

WAITING = ("open", "refused")
PAGE = 8


@dataclass(frozen=True)
class HandoverView:
    """`items` as they were when the note was written; `accepted` their numbers, from 0."""

    id: int
    area: str
    area_names: tuple[str, str]
    from_name: str
    from_phone: str | None
    to_name: str
    to_phone: str | None
    at: datetime
    items: tuple[Mapping[str, Any], ...]
    accepted: frozenset[int]
    state: str
    reason: str | None
    closed_by_name: str | None

    @property
    def waiting(self) -> bool:
        return self.state in WAITING

    @property
    def left(self) -> tuple[int, ...]:
        """The numbers of the items that nobody has accepted yet."""
        return tuple(number for number in range(len(self.items)) if number not in self.accepted)

    @property
    def pages(self) -> int:
        return max((len(self.items) + PAGE - 1) // PAGE, 1)

    @property
    def first_open_page(self) -> int:
        return self.left[0] // PAGE if self.left else 0
