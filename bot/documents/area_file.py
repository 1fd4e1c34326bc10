"""An area from a file: the polygons of a GeoJSON or KML document. What is read may be hostile, and may be no area.

Both have the longitude first (RFC 7946 §3.1.1; OGC KML 2.3 §16.9). Holes are left out: who lives in one is warned too.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from typing import Any

from bot.documents.cap_xml import LARGEST, CapRefused, parsed
from bot.rules.alert_shape import Point, Shape

MOST_POLYGONS, MOST_POINTS, KEPT_POINTS = 20, 5000, 400
_ZIP = b"PK\x03\x04"


def read(body: bytes) -> Shape:
    """The polygons, thinned to `KEPT_POINTS`. CapRefused for what is no area, with the reason word: too_big, not_xml,
    doctype, not_area, no_polygon, coordinates (not degrees, or the latitude first), too_many, packed (a .kmz)."""
    if len(body) > LARGEST:
        raise CapRefused("too_big")
    if body.startswith(_ZIP):
        raise CapRefused("packed")
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")
    rings = list(_of_json(start) if start.startswith(b"{") else _of_kml(body))
    if not rings:
        raise CapRefused("no_polygon")
    if len(rings) > MOST_POLYGONS or sum(map(len, rings)) > MOST_POINTS:
        raise CapRefused("too_many")
    kept = max(KEPT_POINTS // len(rings), 4)
    return Shape(polygons=tuple(_thinned(ring, kept) for ring in rings))


def _of_json(body: bytes) -> Iterator[tuple[Point, ...]]:
    try:
        found = json.loads(body.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise CapRefused("not_area") from None
    if not isinstance(found, dict) or "type" not in found:
        raise CapRefused("not_area")
    waiting: list[Any] = [found]
    while waiting:
        each = waiting.pop(0)
        if not isinstance(each, dict):
            continue
        waiting += [*_list(each.get("features")), each.get("geometry"), *_list(each.get("geometries"))]
        match each.get("type"):
            case "Polygon":
                yield _outer(each.get("coordinates"))
            case "MultiPolygon":
                yield from (_outer(polygon) for polygon in _list(each.get("coordinates")))


def _no_number(name: str) -> float:
    raise ValueError(name)


def _list(found: Any) -> list[Any]:
    return found if isinstance(found, list) else []


def _outer(polygon: Any) -> tuple[Point, ...]:
    """Of the rings of a polygon the first."""
    rings = _list(polygon)
    points = [tuple(point[:2]) for point in _list(rings[0] if rings else None) if isinstance(point, list)]
    return _ring(points)


def _of_kml(body: bytes) -> Iterator[tuple[Point, ...]]:
    root = parsed(body)
    if _name(root.tag) != "kml":
        raise CapRefused("not_area")
    for polygon in (each for each in root.iter() if _name(each.tag) == "Polygon"):
        outer = (each for each in polygon if _name(each.tag) == "outerBoundaryIs")
        texts = [each.text or "" for ring in outer for each in ring.iter() if _name(each.tag) == "coordinates"]
        yield _ring(tuple(part.split(",")[:2]) for text in texts[:1] for part in text.split())


def _name(tag: Any) -> str:
    return str(tag).rpartition("}")[2]


def _ring(points: Iterable[tuple[Any, ...]]) -> tuple[Point, ...]:
    """Longitude and latitude pairs, turned about and closed."""
    ring = [_point(point) for point in points]
    if ring and ring[0] != ring[-1]:
        ring.append(ring[0])
    if len(set(ring)) < 3:
        raise CapRefused("no_polygon")
    return tuple(ring)


def _point(point: tuple[Any, ...]) -> Point:
    try:
        lon, lat = (float(part) for part in point)
    except (TypeError, ValueError):
        raise CapRefused("coordinates") from None
    if not (math.isfinite(lon) and math.isfinite(lat) and -180 <= lon <= 180 and -90 <= lat <= 90):
        raise CapRefused("coordinates")
    return round(lat, 6), round(lon, 6)


def _thinned(ring: tuple[Point, ...], most: int) -> tuple[Point, ...]:
    """Every so many points, so that no more than `most` are left; closed again."""
    if len(ring) <= most:
        return ring
    step = math.ceil(len(ring) / (most - 1))
    return (*ring[:-1:step], ring[-1])
