"""A resident's tip: how many, how long, who is reminded, and what an officer may still do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.roles import may
from bot.rules.speaker import HeldPost, Speaker
from bot.rules.tip import (
    FIRST_LOOK,
    MOST_FILES,
    MOST_WORDS,
    TAKES,
    TipDraft,
    TipOfficer,
    next_look,
    wait_until,
    whom_to_remind,
)

NOON = datetime(2026, 6, 10, 4, 0, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)


def ago(**span: float) -> datetime:
    return NOON - timedelta(**span)


@pytest.mark.parametrize(
    ("sent", "until"),
    [
        ([], None),
        ([ago(minutes=50), ago(minutes=40)], None),
        ([ago(minutes=50), ago(minutes=40), ago(minutes=1)], NOON + timedelta(minutes=10)),
        ([ago(minutes=61), ago(minutes=40), ago(minutes=1)], None),
        ([ago(hours=23, minutes=30 - number) for number in range(10)], NOON + timedelta(minutes=30)),
        ([ago(hours=25)] * 10, None),
    ],
)
def test_three_an_hour_and_ten_a_day(sent: list[datetime], until: datetime | None) -> None:
    assert wait_until(sent, NOON, 3, 10) == until


A, B, SILENT = TipOfficer(1, "A", True), TipOfficer(2, "B", True), TipOfficer(1, "A", False)


@pytest.mark.parametrize(
    ("officers", "first", "second"),
    [((B, A), (A,), (B,)), ((A,), (A,), ()), ((SILENT, B), (B,), ()), ((SILENT,), (), ()), ((), (), ())],
)
def test_the_officer_in_charge_is_reminded_once_and_then_the_other_post(
    officers: tuple[TipOfficer, ...], first: tuple[TipOfficer, ...], second: tuple[TipOfficer, ...]
) -> None:
    assert [whom_to_remind(officers, reminded) for reminded in (0, 1, 2)] == [first, second, ()]


def test_it_is_looked_at_when_a_reminder_is_due_and_never_after_the_resident_has_been_told() -> None:
    assert next_look(NOON, 0, HALF_AN_HOUR, NOON + FIRST_LOOK) == NOON + HALF_AN_HOUR
    assert next_look(NOON, 1, HALF_AN_HOUR, NOON + HALF_AN_HOUR) == NOON + 2 * HALF_AN_HOUR
    assert next_look(NOON, 2, HALF_AN_HOUR, NOON + 2 * HALF_AN_HOUR) == NOON + 3 * HALF_AN_HOUR
    assert next_look(NOON, 3, HALF_AN_HOUR, NOON + 3 * HALF_AN_HOUR) is None


def test_after_a_long_outage_reminders_do_not_fall_on_each_other() -> None:
    late = NOON + timedelta(hours=9)
    assert next_look(NOON, 1, HALF_AN_HOUR, late) == late + FIRST_LOOK


def test_words_and_files_add_up_until_it_is_enough() -> None:
    draft = TipDraft("440118105230").with_words("后山有裂缝")
    assert draft is not None
    longer = draft.with_words(" 一指宽 ")
    assert longer is not None
    assert longer.words == "后山有裂缝\n一指宽"
    assert longer.with_words("字" * MOST_WORDS) is None
    for number in range(MOST_FILES):
        draft = draft.with_file({"unique_id": f"u{number}", "file_id": "f", "kind": "photo"})
        assert draft is not None
    assert draft.with_file({"unique_id": "u0", "file_id": "f", "kind": "photo"}) == draft
    assert draft.with_file({"unique_id": "more", "file_id": "f", "kind": "photo"}) is None
    assert TipDraft.of(draft.as_data()) == draft


def test_a_village_and_a_place_alone_say_nothing() -> None:
    assert not TipDraft("440118105230", place={"lat": 23.5, "lon": 113.8}).says_something


def test_what_is_decided_stays_decided() -> None:
    assert {state for state, verbs in TAKES.items() if verbs} == {"sent", "verified"}


@pytest.mark.parametrize("role", ["duty", "leader", "approver", "admin"])
def test_nobody_but_an_officer_of_the_village_answers_it(role: str) -> None:
    town = Speaker(1, "x", "zh-Hans", 1, True, 1, posts=(HeldPost(role, "440118105", "派潭镇"),), admin=role == "admin")
    assert not may(town, "answer_tip", "440118105230", member_of="440118105")
    other = Speaker(1, "x", "zh-Hans", 1, True, 1, posts=(HeldPost("officer", "440118105201", "汉湖村", "A"),))
    assert not may(other, "answer_tip", "440118105230")
    own = Speaker(1, "x", "zh-Hans", 1, True, 1, posts=(HeldPost("officer", "440118105230", "高滩村", "A"),))
    assert may(own, "answer_tip", "440118105230")
