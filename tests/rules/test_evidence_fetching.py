"""What follows when a file could not be fetched."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.evidence_fetching import FAULTS, after_a_miss

NIGHT = datetime(2026, 6, 10, 22, 0, tzinfo=UTC)


@pytest.mark.parametrize("reason", sorted(FAULTS))
def test_pauses_grow_and_never_reach_beyond_two_hours(reason: str) -> None:
    waits = [after_a_miss(reason, tries, NIGHT).next_at - NIGHT for tries in range(1, 30)]
    assert all(wait <= timedelta(hours=2) for wait in waits)
    pauses = FAULTS[reason].pauses
    assert list(pauses) == sorted(pauses)


@pytest.mark.parametrize("reason", ["telegram_away", "flood", "cut_short", "disk_full", "no_permission", "fault"])
def test_what_is_not_the_files_own_fault_is_tried_for_ever(reason: str) -> None:
    assert after_a_miss(reason, 10_000, NIGHT).state == "waiting"


def test_a_file_that_is_too_big_is_settled_at_once() -> None:
    assert after_a_miss("too_big", 1, NIGHT).state == "big"


def test_a_refused_file_is_asked_for_over_hours_before_it_is_given_up() -> None:
    states = [after_a_miss("refused", tries, NIGHT) for tries in range(1, 9)]
    assert [each.state for each in states] == ["waiting"] * 7 + ["gone"]
    assert sum((each.next_at - NIGHT for each in states[:-1]), timedelta()) > timedelta(hours=3)
