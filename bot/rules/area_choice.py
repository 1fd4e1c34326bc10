"""Choosing several areas: the last choice wins over what it lies in and what lies in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.rules.places import Area, Places
from bot.rules.roles import contains

TOWNS = "towns"
"""`page` while a town is being chosen whose villages are to be shown."""
MOST_OPTIONS = 8


def overlap(one: str, other: str) -> bool:
    """Whether one of two areas lies in the other (codes are prefixes)."""
    return contains(one, other) or contains(other, one)


def with_area(areas: Sequence[str], code: str) -> list[str]:
    """The areas with `code` chosen: a town takes the place of its villages, a village that of its whole town."""
    return sorted([area for area in areas if not overlap(area, code)] + [code])


def without_area(areas: Iterable[str], code: str) -> list[str]:
    return [area for area in areas if area != code]


def around(code: str) -> tuple[str, ...]:
    """The area itself and those it lies in: village, town, city."""
    return tuple(code[:digits] for digits in (6, 9, 12) if digits <= len(code))


def common(areas: Sequence[str]) -> tuple[str, ...]:
    """The areas that contain all of these: whoever holds a right in one of them holds it for all."""
    return tuple(code for code in around(areas[0]) if all(contains(code, area) for area in areas)) if areas else ()


def office(scope: Sequence[str], areas: Sequence[str]) -> str:
    """Whose duty office speaks to these areas: the narrowest of `scope`, where somebody may speak, that holds them all.

    Where no single one does, the town that the areas have in common, else the city.
    """
    holding = [own for own in scope if all(contains(own, area) for area in areas)]
    found = max(holding, key=len) if holding else (common(areas) or tuple(areas))[-1]
    return found[:9]  # a village's own town speaks for it


@dataclass(frozen=True, slots=True)
class AreaChoice:
    """What is chosen so far, and the page shown: "" is the first, TOWNS asks for a town, a code is that town's own.

    `scope`: the areas in which this person may choose.
    """

    scope: tuple[str, ...]
    chosen: tuple[str, ...] = ()
    page: str = ""

    def may(self, code: str, places: Places) -> bool:
        return places.get(code) is not None and any(contains(area, code) for area in self.scope)

    def tapped(self, act: str, value: str, places: Places) -> AreaChoice | None:
        """After a tap: `area` with "+code" or "-code" (so that a double tap is as good as one), or `page`.

        None for what nobody could have tapped."""
        if act == "page" and (value in ("", TOWNS) or self.may(value, places)):
            return replace(self, page=value)
        sign, code = value[:1], value[1:]
        if act != "area" or sign not in "+-" or not self.may(code, places):
            return None
        return self.add(code) if sign == "+" else replace(self, chosen=tuple(without_area(self.chosen, code)))

    def add(self, *codes: str) -> AreaChoice:
        chosen = list(self.chosen)
        for code in codes:
            chosen = with_area(chosen, code)
        return replace(self, chosen=tuple(chosen))


@dataclass(frozen=True, slots=True)
class NamesRead:
    """Typed names: those that are clear, those that mean one of several (as typed, with the areas), and the rest."""

    clear: tuple[str, ...]
    unclear: tuple[tuple[str, tuple[Area, ...]], ...]
    unknown: tuple[str, ...]


def read_names(text: str, places: Places, scope: Sequence[str]) -> NamesRead:
    """派潭镇、正果镇 朱村: names of areas, one after the other, as far as they lie in `scope`."""
    clear: list[str] = []
    unclear: list[tuple[str, tuple[Area, ...]]] = []
    unknown: list[str] = []
    for name in (part for part in re.split(r"[、，,;；\s]+", text.strip()) if part):
        found = [area for area in _meant(name, places) if any(contains(outer, area.code) for outer in scope)]
        if len(found) == 1:
            clear.append(found[0].code)
        elif found:
            unclear.append((name, tuple(found[:MOST_OPTIONS])))
        else:
            unknown.append(name)
    return NamesRead(tuple(clear), tuple(unclear), tuple(unknown))


def _meant(name: str, places: Places) -> Sequence[Area]:
    exact = [area for area in places.areas if name in (area.name, area.name_hant)]
    return exact or places.find(name).candidates or places.search(name, MOST_OPTIONS)
