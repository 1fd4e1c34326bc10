"""会商: which experts are proposed, in which order; CAN answers read from free words; the table of fields."""

from dataclasses import replace
from datetime import date

import pytest

from bot.report_types import load_categories
from bot.report_types.expert_fields import field_names, load_expert_fields, stored_field
from bot.report_types.toml_table import LANGUAGES
from bot.rules.can import Can, read_can
from bot.rules.experts import Expert, nearest, proposed

VILLAGE, TOWN, OTHER_TOWN, CITY = "440118105230", "440118105", "440118106", "440118"
TODAY = date(2026, 6, 9)
LANDSLIDE = load_categories()["geo_landslide"]


def expert(number, fields, areas, **more):
    known = {"phone": "+8613800000001", "reachable": True, **more}
    return Expert(number, f"专家{number}", fields=tuple(fields), areas=tuple(areas), **known)


def names(experts, category=LANDSLIDE, text="", without=(), everybody=False):
    found = proposed(experts, category, VILLAGE, text, load_expert_fields(), TODAY, without, everybody=everybody)
    return [one.expert.person_id for one in found]


def test_the_nearest_tier_comes_first_then_the_better_field_then_the_quicker_answer():
    slow, quick = (
        expert(1, ["field:geology"], [CITY], mean_minutes=20),
        expert(2, ["field:geology"], [CITY], mean_minutes=5),
    )
    town = expert(3, ["function:natural_resources"], [TOWN])
    village = expert(4, ["word:滑坡"], [VILLAGE])
    silent = expert(5, ["field:geology"], [CITY], reachable=False)
    assert names([slow, quick, town, village, silent]) == [4, 3, 2, 1, 5]


def test_whoever_does_not_fit_or_does_not_cover_the_place_is_not_proposed():
    far = expert(1, ["field:geology"], [OTHER_TOWN])
    vet = expert(2, ["field:veterinary"], [CITY])
    assert names([far, vet]) == []
    assert names([far, vet], everybody=True) == [2]


def test_whoever_is_away_out_of_term_without_any_number_or_asked_already_is_not_proposed():
    good = expert(1, ["field:geology"], [CITY])
    assert names([replace(good, away=True)]) == []
    assert names([replace(good, until=date(2026, 6, 8))]) == []
    assert names([replace(good, until=TODAY)]) == [1]
    assert names([replace(good, phone=None, reachable=False)]) == []
    assert names([replace(good, reachable=False)]) == [1]
    assert names([good], without={1}) == []


def test_a_free_word_is_looked_for_in_the_report_in_either_script():
    diver = expert(1, ["word:缆车"], [CITY])
    assert names([diver], text="白水寨纜車停在半空") == [1]
    assert names([diver], text="山体滑坡") == []


def test_the_smallest_area_that_covers_the_place_says_the_tier():
    assert nearest([CITY, TOWN], VILLAGE) == "town"
    assert nearest([CITY, VILLAGE], VILLAGE) == "village"
    assert nearest([OTHER_TOWN], VILLAGE) is None


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("地质", "field:geology"), ("地質", "field:geology"), ("geologist", "field:geology"),
        ("溺水", "category:drowning"),
        ("水务", "function:water"), ("水務", "function:water"), ("缆车", "word:缆车"), ("  ", None), ("长" * 25, None),
    ],
)  # fmt: skip
def test_what_a_register_says_is_understood(said, stored):
    assert stored_field(said) == stored


def test_every_field_has_words_in_three_languages_and_categories_that_are_there():
    for slug, field in load_expert_fields().items():
        assert set(field.names) == set(LANGUAGES)
        assert all(len(field.names[tag]) <= 8 for tag in ("zh-Hans", "zh-Hant"))
        assert field.categories
        assert field_names(f"field:{slug}") == field.names
        for word in field.words:
            assert stored_field(word) == f"field:{slug}", word
    covered = {category for field in load_expert_fields().values() for category in field.categories}
    assert {"fire_building", "waterlogging", "geo_landslide", "traffic", "hazchem", "drowning", "food_poisoning",
            "infectious", "building_collapse", "utility_outage"} <= covered  # fmt: skip


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("坡体还在动，别靠近", Can("坡体还在动，别靠近")),
        ("情况：裂缝在扩大\n建议：撤到两侧\n需要：雨量和照片", Can("裂缝在扩大", "撤到两侧", "雨量和照片")),
        ("建議：先撤人。需要：無人機", Can(None, "先撤人", "無人機")),
        ("C: moving\nA: clear it\nN: photos", Can("moving", "clear it", "photos")),
        ("看了照片。行动：封路", Can("看了照片。", "封路")),
        ("需要：照片\n需要：雨量", Can(need="照片\n雨量")),
        ("我的建议是不要靠近", Can("我的建议是不要靠近")),
        ("  ", Can()),
    ],
)  # fmt: skip
def test_an_answer_in_one_message_is_read_as_can(text, can):
    assert read_can(text) == can


def test_a_long_answer_is_kept_to_what_a_card_can_hold():
    assert len(read_can("情况：" + "土" * 3000).condition or "") == 1000
