"""The grade of a case as its answers stand, what would change it, and which of the eleven elements it has."""

from bot.report_types import load_categories
from bot.rules.case_grade import grade_of_case, is_lower
from bot.rules.report_elements import elements_of

CATEGORIES = load_categories()


def exactly(count: int) -> dict[str, object]:
    return {"min": count, "max": count, "exact": True}


def test_missing_people_would_make_it_graver_and_the_next_band_is_named() -> None:
    found = grade_of_case(CATEGORIES["fire_building"], {"dead": exactly(2), "missing": exactly(4)})
    assert (found.proposal.grade, found.proposal.with_missing, found.missing) == ("IV", "III", 4)
    assert found.next_grade == "III"
    assert found.next_at == (("dead", 3), ("injured_serious", 10))


def test_nobody_hurt_in_a_landslide_is_the_lowest_grade_and_not_known_is_none() -> None:
    slide = CATEGORIES["geo_landslide"]
    assert grade_of_case(slide, {"harm": "none"}).proposal.grade == "IV"
    assert grade_of_case(slide, {"harm": "unknown"}).proposal.grade is None
    assert grade_of_case(slide, {"dead": {"unknown": True}}).proposal.grade is None


def test_burnt_forest_counts_by_what_is_sure() -> None:
    forest = CATEGORIES["forest_fire"]
    assert grade_of_case(forest, {"measurements": {"area_ha_min": 3.0}}).proposal.grade == "III"
    assert grade_of_case(forest, {"measurements": {"area_ha_max": 3.0}}).proposal.grade == "IV"


def test_a_gathering_is_never_graded_but_has_a_size() -> None:
    found = grade_of_case(CATEGORIES["mass_dispute"], {"people": {"present_now": 240}, "dead": exactly(3)})
    assert found.proposal.grade is None
    assert found.crowd == (240, "III")
    assert grade_of_case(CATEGORIES["mass_dispute"], {}).crowd is None


def test_the_gravest_is_one() -> None:
    assert is_lower("IV", "III")
    assert not is_lower("I", "II")
    assert not is_lower(None, "IV")


def test_eleven_elements_and_unknown_fills_none() -> None:
    empty = elements_of({"place": {"kind": "own_village"}, "dead": {"unknown": True}, "harm": "unknown"})
    assert len(empty) == 11
    assert [key for key, there in empty.items() if there] == ["source"]
    full = elements_of(
        {
            "time": {"at": "2026-07-14T22:30:00+08:00", "precision": "exact"},
            "place": {"kind": "text", "text": "祠堂后面"},
            "what_happened": "山泥冲入屋",
            "what_done": "已转移",
            "dead": exactly(0),
            "households": exactly(3),
        },
        controlled=True,
    )
    assert [key for key, there in full.items() if not there] == ["cause", "measures", "advice"]
