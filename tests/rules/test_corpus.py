"""The rules understand the corpus as well as they have been measured to."""

import pytest

from tests.corpus.score import HELD_OUT, TUNED, Score, items, measure

TALK = {"other", "question", "zero", "drill"}


@pytest.fixture(scope="module")
def tuned() -> Score:
    return measure(*TUNED)


@pytest.fixture(scope="module")
def held_out() -> Score:
    return measure(*HELD_OUT)


def test_the_tuned_part_is_understood(tuned: Score) -> None:
    assert tuned.fields_right >= 0.97, "\n".join(tuned.failures)


def test_text_the_rules_were_not_tuned_on_is_understood(held_out: Score) -> None:
    assert held_out.fields_right >= 0.85


def expectations(*names: str) -> list[dict[str, object]]:
    chosen = [item for name in names for item in items(name)]
    single = [item["expect"] for item in chosen if "expect" in item]
    return single + [one["expect"] for item in chosen if "expect" not in item for one in item["messages"]]


def test_the_corpus_covers_every_category_and_enough_talk() -> None:
    tuned_on, held = expectations(*TUNED), expectations(*HELD_OUT)
    assert len(tuned_on) >= 300
    assert len(held) >= 150
    assert len({one.get("subtype") for one in tuned_on} - {None}) >= 51
    assert len([one for one in tuned_on if one["intent"] in TALK]) >= 60


def test_no_talk_is_taken_for_a_report(tuned: Score) -> None:
    reports = {"incident_first", "hazard", "early_sign"}
    taken = [pair for pair in tuned.confusions if pair[0] in TALK - {"drill"} and pair[1] in reports]
    assert not taken
