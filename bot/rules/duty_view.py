"""Who is on duty for an area, as /duty shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class OnDuty:
    """Somebody with a post. `unreachable` is the reason word, or None; `opened`: they have opened the bot."""

    role: str
    name: str
    phone: str | None
    unreachable: str | None
    opened: bool
    area_names: tuple[str, str] = ("", "")
    rank: str | None = None


@dataclass(frozen=True)
class DutyView:
    """`groups` are the titles of the bound groups; `silent` the officers who cannot be reached.

    `roster` is the picture of the roster (`bot.actions.roster_view`).
    """

    area_names: tuple[str, str]
    groups: tuple[str, ...]
    staff: tuple[OnDuty, ...]
    officers: int
    silent: tuple[OnDuty, ...]
    roster: Mapping[str, Any]
