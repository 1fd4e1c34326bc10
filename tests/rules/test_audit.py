"""The auditor proves that a climb advances; the second channel's posts are signed and tried again."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report_types import load_ladder
from bot.rules.audit import GRACE, Climb, audit
from bot.rules.category import Level
from bot.rules.escalation import due
from bot.rules.step_hook import ATTEMPTS, ended, signature
from bot.settings import Settings

START = datetime(2026, 11, 23, 2, 17, tzinfo=UTC)
LADDERS = load_ladder()
LEVELS: tuple[Level, ...] = ("P0", "P1", "P2", "P3")


def begun(level: Level) -> Climb:
    advance = due(LADDERS[level], START, 0, None, START)
    return Climb(LADDERS[level], START, advance.steps_done, advance.next_step_at, None, None)


@given(st.sampled_from(LEVELS), st.lists(st.floats(0.5, 60), min_size=1, max_size=200))
def test_a_climb_that_advances_is_never_accused(level: Level, pauses: list[float]) -> None:
    climb, now = begun(level), START
    for seconds in pauses:
        now += timedelta(seconds=seconds)
        advance = due(climb.ladder, START, climb.steps_done, climb.next_step_at, now)
        climb = replace(climb, steps_done=advance.steps_done, next_step_at=advance.next_step_at)
        assert audit("open", START, climb, now) is None


@given(st.sampled_from(("P0", "P1", "P2")), st.floats(91, 9000))
def test_a_climb_that_stands_still_is_found(level: Level, late: float) -> None:
    climb = begun(level)
    assert climb.next_step_at is not None
    assert audit("open", START, climb, climb.next_step_at + timedelta(seconds=late)) == "late"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"next_step_at": None}, "no_time"),
        ({"stopped_at": START}, "stopped"),
        ({"next_step_at": START + timedelta(hours=2)}, "too_far"),
        ({"lapse_at": START}, "lapse_late"),
    ],
)
def test_each_way_of_standing_still_has_its_word(change: dict[str, datetime | None], why: str) -> None:
    assert audit("open", START, replace(begun("P0"), **change), START + 2 * GRACE) == why  # type: ignore[arg-type]


def test_a_case_without_any_climb_and_one_that_was_answered() -> None:
    assert audit("open", START, None, START + 2 * GRACE) == "no_climb"
    assert audit("open", START, None, START) is None
    assert audit("closed", START, None, START + 2 * GRACE) is None
    assert audit("acknowledged", START, replace(begun("P0"), stopped_at=START), START + timedelta(days=1)) is None
    assert audit("open", START, begun("P3"), START + timedelta(days=9)) is None  # its ladder has ended


def test_the_signature_covers_the_time_and_the_body() -> None:
    body = b'{"step": 1}'
    assert signature("s", "1", body) == hmac.new(b"s", b"1." + body, hashlib.sha256).hexdigest()
    assert len({signature("s", "1", body), signature("s", "2", body), signature("t", "1", body)}) == 3


def test_a_gateway_that_is_away_is_tried_for_an_hour_and_one_that_says_gone_is_not() -> None:
    assert ended(204, 1).state == "sent"
    assert ended(410, 1).state == "failed"
    assert ended(302, 1).state == "ready"
    waits = [ended(None, attempt, "timeout").wait for attempt in range(1, ATTEMPTS)]
    assert waits == sorted(waits)
    assert timedelta(minutes=40) < sum(waits, timedelta()) < timedelta(minutes=60)
    assert ended(503, ATTEMPTS) == replace(ended(503, 1), state="failed", wait=timedelta(0))


@pytest.mark.parametrize(
    ("url", "secret"), [("http://gateway.example/x", "s"), ("ftp://127.0.0.1/", "s"), ("https://gateway.example/x", "")]
)
def test_the_second_channel_takes_https_alone_and_a_secret(url: str, secret: str) -> None:
    with pytest.raises(ValueError, match="STEP_HOOK"):
        Settings(_env_file=None, step_hook_url=url, step_hook_secret=secret)  # type: ignore[call-arg]
