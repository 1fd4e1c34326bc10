"""When a drill speaks up: a week, a day, an hour before; at the start; at the end; and after a time of silence."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.drill_reminders import Reminder, due, schedule

START = datetime(2026, 5, 12, 2, 0, tzinfo=UTC)
END = START + timedelta(hours=2)
USUAL = (7 * 24 * 60, 24 * 60, 60)
WEEK, DAY, HOUR = "10080", "1440", "60"


def before(**span: float) -> datetime:
    return START - timedelta(**span)


def test_a_week_a_day_and_an_hour_before() -> None:
    planned = schedule(START, before(days=30), USUAL)
    assert planned == [Reminder(WEEK, before(days=7)), Reminder(DAY, before(days=1)), Reminder(HOUR, before(hours=1))]


def test_a_drill_in_three_hours_is_reminded_of_once() -> None:
    assert schedule(START, before(hours=3), USUAL) == [Reminder(HOUR, before(hours=1))]
    assert schedule(START, before(minutes=5), USUAL) == []


def test_one_reminder_at_its_time() -> None:
    waiting = schedule(START, before(days=30), USUAL)
    assert due("planned", START, END, waiting, before(days=7, seconds=1)).deeds == ()
    step = due("planned", START, END, waiting, before(days=7))
    assert (step.passed, step.deeds) == ((WEEK,), ("remind",))


def test_overdue_reminders_are_one() -> None:
    step = due("planned", START, END, schedule(START, before(days=30), USUAL), before(minutes=30))
    assert (step.passed, step.deeds) == ((WEEK, DAY, HOUR), ("remind",))


def test_once_it_has_begun_nobody_is_reminded_that_it_will() -> None:
    step = due("planned", START, END, schedule(START, before(days=30), USUAL), START)
    assert (step.passed, step.deeds) == ((WEEK, DAY, HOUR), ("start",))


def test_a_drill_that_passed_in_silence_is_started_and_ended() -> None:
    assert due("planned", START, END, [], END).deeds == ("start", "end")
    assert due("running", START, END, [], END).deeds == ("end",)


def test_what_is_over_stays_over() -> None:
    waiting = schedule(START, before(days=30), USUAL)
    for state in ("ended", "cancelled"):
        assert due(state, START, END, waiting, END + timedelta(days=1)).deeds == ()


@given(
    st.lists(st.integers(-500, 20000), max_size=6),
    st.integers(1, 30000),
    st.lists(st.integers(1, 40000), min_size=1, max_size=12),
)
def test_however_the_ticks_fall_each_thing_happens_once_and_in_order(
    minutes: list[int], published: int, ticks: list[int]
) -> None:
    """A drill published some minutes before its start; ticks at any minutes after that, the last one past its end."""
    now = before(minutes=published)
    waiting, state, done = schedule(START, now, minutes), "planned", []
    planned = len(waiting)
    assert all(now < reminder.at < START for reminder in waiting)
    for after in [*sorted(ticks), 60000]:
        step = due(state, START, END, waiting, now + timedelta(minutes=after))
        waiting = [reminder for reminder in waiting if reminder.what not in step.passed]
        done += step.deeds
        state = {"start": "running", "end": "ended"}.get(step.deeds[-1] if step.deeds else "", state)
    assert done[-2:] == ["start", "end"]
    assert done[:-2] == ["remind"] * len(done[:-2])
    assert len(done) - 2 <= planned
    assert waiting == []
