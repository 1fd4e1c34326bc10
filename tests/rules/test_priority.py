"""Who is called, and how fast: the table of the duty room, read row by row."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report_types import load_categories, load_hazard_levels
from bot.rules.priority import Figures, figures_of, priority_of, priority_of_hazard
from bot.rules.reading.numbers import UNKNOWN, ZERO, Figure, exactly

CATEGORIES = load_categories()
NOBODY_HURT: dict[str, Any] = {"dead": ZERO, "missing": ZERO, "injured": ZERO, "trapped": ZERO}


@pytest.mark.parametrize(
    ("category", "figures", "level", "why"),
    [
        # The button of the three-tap report.
        ("waterlogging", {"harm": "yes"}, "P0", "priority-harm"),
        ("fire_building", {"harm": "unknown"}, "P0", "priority-harm-unknown"),
        ("waterlogging", {"harm": "unknown"}, "P1", "priority-harm-unknown"),
        ("waterlogging", {"harm": "none"}, "P2", "priority-category"),
        ("fire_building", {"harm": "none"}, "P1", "priority-category"),
        ("neighbor_dispute", {"harm": "none"}, "P3", "priority-category"),
        # Danger to everybody, whoever is hurt.
        ("gas_leak", {"harm": "none"}, "P0", "priority-category"),
        ("reservoir_dike", {"harm": "none"}, "P0", "priority-always-at-once"),
        ("hazchem", {"harm": "none"}, "P0", "priority-category"),
        # Life at risk now.
        ("waterlogging", {"trapped": exactly(1)}, "P0", "priority-trapped"),
        ("elevator_special", {"trapped": Figure(1, None, False)}, "P0", "priority-trapped"),
        ("traffic", {"dead": exactly(3)}, "P0", "priority-three-dead"),
        ("traffic", {"dead": Figure(2, 4, False)}, "P0", "priority-three-dead"),
        ("drowning", {"missing": exactly(1)}, "P0", "priority-missing"),
        # A death, a serious injury, several hurt.
        ("traffic", NOBODY_HURT | {"dead": exactly(1)}, "P1", "priority-dead"),
        ("traffic", NOBODY_HURT | {"injured_serious": exactly(1)}, "P1", "priority-serious"),
        ("traffic", NOBODY_HURT | {"injured": exactly(2)}, "P1", "priority-hurt"),
        ("traffic", {"injured": exactly(2)}, "P1", "priority-hurt"),
        ("neighbor_dispute", NOBODY_HURT | {"injured": None, "injured_minor": exactly(3)}, "P1", "priority-three-hurt"),
        ("missing_person", {"missing": exactly(1)}, "P1", "priority-missing"),
        # One or two slightly hurt and nothing else: as the category, but never a matter for the weekly list.
        ("neighbor_dispute", {"injured_serious": ZERO, "injured_minor": exactly(1)}, "P2", "priority-slight"),
        # Nobody hurt, yet many or nearly.
        ("waterlogging", {"injured": ZERO, "trapped": ZERO, "rescued": exactly(2)}, "P1", "priority-rescued"),
        ("waterlogging", NOBODY_HURT | {"households": Figure(30, 39, False)}, "P1", "priority-households"),
        ("waterlogging", NOBODY_HURT | {"households": exactly(29)}, "P2", "priority-category"),
        ("food_poisoning", NOBODY_HURT | {"ill": exactly(8)}, "P1", "priority-three-ill"),
        # Figures that nobody knows, and figures that nobody gave.
        ("traffic", {"dead": UNKNOWN}, "P0", "priority-harm-unknown"),
        ("utility_outage", {"injured": UNKNOWN}, "P1", "priority-harm-unknown"),
        ("geo_landslide", {}, "P0", "priority-harm-unknown"),
        ("geo_landslide", {"injured": ZERO}, "P1", "priority-category"),
        ("traffic", {"dead": ZERO}, "P0", "priority-harm-unknown"),
    ],
)
def test_the_priority_follows_from_what_the_officer_said(
    category: str, figures: dict[str, Any], level: str, why: str
) -> None:
    priority = priority_of(CATEGORIES[category], Figures(**figures))
    assert (priority.level, priority.reason_key) == (level, why)


def test_a_larger_grade_or_a_school_makes_an_ordinary_report_urgent() -> None:
    quiet = Figures(harm="none")
    assert priority_of(CATEGORIES["utility_outage"], quiet, grade="III").level == "P1"
    assert priority_of(CATEGORIES["utility_outage"], quiet, grade="IV").level == "P2"
    assert priority_of(CATEGORIES["utility_outage"], quiet, sensitive=True).level == "P1"


def test_imminent_danger_of_a_hazard_climbs_like_an_incident() -> None:
    levels = {slug: priority_of_hazard(level).level for slug, level in load_hazard_levels().items()}
    assert levels == {"general": "P3", "major": "P2", "major_imminent": "P0"}


def test_the_answers_of_a_form_are_read_as_figures() -> None:
    answers: dict[str, Any] = {
        "category": {"slug": "traffic"}, "dead": {"unknown": True}, "trapped": {"min": 1, "max": None, "exact": False},
    }  # fmt: skip
    figures = figures_of(answers)
    assert figures.dead == UNKNOWN
    assert figures.trapped == Figure(1, None, False)
    assert figures.missing is None
    assert figures_of({"harm": "none"}).harm == "none"


COUNTED = ["dead", "missing", "injured", "injured_serious", "injured_minor", "trapped", "households"]
figure = st.one_of(st.none(), st.just(ZERO), st.integers(1, 50).map(exactly))


@given(
    category=st.sampled_from(list(CATEGORIES.values())),
    figures=st.fixed_dictionaries(dict.fromkeys(COUNTED, figure)),
    harm=st.sampled_from([None, "none", "unknown", "yes"]),
    name=st.sampled_from(COUNTED[:6]),
)
def test_what_is_not_known_is_never_less_urgent_than_nobody(
    category: Any, figures: dict[str, Any], harm: Any, name: str
) -> None:
    nobody = priority_of(category, Figures(harm=harm, **figures | {name: ZERO}))
    unknown = priority_of(category, Figures(harm=harm, **figures | {name: UNKNOWN}))
    assert unknown.level <= nobody.level


@given(
    category=st.sampled_from(list(CATEGORIES.values())),
    figures=st.fixed_dictionaries(dict.fromkeys(COUNTED, st.one_of(st.none(), st.integers(1, 50).map(exactly)))),
    name=st.sampled_from(COUNTED),
    more=st.integers(1, 10),
)
def test_more_people_are_never_less_urgent(category: Any, figures: dict[str, Any], name: str, more: int) -> None:
    few = figures | {name: figures[name] or exactly(1)}
    many = figures | {name: exactly((few[name].min or 0) + more)}
    assert priority_of(category, Figures(**many)).level <= priority_of(category, Figures(**few)).level
