"""Doubts about what was said: one question with buttons each, asked after the report is on its way.

A doubt stands in the answers of the report until it is settled; it never holds up an escalation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.rules.question import Answer
from bot.rules.reading.answers import count, figure
from bot.rules.reading.numbers import ZERO, exactly
from bot.rules.reading.settling import minus

YES_NO = ("yes", "no", "unknown")
_YES = frozenset(["是", "系", "对", "啱", "确认", "确定", "yes", "y", "是的", "系呀", "系啊", "对的", "冇错", "没错"])
_NO = frozenset(["不是", "唔系", "不对", "唔啱", "没有", "冇", "no", "n", "否", "未", "不"])


@dataclass(frozen=True, slots=True)
class Doubt:
    """`choices`: slugs of buttons, or area codes for `which_area`. `values` fill its words."""

    key: str
    choices: tuple[str, ...] = YES_NO
    values: Mapping[str, str] | None = None


def open_doubt(answers: Mapping[str, Any]) -> Doubt | None:
    """The gravest doubt that stands, or None."""
    for look in LOOKS:
        doubt = look(answers)
        if doubt is not None and doubt.key not in answers.get("_skipped", ()):
            return doubt
    return None


def _death(answers: Mapping[str, Any]) -> Doubt | None:
    passing = answers.get("_passing")
    if not isinstance(passing, Mapping):
        return None
    return Doubt("means_death", values={"said": str(passing.get("said") or _last_words(answers))})


def _last_words(answers: Mapping[str, Any]) -> str:
    """走咗 is asked about as it was said: the newest line of what was typed."""
    typed = str(answers.get("what_happened") or answers.get("description") or "").strip()
    return typed.splitlines()[-1] if typed else ""


def _hearsay(answers: Mapping[str, Any]) -> Doubt | None:
    return Doubt("confirm_hearsay") if "dead" in answers.get("_hearsay", {}) else None


def _area(answers: Mapping[str, Any]) -> Doubt | None:
    place = answers.get("place")
    codes = tuple(place.get("candidates", ())) if isinstance(place, Mapping) else ()
    return Doubt("which_area", codes) if len(codes) > 1 else None


def _time(answers: Mapping[str, Any]) -> Doubt | None:
    time = answers.get("time")
    if not isinstance(time, Mapping) or not time.get("confirm") or not time.get("at"):
        return None
    return Doubt("confirm_time", ("yes", "no"), {"said": str(time.get("raw") or ""), "at": str(time["at"])})


def _moved(answers: Mapping[str, Any]) -> Doubt | None:
    """险情 comes before everything: are the people out (domain §5: 转移谁、转何处)?"""
    known = "evacuated" in answers or "moved" in answers
    return None if known or answers.get("level") != "major_imminent" else Doubt("moved", ("out", "leaving", "inside"))


def _house(answers: Mapping[str, Any]) -> Doubt | None:
    """房子没倒 after mud or water came in: 一般损坏 or 严重损坏 is not said (自然灾害情况统计调查制度)."""
    houses = answers.get("houses")
    if not isinstance(houses, Mapping) or "light" in houses or "severe" in houses or "none" in houses:
        return None
    collapsed = figure(houses.get("collapsed"))
    return Doubt("house_damage", ("light", "severe", "none")) if collapsed is not None and collapsed.is_zero else None


LOOKS = (_death, _hearsay, _area, _moved, _time, _house)


def word_as_choice(doubt: Doubt, text: str) -> str | None:
    """A typed yes or no; None for anything else."""
    word = text.strip(" 。.!！,，").lower()
    if "yes" not in doubt.choices:
        return None
    return "yes" if word in _YES else "no" if word in _NO else None


def settle(answers: Mapping[str, Any], key: str, choice: str) -> dict[str, Answer] | None:
    """The answers once a doubt is settled; None for a choice that is none of it (a stale or forged tap)."""
    doubt = next((found for look in LOOKS if (found := look(answers)) is not None and found.key == key), None)
    if doubt is None or choice not in doubt.choices:
        return None
    after = dict(answers)
    if choice == "unknown":
        return after | {"_skipped": [*answers.get("_skipped", []), key]}
    return SETTLE[key](after, choice)


def _settle_death(after: dict[str, Any], choice: str) -> dict[str, Answer]:
    passing = after.pop("_passing")
    if choice == "no":  # they have only left: they are counted where they were
        left = exactly(int(passing["count"]))
        dead = minus(figure(after.get("dead")) or ZERO, left)
        after["dead"] = count(dead)
        for role in {"injured", str(passing["origin"])}:
            if (known := figure(after.get(role))) is not None and known.exact and known.min is not None:
                after[role] = count(exactly(known.min + int(passing["count"])))
    return after


def _settle_hearsay(after: dict[str, Any], choice: str) -> dict[str, Answer]:
    hearsay = dict(after.pop("_hearsay"))
    dead = hearsay.pop("dead")
    if choice == "yes":
        after["dead"] = dead
    return after | ({"_hearsay": hearsay} if hearsay else {})


def _settle_area(after: dict[str, Any], choice: str) -> dict[str, Answer]:
    place = {name: value for name, value in after["place"].items() if name != "candidates"}
    return after | {"place": place | {"kind": "area", "area": choice}}


def _settle_time(after: dict[str, Any], choice: str) -> dict[str, Answer]:
    if choice == "no":
        return {name: value for name, value in after.items() if name != "time"}
    return after | {"time": {name: value for name, value in after["time"].items() if name != "confirm"}}


def _settle_moved(after: dict[str, Any], choice: str) -> dict[str, Answer]:
    return after | {"moved": choice}


def _settle_house(after: dict[str, Any], choice: str) -> dict[str, Answer]:
    one = {"min": 1, "max": None, "exact": False} if choice != "none" else {"min": 0, "max": 0, "exact": True}
    return after | {"houses": {**after["houses"], choice: one}}


SETTLE = {
    "moved": _settle_moved,
    "house_damage": _settle_house,
    "means_death": _settle_death,
    "confirm_hearsay": _settle_hearsay,
    "which_area": _settle_area,
    "confirm_time": _settle_time,
}
