"""Somebody took a case: is anything happening? And of which priorities they want to hear in private."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.report_types import load_ladder
from bot.rules.personal_copies import LEVELS, chosen, switched
from bot.rules.progress import look

TAKEN = datetime(2026, 11, 23, 2, 17, tzinfo=UTC)
WITHIN = timedelta(minutes=20)


def after(minutes: float) -> datetime:
    return TAKEN + timedelta(minutes=minutes)


def test_nothing_heard_for_twenty_minutes_and_it_lapses() -> None:
    assert not look(TAKEN, None, WITHIN, False, after(19.9)).lapsed
    assert look(TAKEN, None, WITHIN, False, after(20)).lapsed
    # what was heard before somebody took it is no progress of theirs
    assert look(TAKEN, after(-5), WITHIN, False, after(20)).lapsed


def test_progress_gives_the_whole_time_again() -> None:
    found = look(TAKEN, after(12), WITHIN, False, after(20))
    assert (found.lapsed, found.again_at) == (False, after(32))
    assert look(TAKEN, after(12), WITHIN, False, after(32)).lapsed


def test_what_is_under_control_and_what_has_no_time_set_never_lapses() -> None:
    assert look(TAKEN, None, WITHIN, True, after(500)).again_at == after(520)
    assert look(TAKEN, None, None, False, after(500)) == look(TAKEN, None, None, True, after(1))


def test_ordinary_information_is_not_chased() -> None:
    ladders = load_ladder()
    assert ladders["P3"].progress_within is None
    assert all(ladders[level].progress_within for level in ("P0", "P1", "P2"))


@given(st.floats(0, 500), st.floats(-60, 500), st.floats(0, 600))
def test_it_is_looked_at_again_within_the_time_and_never_lapses_early(first: float, heard: float, at: float) -> None:
    found = look(TAKEN, after(heard), WITHIN, False, after(at))
    if heard <= at:
        assert found.lapsed == (after(at) - max(TAKEN, after(heard)) >= WITHIN)
    if found.again_at is not None:
        assert found.again_at <= max(after(at), TAKEN) + WITHIN


@given(st.lists(st.sampled_from(LEVELS)))
def test_a_switch_tapped_twice_is_as_before(taps: list[str]) -> None:
    choice: str | None = None
    for level in taps:
        choice = switched(choice, "P0,P1", level)
    for level in LEVELS:
        assert chosen(switched(switched(choice, "P0,P1", level), "P0,P1", level), "P0,P1") == chosen(choice, "P0,P1")
        assert (level in chosen(switched(choice, "P0,P1", level), "P0,P1")) != (level in chosen(choice, "P0,P1"))
