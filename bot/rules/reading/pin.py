"""Coordinates in a text: 23.4521,113.9312 · N23.45 E113.93 · 北纬23°27′08″ 东经… · a link of a map.

Which of two numbers is the latitude is told by their size (China: 3–54 north, 73–136 east) and never by their order.
"""

import re
from dataclasses import dataclass

from bot.rules.reading.settling import Span

_GAP = r"\s{0,3}"
_DEGREES = rf"(?P<N>\d{{1,3}}\.\d{{2,12}}){_GAP}(?:°|度)?"
_MINUTES = (
    rf"(?P<N>\d{{1,3}}){_GAP}(?:°|度){_GAP}(?P<Nm>\d{{1,2}}(?:\.\d{{1,8}})?){_GAP}(?:'|′|’|分){_GAP}"
    rf"(?:(?P<Ns>\d{{1,2}}(?:\.\d{{1,8}})?){_GAP}(?:\"|″|”|''|秒)?)?"
)
_MARK = rf"(?:[nesw]|北纬|东经|纬度|经度|lat(?:itude)?|lng|lon(?:gitude)?)?{_GAP}[:=]?{_GAP}"
_AFTER = rf"{_GAP}(?:[nesw](?![a-z]))?"
_BETWEEN = rf"{_GAP}(?:[,;/、|&]|%2c|和)?{_GAP}"


def _pair(number: str) -> str:
    one, other = (number.replace("<N", f"<{name}") for name in ("a", "b"))
    return one + _AFTER + _BETWEEN + _MARK + other + _AFTER


_PAIRS = tuple(re.compile(r"(?<![\d.])" + _pair(number) + r"(?!\.?\d)") for number in (_DEGREES, _MINUTES))
_LINK = re.compile(r"(?:https?://|www\.)[\w\-./?%&=:,;@#+~!*'()$]+")
_PHONE = re.compile(r"(?<![\d.])(?:\+?86[- ]?)?(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)")
_LATITUDES, _LONGITUDES = (3.0, 54.0), (73.0, 136.0)


@dataclass(frozen=True, slots=True)
class Pin:
    """A point in degrees as it was written (a map's own datum is not converted) and the words it came from."""

    lat: float
    lon: float
    span: Span


def find_pin(folded: str) -> Pin | None:
    """The first pair of numbers that can be a point of this country, None where there is none."""
    for regex in _PAIRS:
        for found in regex.finditer(folded):
            one, other = _value(found, "a"), _value(found, "b")
            for lat, lon in ((one, other), (other, one)):
                if _LATITUDES[0] <= lat <= _LATITUDES[1] and _LONGITUDES[0] <= lon <= _LONGITUDES[1]:
                    return Pin(lat, lon, found.span())
    return None


def _value(found: re.Match[str], name: str) -> float:
    parts = found.groupdict()
    value = float(parts[name]) + float(parts.get(f"{name}m") or 0) / 60 + float(parts.get(f"{name}s") or 0) / 3600
    return round(value, 6)


def without_numbers_that_count_nothing(folded: str) -> str:
    """The text with coordinates, links and phone numbers blanked, as long as before."""
    pin = find_pin(folded)
    if pin is not None:
        folded = _blanked(folded, *pin.span)
    for regex in (_LINK, _PHONE):
        folded = regex.sub(lambda found: " " * len(found[0]), folded)
    return folded


def _blanked(folded: str, start: int, end: int) -> str:
    return folded[:start] + " " * (end - start) + folded[end:]
