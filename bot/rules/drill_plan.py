"""The plan of a drill while it is being made: six questions, then a summary. Every step gives a new plan.

`step` is one of STEPS, or `summary`, or `change` (which answer to change). A button of an older screen is told apart by
the conversation's revision, not here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.rules.category import Names
from bot.rules.roles import contains

STEPS = ("name", "kind", "where", "place", "when", "length")
KINDS = ("field", "tabletop")
# The usual ones, on buttons; a table-top exercise says its form by itself.
SCENARIOS: dict[str, Names] = {
    "flood": {"zh-Hans": "防汛转移", "zh-Hant": "防汛轉移", "en": "Flood evacuation"},
    "geology": {"zh-Hans": "地质灾害避险", "zh-Hant": "地質災害避險", "en": "Landslide evacuation"},
    "fire": {"zh-Hans": "消防疏散", "zh-Hant": "消防疏散", "en": "Fire evacuation"},
    "forest": {"zh-Hans": "森林防火", "zh-Hant": "森林防火", "en": "Forest fire"},
    "drowning": {"zh-Hans": "防溺水救援", "zh-Hant": "防溺水救援", "en": "Water rescue"},
    "tabletop": {"zh-Hans": "桌面推演", "zh-Hant": "桌面推演", "en": "Table-top exercise"},
}
LONGEST_TEXT = 100


@dataclass(frozen=True, slots=True)
class Plan:
    """`scenario` is empty for a name of one's own. `place` None: not asked yet, empty: skipped.

    `day` is a day chosen while its hour is not; `offered` are the areas that a typed name can mean.
    """

    name: str | None = None
    scenario: str = ""
    kind: str | None = None
    areas: tuple[str, ...] = ()
    place: str | None = None
    starts_at: datetime | None = None
    minutes: int | None = None
    step: str = "name"
    editing: bool = False
    day: date | None = None
    page: int = 0
    offered: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        return _first_open(self) is None

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name, "scenario": self.scenario, "kind": self.kind, "areas": list(self.areas),
            "place": self.place, "starts_at": self.starts_at.isoformat() if self.starts_at else None,
            "minutes": self.minutes, "step": self.step, "editing": self.editing,
            "day": self.day.isoformat() if self.day else None, "page": self.page, "offered": list(self.offered),
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Plan:
        """The plan that `to_json` stored; KeyError when it is not one."""
        return cls(
            name=stored["name"], scenario=stored["scenario"], kind=stored["kind"], areas=tuple(stored["areas"]),
            place=stored["place"], minutes=stored["minutes"], step=stored["step"], editing=stored["editing"],
            starts_at=datetime.fromisoformat(stored["starts_at"]) if stored["starts_at"] else None,
            day=date.fromisoformat(stored["day"]) if stored["day"] else None,
            page=stored["page"], offered=tuple(stored["offered"]),
        )  # fmt: skip


def _first_open(plan: Plan) -> str | None:
    answers = (plan.name, plan.kind, plan.areas or None, plan.place, plan.starts_at, plan.minutes)
    return next((step for step, answer in zip(STEPS, answers, strict=True) if answer is None), None)


def answered(plan: Plan, **answers: Any) -> Plan:
    """The answers taken, and on to the first question that is open, or to the summary."""
    taken = replace(plan, **answers, editing=False, day=None, page=0, offered=())
    return replace(taken, step=_first_open(taken) or "summary")


def named(plan: Plan, name: str) -> Plan:
    """A name of one's own."""
    return answered(plan, name=name, scenario="")


def usual(plan: Plan, scenario: str) -> Plan:
    """One of SCENARIOS."""
    kind = "tabletop" if scenario == "tabletop" else plan.kind
    return answered(plan, name=SCENARIOS[scenario]["zh-Hans"], scenario=scenario, kind=kind)


def back(plan: Plan) -> Plan:
    """One screen back; from the first question nowhere."""
    if plan.offered:
        return replace(plan, offered=())
    if plan.step == "when" and plan.day is not None:
        return replace(plan, day=None)
    if plan.step == "change" or (plan.editing and plan.complete):
        return replace(plan, step="summary", editing=False)
    at = len(STEPS) if plan.step == "summary" else STEPS.index(plan.step)
    return replace(plan, step=STEPS[max(at - 1, 0)], page=0, editing=False)


def edit(plan: Plan, step: str) -> Plan:
    """From the summary to one question; its old answer stands until a new one comes."""
    return replace(plan, step=step, editing=True, page=0, day=None, offered=())


def toggled(plan: Plan, code: str) -> Plan:
    """An area chosen or taken back. A larger one swallows those inside it; a smaller one takes its place."""
    if code in plan.areas:
        kept = tuple(area for area in plan.areas if area != code)
    else:
        kept = (*(area for area in plan.areas if not contains(code, area) and not contains(area, code)), code)
    return replace(plan, areas=kept, offered=())
