"""Quiet hours, also across midnight; and as people write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.quiet_hours import quiet_until, read_quiet_hours

ZONE = ZoneInfo("Asia/Shanghai")
clocks = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
moments = st.integers(0, 364 * 86400).map(lambda seconds: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds))


def at(hour: int, minute: int = 0, day: int = 1) -> datetime:
    return datetime(2026, 5, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (at(21, 59), None),
        (at(22), at(7, day=2)),
        (at(23, 59), at(7, day=2)),
        (at(0, 0, 2), at(7, day=2)),
        (at(6, 59, 2), at(7, day=2)),
        (at(7, 0, 2), None),
        (at(12, 0, 2), None),
    ],
)
def test_a_night_across_midnight(now, until):
    assert quiet_until(now, "22:00", "07:00", ZONE) == until


def test_an_afternoon_nap():
    assert quiet_until(at(13), "12:30", "14:00", ZONE) == at(14)
    assert quiet_until(at(14), "12:30", "14:00", ZONE) is None


def test_none_set_or_of_no_length_is_never_quiet():
    assert quiet_until(at(3), None, None, ZONE) is None
    assert quiet_until(at(3), "03:00", "03:00", ZONE) is None


@given(moments, clocks, clocks)
def test_the_quiet_ends_within_a_day_and_then_it_is_not_quiet(now, begins, ends):
    until = quiet_until(now, begins, ends, ZONE)
    if until is not None:
        assert now < until <= now + timedelta(days=1)
        assert f"{until.astimezone(ZONE):%H:%M}" == ends
        assert quiet_until(until, begins, ends, ZONE) is None
        assert quiet_until(until - timedelta(seconds=1), begins, ends, ZONE) == until


@given(moments, clocks, clocks)
def test_it_is_quiet_in_one_span_or_in_the_other_never_in_both(now, begins, ends):
    one, other = quiet_until(now, begins, ends, ZONE), quiet_until(now, ends, begins, ZONE)
    if begins != ends:
        assert (one is None) != (other is None)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("22:00-07:00", ("22:00", "07:00")),
        ("22点到7点半", ("22:00", "07:30")),
        ("晚上十点半到早上七点", ("22:30", "07:00")),
        ("晚上11點半到第二天6點", ("23:30", "06:00")),
        ("晚上12点到早上6点", ("00:00", "06:00")),
        ("下午1点到3点", ("13:00", "03:00")),
        ("10pm to 7am", ("22:00", "07:00")),
        ("２２：００－０７：００", ("22:00", "07:00")),
        ("hello", None),
        ("25-7", None),
        ("7-7", None),
        ("22:75-7", None),
        ("", None),
    ],
)
def test_as_people_write_them(text, meant):
    assert read_quiet_hours(text) == meant


@given(st.text(max_size=30))
def test_any_words_at_all_are_read_or_refused(text):
    found = read_quiet_hours(text)
    assert found is None or found[0] != found[1]
