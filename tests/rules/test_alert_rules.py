"""The life of an alert, its levels, its draft, and the choosing of areas."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report_types.alert_names import issuer_name, place_name
from bot.report_types.alert_templates import LONGEST, advice, load_advice, load_issuers
from bot.rules import alert_draft
from bot.rules.alert_approval import (
    APPROVED_BY,
    FAST_LEVELS,
    MOVES,
    STRICT,
    Refused,
    Rights,
    Standing,
    asks_to_move,
    move,
    right_to_approve,
    too_late,
)  # fmt: skip
from bot.rules.alert_chain import Live, left_over, references, touched
from bot.rules.alert_doubts import old_source, other_colours
from bot.rules.alert_draft import AlertDraft, Unfit
from bot.rules.alert_levels import KINDS, LEVELS, SIGNALS, levels_for, may_colour
from bot.rules.alert_view import AlertView
from bot.rules.area_choice import AreaChoice, common, office, overlap, read_names, with_area
from bot.rules.roles import MAY
from tests.rules.area_rows import zengcheng

CITY, TOWN, VILLAGE = "440118", "440118105", "440118105230"
DRAFTER, APPROVER, OTHER = 1, 2, 3
STATES = ("draft", "approved", "returned", "published", "cancelled", "updated", "lifted", "expired")
VERBS = ("approve", "return", "publish", "fast", "looked", "objected", "edit", "submit", "withdraw")


def standing(state: str = "draft", approved_by: int | None = None) -> Standing:
    return Standing(state, DRAFTER, approved_by, (TOWN,))


def in_(*areas: str, leads: tuple[str, ...] = ()) -> Rights:
    return Rights(areas, leads)


def refused(alert: Standing, verb: str, person: int | None, rights: Rights | None = None) -> str:
    with pytest.raises(Refused) as refusal:
        move(alert, verb, person, rights or Rights())
    return refusal.value.reason


def test_two_people_always():
    assert refused(standing(), "approve", DRAFTER, in_(CITY)) == "own_draft"
    assert move(standing(), "approve", APPROVER, in_(CITY)) == "approved"


def test_an_approver_of_another_town_may_not():
    assert refused(standing(), "approve", APPROVER, in_("440118104")) == "no_right"
    assert refused(standing(), "approve", None) == "no_right"


def test_drafter_or_approver_publish_and_nobody_else():
    approved = standing("approved", APPROVER)
    assert move(approved, "publish", DRAFTER, in_()) == "published"
    assert move(approved, "publish", APPROVER, in_()) == "published"
    assert refused(approved, "publish", OTHER, in_(CITY)) == "not_either"


@pytest.mark.parametrize(("state", "verb"), [pair for pair in product(STATES, VERBS) if pair not in MOVES])
def test_whatever_the_table_does_not_name_is_over(state, verb):
    for person in (DRAFTER, APPROVER, OTHER, None):
        assert refused(standing(state, APPROVER), verb, person, in_(CITY, leads=(CITY,))) == "over"


def test_nothing_is_published_but_what_a_second_person_approved():
    into = [(state, verb) for (state, verb), found in MOVES.items() if found.to == "published"]
    assert into == [("draft", "fast"), ("approved", "publish"), ("published", "looked"), ("published", "objected")]
    assert MOVES["draft", "fast"].doer == "leader", "but for the fast path of a red one"
    into = [found.doer for (state, _), found in MOVES.items() if found.to == "approved" and state != "approved"]
    assert into == ["second"]


def test_a_leader_publishes_a_red_one_alone_and_another_approver_looks_at_it_afterwards():
    red, yellow = standing(), replace(standing(), level="yellow")
    assert move(red, "fast", APPROVER, in_(leads=(CITY,))) == "published"
    assert move(red, "fast", DRAFTER, in_(leads=(TOWN,))) == "published"
    assert refused(yellow, "fast", APPROVER, in_(leads=(CITY,))) == "red_only"
    assert refused(red, "fast", APPROVER, in_(CITY)) == "leader_only"
    out = replace(standing("published", APPROVER), look_open=True)
    assert move(out, "looked", OTHER, in_(CITY)) == "published"
    assert refused(out, "looked", APPROVER, in_(CITY)) == "own_fast"
    assert refused(out, "objected", DRAFTER, in_(CITY)) == "own_fast"
    assert refused(out, "looked", OTHER, in_("440118104")) == "no_right"
    assert refused(standing("published", APPROVER), "looked", OTHER, in_(CITY)) == "over", "nobody is asked to look"


def test_who_may_approve_is_a_table_by_level_and_moving_people_is_as_grave_as_orange():
    assert set(APPROVED_BY) == set(LEVELS)
    assert {level for level, right in APPROVED_BY.items() if right == STRICT} == {"orange", "red"}
    assert set(APPROVED_BY.values()) <= set(MAY)
    assert MAY[STRICT] == {"approver", "leader"}
    assert {"red"} == FAST_LEVELS
    assert "officer" not in MAY["draft_alert"] | MAY["approve_mild_alert"] | MAY["publish_fast"]
    assert right_to_approve("notice", asks_to_move(["今晚放水", "低洼处的人马上转移"])) == STRICT
    assert right_to_approve("notice", asks_to_move(["今晚放水，不要下河"])) == "approve_mild_alert"
    assert asks_to_move(["Evacuate now"])


@pytest.mark.parametrize(
    "text", ["随时准备转移", "留意水位和轉移通知", "记住转移路线和安置点", "请做好转移准备", "be ready to evacuate"]
)
def test_to_get_ready_or_to_wait_for_word_is_not_yet_to_go(text):
    assert not asks_to_move([text])
    assert asks_to_move([text, "低洼处的人马上转移"])


def test_the_reviewed_advice_tells_people_to_move_or_not_whatever_the_language():
    moving = {of for of, names in load_advice().items() if asks_to_move([names["zh-Hans"]])}
    assert moving == {of for of, names in load_advice().items() if asks_to_move([names["zh-Hant"]])}
    assert {("rainstorm", "red"), ("rainstorm", "orange"), ("geological", "orange")} <= moving
    assert not moving & {("rainstorm", "yellow"), ("flood", "yellow"), ("flood", "notice"), ("geological", "yellow")}


def test_what_was_to_be_valid_till_six_is_not_published_at_seven():
    five = datetime(2026, 6, 8, 17, tzinfo=UTC)
    review = timedelta(hours=6)
    assert not too_late(five, 3, None, five + timedelta(hours=2), review)
    assert too_late(five, 3, None, five + timedelta(hours=3), review)
    assert too_late(five, None, None, five + review, review)
    assert too_late(five, 24, five + timedelta(hours=1), five + timedelta(hours=1), review), "a stated end counts"
    assert not too_late(five, 3, five + timedelta(hours=9), five + timedelta(hours=8), review)


def test_a_lifting_of_three_towns_ends_the_live_ones_there_and_leaves_the_others():
    live = [
        Live(1, "weather", "rainstorm", "red", (TOWN, "440118104"), (1,)),
        Live(2, "weather", "rainstorm", "yellow", (TOWN,), (2,)),
        Live(3, "weather", "typhoon", "red", (CITY,), (3,)),
        Live(5, "weather", "rainstorm", "red", ("440118106",), (4, 5)),
    ]
    found = touched(live, "weather", "rainstorm", (TOWN, "440118106"), "red")
    assert [each.alert_id for each in found] == [1, 5]
    assert references(found) == (1, 4, 5)
    assert [each.alert_id for each in touched(live, "weather", "rainstorm", (TOWN,), None)] == [1, 2]
    places = zengcheng()
    assert left_over((TOWN, "440118104"), (TOWN, "440118106"), places) == ("440118104",)
    rest = left_over((CITY,), (TOWN, "440118104"), places)
    assert len(rest) == 11
    assert TOWN not in rest
    assert len(left_over((TOWN,), (VILLAGE,), places)) == len(places.children(TOWN)) - 1
    assert left_over((VILLAGE,), (CITY,), places) == ()


def test_a_wrong_level_is_corrected_without_asking_anything_again():
    done = answered(alert_draft.with_text(answered(begun(), "weather", "rainstorm", "red", "台", "t"), "快走"), "6")
    right = alert_draft.relevelled(done, "orange", (CITY,))
    assert (right.level, right.prev_level, right.change, right.step) == ("orange", "red", "downgrade", "preview")
    assert alert_draft.complete(right, (CITY,))
    for level in ("red", "blue", "nonsense"):
        with pytest.raises(Unfit):
            alert_draft.relevelled(done, level, (CITY,))
    with pytest.raises(Unfit):
        alert_draft.relevelled(done, "orange", (TOWN,))


def test_what_a_colour_closes_by_itself_is_open_again_at_another():
    done = AlertDraft(
        step="preview", areas=(CITY,), kind="weather", event="rainstorm", level="red", issuer="增城区气象台",
        issued_at="2026-06-08T08:15:00+08:00", texts={"zh-Hans": "雨很大"}, valid_hours=6, school_closed=True,
    )  # fmt: skip
    assert not alert_draft.relevelled(done, "orange", (CITY,)).school_closed
    assert not alert_draft.take(alert_draft.ask(done, "level"), "orange", (CITY,)).school_closed
    said = replace(done, texts={"zh-Hans": "雨很大，全区停课"})
    assert alert_draft.relevelled(said, "orange", (CITY,)).school_closed


def test_words_of_another_colour_and_an_old_source_are_to_be_looked_at_twice():
    now = datetime(2026, 6, 8, 8, 20, tzinfo=UTC)
    upgraded = "将派潭镇暴雨橙色预警信号升级为暴雨红色预警信号"
    moved = "将全区台风蓝色预警信号升级为黄色"
    for text, level, others in (
        (upgraded, "red", ()), (upgraded, "orange", ("red",)), (moved, "yellow", ()), (moved, "blue", ("yellow",)),
        ("雨还在下", "red", ()), ("解除暴雨红色预警信号", "red", ()), (upgraded, "notice", ()),
        ("暴雨紅色預警信號生效", "yellow", ("red",)), ("红色的桥已封", "orange", ()),
    ):  # fmt: skip
        view = AlertView(
            kind="weather", event="rainstorm", level=level, areas=(CITY,), area_names=(), texts={"zh-Hans": text},
            issued_at=now - timedelta(hours=5),
        )  # fmt: skip
        assert other_colours(view) == others, (text, level)
        assert old_source(view, now) is None
        assert old_source(view, now + timedelta(hours=2)) == timedelta(hours=7)


def test_a_text_that_begins_with_the_mark_of_a_drill_is_one_and_loses_the_mark():
    drill = alert_draft.with_text(answered(begun(), "flood", "notice"), "【演练】水库放水【演练】")
    assert drill.drill
    assert drill.texts["zh-Hans"] == "水库放水"
    assert not alert_draft.with_text(answered(begun(), "flood", "notice"), "水库放水").drill


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


def test_every_issuer_that_is_offered_and_every_town_has_a_name_in_each_language():
    for issuer in {each for known in load_issuers().values() for each in known}:
        assert issuer_name(issuer, "zh-Hans") == issuer
        assert issuer_name(issuer, "en").isascii()
        assert issuer_name(issuer, "zh-Hant")[:2] == issuer[:2].replace("广", "廣")
    assert issuer_name("湾吓村委会", "zh-Hant") == "湾吓村委会", "what is not in the table is shown as it was written"
    towns = [area for area in zengcheng().areas if area.kind in ("city", "town")]
    for area in towns:
        english = place_name((area.name, area.name_hant), "en")
        assert english.endswith(f" {area.name}")
        assert english.removesuffix(f" {area.name}").isascii()
    assert place_name(("湾吓村", "灣吓村"), "en") == "湾吓村"
    assert place_name(("湾吓村", "灣吓村"), "zh-Hant") == "灣吓村"


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


def test_a_notice_is_in_the_name_of_the_office_that_gives_it_and_not_of_the_town_it_goes_to():
    assert office((CITY,), (TOWN,)) == CITY
    assert office((CITY, TOWN), (VILLAGE,)) == TOWN
    assert office((TOWN,), (VILLAGE,)) == TOWN
    assert office((TOWN, "440118104"), (TOWN, "440118104")) == CITY
    assert office((), (VILLAGE,)) == TOWN


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
