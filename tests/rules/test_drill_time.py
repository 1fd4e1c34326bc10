"""When a drill will be, as people write it on Wednesday 6 May 2026 at 15:20 in Zengcheng."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.drill_time import FARTHEST, read_planned_time

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 5, 6, 15, 20, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5月12日上午10点", "2026-05-12 10:00"), ("明天下午3点", "2026-05-07 15:00"),
        ("2026-05-12 10:00", "2026-05-12 10:00"), ("2026/5/12 14:30", "2026-05-12 14:30"),
        ("2026.5.12 10:00", "2026-05-12 10:00"), ("5/12 14:30", "2026-05-12 14:30"),
        ("2026年5月12日10时30分", "2026-05-12 10:30"), ("五月十二日上午十点", "2026-05-12 10:00"),
        ("后天9点", "2026-05-08 09:00"), ("大后天上午9点", "2026-05-09 09:00"), ("今晚8点", "2026-05-06 20:00"),
        ("下周三下午两点半", "2026-05-13 14:30"), ("下周同一天10点", "2026-05-13 10:00"),
        ("星期五下午3点", "2026-05-08 15:00"), ("周一9点", "2026-05-11 09:00"),
        ("3号上午九点", "2026-06-03 09:00"), ("下个月5号9点", "2026-06-05 09:00"),
        ("听日下昼三点", "2026-05-07 15:00"), ("聽日下晝三點", "2026-05-07 15:00"),
        ("听朝九点", "2026-05-07 09:00"), ("明早8点半开始", "2026-05-07 08:30"), ("明晚12点", "2026-05-08 00:00"),
        ("4点", "2026-05-06 16:00"), ("两小时后", "2026-05-06 17:20"), ("三天后上午9点", "2026-05-09 09:00"),
        ("1630", "2026-05-06 16:30"), ("20260512 1000", "2026-05-12 10:00"),
        ("tomorrow 15:00", "2026-05-07 15:00"), ("\u200b5月12日\u202e上午10点", "2026-05-12 10:00"),
        ("５月１２日上午１０点", "2026-05-12 10:00"),
    ],
)  # fmt: skip
def test_times_as_planners_write_them(typed: str, meant: str) -> None:
    assert read_planned_time(typed, NOW).at == datetime.fromisoformat(meant).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("昨天下午三点", "past"), ("5月5日上午9点", "past"), ("今天上午9点", "past"), ("半小时前", "past"),
        ("上周五9点", "past"), ("2025-05-12 10:00", "past"), ("10点", "past"), ("刚才", "past"),
        ("2月30日上午10点", "impossible"), ("明天25点", "impossible"), ("下个月31号9点", "impossible"),
        ("2030-01-01 10:00", "far"), ("再说", "unreadable"), ("", "unreadable"), ("明天10点到12点", "unreadable"),
        ("🙂", "unreadable"), ("年后的某一天上午9点", "unreadable"),
    ],
)  # fmt: skip
def test_times_that_are_asked_again(typed: str, problem: str) -> None:
    read = read_planned_time(typed, NOW)
    assert (read.problem, read.at, read.day) == (problem, None, None)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("明天", "2026-05-07"), ("5月12日", "2026-05-12"), ("下周一", "2026-05-11"), ("今天", "2026-05-06"),
     ("10天后", "2026-05-16"), ("周五", "2026-05-08")],
)  # fmt: skip
def test_a_day_alone_asks_for_its_hour(typed: str, day: str) -> None:
    read = read_planned_time(typed, NOW)
    assert (read.day, read.at, read.problem) == (date.fromisoformat(day), None, None)


def test_an_hour_belongs_to_the_day_that_was_chosen() -> None:
    day = date(2026, 5, 20)
    assert read_planned_time("上午10点半", NOW, day).at == datetime(2026, 5, 20, 10, 30, tzinfo=ZONE)
    assert read_planned_time("3点", NOW, day).at == datetime(2026, 5, 20, 15, 0, tzinfo=ZONE)
    assert read_planned_time("5月21日10点", NOW, day).at == datetime(2026, 5, 21, 10, 0, tzinfo=ZONE)


def test_in_december_the_fifth_of_january_is_next_years() -> None:
    december = datetime(2026, 12, 20, 9, 0, tzinfo=ZONE)
    assert read_planned_time("1月5日上午10点", december).at == datetime(2027, 1, 5, 10, 0, tzinfo=ZONE)
    assert read_planned_time("12月19日上午10点", december).problem == "past"
    assert read_planned_time("5号上午9点", december).at == datetime(2027, 1, 5, 9, 0, tzinfo=ZONE)


@given(st.integers(1, 365 * 24 * 60))
def test_any_minute_of_the_coming_year_written_out_is_read_as_itself(minutes: int) -> None:
    at = NOW + timedelta(minutes=minutes)
    for written in (f"{at:%Y-%m-%d %H:%M}", f"{at.year}年{at.month}月{at.day}日{at:%H:%M}"):
        assert read_planned_time(written, NOW).at == at


@given(st.text(max_size=80))
def test_no_words_give_a_time_that_is_over_or_out_of_reach(words: str) -> None:
    read = read_planned_time(words, NOW)
    assert (read.at is not None) + (read.day is not None) + (read.problem is not None) == 1
    if read.at is not None:
        assert NOW < read.at <= NOW + FARTHEST
        assert read.at.astimezone(UTC) > NOW - timedelta(0)
    if read.day is not None:
        assert read.day >= NOW.date()


PIECES = [
    *"月日号点半:-后天前昨周三5",
    "今天",
    "明天",
    "后天",
    "下周",
    "12",
    "31",
    "上午",
    "下午",
    "00",
    "小时",
    "2026",
]


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_pieces_of_dates_in_any_order_never_break_it(words: str) -> None:
    read = read_planned_time(words, NOW)
    assert read.problem or (read.at and read.at > NOW) or (read.day and read.day >= NOW.date())
