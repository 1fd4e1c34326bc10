"""Which alerts ask residents how they are, where they are taken to be, and what they put together."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.help import MOST_WORDS, OPEN_AFTER, HelpDraft, asks_back, harm_in, own_area, phone_in, takes

NOW = datetime(2026, 6, 10, 4, 0, tzinfo=UTC)
TOWN, VILLAGE = "440118105", "440118105230"


def test_only_a_grave_alert_asks_and_a_lifting_never_does() -> None:
    assert asks_back("red", False, "issue")
    assert asks_back("orange", False, "update")
    assert asks_back("notice", True, "issue"), "it asks people to move"
    assert not asks_back("yellow", False, "issue")
    assert not asks_back("red", True, "cancel")


def test_the_buttons_of_an_alert_that_is_over_are_heard_for_a_day() -> None:
    assert takes("published", None, NOW)
    assert takes("lifted", NOW - OPEN_AFTER, NOW)
    assert not takes("lifted", NOW - OPEN_AFTER - timedelta(seconds=1), NOW)
    assert not takes("draft", None, NOW)


def test_somebody_is_in_the_narrowest_place_they_subscribed_to_that_is_warned() -> None:
    assert own_area([TOWN, VILLAGE], [TOWN]) == VILLAGE
    assert own_area(["440118104"], [TOWN]) == TOWN
    assert own_area([], [TOWN]) == TOWN


@pytest.mark.parametrize("words", ["有人被困", "阿婆流血", "走唔到", "We are trapped"])
def test_words_about_life_climb_fastest(words: str) -> None:
    assert harm_in(words) == "yes"


def test_nobody_is_said_to_be_unhurt_because_they_did_not_say_so() -> None:
    assert harm_in("") == "unknown"
    assert harm_in("没有米了") == "unknown"


@pytest.mark.parametrize(
    ("typed", "number"),
    [("138 0000 9999", "13800009999"), ("+86-138-0000-9999", "+8613800009999"), ("两个人", ""), ("12", ""),
     ("13800009999 快来", ""), ("一三八", "")],
)  # fmt: skip
def test_a_number_is_one_that_stands_alone(typed: str, number: str) -> None:
    assert phone_in(typed) == number


def test_a_draft_survives_its_way_through_the_conversation_and_has_an_end() -> None:
    draft = HelpDraft(1, "help", VILLAGE).saying("水浸").saying("x" * 600)
    assert HelpDraft.of(draft.as_data()) == draft
    assert len(draft.words) == MOST_WORDS
