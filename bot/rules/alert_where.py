"""Where a draft goes by a circle or a polygon: the shape is kept beside the areas that it concerns. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.rules.alert_draft import AlertDraft
from bot.rules.alert_shape import LONGEST_KM, Circle, Counted, Shape, counted
from bot.rules.places import Places
from bot.rules.reading.numbers import read_number
from bot.rules.reading.pin import find_pin
from bot.rules.reading.script import clean, fold
from bot.rules.roles import contains

SHAPES = "shapes"
_METRES = re.compile(r"(?:米|公尺|m|metres?|meters?)$")
_KILOMETRES = re.compile(r"(?:公里|千米|km|kilometres?|kilometers?)$")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The shape of an alert as it is shown: how many villages it counts in, of how many nobody knows the point."""

    shape: Shape
    villages: int
    unplaced: int
    left_out: tuple[str, ...] = ()
    by_hand: bool = False


def drawn(details: Mapping[str, Any], areas: Sequence[str] = ()) -> Drawn | None:
    """The shape that was drawn; None where there is none. `by_hand`: `areas` are no longer those it was counted to."""
    kept = details.get(SHAPES)
    shape = Shape.from_json(kept) if isinstance(kept, Mapping) else Shape()
    if not shape or not isinstance(kept, Mapping):
        return None
    own = kept.get("areas")
    by_hand = bool(areas) and own is not None and sorted(own) != sorted(areas)
    return Drawn(
        shape, int(kept.get("villages", 0)), int(kept.get("unplaced", 0)), tuple(kept.get("left_out", ())), by_hand
    )


def with_shape(draft: AlertDraft, shape: Shape, places: Places, scope: Iterable[str]) -> tuple[AlertDraft, Counted]:
    """The draft with this shape and the areas it concerns, in the place of those before. As it was, where none are."""
    found = counted(shape, places, scope)
    if not found.areas:
        return replace(draft, pin=""), found
    kept = shape.to_json() | {
        "areas": list(found.areas), "villages": len(found.villages), "unplaced": found.unplaced,
        "left_out": list(found.left_out),
    }  # fmt: skip
    return (
        replace(draft, step="areas", pin="", page="", areas=found.areas, details={**draft.details, SHAPES: kept}),
        found,
    )


def without_shape(draft: AlertDraft) -> AlertDraft:
    """The places stay, as if they had been tapped."""
    return replace(draft, pin="", details={name: kept for name, kept in draft.details.items() if name != SHAPES})


def settled(draft: AlertDraft) -> AlertDraft:
    """A shape that has nothing to do any more with the places that were tapped after it is dropped."""
    own = draft.details.get(SHAPES, {}).get("areas")
    if own is None or any(contains(one, other) or contains(other, one) for one in own for other in draft.areas):
        return draft
    return without_shape(draft)


def villages_in(areas: Iterable[str], places: Places) -> tuple[str, ...]:
    """Every village and community of these areas, by code."""
    found: list[str] = []
    for code in areas:
        inner = places.children(code)
        found += villages_in(inner, places) if inner else [code] if len(code) == 12 else []
    return tuple(dict.fromkeys(found))


def read_point(text: str) -> tuple[float, float] | None:
    """23.41,113.92 alone or with the words of a map around it: latitude and longitude."""
    pin = find_pin(fold(clean(text)))
    return (pin.lat, pin.lon) if pin is not None else None


def read_km(text: str) -> float | None:
    """2, 1.5公里, 800米, 3 km: more than nothing and at most `LONGEST_KM` kilometres."""
    said = fold(clean(text)).strip()
    bare = _KILOMETRES.sub("", said).strip()
    part = 1.0
    if bare == said and _METRES.search(said):
        bare, part = _METRES.sub("", said).strip(), 0.001
    try:
        km = float(bare) * part
    except ValueError:
        figure = read_number(bare)
        km = figure.min * part if figure is not None and figure.exact and figure.min is not None else 0.0
    return round(km, 3) if 0.05 <= km <= LONGEST_KM else None


def circle(pin: str, km: float) -> Shape:
    """Around the point that a draft keeps while the radius is asked for."""
    lat, lon = (float(part) for part in pin.split(","))
    return Shape((Circle(lat, lon, km),))
