"""Which grade the written rules propose."""

import pytest

from bot.rules.grading import Grade, Known, propose_grade
from bot.rules.reading.numbers import UNKNOWN, ZERO, Figure, exactly

AT_LEAST_ONE = Figure(1, None, False)


def people(**figures: int) -> Known:
    return Known({role: exactly(count) for role, count in figures.items()})


@pytest.mark.parametrize(("rule", "known", "grade"), [
    ("GR-493", people(dead=30), "I"), ("GR-493", people(dead=29), "II"), ("GR-493", people(dead=10), "II"),
    ("GR-493", people(dead=9), "III"), ("GR-493", people(dead=3), "III"), ("GR-493", people(dead=2), "IV"),
    ("GR-493", people(injured_serious=100), "I"), ("GR-493", people(injured_serious=50), "II"),
    ("GR-493", people(injured_serious=10), "III"), ("GR-493", people(injured_serious=9), "IV"),
    ("GR-493", people(dead=1, injured_serious=10), "III"), ("GR-493", Known({}, loss_wan=10_000), "I"),
    ("GR-493", Known({}, loss_wan=5_000), "II"), ("GR-493", Known({}, loss_wan=1_000), "III"),
    ("GR-493", Known({}, loss_wan=999), "IV"),
    ("GR-FOREST", Known({}, area_ha=0.5), "IV"), ("GR-FOREST", Known({}, area_ha=1), "III"),
    ("GR-FOREST", Known({}, area_ha=100), "II"), ("GR-FOREST", Known({}, area_ha=1000), "I"),
    ("GR-GEO", people(dead=0), "IV"), ("GR-GEO", people(dead=3), "III"), ("GR-GEO", Known({}, loss_wan=500), "II"),
    ("GR-NAT", people(dead=2, missing=1), "III"), ("GR-GEO", people(dead=2, missing=1), "IV"),
    ("GR-DEATHS", people(dead=1), "IV"), ("GR-DEATHS", people(injured=5), None),
    ("GR-FOOD", people(ill=29), None), ("GR-FOOD", people(ill=30), "IV"), ("GR-FOOD", people(ill=100), "IV"),
    ("GR-FOOD", people(ill=101), "III"), ("GR-FOOD", people(ill=5, dead=1), "III"),
    ("GR-FOOD", people(ill=101, dead=1), "II"), ("GR-FOOD", people(dead=10), "II"),
    ("GR-HEALTH", people(ill=500), None), ("MANUAL-P0", people(dead=5), None), ("NONE", people(dead=1), None),
])  # fmt: skip
def test_the_number_that_opens_a_band_belongs_to_it(rule: str, known: Known, grade: Grade | None) -> None:
    assert propose_grade(rule, known).grade == grade


def test_any_casualty_in_an_accident_is_at_least_the_lowest_grade() -> None:
    assert propose_grade("GR-493", people(injured=2)).grade == "IV"
    assert propose_grade("GR-493", Known({"injured": AT_LEAST_ONE})).grade == "IV"


def test_trapped_people_are_no_grade_until_their_fate_is_known() -> None:
    assert propose_grade("GR-493", Known({"trapped": AT_LEAST_ONE})).grade is None
    assert propose_grade("GR-GEO", Known({"trapped": exactly(2), "injured": exactly(1)})).grade is None


def test_unknown_deaths_propose_nothing_and_nothing_stated_proposes_nothing() -> None:
    assert propose_grade("GR-GEO", Known({"dead": UNKNOWN, "injured": ZERO})).grade is None
    assert propose_grade("GR-NAT", Known({})).grade is None


def test_missing_people_are_not_dead_in_an_accident_and_the_officer_is_shown_what_if() -> None:
    proposal = propose_grade("GR-493", people(dead=1, missing=4))
    assert proposal.grade == "IV"
    assert proposal.with_missing == "III"
    assert "第493号" in proposal.clause


def test_a_social_event_is_never_graded() -> None:
    assert propose_grade("GR-493", people(dead=30), social=True).grade is None


def test_the_same_shock_is_an_accident_at_work_and_counted_by_deaths_at_home() -> None:
    hurt = {"injured": exactly(1)}
    assert propose_grade("GR-493-OR-DEATHS", Known(hurt, at_work=True)).grade == "IV"
    assert propose_grade("GR-493-OR-DEATHS", Known(hurt)).grade is None
