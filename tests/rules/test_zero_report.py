"""Zero reports: when the villages are asked, when those missing are listed, and what a duty officer may type."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules.roles import may
from bot.rules.speaker import HeldPost, Speaker
from bot.rules.zero_report import (
    LATE_LOOK,
    DayView,
    Round,
    Step,
    Village,
    VillageOfficer,
    first_day,
    hour_of,
    last_day,
    read_days,
    read_hour,
    says_nothing_new,
    step,
    to_ask,
)

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY, TUESDAY, THURSDAY = date(2026, 6, 8), date(2026, 6, 9), date(2026, 6, 11)
THREE_DAYS = Round(TUESDAY, THURSDAY, time(8), timedelta(hours=1))


def at(day: date, hour: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(hour), ZONE)


def test_before_its_first_day_nothing_is_asked() -> None:
    assert step(THREE_DAYS, at(MONDAY, "07:30"), False, False) == Step(next_at=at(TUESDAY, "07:00"))


def test_a_day_is_asked_then_listed_then_watched_for_late_ones() -> None:
    early = step(THREE_DAYS, at(TUESDAY, "06:59"), False, False)
    assert (early.ask, early.listing, early.next_at) == (False, False, at(TUESDAY, "07:00"))
    asks = step(THREE_DAYS, at(TUESDAY, "07:00"), False, False)
    assert (asks.ask, asks.listing, asks.next_at) == (True, False, at(TUESDAY, "08:00"))
    lists = step(THREE_DAYS, at(TUESDAY, "08:00"), True, False)
    assert (lists.ask, lists.listing, lists.next_at) == (False, True, at(TUESDAY, "08:00") + LATE_LOOK)
    later = step(THREE_DAYS, at(TUESDAY, "08:05"), True, True)
    assert (later.ask, later.listing, later.late) == (False, False, True)
    assert later.next_at == at(TUESDAY, "08:05") + LATE_LOOK


def test_once_all_are_in_nobody_looks_until_the_next_day_is_asked() -> None:
    done = step(THREE_DAYS, at(TUESDAY, "08:05"), True, True, all_in=True)
    assert (done.late, done.next_at) == (False, at(TUESDAY + timedelta(days=1), "07:00"))


def test_after_a_night_away_today_is_asked_and_listed_and_yesterday_is_left() -> None:
    late = step(THREE_DAYS, at(TUESDAY + timedelta(days=1), "09:40"), False, False)
    assert (late.day, late.ask, late.listing) == (TUESDAY + timedelta(days=1), True, True)


def test_a_round_is_over_after_the_midnight_of_its_last_day() -> None:
    last = step(THREE_DAYS, at(THURSDAY, "20:00"), True, True, all_in=True)
    assert last.next_at == at(THURSDAY + timedelta(days=1), "00:00")
    assert step(THREE_DAYS, at(THURSDAY + timedelta(days=1), "00:00"), False, False) == Step()


def test_what_is_due_just_after_midnight_is_not_asked_the_day_before() -> None:
    early = Round(TUESDAY, TUESDAY, time(0, 30), timedelta(hours=1))
    assert step(early, at(MONDAY, "23:45"), False, False).next_at == at(TUESDAY, "00:00")


@pytest.mark.parametrize(("now", "first"), [("07:59", MONDAY), ("08:00", TUESDAY), ("23:00", TUESDAY)])
def test_it_begins_today_as_long_as_the_hour_has_not_come(now: str, first: date) -> None:
    assert first_day(time(8), at(MONDAY, now)) == first


def test_one_day_is_that_day_alone() -> None:
    assert last_day(TUESDAY, 1) == TUESDAY
    assert last_day(TUESDAY, 3) == THURSDAY


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("08:00", "08:00"), ("派潭镇 18:30 5天", "18:30"), ("早上八点", "08:00"), ("下午5點", "17:00"),
        ("17时30分", "17:30"), ("8点半", "08:30"), ("晚上十点", "22:00"), ("3天", None), ("25:00", None),
        ("8点75", None), ("", None),
    ],
)  # fmt: skip
def test_an_hour_is_read_as_people_write_it(typed: str, hour: str | None) -> None:
    assert read_hour(typed) == hour


@pytest.mark.parametrize(
    ("typed", "days"),
    [("5天", 5), ("三日", 3), ("一周", 7), ("2 days", 2), ("999天", 92), ("0天", None), ("18:30", None)],
)
def test_a_period_is_read_as_people_write_it(typed: str, days: int | None) -> None:
    assert read_days(typed) == days


@pytest.mark.parametrize("forged", ["", "8", "2500", "0860", "08000", "٠٨٠٠", "08-0", "abcd"])
def test_a_forged_hour_is_none(forged: str) -> None:
    assert hour_of(forged) is None


@pytest.mark.parametrize(
    ("typed", "counts"),
    [
        ("零报告", True), ("【零报告】今日无异常。", True), ("無新增", True), ("今日无异常", True), (" 无新增！", True),
        ("今日无异常，但是桥头塌了", False), ("无", False), ("", False), ("。", False), ("高滩村无新增伤亡", False),
    ],
)  # fmt: skip
def test_nothing_new_is_said_plainly(typed: str, counts: bool) -> None:
    assert says_nothing_new(typed) is counts


def officer(name: str, reachable: bool = True) -> VillageOfficer:
    return VillageOfficer(hash(name), name, None, "A", reachable)


def the_day(*villages: Village) -> DayView:
    towns = {"440118105": ("派潭镇", "派潭鎮"), "440118104": ("正果镇", "正果鎮")}
    city = ("增城区", "增城區")
    return DayView(1, 1, "440118", city, TUESDAY, "08:00", at(TUESDAY, "08:00"), villages, towns)


GAOTAN = Village("440118105230", ("高滩村", "高灘村"), (officer("何志强"), officer("李秀英", False)))
DONE = Village("440118105231", ("河口村", "河口村"), (officer("张三"),), "tap", at(TUESDAY, "08:20"))
EMPTY = Village("440118104201", ("番丰村", "番豐村"))


def test_a_village_without_an_officer_is_not_missing_but_named_as_such() -> None:
    view = the_day(GAOTAN, DONE, EMPTY)
    assert (view.missing, view.without_officer, view.reported, view.late) == ((GAOTAN,), (EMPTY,), (DONE,), (DONE,))


def test_whoever_has_reported_or_cannot_be_reached_is_not_asked() -> None:
    assert [(village.code, one.name) for village, one in to_ask((GAOTAN, DONE, EMPTY))] == [("440118105230", "何志强")]


def test_a_town_sees_its_own_part_of_the_districts_list() -> None:
    part = the_day(GAOTAN, DONE, EMPTY).within("440118105")
    assert (part.area_names, part.villages) == (("派潭镇", "派潭鎮"), (GAOTAN, DONE))


@pytest.mark.parametrize(
    ("role", "allowed"), [("duty", True), ("leader", True), ("officer", False), ("approver", False)]
)
def test_duty_staff_and_leaders_switch_it_on_in_their_own_area(role: str, allowed: bool) -> None:
    speaker = Speaker(1, "x", "zh-Hans", 1, True, 1, posts=(HeldPost(role, "440118105", "派潭镇"),))
    assert may(speaker, "zero_report", "440118105") is allowed
    assert not may(speaker, "zero_report", "440118104")
    assert not may(speaker, "zero_report", "440118105", member_of=None) or allowed
