"""Where people can go: the nearest places of refuge that are open, and what each is no refuge from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.rules.places import distance_km

STATES = ("open", "full", "closed")
SHOWN = 3


@dataclass(frozen=True)
class ShelterView:
    """`capacity` None: not known. `unsuitable`: dangers, as the office wrote them (洪水, 滑坡)."""

    code: str
    name: str
    kind: str
    area: str
    area_names: tuple[str, str]
    lat: float
    lon: float
    capacity: int | None
    state: str
    unsuitable: tuple[str, ...] = ()


def nearest(shelters: Iterable[ShelterView], lat: float, lon: float) -> list[tuple[float, ShelterView]]:
    """The nearest that are open, with the distance in km as the crow flies."""
    measured = [(distance_km(lat, lon, each.lat, each.lon), each) for each in shelters if each.state == "open"]
    return sorted(measured, key=lambda found: (found[0], found[1].code))[:SHOWN]
