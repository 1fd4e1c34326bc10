"""Policies of an administrator: read from a text, chosen for a case, and a preview that equals what then happens."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.actions.ladders_kept import ladder_from_json, ladder_to_json
from bot.rules.escalation import Ladder, Step, due
from bot.rules.policy import Policy, Scope, chosen, example, preview, within
from bot.rules.policy_reading import Draft, Fault, Names, read

NIGHT = datetime(2026, 11, 23, 2, 17, tzinfo=UTC)
TOWN, VILLAGE = "440118105", "440118105230"
NAMES = Names({"派潭镇": TOWN}.get, {"火灾": "fire_building"}.get, {"水务": "water"}.get)
WHOM = st.sampled_from(("town_duty", "district_duty", "leader", "on_duty", "deputy", "function:water", "post:A"))
TEXT = """P0 派潭镇 火灾 22:00-06:00
0 镇群 区群
3分 镇群 水务 静音
3 领导 @梁国栋
重复 5 镇群 A岗
进展 20
停止 转办"""


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    def step(first: bool) -> Step:
        wait = 0 if first else draw(st.integers(1, 30))
        return Step(timedelta(minutes=wait), tuple(draw(st.lists(WHOM, min_size=1, max_size=4))), draw(st.booleans()))

    count = draw(st.integers(1, 6))
    repeat = step(first=False) if draw(st.booleans()) else None
    return Ladder("P0", tuple(step(first=number == 0) for number in range(count)), repeat)


@settings(deadline=None)
@given(ladders(), st.integers(0, 4), st.floats(5, 30))
def test_the_preview_is_what_then_happens(ladder: Ladder, repeats: int, tick_seconds: float) -> None:
    """Ticks every so often, however irregular: each call of the preview comes at the first tick at or after it."""
    told = preview(ladder, NIGHT, repeats)
    happened: list[tuple[datetime, tuple[str, ...], bool]] = []
    done, next_at, now = 0, None, NIGHT
    while len(happened) < len(told) and now <= told[-1].at + timedelta(seconds=tick_seconds):
        advance = due(ladder, NIGHT, done, next_at, now)
        if advance.steps:
            happened.append((now, advance.recipients, advance.silent))
        done, next_at, now = advance.steps_done, advance.next_step_at, now + timedelta(seconds=tick_seconds)
    assert [(whom, silent) for _, whom, silent in happened] == [(call.whom, call.silent) for call in told]
    for (at, _, _), call in zip(happened, told, strict=True):
        assert timedelta(0) <= at - call.at <= timedelta(seconds=tick_seconds)
    if ladder.repeat is None:
        assert len(preview(ladder, NIGHT, 99)) == len(ladder.steps)


@given(ladders())
def test_the_snapshot_of_a_climb_is_the_ladder_it_began_with(ladder: Ladder) -> None:
    assert ladder_from_json(ladder_to_json(ladder)) == ladder


def test_a_text_becomes_a_policy() -> None:
    draft = read(TEXT, NAMES)
    assert isinstance(draft, Draft)
    assert draft.scope == Scope("P0", TOWN, ("fire_building",), (time(22), time(6)))
    first, second, third = draft.ladder.steps
    assert first.whom == ("town_duty", "district_duty")
    assert (second.wait, second.whom, second.silent) == (timedelta(minutes=3), ("town_duty", "function:water"), True)
    assert third.whom == ("leader", "person:梁国栋")
    assert draft.ladder.repeat == Step(timedelta(minutes=5), ("town_duty", "post:A"))
    assert draft.ladder.progress_within == timedelta(minutes=20)
    assert (draft.ladder.stops("acknowledged"), draft.ladder.stops("referred"), draft.ladder.stops("closed")) == (
        False, True, True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault("policy-fault-level")),
        ("派潭镇\n0 镇群", Fault("policy-fault-level")),
        ("P1 月球\n0 镇群", Fault("policy-fault-word", "月球")),
        ("P1", Fault("policy-fault-steps")),
        ("P0\n0 镇群", Fault("policy-fault-repeat")),
        ("P1\n3 镇群", Fault("policy-fault-first")),
        ("P1\n0 镇群\n0 领导", Fault("policy-fault-minutes", "0")),
        ("P1\n0 镇群\n1441 领导", Fault("policy-fault-minutes", "1441")),
        ("P1\n0", Fault("policy-fault-whom", "0")),
        ("P1\n0 静音", Fault("policy-fault-whom", "0 静音")),
        ("P1\n0 镇群\n停止 睡觉", Fault("policy-fault-stop", "睡觉")),
        ("P1 22:00-22:00\n0 镇群", Fault("policy-fault-hours")),
    ],
)
def test_what_cannot_be_a_policy_is_named(text: str, fault: Fault) -> None:
    assert read(text, NAMES) == fault


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert isinstance(read(text, NAMES), (Draft, Fault))


def test_the_most_particular_policy_holds_and_of_two_alike_the_newer() -> None:
    ladder = Ladder("P0", (Step(timedelta(0), ("town_duty",)),))
    at_night = (time(22), time(6))
    scopes = [Scope("P0"), Scope("P0", None, (), at_night), Scope("P0", TOWN), Scope("P0", TOWN), Scope("P1", TOWN),
              Scope("P0", TOWN, ("fire_building",))]  # fmt: skip
    there = [Policy(number, 1, scope, ladder) for number, scope in enumerate(scopes)]

    def who(level: str, area: str, category: str, at: time) -> int | None:
        found = chosen(there, level, area, category, at)
        return found.id if found else None

    assert who("P0", VILLAGE, "fire_building", time(2)) == 5
    assert who("P0", VILLAGE, "geo_landslide", time(2)) == 3
    assert who("P0", "440118001001", "geo_landslide", time(2)) == 1
    assert who("P0", "440118001001", "geo_landslide", time(12)) == 0
    assert who("P2", VILLAGE, "fire_building", time(2)) is None


def test_hours_go_past_midnight_and_the_preview_begins_within_them() -> None:
    assert [within((time(22), time(6)), time(hour)) for hour in (21, 22, 2, 6)] == [False, True, True, False]
    assert example(Scope("P0", hours=(time(8), time(18))), NIGHT) == NIGHT.replace(hour=8, minute=0)
    assert example(Scope("P0"), NIGHT) == NIGHT
