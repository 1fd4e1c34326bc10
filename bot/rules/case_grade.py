"""What the written rules propose for a case as it stands, and what would make it graver. A person decides."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.rules.category import Category
from bot.rules.grading import GRADES, TABLES, Grade, GradeProposal, Known, known_count, propose_grade
from bot.rules.priority import figure_of
from bot.rules.question import Answers
from bot.rules.reading.numbers import ZERO, Figure

ROLES = ("dead", "missing", "injured", "injured_serious", "injured_minor", "ill", "trapped")
GRADED_PEOPLE = ("dead", "injured_serious", "ill")
CROWDS: tuple[tuple[Grade, int], ...] = (("I", 5000), ("II", 1000), ("III", 200), ("IV", 30))
"""GR-MASS: how large a gathering is, by head count. No statute grades by it; some provinces use 100 for III [?]."""


@dataclass(frozen=True, slots=True)
class CaseGrade:
    """`next_grade` is reached when one of `next_at` is: (what is counted, how many). `crowd`: a social event's size."""

    proposal: GradeProposal
    missing: int = 0
    next_grade: Grade | None = None
    next_at: tuple[tuple[str, int], ...] = ()
    social: bool = False
    crowd: tuple[int, Grade | None] | None = None


def grade_of_case(category: Category, answers: Answers) -> CaseGrade:
    """The proposal for what the answers say. A social event has none; its size is shown instead."""
    known = known_of(answers)
    social = category.klass == "social"
    proposal = propose_grade(category.grade_rule, known, social=social)
    if social:
        return CaseGrade(proposal, social=True, crowd=_crowd(answers))
    next_grade, next_at = _next(proposal)
    return CaseGrade(proposal, known_count(known, "missing"), next_grade, next_at)


def known_of(answers: Answers) -> Known:
    """The figures as grading takes them. 无人受伤被困 counts nobody; a question left open counts nothing."""
    nobody = answers.get("harm") == "none"
    people: dict[str, Figure] = {}
    for role in ROLES:
        figure = figure_of(answers.get(role))
        if figure is not None or nobody:
            people[role] = figure if figure is not None else ZERO
    measured = answers.get("measurements")
    measures: Mapping[str, Any] = measured if isinstance(measured, Mapping) else {}
    burnt = _number(measures.get("area_ha_min"))
    if burnt is None and measures.get("area_ha_max") is not None:
        burnt = 0.0  # "less than": some forest burnt, and how much of it is not sure
    return Known(
        people,
        loss_wan=_number(measures.get("loss_wan")),
        area_ha=burnt,
        at_work="at_work" in traits_of(answers),
    )


def traits_of(answers: Answers) -> frozenset[str]:
    """The small facts that reading the officer's words found (at_work, school …)."""
    traits = answers.get("_traits")
    return frozenset(str(each) for each in traits) if isinstance(traits, list) else frozenset()


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _next(proposal: GradeProposal) -> tuple[Grade | None, tuple[tuple[str, int], ...]]:
    """The next graver band, and how many people of each kind open it."""
    table = TABLES.get(proposal.rule)
    if table is None or proposal.grade == "I":
        return None, ()
    above = GRADES[(GRADES.index(proposal.grade) if proposal.grade else len(GRADES)) - 1]
    counts = [(role, table.columns[role][GRADES.index(above)]) for role in GRADED_PEOPLE if role in table.columns]
    found = tuple((role, int(least)) for role, least in counts if least)
    return (above, found) if found else (None, ())


def _crowd(answers: Answers) -> tuple[int, Grade | None] | None:
    """How many people, and the band of their number. None: not known."""
    people = answers.get("people")
    said = [answers.get(name) for name in ("present_now", "involved")]
    if isinstance(people, Mapping):
        said += [people.get(name) for name in ("present_now", "involved")]
    counts = [figure.surely for each in said if (figure := _figure(each)) is not None and figure.surely]
    if not counts:
        return None
    return counts[0], next((grade for grade, least in CROWDS if counts[0] >= least), None)


def _figure(value: Any) -> Figure | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return Figure(value, value, True)
    return figure_of(value)


def is_lower(grade: str | None, than: str) -> bool:
    """Whether a grade is less grave than another (Ⅰ is the gravest)."""
    return grade in GRADES and than in GRADES and GRADES.index(grade) > GRADES.index(than)
