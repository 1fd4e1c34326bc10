"""When a repeated notice goes out: days of the week and month, seasons, month ends, and what was missed."""

from __future__ import annotations

import random
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from apscheduler.triggers.cron import CronTrigger

from bot.rules.calendar_rule import (
    CalendarRule,
    in_season,
    look,
    next_time,
    read_day_of_month,
    read_season,
    rule_from_json,
)

ZONE = ZoneInfo("Asia/Shanghai")
FLOOD = ((4, 15), (10, 15))
GRACE = timedelta(hours=2)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def following(rule: CalendarRule, after: str, number: int, zone: ZoneInfo = ZONE) -> list[str]:
    found, moment = [], datetime.fromisoformat(after).replace(tzinfo=zone)
    for _ in range(number):
        coming = next_time(rule, moment, zone)
        assert coming is not None
        moment = coming
        found.append(f"{coming.astimezone(zone):%Y-%m-%d %H:%M}")
    return found


@pytest.mark.parametrize(
    ("rule", "after", "times"),
    [
        (CalendarRule("daily", time(7, 30)), "2026-06-01 07:29", ["2026-06-01 07:30", "2026-06-02 07:30"]),
        # now is exactly the hour: the next one is tomorrow's
        (CalendarRule("daily", time(7, 30)), "2026-06-01 07:30", ["2026-06-02 07:30"]),
        (CalendarRule("daily", time(0, 0)), "2026-12-31 23:59", ["2027-01-01 00:00"]),
        (CalendarRule("weekdays", time(9)), "2026-06-05 09:00", ["2026-06-08 09:00", "2026-06-09 09:00"]),
        (CalendarRule("weekly", time(15), (0, 4)), "2026-06-05 16:00", ["2026-06-08 15:00", "2026-06-12 15:00"]),
        # a day that a month does not have is its last one
        (
            CalendarRule("monthly", time(9), (31,)), "2027-01-31 09:00",
            ["2027-02-28 09:00", "2027-03-31 09:00", "2027-04-30 09:00"],
        ),
        (CalendarRule("monthly", time(9), (29,)), "2028-02-01 00:00", ["2028-02-29 09:00", "2028-03-29 09:00"]),
        # two days that fall together in a short month are one
        (CalendarRule("monthly", time(9), (30, 31)), "2027-02-01 00:00", ["2027-02-28 09:00", "2027-03-30 09:00"]),
        (
            CalendarRule("daily", time(7, 30), season=FLOOD), "2026-10-14 08:00",
            ["2026-10-15 07:30", "2027-04-15 07:30"],
        ),
        (
            CalendarRule("daily", time(8), season=((12, 1), (2, 28))), "2027-02-27 09:00",
            ["2027-02-28 08:00", "2027-12-01 08:00"],
        ),
        (
            CalendarRule("weekly", time(8), (6,), ((2, 29), (2, 29))), "2026-01-01 00:00", ["2032-02-29 08:00"],
        ),
    ],
)  # fmt: skip
def test_the_next_times_are_those_that_people_expect(rule: CalendarRule, after: str, times: list[str]) -> None:
    assert following(rule, after, len(times)) == times


def test_the_wall_clock_counts_also_where_summer_time_moves_it() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    rule = CalendarRule("daily", time(7, 30))
    assert following(rule, "2026-03-28 08:00", 2, berlin) == ["2026-03-29 07:30", "2026-03-30 07:30"]


WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def cron(rule: CalendarRule, zone: ZoneInfo) -> CronTrigger:
    of_month = ",".join("last" if day == 31 else str(day) for day in rule.days)
    days = {
        "weekdays": {"day_of_week": "mon-fri"}, "monthly": {"day": of_month},
        "weekly": {"day_of_week": ",".join(WEEK[day % 7] for day in rule.days)},
    }.get(rule.kind, {})  # fmt: skip
    return CronTrigger(hour=rule.at.hour, minute=rule.at.minute, timezone=zone, **days)


def test_the_rule_and_apscheduler_name_the_same_moments() -> None:
    dice = random.Random(19)
    for _ in range(300):
        kind = dice.choice(("daily", "weekdays", "weekly", "monthly"))
        choices = range(7) if kind == "weekly" else [*range(1, 29), 31]
        days = tuple(sorted(dice.sample(list(choices), dice.randint(1, 3)))) if kind in ("weekly", "monthly") else ()
        season = dice.choice((None, FLOOD, ((11, 1), (3, 31))))
        rule = CalendarRule(kind, time(dice.randrange(24), dice.randrange(60)), days, season)
        moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=dice.randrange(3 * 365 * 1440))
        trigger, other = cron(rule, ZONE), moment
        for _ in range(4):
            coming = next_time(rule, moment, ZONE)
            fires = trigger.get_next_fire_time(None, other + timedelta(seconds=1))
            while season is not None and not in_season(season, fires.astimezone(ZONE).date()):
                fires = trigger.get_next_fire_time(None, fires + timedelta(seconds=1))
            assert coming == fires, rule
            moment = other = coming


DAILY = CalendarRule("daily", time(7, 30))


@pytest.mark.parametrize(
    ("now", "send", "missed", "following"),
    [
        ("2026-06-01 07:30", True, 0, "2026-06-02 07:30"),  # exactly now
        ("2026-06-01 09:30", True, 0, "2026-06-02 07:30"),  # down until the end of the grace
        ("2026-06-01 09:31", False, 1, "2026-06-02 07:30"),  # later: skipped, and said
        ("2026-06-04 08:00", True, 3, "2026-06-05 07:30"),  # three days down: the last is sent, once
        ("2026-06-04 12:00", False, 4, "2026-06-05 07:30"),
    ],
)
def test_what_was_missed_is_sent_once_within_the_grace_or_skipped(
    now: str, send: bool, missed: int, following: str
) -> None:
    due = look(DAILY, at("2026-06-01 07:30"), at(now), ZONE, GRACE)
    assert (due.send, due.missed, due.next_at) == (send, missed, at(following))


def test_what_goes_out_once_has_no_next_time() -> None:
    first = look(None, at("2026-06-01 07:30"), at("2026-06-01 08:00"), ZONE, GRACE)
    late = look(None, at("2026-06-01 07:30"), at("2026-06-02 08:00"), ZONE, GRACE)
    assert (first.send, first.missed, first.next_at) == (True, 0, None)
    assert (late.send, late.missed, late.next_at) == (False, 1, None)


def test_a_rule_is_kept_as_data_and_one_that_is_not_whole_is_none() -> None:
    rule = CalendarRule("weekly", time(7, 30), (0, 4), FLOOD)
    assert rule_from_json(rule.to_json()) == rule
    assert rule_from_json({}) is None
    assert rule_from_json({"kind": "weekly", "at": "07:30"}) is None
    assert rule_from_json({"kind": "daily"}) is None


@pytest.mark.parametrize(
    ("text", "season"),
    [
        ("4月15日到10月15日", FLOOD), ("4月15号至10月15号", FLOOD), ("04-15..10-15", FLOOD), ("4.15-10.15", FLOOD),
        ("11月1日到3月31日", ((11, 1), (3, 31))), ("2月30日到3月1日", None), ("13月1日到3月1日", None), ("夏天", None),
    ],
)  # fmt: skip
def test_a_season_is_read_as_it_is_written(text: str, season: object) -> None:
    assert read_season(text) == season


@pytest.mark.parametrize(
    ("text", "day"),
    [("15", 15), ("15号", 15), ("每月五号", 5), ("月末", 31), ("月底", 31), ("32", None), ("早上", None)],
)
def test_a_day_of_the_month_is_read(text: str, day: int | None) -> None:
    assert read_day_of_month(text) == day
