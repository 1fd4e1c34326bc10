"""A number that an officer reads aloud and the duty room types."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.case_number import CaseNumber, case_number, normalise, numbers_in, parse

DAY = date(2026, 11, 23)
TOWNS = ["派潭镇", "石滩镇", "荔城街道", "荔湖街道"]


def test_the_first_case_of_the_day_in_paitan() -> None:
    assert case_number("派潭镇", DAY, 1) == "派潭-261123-01"
    assert case_number("荔城街道", DAY, 112) == "荔城-261123-112"


@pytest.mark.parametrize(
    "typed",
    [
        "派潭-261123-01",
        "派潭261123-1",
        "派潭 261123 01",
        "派潭－２６１１２３－０１",
        "派潭—261123—01",
        " 派潭镇-261123-1 ",
        "派潭_261123_001",
        "派潭261123-01号",
        "派潭\u200b-261123-01",
        "派潭·261123·01",
        "派潭鎮261123/1",
    ],
)
def test_people_type_it_their_own_way(typed: str) -> None:
    assert normalise(typed) == "派潭-261123-01"


def test_traditional_writing_means_the_same_town() -> None:
    assert normalise("石灘-261123-02") == case_number("石滩镇", DAY, 2)


@pytest.mark.parametrize(
    "typed", ["", "派潭", "261123-01", "派潭-261323-01", "派潭-261123", "派潭-261123-00", "派潭26112301"]
)
def test_what_is_no_number_is_none(typed: str) -> None:
    assert parse(typed) is None


def test_numbers_are_found_in_a_sentence() -> None:
    said = "派潭镇-261123-01 同 石灘261123-2 系咪同一件事？新塘-261123-01呢"
    assert list(numbers_in(said, TOWNS)) == [CaseNumber("派潭", DAY, 1), CaseNumber("石滩", DAY, 2)]
    assert list(numbers_in(said, [])) == []


def test_counting_starts_at_one() -> None:
    with pytest.raises(ValueError, match="from 1"):
        case_number("派潭镇", DAY, 0)


@given(st.sampled_from(TOWNS), st.dates(date(2020, 1, 1), date(2099, 12, 31)), st.integers(1, 9999))
def test_every_number_we_give_is_read_back(town: str, day: date, sequence: int) -> None:
    number = case_number(town, day, sequence)
    assert normalise(number) == number
    assert parse(number) == CaseNumber(number.split("-")[0], day, sequence)
