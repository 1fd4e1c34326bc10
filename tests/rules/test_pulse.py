"""态势简报: the worst first, no more than fits, and nothing at night when there is nothing new."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules.pulse import Change, Decision, Late, compose, due, next_look, next_set_time, read_times, switched

ZONE = ZoneInfo("Asia/Shanghai")
SINCE = datetime(2026, 6, 1, 20, 0, tzinfo=ZONE)


def change(number: str, priority: str = "P2", what: str = "new", minutes: int = 5) -> Change:
    at = SINCE + timedelta(minutes=minutes)
    return Change(1, number, "incident", "landslide", priority, "open", ("村", "村"), what, at)


def test_the_worst_comes_first_then_new_before_changed_before_ended() -> None:
    shown = compose(SINCE, {}, [
        change("a", "P2"), change("b", "P0", "closed"), change("c", "P0", "changed"), change("d", "P0", "new", 1),
        change("e", "P0", "new", 9),
    ], [], [])  # fmt: skip
    assert [each.number for each in shown.changes] == ["e", "d", "c", "b", "a"]


def test_eight_lines_are_shown_and_the_rest_is_counted() -> None:
    shown = compose(SINCE, {}, [change(str(number)) for number in range(11)], [], [])
    assert (len(shown.changes), shown.changed) == (8, 11)


def test_what_was_late_before_is_no_news_but_a_change_and_a_new_lateness_are() -> None:
    before, after = SINCE - timedelta(hours=1), SINCE + timedelta(hours=1)
    old = compose(SINCE, {}, [], [Late("clock", before)], [Decision("grade", 1, before)])
    assert (old.calm, old.news) == (False, False)
    assert compose(SINCE, {}, [], [Late("clock", after)], []).news
    assert compose(SINCE, {}, [], [], [Decision("approve", 1, after)]).news
    assert compose(SINCE, {}, [change("a")], [], []).news


@pytest.mark.parametrize(("at_set_time", "sent"), [(True, True), (False, False)])
def test_when_all_is_calm_there_is_a_word_at_the_set_times_alone(at_set_time: bool, sent: bool) -> None:
    calm = compose(SINCE, {}, [], [], [])
    assert calm.calm
    assert due(calm, at_set_time) is sent


@pytest.mark.parametrize(
    ("times", "after", "expected"),
    [
        ("08:00,20:00", "2026-06-01 08:00", "2026-06-01 20:00"),  # exactly now: the next one
        ("08:00,20:00", "2026-06-01 20:00", "2026-06-02 08:00"),
        ("08:00", "2026-06-30 23:59", "2026-07-01 08:00"),
        ("", "2026-06-01 08:00", None),
    ],
)
def test_the_next_set_time(times: str, after: str, expected: str | None) -> None:
    moment = datetime.fromisoformat(after).replace(tzinfo=ZONE)
    wanted = datetime.fromisoformat(expected).replace(tzinfo=ZONE) if expected else None
    assert next_set_time(times, moment, ZONE) == wanted


def test_looks_in_between_and_times_that_people_choose() -> None:
    assert next_look(SINCE, 2) == SINCE + timedelta(hours=2)
    assert next_look(SINCE, 0) is None
    assert read_times("20:00、8:00 25:00，") == ("08:00", "20:00")
    assert switched("08:00,20:00", "12:00") == "08:00,12:00,20:00"
    assert switched("08:00", "08:00") == ""
