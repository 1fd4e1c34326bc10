"""The tables an administrator edits: complete, consistent, and clear when they are not."""

from pathlib import Path

import pytest

from bot.report_types import (
    DataFault,
    load_categories,
    load_functions,
    load_hazard_levels,
    load_hazard_types,
)
from bot.report_types.toml_table import LANGUAGES, Table, read_toml


def test_an_officer_can_choose_among_52_categories_in_four_classes_and_other() -> None:
    categories = load_categories().values()
    counts = {klass: sum(c.klass == klass for c in categories) for klass in {c.klass for c in categories}}
    assert counts == {"natural": 17, "accident": 19, "health": 6, "social": 9, "any": 1}


def test_the_first_page_shows_the_eleven_most_usual_in_order() -> None:
    first = sorted((c for c in load_categories().values() if c.first_page), key=lambda c: c.first_page or 0)
    assert [c.slug for c in first] == [
        "geo_landslide", "rainstorm_flood", "waterlogging", "typhoon", "fire_building", "forest_fire",
        "traffic", "drowning", "gas_leak", "building_collapse", "food_poisoning",
    ]  # fmt: skip


def test_every_button_has_words_in_three_languages_and_fits_on_a_phone() -> None:
    named = [c.names for c in load_categories().values()] + [h.names for h in load_hazard_types().values()]
    for names in named + [f.names for f in load_functions().values()]:
        assert set(names) == set(LANGUAGES)
        assert all(len(names[tag]) <= 24 for tag in ("zh-Hans", "zh-Hant"))


def test_danger_to_everybody_is_called_out_at_once_even_when_nobody_is_hurt() -> None:
    at_once = {c.slug for c in load_categories().values() if c.default_priority == "P0"}
    assert at_once == {"gas_leak", "reservoir_dike", "hazchem"}


def test_the_law_gives_social_events_no_grade() -> None:
    assert {c.grade_rule for c in load_categories().values() if c.klass == "social"} <= {"GR-MASS", "MANUAL", "NONE"}


def test_only_the_weather_codes_are_trusted() -> None:
    assert all(not c.event_code_verified or (c.event_code or "").startswith("11B") for c in load_categories().values())


def test_there_are_nineteen_hazard_types_each_with_signs_to_look_for() -> None:
    assert len(load_hazard_types()) == 19
    assert all(hazard.signs for hazard in load_hazard_types().values())
    assert {slug: level.priority for slug, level in load_hazard_levels().items()} == {
        "general": "P3", "major": "P2", "major_imminent": "P0",
    }  # fmt: skip


def test_the_lift_of_the_villages_is_found_by_its_own_rare_character() -> None:
    assert "困𨋢" in load_categories()["elevator_special"].keywords


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({}, "x.toml: names is missing"),
        ({"names": {"zh-Hans": "火"}}, "names must have words in zh-Hans, zh-Hant, en"),
        ({"names": "火"}, "names must be dict"),
    ],
)
def test_a_slip_in_a_table_is_named_with_its_file(fields: dict[str, object], complaint: str) -> None:
    with pytest.raises(DataFault, match=complaint):
        Table("x.toml", fields).names("names")


def test_a_misspelt_field_is_not_swallowed() -> None:
    with pytest.raises(DataFault, match="frist_page is not known here"):
        Table("x.toml", {"frist_page": 1}).end()


def test_a_file_that_is_not_toml_says_where(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("a = = 1", encoding="utf-8")
    with pytest.raises(DataFault, match=r"bad\.toml.*line 1"):
        read_toml(tmp_path / "bad.toml")
