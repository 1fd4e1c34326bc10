"""代报: who called and when, out of a line. One-line codes: every code, what is unknown, left out or wrong."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.report_types import load_categories, load_hazard_types
from bot.report_types.sms_codes import load_sms_codes
from bot.rules.behalf import Call, after_opening, only_a_call, read_call, split
from bot.rules.question import Fault
from bot.rules.sms_code import Coded, looks_like_code, read_code

NOON = datetime(2027, 3, 1, 4, 0, tzinfo=UTC).astimezone(ZoneInfo("Asia/Shanghai"))
CODES = load_sms_codes()


def test_every_category_and_hazard_has_one_code_in_the_order_of_the_tables() -> None:
    letters = {"N": "natural", "A": "accident", "H": "health", "S": "social"}
    for letter, klass in letters.items():
        mine = [code.slug for code in CODES.values() if code.code[0] == letter]
        assert mine == [each.slug for each in load_categories().values() if each.klass == klass]
    assert [code.slug for code in CODES.values() if code.is_hazard] == list(load_hazard_types())


@pytest.mark.parametrize(
    ("line", "slug", "counts", "place"),
    [
        ("H3 2 0 高滩", "unknown_illness", {"ill": 2, "trapped": 0}, "高滩"),
        ("h3 2 高滩", "unknown_illness", {"ill": 2}, "高滩"),
        ("A1 ? 1 高滩 村口", "fire_building", {"injured": None, "trapped": 1}, "高滩 村口"),
        ("N6 高滩", "geo_landslide", {}, "高滩"),
        ("A2 - 3 高滩", "traffic", {"trapped": 3}, "高滩"),
        ("Ａ２，３，０，高滩", "traffic", {"injured": 3, "trapped": 0}, "高滩"),
        ("S1 ？ ？ 高滩村委门口", "mass_dispute", {"injured": None, "trapped": None}, "高滩村委门口"),
        ("G2 3 12 高滩 下社", "cut_slope_house", {"threatened_households": 3, "threatened_people": 12}, "高滩 下社"),
    ],
)
def test_a_line_is_read_and_what_is_left_out_is_not_zero(
    line: str, slug: str, counts: dict[str, int | None], place: str
) -> None:
    read = read_code(line, CODES)
    assert isinstance(read, Coded), read
    assert (read.code.slug, read.place) == (slug, place)
    assert {key: said.get("max") for key, said in read.counts.items()} == counts
    assert all(said.get("unknown") for key, said in read.counts.items() if counts[key] is None)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("高滩着火", "code-not-one"),
        ("", "code-not-one"),
        ("H9 2 0 高滩", "code-unknown"),
        ("H0 2 0 高滩", "code-unknown"),
        ("H3 2 0 1 高滩", "code-too-many"),
        ("H3 2 0", "code-no-place"),
        ("H3", "code-no-place"),
        ("H3 99999 高滩", "code-too-large"),
    ],
)
def test_a_wrong_line_is_told_what_is_wrong_and_shown_a_right_one(line: str, key: str) -> None:
    fault = read_code(line, CODES)
    assert isinstance(fault, Fault)
    assert (fault.key, fault.values["example"]) == (key, "H3 2 0 高滩")


def test_a_sentence_is_no_code() -> None:
    assert looks_like_code("H3 2 0 高滩")
    assert not looks_like_code("G324国道车祸")
    assert not looks_like_code("S29出口翻车")


@pytest.mark.parametrize(
    ("line", "name", "phone", "at"),
    [
        ("张伯 13800001234 9:30 来电", "张伯", "13800001234", "09:30"),
        ("何志强 9:30来电", "何志强", None, "09:30"),
        ("何志强刚刚打来", "何志强", None, None),
        ("020-82821234", None, "020-82821234", None),
        ("9:30 来电", None, None, "09:30"),
    ],
)
def test_a_call_is_a_name_a_number_and_a_time(line: str, name: str | None, phone: str | None, at: str | None) -> None:
    call = read_call(line, NOON)
    assert isinstance(call, Call), call
    assert (call.name, call.phone) == (name, phone)
    if at:
        assert call.at is not None
        assert f"{call.at:%H:%M}" == at


def test_a_call_cannot_come_from_the_future() -> None:
    assert isinstance(read_call("张伯 今天下午5点 来电", NOON), Fault)


def test_a_line_about_the_caller_is_told_from_one_about_what_happened() -> None:
    assert only_a_call("张伯 9:30", NOON) is not None
    assert only_a_call("两个", NOON) is None
    assert only_a_call("河边有人落水", NOON) is None
    assert split("张伯 9:30 来电\n河边有人落水", NOON)[1] == "河边有人落水"
    assert split("河边有人落水", NOON) == (None, "河边有人落水")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("代报", ""),
        ("代报：河边有人落水", "河边有人落水"),
        ("有村民打电话来说，河边有人落水", "河边有人落水"),
        ("刚刚有个街坊打电话嚟话村口车祸", "村口车祸"),
        ("村民说没事", None),
        ("高滩有人落水", None),
    ],
)
def test_the_first_words_open_a_report_for_somebody_else(text: str, rest: str | None) -> None:
    assert after_opening(text) == rest
