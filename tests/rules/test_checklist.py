"""处置清单: which steps a case has, which are overdue, what a tap does, and the table itself."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.report_types import DataFault, load_categories, load_checklists
from bot.report_types.toml_table import LANGUAGES
from bot.rules.checklist import (
    Facts,
    Kept,
    When,
    added,
    due_steps,
    holds,
    kept_as_json,
    kept_from_json,
    known_done,
    next_nudge,
    open_figures,
    plan_as_json,
    plan_for,
    plan_from_json,
    tapped,
)

NOW = datetime(2026, 6, 9, 18, 0, tzinfo=UTC)
PLANS, CATEGORIES = load_checklists(), load_categories()


def steps_of(category, priority="P2", grade=None, **answers):
    plan = plan_for(PLANS, CATEGORIES[category])
    return [step.key for step in due_steps(plan.steps, Facts(answers, priority, grade))]


def exactly(count):
    return {"min": count, "max": count, "exact": True}


def test_every_category_has_a_list_with_steps_that_have_minutes_and_words():
    for category in CATEGORIES.values():
        plan = plan_for(PLANS, category)
        assert 4 <= len(plan.steps) <= 20, category.slug
        assert any(step.minutes for step in plan.steps), category.slug
        assert 2 <= len(steps_of(category.slug)) <= 12, category.slug
        for names in [plan.names, *(step.names for step in plan.steps)]:
            assert set(names) == set(LANGUAGES)
            assert all(len(names[tag]) <= 24 for tag in ("zh-Hans", "zh-Hant")), names


@pytest.mark.parametrize(
    ("category", "plan"),
    [
        ("fire_building", "fire"), ("forest_fire", "wildfire"), ("waterlogging", "flood"), ("geo_landslide", "geology"),
        ("traffic", "traffic"), ("gas_leak", "hazmat"), ("drowning", "drowning"), ("food_poisoning", "food"),
        ("infectious", "epidemic"), ("building_collapse", "collapse"), ("utility_outage", "outage"),
        ("mass_dispute", "social"), ("earthquake", "any"), ("other", "any"),
    ],
)  # fmt: skip
def test_the_list_is_the_categorys_else_the_classs_else_the_one_for_all(category, plan):
    assert plan_for(PLANS, CATEGORIES[category]).slug == plan


def test_a_figure_brings_a_step_and_what_is_not_known_brings_none():
    assert "rescue_trapped" not in steps_of("rainstorm_flood")
    assert "rescue_trapped" not in steps_of("rainstorm_flood", trapped={"unknown": True})
    assert "rescue_trapped" not in steps_of("rainstorm_flood", trapped=exactly(0))
    assert "rescue_trapped" in steps_of("rainstorm_flood", trapped={"min": 2, "max": 3, "exact": False})
    assert "rescue_trapped" in steps_of("rainstorm_flood", harm="yes")
    assert "rescue_trapped" not in steps_of("rainstorm_flood", harm="unknown")


def test_what_nobody_knows_is_named_as_open():
    plan = plan_for(PLANS, CATEGORIES["building_collapse"])

    def waits(**answers):
        facts = Facts(answers, "P1")
        return open_figures(plan.steps, added((), plan.steps, facts, "start", NOW, NOW), facts)

    assert "trapped" in waits(trapped={"unknown": True})
    assert "trapped" in waits()
    assert waits(harm="none") == ()
    assert "trapped" not in waits(trapped=exactly(1))


@pytest.mark.parametrize("said", ["屋里有煤气瓶", "屋裏有煤氣樽，石油氣", "a gas bottle in the kitchen"])
def test_words_bring_a_step_in_either_script_and_in_english(said):
    assert "gas_bottles" in steps_of("fire_building", what_happened=said)
    assert "gas_bottles" not in steps_of("fire_building", what_happened="烧了一间空屋")


def test_rising_water_school_and_grade_bring_theirs():
    assert "rising" in steps_of("waterlogging", what_happened="水还在涨")
    assert "tell_school" in steps_of("food_poisoning", _traits=["school"])
    assert "leader_on_site" not in steps_of("traffic", grade="IV")
    assert "leader_on_site" in steps_of("traffic", grade="II")
    assert "commander" in steps_of("traffic", priority="P0")
    assert "commander" not in steps_of("traffic", priority="P3")
    assert "settle_moved" not in steps_of("typhoon", households=exactly(2))
    assert "settle_moved" in steps_of("typhoon", households=exactly(3))


def test_all_that_a_row_names_must_hold():
    row = When(counts=("dead",), at_least=3, priorities=("P0",))
    assert not holds(row, Facts({"dead": exactly(2)}, "P0"))
    assert not holds(row, Facts({"dead": exactly(3)}, "P1"))
    assert holds(row, Facts({"dead": exactly(3)}, "P0"))


def test_steps_join_and_nothing_that_is_there_is_lost_or_renumbered():
    plan = plan_for(PLANS, CATEGORIES["geo_landslide"])
    first = added((), plan.steps, Facts({}, "P2"), "start", NOW, NOW)
    ticked = (tapped(first[0], "tick", "陈建国", NOW), *first[1:])
    later = NOW + timedelta(minutes=40)
    more = added(ticked, plan.steps, Facts({"trapped": exactly(2)}, "P0"), "figures", later, later)
    assert [step.number for step in (*ticked, *more)] == list(range(1, len(ticked) + len(more) + 1))
    assert "rescue_trapped" in [step.key for step in more]
    assert all(step.due_at is None or step.due_at > later for step in more)
    assert added((*ticked, *more), plan.steps, Facts({}, "P2"), "figures", later, later) == ()
    assert more[0].is_new(later)
    assert not more[0].is_new(later + timedelta(minutes=31))
    assert not first[0].is_new(NOW)


def test_a_snapshot_comes_back_as_it_was():
    for plan in PLANS.values():
        assert plan_from_json(plan_as_json(plan.steps)) == plan.steps
    kept = added((), PLANS["fire"].steps, Facts({"harm": "yes"}, "P0"), "start", NOW, NOW)
    kept = (tapped(kept[0], "na", "周敏", NOW, "已到场"), *kept[1:])
    assert kept_from_json(kept_as_json(kept)) == kept


STEP = Kept(1, "cordon", {"zh-Hans": "拉警戒线"}, "village", NOW, due_at=NOW + timedelta(minutes=20))


def test_a_step_is_overdue_only_while_it_is_open():
    later = NOW + timedelta(minutes=21)
    assert not STEP.overdue(NOW)
    assert STEP.overdue(later)
    assert not tapped(STEP, "tick", "陈建国", later).overdue(later)
    assert not replace(STEP, due_at=None).overdue(later)


def test_of_two_taps_the_second_changes_nothing():
    done = tapped(STEP, "tick", "陈建国", NOW)
    assert (done.state, done.by, done.at) == ("done", "陈建国", NOW)
    assert tapped(done, "tick", "周敏", NOW) is None
    assert tapped(done, "na", "周敏", NOW, "不用") is None
    assert tapped(STEP, "undo", "周敏", NOW) is None
    assert tapped(done, "undo", "周敏", NOW) == STEP
    assert tapped(STEP, "na", "周敏", NOW) is None  # not without a reason
    assert tapped(STEP, "burn", "周敏", NOW) is None


def test_what_the_system_knows_is_ticked_by_nobody_unless_somebody_took_it_back():
    done_by = {"cordon": ("commander", "referral:water")}
    assert known_done([STEP], done_by, {"referral:police"}, NOW) == (STEP,)
    (ticked,) = known_done([STEP], done_by, {"referral:water"}, NOW)
    assert (ticked.state, ticked.by, ticked.at) == ("done", None, NOW)
    assert tapped(ticked, "tick", "周敏", NOW) is None
    opened = tapped(ticked, "undo", "周敏", NOW)
    assert opened.state == "open"
    assert known_done([opened], done_by, {"commander"}, NOW) == (opened,)
    by_name = tapped(STEP, "tick", "陈建国", NOW)
    assert known_done([tapped(by_name, "undo", "周敏", NOW)], done_by, {"commander"}, NOW)[0].state == "done"
    assert steps_with("done_by") >= {"commander", "geologist", "lead_office"}


def steps_with(field):
    return {step.key for plan in PLANS.values() for step in plan.steps if getattr(step, field)}


def test_the_group_is_told_once_of_a_step_and_of_several_together():
    other = replace(STEP, number=2, due_at=NOW + timedelta(minutes=22))
    assert next_nudge([STEP, other], None) == STEP.due_at
    told = replace(STEP, nudged=True)
    assert next_nudge([told, other], STEP.due_at) == STEP.due_at + timedelta(minutes=5)
    assert next_nudge([told, replace(other, state="done")], STEP.due_at) is None
    assert next_nudge([replace(STEP, due_at=None)], None) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[x]\nnames = {zh-Hans="一",zh-Hant="一",en="x"}', "for what the list is"),
        ('[x]\nnames = {zh-Hans="一",zh-Hant="一"}', "must have words"),
        ('[x]\nnames = {zh-Hans="一",zh-Hant="一",en="x"}\ncategories=["fire"]', "must be among"),
        (
            '[any]\nnames = {zh-Hans="一",zh-Hant="一",en="x"}\n'
            '[[any.step]]\nkey="a"\nrole="nobody"\nnames={zh-Hans="一",zh-Hant="一",en="x"}',
            "role must be among",
        ),
        (
            '[any]\nnames = {zh-Hans="一",zh-Hant="一",en="x"}\n'
            '[[any.step]]\nkey="a"\nrole="town"\nwhen=[{}]\nnames={zh-Hans="一",zh-Hant="一",en="x"}',
            "asks for nothing",
        ),
    ],
)
def test_a_table_that_cannot_be_used_says_where(tmp_path: Path, text, why):
    file = tmp_path / "own.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(DataFault, match=why):
        load_checklists(file)
