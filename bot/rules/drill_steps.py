"""What a tap or a typed word does to a plan: a new plan, or a Fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot.rules.drill_plan import KINDS, SCENARIOS, STEPS, Plan, answered, back, edit, named, toggled, usual
from bot.rules.drill_reading import (
    DONE_WORDS,
    WHOLE_WORDS,
    AreasRead,
    areas_from,
    kind_from,
    minutes_from,
    short_text,
    shown,
)
from bot.rules.drill_time import read_planned_time
from bot.rules.places import Area, Places
from bot.rules.question import Fault
from bot.rules.reading.script import clean, fold

DAYS = (0, 1, 2, 7)
HOURS = (8, 9, 10, 11, 14, 15, 16, 17, 19, 20)
LENGTHS = (60, 120, 240)
PAGE = 12
STALE = Fault("drill-tap-stale")


@dataclass(frozen=True)
class Facts:
    """What a step must know. `roots` are the areas in which this planner may plan; `now` carries the zone."""

    places: Places
    roots: tuple[str, ...]
    allowed: Callable[[str], bool]
    now: datetime

    @property
    def whole(self) -> Area | None:
        """The one area that contains the whole menu: 全镇, 全区."""
        return self.places.get(self.roots[0]) if len(self.roots) == 1 else None

    @property
    def menu(self) -> tuple[Area, ...]:
        """The areas on the buttons: a city's towns, a town's villages, or the several areas of a planner."""
        if self.whole is None:
            return tuple(area for area in map(self.places.get, self.roots) if area is not None)
        inside = tuple(area for area in self.places.areas if area.parent == self.whole.code)
        return inside or (self.whole,)

    def hours(self, plan: Plan) -> tuple[int, ...]:
        """The hours of the chosen day that are still to come."""
        return tuple(hour for hour in HOURS if plan.day is not None and self.at(plan, hour) > self.now)

    def at(self, plan: Plan, hour: int) -> datetime:
        assert plan.day is not None
        return datetime.combine(plan.day, time(hour), self.now.tzinfo)


def tapped(plan: Plan, act: str, value: str, facts: Facts) -> Plan | Fault:
    """A tap on the current screen. What does not belong to it (or is forged) changes nothing."""
    if act == "back":
        return back(plan)
    if act == "change":
        return replace(plan, step="change") if plan.step == "summary" else STALE
    if act == "edit":
        return edit(plan, value) if plan.step == "change" and value in STEPS else STALE
    step = TAPS.get(plan.step)
    return (step(plan, act, value, facts) if step else None) or STALE


def typed(plan: Plan, text: str, facts: Facts) -> Plan | Fault:
    """Typed words answer the current question; on a screen of buttons only they are told so."""
    step = WORDS.get(plan.step)
    return step(plan, text, facts) if step else Fault("drill-fault-button")


# --- taps, a function a question ---


def _tap_name(plan: Plan, act: str, value: str, facts: Facts) -> Plan | None:
    return usual(plan, value) if act == "name" and value in SCENARIOS else None


def _tap_kind(plan: Plan, act: str, value: str, facts: Facts) -> Plan | None:
    return answered(plan, kind=value) if act == "kind" and value in KINDS else None


def _tap_where(plan: Plan, act: str, value: str, facts: Facts) -> Plan | Fault | None:
    if act == "page" and value.isdecimal():
        return replace(plan, page=min(int(value), (len(facts.menu) - 1) // PAGE))
    if act == "done":
        return answered(plan) if plan.areas else Fault("drill-fault-choose-area")
    if act == "take" and value.isdecimal() and int(value) < len(plan.offered):
        return _with_area(plan, plan.offered[int(value)], facts)
    if act == "area":
        return toggled(plan, value) if facts.places.get(value) and facts.allowed(value) else None
    return None


def _with_area(plan: Plan, code: str, facts: Facts) -> Plan | None:
    if not facts.allowed(code):
        return None
    return replace(plan, offered=()) if code in plan.areas else toggled(plan, code)


def _tap_place(plan: Plan, act: str, value: str, facts: Facts) -> Plan | None:
    return answered(plan, place="") if act == "skip" else None


def _tap_when(plan: Plan, act: str, value: str, facts: Facts) -> Plan | Fault | None:
    if not value.isdecimal():
        return None
    if act == "day" and int(value) in DAYS:
        return replace(plan, day=(facts.now + timedelta(days=int(value))).date())
    if act == "hour" and plan.day is not None and int(value) in HOURS:
        at = facts.at(plan, int(value))
        past = Fault("drill-fault-time-past", {"text": f"{at:%H:%M}"})
        return answered(plan, starts_at=at) if at > facts.now else past
    return None


def _tap_length(plan: Plan, act: str, value: str, facts: Facts) -> Plan | None:
    taken = act == "length" and value.isdecimal() and int(value) in LENGTHS
    return answered(plan, minutes=int(value)) if taken else None


TAPS: dict[str, Callable[[Plan, str, str, Facts], Plan | Fault | None]] = {
    "name": _tap_name, "kind": _tap_kind, "where": _tap_where, "place": _tap_place, "when": _tap_when,
    "length": _tap_length,
}  # fmt: skip


# --- typed words, a function a question ---


def _type_name(plan: Plan, text: str, facts: Facts) -> Plan | Fault:
    read = short_text(text)
    return read if isinstance(read, Fault) else named(plan, read)


def _type_kind(plan: Plan, text: str, facts: Facts) -> Plan | Fault:
    kind = kind_from(text)
    return answered(plan, kind=kind) if kind else Fault("drill-fault-button")


def _type_where(plan: Plan, text: str, facts: Facts) -> Plan | Fault:
    """Names join what is chosen already; 全镇 is the whole menu."""
    word = fold(clean(text))
    if word in DONE_WORDS:
        return _tap_where(plan, "done", "", facts) or STALE
    if word in WHOLE_WORDS:
        return replace(plan, areas=tuple(facts.roots), offered=())
    read = areas_from(text, facts.places, facts.allowed)
    if isinstance(read, Fault):
        return read
    return replace(_joined(plan, read), offered=read.offered)


def _joined(plan: Plan, read: AreasRead) -> Plan:
    for code in read.found:
        plan = plan if code in plan.areas else toggled(plan, code)
    return plan


def _type_place(plan: Plan, text: str, facts: Facts) -> Plan | Fault:
    read = short_text(text)
    return read if isinstance(read, Fault) else answered(plan, place=read)


def _type_when(plan: Plan, text: str, facts: Facts) -> Plan | Fault:
    read = read_planned_time(text, facts.now, plan.day)
    if read.at is not None:
        return answered(plan, starts_at=read.at)
    if read.day is not None:
        return replace(plan, day=read.day)
    return Fault(f"drill-fault-time-{read.problem}", {"text": shown(text)})


def _type_length(plan: Plan, text: str, facts: Facts) -> Plan | Fault:
    minutes = minutes_from(text)
    return minutes if isinstance(minutes, Fault) else answered(plan, minutes=minutes)


WORDS: dict[str, Callable[[Plan, str, Facts], Plan | Fault]] = {
    "name": _type_name, "kind": _type_kind, "where": _type_where, "place": _type_place, "when": _type_when,
    "length": _type_length,
}  # fmt: skip
