"""A night in the duty room: who is called when the one before has not answered."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report_types import DataFault, load_ladder
from bot.rules.category import Level
from bot.rules.escalation import Advance, Ladder, due, pull_forward

START = datetime(2026, 11, 23, 2, 17, tzinfo=UTC)
LADDERS = load_ladder()
TOWN, DISTRICT, LEADER = "town_duty", "district_duty", "leader"


def minutes(count: float) -> datetime:
    return START + timedelta(minutes=count)


def night(ladder: Ladder, until: int, every: float = 1.0) -> list[tuple[float, tuple[str, ...]]]:
    """A night of ticks: at which minute whom the ladder called."""
    called: list[tuple[float, tuple[str, ...]]] = []
    steps_done, next_at, at = 0, None, 0.0
    while at <= until:
        advance = due(ladder, START, steps_done, next_at, minutes(at))
        if advance.steps:
            called.append((at, advance.recipients))
        steps_done, next_at, at = advance.steps_done, advance.next_step_at, at + every
    return called


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("P0", [(0, (TOWN, DISTRICT)), (3, (TOWN, DISTRICT)), (6, (LEADER,)),
                (11, (TOWN, DISTRICT, LEADER)), (16, (TOWN, DISTRICT, LEADER))]),
        ("P1", [(0, (TOWN,)), (5, (TOWN,)), (10, (DISTRICT,)), (25, (TOWN, DISTRICT)), (40, (TOWN, DISTRICT))]),
        ("P2", [(0, (TOWN,)), (30, (TOWN,)), (60, (DISTRICT,)), (120, (TOWN, DISTRICT)), (180, (TOWN, DISTRICT))]),
        ("P3", [(0, (TOWN,))]),
    ],
)  # fmt: skip
def test_nobody_answers_and_the_ladder_climbs(level: Level, expected: list[tuple[int, tuple[str, ...]]]) -> None:
    assert night(LADDERS[level], until=int(expected[-1][0])) == expected


def test_a_tick_a_second_keeps_the_timetable() -> None:
    called = night(LADDERS["P0"], until=12, every=0.7)
    assert [whom for _, whom in called][:3] == [(TOWN, DISTRICT), (TOWN, DISTRICT), (LEADER,)]
    assert called[2][0] < 6.7


def test_an_ordinary_hazard_is_shown_once_without_a_sound() -> None:
    advance = due(LADDERS["P3"], START, 0, None, START)
    assert (advance.recipients, advance.silent, advance.next_step_at) == ((TOWN,), True, None)
    assert due(LADDERS["P3"], START, 1, None, minutes(999)).steps == ()


def test_after_twenty_minutes_of_downtime_everyone_gets_one_message_and_waits_start_again() -> None:
    advance = due(LADDERS["P0"], START, 1, minutes(3), minutes(23))
    assert advance.collapsed
    assert advance.recipients == (TOWN, DISTRICT, LEADER)
    assert advance.next_step_at == minutes(28)


def test_one_step_missed_by_four_minutes_gives_the_next_its_full_wait() -> None:
    advance = due(LADDERS["P1"], START, 1, minutes(5), minutes(9))
    assert (advance.recipients, advance.collapsed) == ((TOWN,), False)
    assert advance.next_step_at == minutes(14)


def test_a_clock_set_back_a_day_does_not_silence_the_ladder() -> None:
    now = START - timedelta(days=1)
    advance = due(LADDERS["P0"], START, 1, minutes(3), now)
    assert advance.steps == ()
    assert advance.next_step_at == now + timedelta(minutes=3)


def test_when_the_bot_is_put_out_of_a_group_the_next_step_comes_at_once() -> None:
    assert pull_forward(LADDERS["P1"], 2, minutes(10), minutes(6)) == minutes(6)
    assert pull_forward(LADDERS["P1"], 2, minutes(5), minutes(6)) == minutes(5)
    assert pull_forward(LADDERS["P3"], 1, None, minutes(6)) is None


levels = st.sampled_from(sorted(LADDERS))
gaps = st.lists(st.floats(0, 200), min_size=1, max_size=30)


def walk(ladder: Ladder, waits: list[float]) -> list[tuple[datetime, Advance]]:
    """Ticks at uneven times, as after kills and slow disks."""
    seen, steps_done, next_at, now = [], 0, None, START
    for wait in waits:
        now += timedelta(minutes=wait)
        advance = due(ladder, START, steps_done, next_at, now)
        seen.append((now, advance))
        steps_done, next_at = advance.steps_done, advance.next_step_at
    return seen


@given(levels, gaps)
def test_the_ladder_never_goes_back_and_never_calls_too_early(level: Level, waits: list[float]) -> None:
    done = 0
    for now, advance in walk(LADDERS[level], waits):
        assert advance.steps_done == done + len(advance.steps)
        assert advance.next_step_at is None or advance.next_step_at > now
        done = advance.steps_done


@given(levels, gaps)
def test_no_recipient_is_skipped_and_each_gets_one_message_after_any_downtime(level: Level, waits: list[float]) -> None:
    ladder, done = LADDERS[level], 0
    for _, advance in walk(ladder, waits):
        passed = [ladder.step(number) for number in range(done, advance.steps_done)]
        expected = {whom for step in passed if step is not None for whom in step.whom}
        assert set(advance.recipients) == expected
        assert len(advance.recipients) == len(expected)
        done = advance.steps_done


@given(st.sampled_from(["P0", "P1", "P2"]), st.floats(0, 60 * 24 * 365))
def test_however_long_we_were_down_somebody_is_called_at_once(level: Level, downtime: float) -> None:
    advance = due(LADDERS[level], START, 0, None, minutes(downtime))
    assert advance.steps
    assert len(advance.steps) <= len(LADDERS[level].steps) + 1


def edited(tmp_path: Path, old: str, new: str) -> Path:
    text = Path("bot/report_types/escalation.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "escalation.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_a_district_edits_the_table_without_code(tmp_path: Path) -> None:
    path = edited(tmp_path, 'wait_minutes = 3, whom = ["leader"]', 'wait_minutes = 9, whom = ["leader"]')
    assert load_ladder(path)["P0"].steps[2].wait == timedelta(minutes=9)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('whom = ["leader"]', 'whom = ["mayor"]', "P0, step 3: whom must be among town_duty, district_duty, leader"),
        ("wait_minutes = 5", "wait_minutes = 0", "must be 1 or more"),
        ("wait_minutes = 5", 'wait_minutes = "5"', "wait_minutes must be int"),
        ("wait_minutes = 3", "wait_minuts = 3", "wait_minutes is missing"),
        ("[P3]", "[P4]", "P3 is missing"),
    ],
)
def test_a_slip_in_the_table_stops_the_start_and_says_where(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    with pytest.raises(DataFault, match=complaint):
        load_ladder(edited(tmp_path, old, new))
