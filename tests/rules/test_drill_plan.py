"""A plan in the making: taps and words in any order lead to a plan that can be published, or change nothing."""

from __future__ import annotations

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.drill_plan import SCENARIOS, STEPS, Plan, answered, back, edit, named, toggled, usual
from bot.rules.drill_reading import minutes_from, short_text
from bot.rules.drill_rights import may_lead, planning_areas
from bot.rules.drill_steps import PAGE, STALE, Facts, tapped, typed
from bot.rules.question import Fault
from bot.rules.roles import contains, may
from bot.rules.speaker import HeldPost, Speaker
from tests.rules.area_rows import zengcheng

NOW = datetime(2026, 5, 6, 15, 20, tzinfo=ZoneInfo("Asia/Shanghai"))
CITY, TOWN, VILLAGE, OTHER_TOWN = "440118", "440118105", "440118105230", "440118106"


def facts(*roots: str) -> Facts:
    return Facts(zengcheng(), roots, lambda code: any(contains(root, code) for root in roots), NOW)


def at(step: str, root: str = TOWN) -> Plan:
    """A plan that stands at this question, everything before it answered by taps."""
    taps = [
        ("name", "flood"),
        ("kind", "field"),
        ("area", VILLAGE),
        ("done", ""),
        ("skip", ""),
        ("day", "1"),
        ("hour", "9"),
        ("length", "60"),
    ]
    plan = Plan()
    for act, value in taps:
        if plan.step == step:
            return plan
        result = tapped(plan, act, value, facts(root))
        assert isinstance(result, Plan), (act, result)
        plan = result
    assert plan.step == step
    return plan


def test_eight_taps_make_a_plan() -> None:
    plan = at("summary")
    assert plan.complete
    assert (plan.name, plan.kind, plan.areas, plan.minutes) == ("防汛转移", "field", (VILLAGE,), 60)
    assert plan.starts_at == datetime(2026, 5, 7, 9, 0, tzinfo=NOW.tzinfo)


def test_a_table_top_exercise_says_its_form_by_itself() -> None:
    assert usual(Plan(), "tabletop").step == "where"
    assert {scenario for scenario in SCENARIOS if usual(Plan(), scenario).step == "where"} == {"tabletop"}


def test_back_goes_through_every_question_to_the_first() -> None:
    plan, seen = at("summary"), []
    for _ in range(len(STEPS) + 2):
        plan = back(plan)
        seen.append(plan.step)
    assert seen == [*reversed(STEPS), "name", "name"]
    assert plan.complete  # nothing was forgotten on the way


def test_an_edit_comes_back_to_the_summary_answered_or_not() -> None:
    for step in STEPS:
        assert back(edit(at("summary"), step)).step == "summary"
    assert typed(edit(at("summary"), "length"), "90", facts(TOWN)) == answered(at("summary"), minutes=90)


def test_a_town_swallows_its_villages_and_a_village_takes_the_place_of_its_town() -> None:
    plan = toggled(toggled(Plan(), VILLAGE), OTHER_TOWN)
    assert toggled(plan, TOWN).areas == (OTHER_TOWN, TOWN)
    assert toggled(toggled(plan, TOWN), VILLAGE).areas == (OTHER_TOWN, VILLAGE)
    assert toggled(plan, CITY).areas == (CITY,)
    assert toggled(plan, VILLAGE).areas == (OTHER_TOWN,)


def test_the_menu_is_the_villages_of_a_town_the_towns_of_a_city_or_the_planners_own_areas() -> None:
    assert {area.parent for area in facts(TOWN).menu} == {TOWN}
    assert {area.kind for area in facts(CITY).menu} == {"town"}
    assert [area.code for area in facts(TOWN, OTHER_TOWN).menu] == [TOWN, OTHER_TOWN]
    assert facts(TOWN, OTHER_TOWN).whole is None
    assert [area.code for area in facts(VILLAGE).menu] == [VILLAGE]


@pytest.mark.parametrize(
    ("act", "value"),
    [("area", OTHER_TOWN), ("area", CITY), ("area", "x"), ("take", "0"), ("hour", "9"), ("length", "60"),
     ("page", "-1"), ("name", "flood"), ("edit", "name"), ("publish", "")],
)  # fmt: skip
def test_a_forged_tap_changes_nothing(act: str, value: str) -> None:
    assert tapped(at("where"), act, value, facts(TOWN)) == STALE


def test_a_page_beyond_the_last_is_the_last() -> None:
    turned = tapped(at("where"), "page", "999", facts(TOWN))
    assert isinstance(turned, Plan)
    assert turned.page == (len(facts(TOWN).menu) - 1) // PAGE


def test_without_an_area_it_does_not_go_on() -> None:
    plan = answered(named(Plan(), "x"), kind="field")
    assert tapped(plan, "done", "", facts(TOWN)) == Fault("drill-fault-choose-area")
    assert typed(plan, "完成", facts(TOWN)) == Fault("drill-fault-choose-area")


def test_names_are_read_as_people_write_them() -> None:
    def areas(text: str, root: str = CITY) -> tuple[str, ...] | str:
        result = typed(answered(named(Plan(), "x"), kind="field"), text, facts(root))
        return result.key if isinstance(result, Fault) else result.areas or result.offered

    assert areas("高滩村、榕树吓村") == (VILLAGE, "440118105232")
    assert areas("派潭镇高滩村") == (VILLAGE,)
    assert areas("高灘村") == (VILLAGE,)
    assert areas("全镇", TOWN) == (TOWN,)
    assert areas("全区") == (CITY,)
    assert len(areas("莲塘村")) == 2
    assert areas("不存在的地方xyz") == "drill-fault-no-area"
    assert areas("正果镇", TOWN) == "drill-fault-outside"


@pytest.mark.parametrize(
    ("typed_words", "minutes"),
    [("90", 90), ("90分钟", 90), ("2小时", 120), ("两个小时", 120), ("一个半小时", 90), ("1.5小时", 90),
     ("2小时30分", 150), ("半天", 240), ("半个小时", 30), ("兩個鐘", 120), ("三个钟头", 180), ("一天", 480),
     ("2 h", 120), ("90 min", 90), ("九十分钟", 90)],
)  # fmt: skip
def test_lengths_as_people_write_them(typed_words: str, minutes: int) -> None:
    assert minutes_from(typed_words) == minutes


@pytest.mark.parametrize("typed_words", ["", "很久", "0", "1分钟", "100小时", "-5", "2到3小时", "9" * 40, "٩٠x"])
def test_lengths_that_are_asked_again(typed_words: str) -> None:
    assert isinstance(minutes_from(typed_words), Fault)


def test_a_name_is_one_line_without_marks_that_nobody_sees() -> None:
    assert short_text(" \u202e防汛\u200b\n转移\u2067 ") == "防汛 转移"
    assert short_text("\u202e\u200b") == Fault("drill-fault-empty")
    assert isinstance(short_text("长" * 101), Fault)


DEEDS = ["name", "kind", "area", "done", "skip", "day", "hour", "length", "page", "back", "change", "edit", "take"]
ACTS = st.tuples(
    st.sampled_from(DEEDS),
    st.sampled_from(["flood", "tabletop", "field", VILLAGE, TOWN, OTHER_TOWN, "", "0", "1", "7", "9", "60", *STEPS]),
)  # fmt: skip


@given(st.lists(st.one_of(ACTS, st.text(max_size=12)), max_size=40))
def test_any_taps_and_words_keep_the_plan_sound(moves: list[tuple[str, str] | str]) -> None:
    """It is read back as it was stored, stands at a known step, holds only allowed areas, is never in the past."""
    plan, known = Plan(), facts(TOWN)
    for move in moves:
        result = typed(plan, move, known) if isinstance(move, str) else tapped(plan, *move, known)
        if isinstance(result, Fault):
            continue
        plan = result
        assert Plan.from_json(json.loads(json.dumps(plan.to_json()))) == plan
        assert plan.step in (*STEPS, "summary", "change")
        assert all(known.allowed(code) for code in (*plan.areas, *plan.offered))
        assert plan.starts_at is None or plan.starts_at > NOW
        assert plan.step not in ("summary", "change") or plan.complete


def person(*posts: tuple[str, str], admin: bool = False, number: int = 1) -> Speaker:
    held = tuple(HeldPost(role, area, area) for role, area in posts)
    return Speaker(100 + number, "某人", "zh-Hans", 100, True, number, posts=held, admin=admin)


def test_a_planner_is_offered_the_groups_area_the_own_ones_or_the_city() -> None:
    places = zengcheng()
    assert planning_areas(person(), TOWN, places) == (TOWN,)
    assert planning_areas(person(admin=True), None, places) == (CITY,)
    assert planning_areas(person(("duty", TOWN), ("officer", VILLAGE)), None, places) == (TOWN,)
    assert planning_areas(person(("officer", VILLAGE)), None, places) == ()


def test_a_drill_is_led_by_its_organiser_or_whoever_is_on_duty_in_all_of_its_areas() -> None:
    organiser, member = person(number=1), person(number=2)
    assert may_lead(organiser, 1, [VILLAGE], TOWN)
    assert not may_lead(organiser, 1, [VILLAGE], OTHER_TOWN)  # the group was bound elsewhere since
    assert not may_lead(member, 1, [VILLAGE], TOWN)
    assert may_lead(person(("duty", CITY), number=3), 1, [VILLAGE, OTHER_TOWN], None)
    assert not may_lead(person(("duty", TOWN), number=3), 1, [VILLAGE, OTHER_TOWN], None)
    assert not may(person(("officer", VILLAGE)), "plan_drill", VILLAGE)
