"""What must be answered, until when; and who may lower a priority against the figures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from bot.rules.case_request import TABLE, after, waits_for, waits_on
from bot.rules.priority import Figures, is_graver
from bot.rules.priority_by_hand import life_at_risk, raised_by_news, right_for
from bot.rules.reading.numbers import UNKNOWN, Figure
from bot.rules.report_chain import Change
from bot.settings import Settings

NOW = datetime(2026, 6, 10, 14, 0, tzinfo=UTC)


def exactly(number: int) -> Figure:
    return Figure(number, number, True)


def settings(**given: str) -> Settings:
    return Settings(_env_file=None, **given)  # type: ignore[call-arg, arg-type]


@pytest.mark.parametrize(
    ("state", "verb", "then"),
    [
        ("asked", "accept", "accepted"), ("asked", "refuse", "refused"), ("asked", "lapse", "lapsed"),
        ("asked", "withdraw", "withdrawn"), ("accepted", "withdraw", "withdrawn"), ("accepted", "accept", None),
        ("accepted", "refuse", None), ("lapsed", "accept", None), ("refused", "accept", None),
        ("withdrawn", "accept", None), ("nonsense", "accept", None), ("asked", "nonsense", None),
    ],
)  # fmt: skip
def test_a_request_is_answered_once(state: str, verb: str, then: str | None) -> None:
    assert after(state, verb) == then


def test_every_state_is_in_the_table() -> None:
    assert {then for verbs in TABLE.values() for then in verbs.values()} | {"asked"} == set(TABLE)


def test_how_long_it_waits_is_a_setting_by_priority() -> None:
    usual = settings().referral_minutes_by_priority
    assert waits_for(usual, "P0", NOW) == NOW + timedelta(minutes=10)
    assert waits_for(usual, "P3", NOW) == NOW + timedelta(minutes=60)
    own = settings(referral_minutes="P0=5, P2=45").referral_minutes_by_priority
    assert [waits_for(own, level, NOW) - NOW for level in ("P0", "P1", "P2")] == [
        timedelta(minutes=5), timedelta(minutes=45), timedelta(minutes=45),
    ]  # fmt: skip


def test_after_a_pause_of_ours_an_answer_may_still_be_on_its_way() -> None:
    assert waits_on(NOW, NOW - timedelta(seconds=1)) == NOW
    assert waits_on(NOW, NOW) is None
    assert waits_on(NOW, NOW + timedelta(seconds=60)) is None
    assert waits_on(NOW, NOW + timedelta(minutes=5)) == NOW + timedelta(minutes=5, seconds=15)


@pytest.mark.parametrize("wrong", ["", "P0", "P0=", "P4=5", "P0=0", "P0=1441", "P0=ten", "P0=5,,"])
def test_a_wrong_setting_does_not_start(wrong: str) -> None:
    with pytest.raises(ValidationError):
        settings(referral_minutes=wrong)


NOBODY, DEAD, TRAPPED = Figures(harm="none"), Figures(dead=exactly(1)), Figures(trapped=exactly(2))


@pytest.mark.parametrize(
    ("before", "to", "demanded", "figures", "right"),
    [
        ("P2", "P0", "P2", NOBODY, "raise_priority"),
        ("P3", "P2", "P0", DEAD, "raise_priority"),
        ("P0", "P1", "P2", NOBODY, "lower_p0"),
        ("P1", "P2", "P2", NOBODY, "lower_priority"),
        ("P2", "P3", "P2", NOBODY, "lower_priority"),
        ("P1", "P2", "P1", DEAD, "lower_below_figures"),
        ("P0", "P1", "P1", DEAD, "lower_p0"),
        ("P0", "P1", "P0", TRAPPED, "lower_below_figures"),
        ("P0", "P3", "P0", Figures(harm="yes"), "lower_below_figures"),
        ("P1", "P2", "P1", Figures(injured=exactly(3)), "lower_priority"),
    ],
)
def test_lowering_takes_the_more_the_graver_it_is(
    before: str, to: str, demanded: str, figures: Figures, right: str
) -> None:
    assert right_for(before, to, demanded, figures) == right


def test_life_is_at_risk_until_the_words_say_that_nobody_is_trapped() -> None:
    assert life_at_risk(Figures(harm="yes"))
    assert not life_at_risk(Figures(harm="yes", trapped=exactly(0)))
    assert life_at_risk(Figures(missing=Figure(1, None, False)))
    assert not life_at_risk(Figures(dead=UNKNOWN))
    assert not life_at_risk(NOBODY)


def test_what_was_set_by_hand_stays_until_it_gets_worse() -> None:
    two, three = exactly(2), exactly(3)
    freed, more = Change("trapped", two, exactly(0)), Change("trapped", two, three)
    assert raised_by_news("P2", "P0", "P0", by_hand=False, found=())
    assert not raised_by_news("P2", "P0", "P0", by_hand=True, found=())
    assert not raised_by_news("P2", "P0", "P0", by_hand=True, found=(freed,))
    assert raised_by_news("P2", "P0", "P0", by_hand=True, found=(more,))
    assert raised_by_news("P2", "P0", "P1", by_hand=True, found=())
    assert not raised_by_news("P0", "P1", "P2", by_hand=True, found=(more,))


def test_p0_is_the_gravest() -> None:
    assert is_graver("P0", "P1")
    assert not is_graver("P3", "P3")
