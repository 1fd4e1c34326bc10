"""How urgent a report is: P0 to P3, and the reason to show. Domain.md §3.6; a convention of ours, not law.

A figure that is unknown never lowers the priority, and a vague one counts with what it may reach (2–4 dead → 4).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.rules.category import Category, HazardLevel, Level
from bot.rules.question import Answers
from bot.rules.reading.numbers import UNKNOWN, Figure

Harm = Literal["yes", "none", "unknown"]


@dataclass(frozen=True, slots=True)
class Figures:
    """What a report says about people. None is "not stated"; `UNKNOWN` is 不清楚.

    `harm` is the button 有 / 无 / 不清楚; `injured` counts people whose severity was not said.
    """

    harm: Harm | None = None
    dead: Figure | None = None
    missing: Figure | None = None
    injured: Figure | None = None
    injured_serious: Figure | None = None
    injured_minor: Figure | None = None
    trapped: Figure | None = None
    rescued: Figure | None = None
    ill: Figure | None = None
    hospitalized: Figure | None = None
    households: Figure | None = None

    def reach(self, *names: str) -> int:
        """The most that these figures together may be, as far as their words bound them."""
        figures = [figure for name in names if (figure := getattr(self, name)) is not None]
        return sum(figure.max if figure.max is not None else figure.surely for figure in figures)

    def says(self, name: str, value: Figure) -> bool:
        return bool(getattr(self, name) == value)


LEVELS: tuple[Level, ...] = ("P0", "P1", "P2", "P3")


def is_graver(level: str, than: str) -> bool:
    return tuple(map(str, LEVELS)).index(level) < tuple(map(str, LEVELS)).index(than)


@dataclass(frozen=True, slots=True)
class Priority:
    """`reason_key` names the words that say why, for the card and the case log."""

    level: Level
    reason_key: str


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules look at. `grade` is the proposed statutory grade; `sensitive`: school, foreigners, media …"""

    category: Category
    figures: Figures
    grade: str | None = None
    sensitive: bool = False


INJURED = ("injured", "injured_serious", "injured_minor")
NOBODY_HURT = (("injured",), ("injured_serious", "injured_minor"))
"""Zeros that together say 无人受伤; "0 dead" alone does not."""


def _harm(figures: Figures) -> Harm:
    """The button where it was tapped, else what the figures say. 无 gives way to a figure that turns out unclear."""
    if figures.harm in ("yes", "unknown"):
        return figures.harm
    if any(figures.says(name, UNKNOWN) for name in ("dead", "missing", "trapped", *INJURED)):
        return "unknown"
    if figures.harm == "none":
        return "none"
    stated = figures.reach("dead", "missing", "trapped", "rescued", "ill", "hospitalized", *INJURED) > 0
    nobody = any(all(_zero(getattr(figures, name)) for name in names) for names in NOBODY_HURT)
    return "none" if stated or nobody else "unknown"


def _zero(figure: Figure | None) -> bool:
    return figure is not None and figure.is_zero


Test = Callable[[Case], bool]


def _at_least(least: int, *names: str) -> Test:
    return lambda case: case.figures.reach(*names) >= least


def _harm_is(harm: Harm, *, at_stake: bool | None = None) -> Test:
    return lambda case: _harm(case.figures) == harm and at_stake in (None, case.category.life_at_stake)


# Read aloud, first that holds: level, reason, when.
RULES: tuple[tuple[Level, str, Test], ...] = (
    ("P0", "priority-always-at-once", lambda case: case.category.grade_rule == "MANUAL-P0"),
    ("P0", "priority-trapped", _at_least(1, "trapped")),
    ("P0", "priority-three-dead", _at_least(3, "dead")),
    ("P0", "priority-harm", _harm_is("yes")),
    ("P0", "priority-missing", lambda case: case.category.life_at_stake and case.figures.reach("missing") >= 1),
    ("P0", "priority-harm-unknown", _harm_is("unknown", at_stake=True)),
    ("P0", "priority-category", lambda case: case.category.default_priority == "P0"),
    ("P1", "priority-dead", _at_least(1, "dead")),
    ("P1", "priority-missing", _at_least(1, "missing")),
    ("P1", "priority-serious", _at_least(1, "injured_serious")),
    ("P1", "priority-three-hurt", _at_least(3, *INJURED)),
    ("P1", "priority-hurt", _at_least(1, "injured", "hospitalized")),
    ("P1", "priority-three-ill", _at_least(3, "ill")),
    ("P1", "priority-rescued", _at_least(1, "rescued")),
    ("P1", "priority-households", _at_least(30, "households")),
    ("P1", "priority-grade", lambda case: case.grade in ("I", "II", "III")),
    ("P1", "priority-sensitive", lambda case: case.sensitive),
    ("P1", "priority-harm-unknown", _harm_is("unknown")),
    ("P1", "priority-category", lambda case: case.category.default_priority == "P1"),
    ("P2", "priority-slight", _at_least(1, "injured_minor", "ill")),
    ("P2", "priority-category", lambda case: case.category.default_priority == "P2"),
)


def priority_of(category: Category, figures: Figures, *, grade: str | None = None, sensitive: bool = False) -> Priority:
    """The priority of an incident, and why."""
    case = Case(category, figures, grade, sensitive)
    for level, reason, holds in RULES:
        if holds(case):
            return Priority(level, reason)
    return Priority("P3", "priority-category")


def priority_of_hazard(level: HazardLevel) -> Priority:
    """险情 travels like an incident in which life is at risk; the levels and their priorities are data."""
    return Priority(level.priority, f"priority-hazard-{level.slug.replace('_', '-')}")


def figures_of(answers: Answers) -> Figures:
    """The figures in the answers of an emergency or incident form; a question left open is not stated."""
    counts = {name: figure_of(answers.get(name)) for name in Figures.__dataclass_fields__ if name != "harm"}
    harm = next((known for known in ("yes", "none", "unknown") if answers.get("harm") == known), None)
    return Figures(harm=harm, **counts)


def figure_of(answer: Any) -> Figure | None:
    """A count answer ({"min", "max", "exact"} or {"unknown": true}) as a figure; None where there is none."""
    if not isinstance(answer, Mapping):
        return None
    return UNKNOWN if answer.get("unknown") else Figure(answer.get("min"), answer.get("max"), bool(answer.get("exact")))
