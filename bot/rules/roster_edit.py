"""Editing a roster in chat, a tap at a time: which seat, who, from when. Taps and what they lead to, no more.

An edit is done when `ready`; the summary is shown before anything is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.rules.shifts import KINDS, SEATS

# what is edited → the questions, in their order
STEPS: dict[str, tuple[str, ...]] = {
    "rotation": ("seat", "kind", "people", "day"),
    "override": ("seat", "shift", "person"),
    "swap": ("shift", "for"),
    "end": ("rotation",),
    "import": ("file",),
    "note": ("text",),
}
MOST_PEOPLE = 12


@dataclass(frozen=True)
class Edit:
    """`shift` and `theirs` are two moments in ISO 8601; `chosen`: the list of people is finished."""

    area: str
    what: str
    seat: str | None = None
    kind: str | None = None
    people: tuple[int, ...] = ()
    chosen: bool = False
    day: str | None = None
    shift: tuple[str, str] | None = None
    theirs: tuple[str, str] | None = None
    person: int | None = None
    rotation: int | None = None

    @property
    def step(self) -> str:
        """The first question that is open; `summary` when there is none."""
        open_steps = {
            "seat": self.seat is None,
            "kind": self.kind is None,
            "people": not self.chosen,
            "day": self.day is None,
            "shift": self.shift is None,
            "person": self.person is None,
            "for": self.person is None,
            "rotation": self.rotation is None,
            "file": True,
            "text": True,
        }
        return next((step for step in STEPS[self.what] if open_steps[step]), "summary")

    def to_json(self) -> dict[str, Any]:
        return {name: list(value) if isinstance(value, tuple) else value for name, value in vars(self).items()}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Edit | None:
        """None for what is no edit: another conversation, or one of an older program."""
        known = {name: stored[name] for name in cls.__dataclass_fields__ if name in stored}
        if known.get("what") not in STEPS or "area" not in known:
            return None
        tuples = {name: tuple(known[name]) for name in ("people", "shift", "theirs") if known.get(name)}
        return cls(**{**known, "people": (), **tuples})


@dataclass(frozen=True)
class Offered:
    """What may be tapped now: who may sit, the shifts (`shift` choices), those of others, the rotations, today."""

    staff: tuple[int, ...]
    shifts: tuple[tuple[str, str, str], ...] = ()
    others: tuple[tuple[str, str, int], ...] = ()
    rotations: tuple[int, ...] = ()
    today: date = date(2026, 1, 1)


def begin(area: str, what: str) -> Edit | None:
    return Edit(area, what) if what in STEPS else None


def tapped(edit: Edit, value: str, offered: Offered) -> Edit | None:
    """The edit after a tap; None for a tap that fits no button of this step."""
    match edit.step:
        case "seat":
            return replace(edit, seat=value) if value in SEATS else None
        case "kind":
            return replace(edit, kind=value) if value in KINDS else None
        case "people":
            return _people(edit, value, offered)
        case "day":
            return replace(edit, day=value) if value in _days(offered.today) else None
        case "shift":
            return _shift(edit, value, offered)
        case "person":
            person = _number(value)
            return replace(edit, person=person) if person in offered.staff else None
        case "for":
            return _for(edit, value, offered)
        case "rotation":
            rotation = _number(value)
            return replace(edit, rotation=rotation) if rotation in offered.rotations else None
    return None


def back(edit: Edit) -> Edit | None:
    """One question back; None from the first."""
    order = STEPS[edit.what]
    at = order.index(edit.step) if edit.step in order else len(order)
    cleared: dict[str, dict[str, Any]] = {
        "seat": {"seat": None}, "kind": {"kind": None}, "people": {"people": (), "chosen": False}, "day": {"day": None},
        "shift": {"shift": None, "seat": edit.seat if edit.what == "override" else None}, "person": {"person": None},
        "for": {"person": None, "theirs": None}, "rotation": {"rotation": None},
    }  # fmt: skip
    return None if at == 0 else replace(edit, **cleared[order[at - 1]])


def _people(edit: Edit, value: str, offered: Offered) -> Edit | None:
    if value == "done":
        return replace(edit, chosen=True) if edit.people else None
    person = _number(value)
    if person not in offered.staff:
        return None
    if person in edit.people:
        return replace(edit, people=tuple(each for each in edit.people if each != person))
    return replace(edit, people=(*edit.people, person)) if len(edit.people) < MOST_PEOPLE else None


def _shift(edit: Edit, value: str, offered: Offered) -> Edit | None:
    number = _number(value)
    if number is None or number >= len(offered.shifts):
        return None
    seat, since, until = offered.shifts[number]
    return replace(edit, seat=seat, shift=(since, until))


def _for(edit: Edit, value: str, offered: Offered) -> Edit | None:
    """`p7`: person 7 covers; `s2`: the third of the others' shifts in exchange."""
    number = _number(value[1:])
    if value[:1] == "p" and number in offered.staff:
        return replace(edit, person=number)
    if value[:1] == "s" and number is not None and number < len(offered.others):
        since, until, person = offered.others[number]
        return replace(edit, person=person, theirs=(since, until))
    return None


def days(today: date) -> tuple[date, ...]:
    """The days a rotation may be begun on by a tap: the coming week."""
    return tuple(today + timedelta(days=ahead) for ahead in range(8))


def _days(today: date) -> tuple[str, ...]:
    return tuple(day.isoformat() for day in days(today))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None


def moments(span: tuple[str, str]) -> tuple[datetime, datetime]:
    return datetime.fromisoformat(span[0]), datetime.fromisoformat(span[1])
