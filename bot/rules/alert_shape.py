"""A circle around a pin or a polygon from a file, and the areas that it concerns. Degrees are WGS-84; pure.

Who is warned goes by areas. A village with a point of its own is counted in when the shape comes within `VILLAGE_KM` of
it. One without a point is counted in with its town, when the shape may reach into that town: town points are good to
`TOWN_KM` only (domain §8.1), so wherever a spot of the shape may be nearer to this town than to any other. When in
doubt a place is counted in: a warning that is too wide beats one that is too narrow.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from bot.rules.places import OUTSIDE_KM, Places
from bot.rules.roles import contains

Point = tuple[float, float]
"""Latitude, longitude."""

RADII_KM = (0.5, 1.0, 2.0, 5.0, 10.0)
LONGEST_KM = 50.0
WIDEST_KM = 1000.0
VILLAGE_KM = 1.5
"""How far the houses of a village lie about its point: 1,616 km² for 370 villages. A convention of ours [D]."""
TOWN_KM = 2.0
STEP_KM = 1.0
MOST_STEPS = 40
_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Circle:
    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True)
class Shape:
    """`polygons`: rings of points, closed. Holes are not known: who lives in one is warned too."""

    circles: tuple[Circle, ...] = ()
    polygons: tuple[tuple[Point, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.circles or self.polygons)

    def to_json(self) -> dict[str, Any]:
        """As CAP has it: "lat,lon km" and "lat,lon lat,lon …"."""
        return {
            "circles": [f"{each.lat:.8g},{each.lon:.9g} {each.km:g}" for each in self.circles],
            "polygons": [" ".join(f"{lat:.8g},{lon:.9g}" for lat, lon in ring) for ring in self.polygons],
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Shape:
        """What cannot be read (a stranger's CAP message) is left out."""
        circles = (_circle(str(text)) for text in kept.get("circles", ()))
        rings = (_ring(str(text)) for text in kept.get("polygons", ()))
        return cls(tuple(each for each in circles if each), tuple(ring for ring in rings if ring))

    @property
    def centre(self) -> Point:
        """Where a map is opened."""
        if self.circles:
            return self.circles[0].lat, self.circles[0].lon
        lats, lons = zip(*self.polygons[0], strict=True)
        return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2

    def distance_km(self, lat: float, lon: float) -> float:
        """From a point to the nearest of it; 0 inside."""
        far = [max(_km((lat, lon), (each.lat, each.lon)) - each.km, 0.0) for each in self.circles]
        return min([*far, *(_from_ring((lat, lon), ring) for ring in self.polygons)])


def _point(text: str) -> Point | None:
    try:
        lat, lon = (float(part) for part in text.split(","))
    except ValueError:
        return None
    return (lat, lon) if -90 <= lat <= 90 and -180 <= lon <= 180 else None


def _circle(text: str) -> Circle | None:
    centre, _, km = text.strip().partition(" ")
    point = _point(centre)
    try:
        return Circle(*point, float(km)) if point and 0 <= float(km) <= WIDEST_KM else None
    except ValueError:
        return None


def _ring(text: str) -> tuple[Point, ...]:
    points = [_point(each) for each in text.split()]
    return tuple(each for each in points if each) if len(points) >= 4 and all(points) else ()


def _km(one: Point, other: Point) -> float:
    """Good to a metre or so within a district (a flat map about the first point)."""
    x, y = _flat(other, one)
    return math.hypot(x, y)


def _flat(point: Point, origin: Point) -> Point:
    """Kilometres east and north of `origin`."""
    return (
        (point[1] - origin[1]) * _KM_PER_DEGREE * math.cos(math.radians(origin[0])),
        (point[0] - origin[0]) * _KM_PER_DEGREE,
    )


def _from_ring(point: Point, ring: Sequence[Point]) -> float:
    flat = [_flat(corner, point) for corner in ring]
    edges = list(pairwise(flat))
    inside = sum(_crosses(one, other) for one, other in edges) % 2 == 1
    return 0.0 if inside else min(_from_edge(one, other) for one, other in edges)


def _crosses(one: Point, other: Point) -> bool:
    """Whether the way from the origin to the east crosses this edge."""
    if (one[1] > 0) == (other[1] > 0):
        return False
    return one[0] + (other[0] - one[0]) * -one[1] / (other[1] - one[1]) > 0


def _from_edge(one: Point, other: Point) -> float:
    """From the origin to an edge."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, -(one[0] * dx + one[1] * dy) / length)) if length else 0.0
    return math.hypot(one[0] + along * dx, one[1] + along * dy)


def _spots(shape: Shape) -> Iterator[Point]:
    """Points of the shape, about a kilometre apart: its middle and rim, its corners and edges, and a grid inside."""
    for circle in shape.circles:
        yield circle.lat, circle.lon
        yield from (_moved(circle, turn * math.tau / 24) for turn in range(24))
    for ring in shape.polygons:
        yield from ring
        for one, other in pairwise(ring):
            parts = min(math.ceil(_km(one, other) / STEP_KM), MOST_STEPS)
            yield from (_between(one, other, part / parts) for part in range(1, parts))
    yield from (spot for spot in _grid(shape) if shape.distance_km(*spot) == 0)


def _moved(circle: Circle, angle: float) -> Point:
    north = circle.km * math.cos(angle) / _KM_PER_DEGREE
    east = circle.km * math.sin(angle) / (_KM_PER_DEGREE * math.cos(math.radians(circle.lat)))
    return circle.lat + north, circle.lon + east


def _between(one: Point, other: Point, part: float) -> Point:
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part


def _grid(shape: Shape) -> Iterator[Point]:
    corners = [_moved(circle, quarter * math.tau / 4) for circle in shape.circles for quarter in range(4)]
    corners += [point for ring in shape.polygons for point in ring]
    (south, north), (west, east) = ((min(side), max(side)) for side in zip(*corners, strict=True))
    high = min(math.ceil(_km((south, west), (north, west)) / STEP_KM), MOST_STEPS)
    wide = min(math.ceil(_km((south, west), (south, east)) / STEP_KM), MOST_STEPS)
    for row in range(1, high):
        for column in range(1, wide):
            yield south + (north - south) * row / high, west + (east - west) * column / wide


def _towns(shape: Shape, places: Places) -> set[str]:
    """The towns into which it may reach."""
    placed = [
        (town.code, (town.lat, town.lon)) for town in places.towns if town.lat is not None and town.lon is not None
    ]
    found: set[str] = set()
    for spot in _spots(shape):
        far = {code: _km(spot, (lat, lon)) for code, (lat, lon) in placed}
        nearest = min(far.values(), default=0.0)
        found |= {code for code, km in far.items() if km <= nearest + 2 * TOWN_KM}
    return found


@dataclass(frozen=True, slots=True)
class Counted:
    """What a shape concerns. `areas`: whole towns, and villages of others; `villages`: all of them, one by one;
    `unplaced`: how many of these have no point of their own; `left_out`: what lies outside of the drafter's areas."""

    areas: tuple[str, ...] = ()
    villages: tuple[str, ...] = ()
    unplaced: int = 0
    left_out: tuple[str, ...] = field(default_factory=tuple)


def counted(shape: Shape, places: Places, scope: Iterable[str]) -> Counted:
    """The areas that a shape concerns, as far as they lie in `scope`. Nothing for one far from the city."""
    if not shape or _is_far(shape, places):
        return Counted()
    towns, scope = _towns(shape, places), tuple(scope)
    areas, villages, unplaced, left_out = [], [], 0, []
    for town in places.towns:
        inside = [code for code in places.children(town.code) if _reaches(shape, places, code, town.code in towns)]
        whole = town.code in towns and len(inside) == len(places.children(town.code))
        found = [town.code] if whole else inside
        kept = [code for code in found if any(contains(area, code) for area in scope)]
        left_out += [town.code] if len(kept) < len(found) else []
        areas += kept
        mine = inside if kept == [town.code] else kept
        villages += mine
        unplaced += sum(not _has_point(places, code) for code in mine)
    return Counted(tuple(areas), tuple(villages), unplaced, tuple(left_out))


def _is_far(shape: Shape, places: Places) -> bool:
    far = [
        shape.distance_km(town.lat, town.lon) for town in places.towns if town.lat is not None and town.lon is not None
    ]
    return min(far, default=math.inf) > OUTSIDE_KM


def _has_point(places: Places, code: str) -> bool:
    area = places.by_code[code]
    return area.lat is not None and area.lon is not None


def _reaches(shape: Shape, places: Places, code: str, in_town: bool) -> bool:
    area = places.by_code[code]
    if area.lat is None or area.lon is None:
        return in_town
    return shape.distance_km(area.lat, area.lon) <= VILLAGE_KM
