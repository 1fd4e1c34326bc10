"""The life of an alert, its levels, its draft, and the choosing of areas."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report_types.alert_templates import LONGEST, advice, load_advice, load_issuers
from bot.rules import alert_draft
from bot.rules.alert_approval import MOVES, Refused, Standing, move
from bot.rules.alert_draft import AlertDraft, Unfit
from bot.rules.alert_levels import KINDS, LEVELS, SIGNALS, levels_for, may_colour
from bot.rules.area_choice import AreaChoice, common, overlap, read_names, with_area
from tests.rules.area_rows import zengcheng

CITY, TOWN, VILLAGE = "440118", "440118105", "440118105230"
DRAFTER, APPROVER, OTHER = 1, 2, 3
STATES = ("draft", "approved", "returned", "published", "cancelled")
VERBS = ("approve", "return", "publish", "edit", "submit", "withdraw")


def standing(state: str = "draft", approved_by: int | None = None) -> Standing:
    return Standing(state, DRAFTER, approved_by, (TOWN,))


def refused(alert: Standing, verb: str, person: int | None, approves_in: tuple[str, ...] = ()) -> str:
    with pytest.raises(Refused) as refusal:
        move(alert, verb, person, approves_in)
    return refusal.value.reason


def test_two_people_always():
    assert refused(standing(), "approve", DRAFTER, (CITY,)) == "own_draft"
    assert move(standing(), "approve", APPROVER, (CITY,)) == "approved"


def test_an_approver_of_another_town_may_not():
    assert refused(standing(), "approve", APPROVER, ("440118104",)) == "no_right"
    assert refused(standing(), "approve", None, ()) == "no_right"


def test_drafter_or_approver_publish_and_nobody_else():
    approved = standing("approved", APPROVER)
    assert move(approved, "publish", DRAFTER, ()) == "published"
    assert move(approved, "publish", APPROVER, ()) == "published"
    assert refused(approved, "publish", OTHER, (CITY,)) == "not_either"


@pytest.mark.parametrize(("state", "verb"), [pair for pair in product(STATES, VERBS) if pair not in MOVES])
def test_whatever_the_table_does_not_name_is_over(state, verb):
    for person in (DRAFTER, APPROVER, OTHER, None):
        assert refused(standing(state, APPROVER), verb, person, (CITY,)) == "over"


def test_nothing_is_published_but_what_a_second_person_approved():
    into = [(state, verb) for (state, verb), found in MOVES.items() if found.to == "published"]
    assert into == [("approved", "publish")]
    assert [found.doer for found in MOVES.values() if found.to == "approved"] == ["second"]


def test_white_is_for_typhoons_and_rainstorms_have_no_blue():
    for signal in SIGNALS:
        assert ("white" in levels_for("weather", signal, True)) == (signal == "typhoon")
    assert "blue" not in levels_for("weather", "rainstorm", True)
    for kind in KINDS[1:]:
        assert "white" not in levels_for(kind, "", True)


def test_towns_and_villages_have_no_colours():
    assert not may_colour((TOWN,), (TOWN,))
    assert not may_colour((TOWN,), (VILLAGE,))
    assert may_colour((CITY,), (VILLAGE, TOWN))
    assert levels_for("flood", "", False) == ("notice",)


def test_every_kind_and_signal_has_advice_for_every_level_in_every_language():
    for kind, event in [*((kind, "") for kind in KINDS), *(("weather", signal) for signal in SIGNALS)]:
        for level in LEVELS:
            told = advice(kind, event, level)
            assert set(told) == {"zh-Hans", "zh-Hant", "en"}
            assert all(0 < len(text) <= LONGEST for text in told.values())
    assert len(load_advice()) > len(KINDS)
    assert set(load_issuers()) <= set(KINDS)


def answered(draft: AlertDraft, *answers: str, own: tuple[str, ...] = (CITY,)) -> AlertDraft:
    for value in answers:
        draft = alert_draft.take(draft, value, own)
    return draft


def begun() -> AlertDraft:
    return alert_draft.with_areas(replace(AlertDraft(), areas=(TOWN,)), (CITY,))


def test_a_draft_asks_only_what_it_needs():
    draft = answered(begun(), "flood", "notice")
    assert draft.step == "text"
    relayed = answered(begun(), "weather", "rainstorm", "red", "增城区气象台", "2026-05-01T16:50:00+08:00")
    assert relayed.step == "text"
    done = answered(alert_draft.with_text(relayed, "快走"), "6")
    assert done.step == "preview"
    assert alert_draft.complete(done, (CITY,))
    assert not alert_draft.complete(done, (TOWN,)), "a colour is not for a town to give"


def test_changing_the_kind_asks_the_level_again_and_the_areas_too_when_the_right_is_smaller():
    done = answered(alert_draft.with_text(answered(begun(), "flood", "red", "区", "t"), "快走"), "6")
    other = answered(alert_draft.ask(done, "kind"), "weather")
    assert (other.step, other.level) == ("event", "")
    smaller = alert_draft.with_areas(alert_draft.ask(done, "areas"), (TOWN,))
    assert (smaller.step, smaller.level) == ("level", "")


def test_an_alert_of_no_words_cannot_be():
    only_advice = alert_draft.with_text(answered(begun(), "flood", "notice"), "")
    with pytest.raises(Unfit):
        alert_draft.advice_switched(only_advice)
    assert alert_draft.units("𨋢") == 2


@given(
    st.lists(st.sampled_from([*KINDS, *SIGNALS, *LEVELS, "6", "0", "99", "", "增城区气象台", "nonsense"]), max_size=12)
)
def test_no_tap_in_any_order_hands_in_what_is_not_complete(values):
    draft = begun()
    for value in values:
        try:
            draft = alert_draft.with_text(draft, value) if draft.step == "text" else answered(draft, value)
        except Unfit:
            continue
        assert draft.step in alert_draft.steps(draft)
        assert AlertDraft.from_json(draft.to_json()) == draft
    if draft.step == "preview":
        assert alert_draft.complete(draft, (CITY,))


@given(st.lists(st.sampled_from([CITY, TOWN, VILLAGE, "440118104", "440118104201", "440118105231"]), max_size=8))
def test_chosen_areas_never_lie_in_each_other_and_the_last_one_is_among_them(codes):
    chosen: list[str] = []
    for code in codes:
        chosen = with_area(chosen, code)
        assert code in chosen
    assert not any(overlap(one, other) for one in chosen for other in chosen if one != other)
    assert all(any(overlap(outer, code) for outer in common(chosen)) for code in chosen if common(chosen))


def test_names_are_read_in_a_row_and_only_where_one_may():
    places = zengcheng()
    read = read_names("派潭镇、正果鎮，高滩村 朱村 没有这个地方", places, (CITY,))
    assert read.clear == (TOWN, "440118104", VILLAGE)
    assert [word for word, _ in read.unclear] == ["朱村"]
    assert read.unknown == ("没有这个地方",)
    assert read_names("正果镇", places, (TOWN,)).unknown == ("正果镇",)


def test_a_forged_area_is_no_choice():
    choice = AreaChoice((TOWN,))
    for act, value in (
        ("area", "+440118104"),
        ("area", "+999"),
        ("area", "440118105"),
        ("page", "440118104"),
        ("x", ""),
    ):
        assert choice.tapped(act, value, zengcheng()) is None
    twice = choice.tapped("area", f"+{VILLAGE}", zengcheng())
    assert twice is not None
    assert twice.tapped("area", f"+{VILLAGE}", zengcheng()) == twice
