"""Alerts that follow each other: which live ones a new one replaces or lifts, and where those stay in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.rules.area_choice import overlap
from bot.rules.places import Places
from bot.rules.roles import contains

CHANGES = ("issue", "upgrade", "downgrade", "extend", "keep", "cancel")
"""What an issuer says it does; an alert drafted here is an `issue`, its update a `keep`."""


@dataclass(frozen=True, slots=True)
class Live:
    """An alert that is in force: where, and which messages led to it (its own id last)."""

    alert_id: int
    kind: str
    event: str
    level: str
    areas: tuple[str, ...]
    chain: tuple[int, ...]
    drill: bool = False


def touched(live: Iterable[Live], kind: str, event: str, areas: Sequence[str], level: str | None) -> list[Live]:
    """Those about the same thing somewhere here. `level`: only of this colour (a lifting ends no other); None: any."""
    return [
        each for each in live
        if (each.kind, each.event) == (kind, event)
        and level in (None, each.level)
        and any(overlap(here, there) for here in areas for there in each.areas)
    ]  # fmt: skip


def left_over(areas: Iterable[str], removed: Sequence[str], places: Places) -> tuple[str, ...]:
    """What remains of `areas` without `removed`: a city or town of which a part goes is split into its parts."""
    kept: list[str] = []
    for area in areas:
        if any(contains(gone, area) for gone in removed):
            continue
        if any(contains(area, gone) for gone in removed):
            kept += left_over(places.children(area), removed, places)
        else:
            kept.append(area)
    return tuple(kept)


def references(followed: Iterable[Live]) -> tuple[int, ...]:
    """Every message that led here, each once, the oldest first."""
    return tuple(sorted({number for each in followed for number in each.chain}))
