"""What people type after /cases."""

import pytest

from bot.report_types import load_categories, load_hazard_types
from bot.rules.case_query import QUERY_BYTES, CaseQuery, read_query, search_text
from bot.wording.case_taps import CasesTap
from tests.rules.area_rows import zengcheng

GAOTAN, PAITAN = "440118105230", "440118105"


def read(text: str) -> CaseQuery:
    return read_query(text, zengcheng(), {**load_hazard_types(), **load_categories()})


@pytest.mark.parametrize(
    "typed",
    [
        "派潭-261123-01",
        "派潭261123-1",
        "派潭镇 261123 1",
        "派潭鎮－２６１１２３－０１",
        "派潭 261123号1号",
        " 派潭261123.01 ",
    ],
)
def test_a_number_however_it_is_typed(typed: str) -> None:
    assert read(typed).number == "派潭-261123-01"


@pytest.mark.parametrize("typed", ["261123-1", "261123 01", "261123－０１", "261123-01号"])
def test_the_end_of_a_number_without_its_town(typed: str) -> None:
    assert read(typed).number == "-261123-01"


@pytest.mark.parametrize("typed", ["269923-1", "12345", "261123", "119"])
def test_other_numbers_are_words(typed: str) -> None:
    assert read(typed).number is None
    assert read(typed).words


@pytest.mark.parametrize("typed", ["派潭 塌方", "派潭塌方", "派潭鎮塌方", "  派潭　 塌方 "])
def test_a_place_and_a_category(typed: str) -> None:
    place, what = read(typed).words
    assert PAITAN in place.areas
    assert "geo_landslide" in what.categories


@pytest.mark.parametrize("typed", ["landslide", "滑坡", "山泥傾瀉"])
def test_a_category_in_any_language(typed: str) -> None:
    assert "geo_landslide" in read(typed).words[0].categories


def test_a_village_and_words_nobody_knows() -> None:
    village, word = read("高灘村 榕树").words
    assert village.areas == (GAOTAN,)
    assert (word.text, word.areas) == ("榕树", ())


@pytest.mark.parametrize("typed", ["", "   ", "​", ":::"])
def test_nothing_is_everything(typed: str) -> None:
    assert read(typed).everything


@pytest.mark.parametrize("typed", ["村口小卖部旁边那棵大榕树冧咗压住部车" * 9, "a:b:c", "🌊" * 40, "%_\\'\"<b>"])
def test_any_search_fits_a_button_and_reads_the_same_from_it(typed: str) -> None:
    query = read(typed)
    packed = CasesTap(act="t", report=2**31 - 1, page=999, story=999, query=query.raw).pack()
    assert len(packed.encode()) <= 64
    assert len(query.raw.encode()) <= QUERY_BYTES
    assert read(CasesTap.unpack(packed).query) == query


def test_a_case_is_found_by_its_own_words_in_either_script() -> None:
    answers = {"what_happened": "冧咗棵大榕樹", "place": {"kind": "text", "text": "小賣部"}, "dead": {"min": 1}}
    text = search_text("派潭-261123-01", answers)
    assert "榕树" in text
    assert "小卖部" in text
    assert len(search_text("x", {"what_happened": "長" * 100_000})) <= 8000
