"""Who is on duty for an area, as /duty shows it."""

from __future__ import annotations

from dataclasses import dataclass


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
    """`groups` are the titles of the bound groups; `silent` the officers who cannot be reached."""

    area_names: tuple[str, str]
    groups: tuple[str, ...]
    staff: tuple[OnDuty, ...]
    officers: int
    silent: tuple[OnDuty, ...]
