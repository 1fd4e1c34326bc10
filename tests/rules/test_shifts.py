"""Who is on duty, when it changes, and where nobody is: across midnight, across zones, with replacements."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.shifts import (
    SEATS,
    Override,
    Roster,
    Rotation,
    following,
    gaps,
    next_change,
    on_duty,
    sitting,
    stretches,
    turns,
)

ZONE = ZoneInfo("Asia/Shanghai")
CHEN, LIU, HUANG, WANG = 1, 2, 3, 4
HALF_PAST_EIGHT = time(8, 30)


def at(day: int, hour: int = 0, minute: int = 0, zone: ZoneInfo = ZONE) -> datetime:
    return datetime(2026, 5, day, hour, minute, tzinfo=zone)


def daily(*people: int, seat: str = "main", id: int = 1, **other) -> Rotation:
    return Rotation(id, seat, "daily", people, date(2026, 5, 1), HALF_PAST_EIGHT, **other)


def override(seat: str, since: datetime, until: datetime, person: int, id: int = 1) -> Override:
    return Override(id, seat, since, until, person)


def test_a_daily_rotation_changes_at_half_past_eight_and_runs_across_midnight():
    roster = Roster((daily(CHEN, LIU, HUANG),))
    assert sitting(roster, "main", at(1, 8, 29), ZONE) is None
    assert sitting(roster, "main", at(1, 8, 30), ZONE) == CHEN
    assert sitting(roster, "main", at(2, 0, 0), ZONE) == CHEN
    assert sitting(roster, "main", at(2, 8, 29), ZONE) == CHEN
    assert sitting(roster, "main", at(2, 8, 30), ZONE) == LIU
    assert sitting(roster, "main", at(4, 9), ZONE) == CHEN
    assert next_change(roster, at(2, 23, 59), ZONE) == at(3, 8, 30)
    assert following(roster, at(2, 12), ZONE) == (at(3, 8, 30), {"main": HUANG})


def test_a_week_begins_on_the_weekday_of_its_first_day():
    weekly = Rotation(1, "leader", "weekly", (CHEN, LIU), date(2026, 5, 4), HALF_PAST_EIGHT)  # a Monday
    roster = Roster((weekly,))
    assert sitting(roster, "leader", at(10, 23), ZONE) == CHEN
    assert sitting(roster, "leader", at(11, 8, 30), ZONE) == LIU
    assert next_change(roster, at(5), ZONE) == at(11, 8, 30)


def test_day_and_night_are_dealt_out_one_by_one_also_when_the_night_begins_past_midnight():
    roster = Roster(
        (Rotation(1, "main", "day_night", (CHEN, LIU, HUANG), date(2026, 5, 1), HALF_PAST_EIGHT, time(20)),)
    )
    who = [sitting(roster, "main", moment, ZONE) for moment in (at(1, 9), at(1, 20), at(2, 3), at(2, 9), at(2, 21))]
    assert who == [CHEN, LIU, LIU, HUANG, CHEN]
    late = Roster((Rotation(1, "main", "day_night", (CHEN, LIU), date(2026, 5, 1), time(14), time(2)),))
    assert [sitting(late, "main", moment, ZONE) for moment in (at(1, 14), at(2, 1, 59), at(2, 2), at(2, 13))] == [
        CHEN, CHEN, LIU, LIU,
    ]  # fmt: skip


def test_a_replacement_goes_before_the_rotation_and_the_latest_goes_before_an_earlier_one():
    roster = Roster(
        (daily(CHEN, LIU),),
        (override("main", at(1, 20), at(2, 8, 30), HUANG), override("main", at(1, 22), at(1, 23), WANG, id=2)),
    )
    found = [(each.starts_at, each.person) for each in stretches(roster, "main", at(1, 9), at(3, 9), ZONE)]
    assert found == [
        (at(1, 9), CHEN), (at(1, 20), HUANG), (at(1, 22), WANG), (at(1, 23), HUANG), (at(2, 8, 30), LIU),
        (at(3, 8, 30), CHEN),
    ]  # fmt: skip


def test_a_new_rotation_takes_over_from_its_own_first_change():
    newer = Rotation(2, "main", "daily", (HUANG,), date(2026, 5, 3), HALF_PAST_EIGHT)
    roster = Roster((daily(CHEN), newer))
    assert [each.person for each in stretches(roster, "main", at(1, 9), at(9), ZONE)] == [CHEN, HUANG]


def test_a_rotation_taken_down_and_somebody_who_has_left_leave_a_gap():
    ended = Roster((daily(CHEN, ended_at=at(2, 12)),))
    assert gaps(ended, at(1, 9), at(5), ZONE)[0].starts_at == at(2, 12)
    left = Roster((daily(CHEN, LIU),), gone=frozenset({LIU}))
    found = gaps(left, at(1, 9), at(5), ZONE)
    assert [(gap.starts_at, gap.ends_at) for gap in found] == [
        (at(2, 8, 30), at(3, 8, 30)), (at(4, 8, 30), at(5)),
    ]  # fmt: skip
    assert gaps(Roster(), at(1), at(5), ZONE) == []


def test_a_single_persons_week_is_seven_shifts_and_no_change():
    roster = Roster((daily(CHEN),))
    assert next_change(roster, at(2), ZONE) is None
    assert len(turns(roster, "main", at(1, 8, 30), at(8, 8, 30), ZONE)) == 7


def test_another_zone_setting_moves_the_changes_with_the_wall_clock_and_tears_no_hole():
    tokyo = ZoneInfo("Asia/Tokyo")
    roster = Roster((daily(CHEN, LIU),), (override("main", at(2, 20), at(2, 22), HUANG),))
    assert next_change(roster, at(2, 9), tokyo) == at(2, 20)  # what was agreed for a moment stays at that moment
    assert next_change(roster, at(2, 23), tokyo) == at(3, 8, 30, tokyo)
    assert gaps(roster, at(1, 9), at(20), tokyo) == []


def test_a_night_in_which_the_clock_is_changed_is_one_shift():
    berlin = ZoneInfo("Europe/Berlin")
    roster = Roster((Rotation(1, "main", "daily", (CHEN, LIU), date(2026, 3, 27), time(2, 30)),))
    since, until = datetime(2026, 3, 27, 12, tzinfo=berlin), datetime(2026, 4, 2, 12, tzinfo=berlin)
    people = [each.person for each in turns(roster, "main", since, until, berlin)]
    assert people == [CHEN, LIU] * 3 + [CHEN]


# -- whatever is planned -----------------------------------------------------------------------------------------------

moments = st.integers(0, 30 * 24 * 60).map(
    lambda minutes: datetime(2026, 5, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
clocks = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30)))
some = st.lists(st.integers(1, 5), min_size=1, max_size=4).map(tuple)
zones = st.sampled_from([ZoneInfo(name) for name in ("Asia/Shanghai", "Asia/Kathmandu", "Europe/Berlin", "UTC")])
seats = st.sampled_from(SEATS)


@st.composite
def spans(draw):
    first, second = draw(moments), draw(moments)
    return (min(first, second), max(first, second) + timedelta(minutes=1))


@st.composite
def rosters(draw):
    rotations = tuple(
        Rotation(
            number, draw(seats), draw(st.sampled_from(("daily", "weekly", "day_night"))), draw(some),
            date(2026, 4, 25) + timedelta(days=draw(st.integers(0, 20))), draw(clocks), draw(clocks),
            draw(st.none() | moments),
        )
        for number in range(draw(st.integers(0, 3)))
    )  # fmt: skip
    overrides = tuple(
        Override(number, draw(seats), *draw(spans()), draw(st.integers(1, 5)))
        for number in range(draw(st.integers(0, 3)))
    )
    return Roster(rotations, overrides, draw(st.frozensets(st.integers(1, 5), max_size=2)))


@given(rosters(), seats, spans(), zones)
def test_stretches_cover_the_span_without_a_hole_and_neighbours_differ(roster, seat, span, zone):
    found = stretches(roster, seat, *span, zone)
    assert found[0].starts_at == span[0]
    assert found[-1].ends_at == span[1]
    for before, after in itertools.pairwise(found):
        assert before.ends_at == after.starts_at
        assert before.person != after.person


@given(rosters(), seats, spans(), zones, moments)
def test_a_stretch_says_the_same_as_asking_for_any_moment_in_it(roster, seat, span, zone, moment):
    for stretch in stretches(roster, seat, *span, zone):
        if stretch.starts_at <= moment < stretch.ends_at:
            assert sitting(roster, seat, moment, zone) == stretch.person


@given(rosters(), moments, zones, moments)
def test_nothing_changes_before_the_next_change_and_something_does_at_it(roster, after, zone, moment):
    change = next_change(roster, after, zone)
    if change is not None:
        assert change > after
        assert on_duty(roster, change, zone) != on_duty(roster, after, zone)
        if after <= moment < change:
            assert on_duty(roster, moment, zone) == on_duty(roster, after, zone)


@given(rosters(), spans(), zones)
def test_a_gap_is_where_nobody_sits_and_nobody_who_left_sits_anywhere(roster, span, zone):
    for gap in gaps(roster, *span, zone):
        assert sitting(roster, gap.seat, gap.starts_at, zone) is None
    for seat in roster.seats:
        assert not {each.person for each in stretches(roster, seat, *span, zone)} & roster.gone
