"""What a planner types: the name, the areas, how long. A Fault says what was wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.rules.drill_plan import LONGEST_TEXT
from bot.rules.places import Area, Places
from bot.rules.question import Fault
from bot.rules.reading.numbers import plain_value
from bot.rules.reading.script import clean, fold

SHOWN = 40
SHORTEST_MINUTES, LONGEST_MINUTES = 5, 3 * 24 * 60
MOST_OFFERED = 8
FIELD_WORDS = {"实战", "实战演练", "field"}
TABLETOP_WORDS = {"桌面", "桌面推演", "桌面演练", "tabletop", "table-top"}
LENGTH_WORDS = {"半天": 240, "半日": 240, "一天": 480, "一日": 480, "全天": 480, "半小时": 30, "半个小时": 30}
WHOLE_WORDS = {"全镇", "全街", "全区", "全市", "全部", "所有", "all", "whole"}
DONE_WORDS = {"完成", "选好了", "好了", "done"}
_NUMBER = r"(\d+(?:\.\d+)?|[零一二两三四五六七八九十百]+)"
_HOURS = re.compile(
    rf"{_NUMBER}(?:个?(?P<half>半)?个?(?:小时|钟头|钟|hours?|hrs?|h)(?P<late>半)?)(?:{_NUMBER}(?:分钟?|min)?)?"
)


@dataclass(frozen=True, slots=True)
class AreasRead:
    """The areas that are clear, and those that one name may mean."""

    found: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()


def short_text(text: str) -> str | Fault:
    """A name or place: one line without marks that cannot be seen or turn the line around."""
    line = " ".join("".join(sign for sign in clean(text) if unicodedata.category(sign) != "Cf").split())
    if not line:
        return Fault("drill-fault-empty")
    if len(line) > LONGEST_TEXT:
        return Fault("drill-fault-too-long", {"length": str(len(line)), "max": str(LONGEST_TEXT)})
    return line


def shown(text: str) -> str:
    """As much of somebody's words as a complaint about them repeats."""
    line = " ".join(clean(text).split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def kind_from(text: str) -> str | None:
    word = fold(clean(text))
    return "field" if word in FIELD_WORDS else "tabletop" if word in TABLETOP_WORDS else None


def minutes_from(text: str) -> int | Fault:
    """2小时, 一个半小时, 1.5小时, 半天, 90分钟, 2小时30分, 90."""
    minutes = _minutes(re.sub(r"\s|约|大约|左右", "", fold(clean(text))))
    if minutes is None:
        return Fault("drill-fault-length", {"text": shown(text)})
    if not SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES:
        return Fault("drill-fault-length-limits", {"min": str(SHORTEST_MINUTES), "days": str(LONGEST_MINUTES // 1440)})
    return minutes


def _minutes(words: str) -> int | None:
    if words in LENGTH_WORDS:
        return LENGTH_WORDS[words]
    hours = _HOURS.fullmatch(words)
    if hours:
        return round(_value(hours[1]) * 60 + (30 if hours["half"] or hours["late"] else 0) + _value(hours[4] or "0"))
    only = re.fullmatch(rf"{_NUMBER}(?:分钟?|minutes?|mins?|m)?", words)
    return round(_value(only[1])) if only else None


def _value(number: str) -> float:
    return float(number) if re.fullmatch(r"\d+(?:\.\d+)?", number) else float(plain_value(number) or 0)


def areas_from(text: str, places: Places, allowed: Callable[[str], bool]) -> AreasRead | Fault:
    """Names typed in one go (高滩村、榕树吓村). The first that is shared by several areas is asked about."""
    found: list[str] = []
    for name in re.split(r"[、,，;；。\s]+", clean(text)):
        if not name:
            continue
        meant, sure = _meant(name, places)
        within = [area.code for area in meant if allowed(area.code)]
        if not within:
            return Fault("drill-fault-outside" if meant else "drill-fault-no-area", {"text": shown(name)})
        if len(within) > 1 or not sure:
            return AreasRead(tuple(found), tuple(within[:MOST_OFFERED]))
        found.append(within[0])
    return AreasRead(tuple(dict.fromkeys(found))) if found else Fault("drill-fault-empty")


def _meant(name: str, places: Places) -> tuple[Sequence[Area], bool]:
    """The areas a name means, and whether it is theirs to the letter (派潭镇高滩村 too) or only looks or sounds so."""
    likely = places.search(name)
    exactly = [area for area in likely if _exactly(name, area)]
    if exactly:
        return exactly, True
    inside = places.find(name)
    return (inside.candidates, True) if inside.exact else (likely, False)


def _exactly(name: str, area: Area) -> bool:
    folded = fold(name)
    return folded in {fold(area.name), fold(area.name_hant), area.stem, area.code}
