"""How many: what officers type when they are asked for a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.reading.numbers import UNKNOWN, ZERO, Figure, chinese_value, counts, exactly, read_number


def about(low: int | None, high: int | None) -> Figure:
    return Figure(low, high, False)


@pytest.mark.parametrize(("typed", "count"), [
    ("3", 3), ("３", 3), ("三个人", 3), ("两人", 2), ("兩個", 2), ("俩", 2), ("倆", 2), ("仨", 3), ("廿", 20),
    ("廿三", 23),
    ("卅", 30), ("叁佰", 300), ("一百二", 120), ("百二", 120), ("三万二", 32000), ("一千零五", 1005),
    ("二百五十三", 253),
    ("1万2千", 12000), ("1.5万", 15000), ("12,000", 12000), ("死咗3个", 3), ("两百", 200), ("一二三", 123),
])  # fmt: skip
def test_an_officer_types_a_plain_number(typed: str, count: int) -> None:
    assert read_number(typed) == exactly(count)


@pytest.mark.parametrize(("typed", "low", "high"), [
    ("廿几", 21, 29), ("卅几", 31, 39), ("十几", 11, 19), ("十零", 11, 19), ("几十", 20, 99), ("成四十个", 40, 40),
    ("三十几户", 30, 39), ("三十幾戶", 30, 39), ("一百来", 100, 100), ("百几", 101, 199), ("一百多", 101, 199),
    ("100多", 101, 199),
    ("两三个", 2, 3), ("四五十", 40, 50), ("十二三个", 12, 13), ("三五个", 3, 5), ("一两百", 100, 200), ("3-5", 3, 5),
    ("3到5", 3, 5),
    ("三个到五个", 3, 5), ("至少2", 2, None), ("约30", 30, 30), ("超过10", 11, None), ("不到10", None, 9),
    ("10人以上", 10, None),
    ("10人以下", None, 9), ("最多5", None, 5), ("不下10人", 10, None), ("大概20人左右", 20, 20), ("30余人", 30, 39),
    ("好几个", 3, 9), ("几个", 2, 9), ("多人", 3, None), ("好多", 3, None),
])  # fmt: skip
def test_a_vague_number_keeps_its_bounds(typed: str, low: int | None, high: int | None) -> None:
    assert read_number(typed) == about(low, high)


@pytest.mark.parametrize(
    "typed", ["无", "冇", "没有", "沒有", "暂无", "0", "〇", "零", "无人", "冇人受伤", "暂无人员伤亡", "none"]
)
def test_none_is_zero(typed: str) -> None:
    assert read_number(typed) == ZERO


@pytest.mark.parametrize(
    "typed", ["不清楚", "未知", "唔知", "唔清楚", "不详", "?", "？", "不知道", "暂不清楚", "未清楚", "unknown"]
)
def test_nobody_knows_is_not_zero(typed: str) -> None:
    figure = read_number(typed)
    assert figure == UNKNOWN
    assert figure is not None
    assert not figure.is_zero
    assert figure.as_field() is None


@pytest.mark.parametrize("typed", ["", "hello", "-3", "3.5", "第三", "两个大人一个细路", "一直", "三轮车", "在二楼"])
def test_what_says_no_single_number_is_asked_again(typed: str) -> None:
    assert read_number(typed) is None


def test_bounds_in_other_words_are_not_taken_for_about() -> None:
    assert [count.figure for count in counts("造成3人受伤,附近30户")] == [exactly(3), exactly(30)]


@given(st.integers(min_value=0, max_value=99_999_999))
def test_any_number_in_digits_is_read_as_itself(number: int) -> None:
    assert read_number(str(number)) == exactly(number)


@given(st.integers(min_value=1, max_value=9999))
def test_any_number_in_chinese_is_read_as_itself(number: int) -> None:
    assert chinese_value(_in_chinese(number)) == number


def _in_chinese(number: int) -> str:
    written, gap = "", False
    for unit, scale in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, scale)
        if digit:
            written += ("零" if gap and written else "") + "〇一二三四五六七八九"[digit] + unit
        gap = not digit
    return written


@given(st.text(max_size=40))
def test_no_text_at_all_breaks_the_reading(text: str) -> None:
    figure = read_number(text)
    assert figure is None or figure.min is None or figure.max is None or figure.min <= figure.max
