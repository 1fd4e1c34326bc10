"""Kinds and levels of public alerts, and who may give which: tables.

Domain §2.3 and §7.1: weather colours are relayed, never originated; Guangdong's typhoon alone has white and its
rainstorm no blue; towns and villages give uncoloured notices only.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.rules.roles import contains

KINDS = ("weather", "flood", "geological", "fire", "health", "traffic", "utility", "other")
LEVELS = ("notice", "white", "blue", "yellow", "orange", "red")
"""From the mildest up."""
OVERRIDES_QUIET = frozenset({"orange", "red"})
NOTICE = "notice"
CITY_DIGITS = 6

_THREE = ("yellow", "orange", "red")
_FOUR = ("blue", "yellow", "orange", "red")

SIGNALS: dict[str, tuple[str, ...]] = {
    "typhoon": ("white", *_FOUR),
    "rainstorm": _THREE,
    "thunder_gale": _THREE,
    "heat": _THREE,
    "cold": _THREE,
    "fog": _THREE,
    "haze": _THREE,
    "icy_road": _THREE,
    "hail": ("orange", "red"),
    "forest_fire": _THREE,
}
"""The weather signals of Guangdong (in force 2019-01-01) and their colours."""


_SCHOOLS_CLOSED = {"rainstorm": ("red",), "typhoon": ("yellow", "orange", "red")}


def closes_schools(event: str, level: str) -> bool:
    """In Guangdong these signals close schools by themselves (停课信号; domain §2.3)."""
    return level in _SCHOOLS_CLOSED.get(event, ())


_WET = ("typhoon", "rainstorm", "thunder_gale", "hail")
_MOVES_PEOPLE = ("fire", "other")


def remains(kind: str, event: str) -> str:
    """What is still to be said when it is lifted: "danger" of slopes and water, "moved" for whoever was told to leave
    home, or nothing (nobody was moved for heat, fog or a closed road)."""
    if kind in ("flood", "geological") or event in _WET:
        return "danger"
    return "moved" if kind in _MOVES_PEOPLE or event == "forest_fire" else ""


def rank(level: str) -> int:
    """How high a level is: 0 for a notice, 5 for red."""
    return LEVELS.index(level)


def may_colour(own_areas: Iterable[str], areas: Iterable[str]) -> bool:
    """Whether somebody whose right reaches over `own_areas` may relay a colour to `areas`: the city only."""
    wide = [area for area in own_areas if len(area) == CITY_DIGITS]
    return all(any(contains(city, area) for city in wide) for area in areas)


def levels_for(kind: str, event: str, coloured: bool) -> tuple[str, ...]:
    """The levels to choose from, the highest first; `event` is the signal of a weather alert."""
    if not coloured:
        return (NOTICE,)
    colours = SIGNALS.get(event, _FOUR) if kind == "weather" else _FOUR
    return (*reversed(colours), NOTICE)
