"""When: clock idioms, days, so long ago; never later than the message itself."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.reading.times import Precision, Problem, read_time

AFTERNOON = "2026-05-21T16:31"


def sent(moment: str) -> datetime:
    return datetime.fromisoformat(moment + "+08:00")


@pytest.mark.parametrize(("sent_at", "typed", "at"), [
    ("2026-05-22T06:58", "琴晚十二點搭四", "2026-05-22T00:20"),
    ("2026-09-02T19:26", "刚才七点一刻左右", "2026-09-02T19:15"),
    ("2026-05-21T10:31", "九点三个字", "2026-05-21T09:15"),
    ("2026-05-21T10:31", "三点搭四", "2026-05-21T03:20"),
    ("2026-05-21T10:31", "今朝八点半", "2026-05-21T08:30"),
    (AFTERNOON, "下午3点", "2026-05-21T15:00"), (AFTERNOON, "14:30", "2026-05-21T14:30"),
    (AFTERNOON, "14时30分", "2026-05-21T14:30"), (AFTERNOON, "2026-03-05 14:20", "2026-03-05T14:20"),
    (AFTERNOON, "半小时前", "2026-05-21T16:01"), (AFTERNOON, "两个钟前", "2026-05-21T14:31"),
    (AFTERNOON, "30分钟前", "2026-05-21T16:01"), (AFTERNOON, "个半钟前", "2026-05-21T15:01"),
    (AFTERNOON, "一个半小时前", "2026-05-21T15:01"), (AFTERNOON, "三个字前", "2026-05-21T16:16"),
    (AFTERNOON, "凌晨两点", "2026-05-21T02:00"), (AFTERNOON, "昨天凌晨两点", "2026-05-20T02:00"),
    (AFTERNOON, "昨晚十一点半", "2026-05-20T23:30"), ("2026-05-21T01:00", "今晚十一点半", "2026-05-20T23:30"),
    ("2026-05-21T01:00", "晚上十一点", "2026-05-20T23:00"), (AFTERNOON, "中午12点", "2026-05-21T12:00"),
    (AFTERNOON, "三点零五分", "2026-05-21T15:05"), (AFTERNOON, "两点四十五", "2026-05-21T14:45"),
    (AFTERNOON, "前晚九点", "2026-05-19T21:00"), (AFTERNOON, "1430", "2026-05-21T14:30"),
    (AFTERNOON, "5月20号下午四点", "2026-05-20T16:00"), ("2026-05-21T23:31", "今晚十点", "2026-05-21T22:00"),
])  # fmt: skip
def test_an_officer_says_a_time(sent_at: str, typed: str, at: str) -> None:
    reading = read_time(typed, sent(sent_at))
    assert reading.at == sent(at)
    assert reading.problem is None


def test_last_night_at_three_said_in_the_morning_is_today_and_is_confirmed() -> None:
    reading = read_time("昨晚三点", sent("2026-05-21T06:31"))
    assert reading.at == sent("2026-05-21T03:00")
    assert reading.confirm


def test_three_o_clock_three_is_a_quarter_past_and_is_confirmed() -> None:
    reading = read_time("三点三", sent("2026-05-21T10:31"))
    assert reading.at == sent("2026-05-21T03:15")
    assert reading.confirm


def test_three_something_is_an_hour_wide() -> None:
    reading = read_time("昨晚三点几", sent("2026-05-21T06:31"))
    assert (reading.at, reading.until) == (sent("2026-05-21T03:00"), sent("2026-05-21T03:59"))
    assert reading.precision is Precision.HOUR_OR_WORSE


@pytest.mark.parametrize(("typed", "first", "last"), [
    ("琴日", "2026-05-20T00:00", "2026-05-20T23:59"), ("噚晚", "2026-05-20T18:00", "2026-05-20T23:59"),
    ("今朝", "2026-05-21T06:00", "2026-05-21T11:59"), ("前日", "2026-05-19T00:00", "2026-05-19T23:59"),
    ("大前天", "2026-05-18T00:00", "2026-05-18T23:59"), ("上周三", "2026-05-13T00:00", "2026-05-13T23:59"),
    ("3月5日", "2026-03-05T00:00", "2026-03-05T23:59"), ("2026-03-05", "2026-03-05T00:00", "2026-03-05T23:59"),
    ("15号早上", "2026-05-15T06:00", "2026-05-15T11:59"), ("3/5", "2026-03-05T00:00", "2026-03-05T23:59"),
    ("12月3日", "2025-12-03T00:00", "2025-12-03T23:59"), ("晏昼", "2026-05-21T12:00", AFTERNOON),
])  # fmt: skip
def test_a_day_or_a_part_of_it_is_a_range(typed: str, first: str, last: str) -> None:
    reading = read_time(typed, sent(AFTERNOON))
    assert (reading.at, reading.until) == (sent(first), sent(last))
    assert reading.precision is Precision.HOUR_OR_WORSE


@pytest.mark.parametrize("typed", ["头先", "頭先", "啱啱", "刚才", "刚刚", "而家", "正在", "now"])
def test_just_now_is_the_moment_of_the_message(typed: str) -> None:
    reading = read_time(typed, sent(AFTERNOON))
    assert (reading.at, reading.precision) == (sent(AFTERNOON), Precision.APPROX_NOW)


@pytest.mark.parametrize("typed", ["听日", "聽日", "听朝八点", "明天", "6月3日", "今天夜晚九点", "18:00"])
def test_tomorrow_is_asked_again(typed: str) -> None:
    reading = read_time(typed, sent(AFTERNOON))
    assert (reading.at, reading.problem) == (None, Problem.FUTURE_DATE)


@pytest.mark.parametrize("typed", ["2月30日", "25点", "25:00", "13点70分", "2月30日下午三点", "13月1日"])
def test_a_date_that_does_not_exist_is_asked_again(typed: str) -> None:
    reading = read_time(typed, sent(AFTERNOON))
    assert (reading.at, reading.problem) == (None, Problem.IMPOSSIBLE_DATE)


@pytest.mark.parametrize("typed", ["hello", "", "3人受伤", "3-5人受伤", "三点要求"])
def test_what_is_no_time_is_asked_again(typed: str) -> None:
    assert read_time(typed, sent(AFTERNOON)).problem is Problem.UNREADABLE


@pytest.mark.parametrize(("typed", "precision"), [
    ("14:30", Precision.EXACT), ("14时30分", Precision.EXACT), ("14:30左右", Precision.APPROX),
    ("大约14:30", Precision.APPROX),
    ("下午3点", Precision.APPROX), ("三点搭四", Precision.APPROX), ("半小时前", Precision.APPROX),
])  # fmt: skip
def test_only_a_time_to_the_minute_is_exact(typed: str, precision: Precision) -> None:
    assert read_time(typed, sent(AFTERNOON)).precision is precision


def test_a_clock_a_few_minutes_ahead_of_telegrams_is_now() -> None:
    reading = read_time("四点半", sent("2026-05-21T16:28"))
    assert (reading.at, reading.precision) == (sent("2026-05-21T16:28"), Precision.APPROX_NOW)


@given(st.text(alphabet="昨今琴晚早朝凌晨下午点半刻字搭三十两廿几0123456789:月日号年前天周-/ ", max_size=16))
def test_no_words_ever_give_a_time_after_the_message(text: str) -> None:
    at = read_time(text, sent(AFTERNOON)).at
    assert at is None or at <= sent(AFTERNOON)
