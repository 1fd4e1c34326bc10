"""On-scene command: the table of states, whoever was typed, who may name and hand over, what a post lets one see."""

import pytest

from bot.rules.command import ROLES, RUNNING, TABLE, after, is_commanded, still_in_post, typed_person
from bot.rules.progress import PROGRESS
from bot.rules.roles import may
from bot.rules.speaker import HeldPost, Speaker
from bot.rules.timeline import VERBS

VILLAGE, TOWN, CITY, ELSEWHERE = "440118105230", "440118105", "440118", "440118104"
DONE = sorted({verb for verbs in TABLE.values() for verb in verbs})


def somebody(role: str, area: str) -> Speaker:
    return Speaker(1, "某", "zh-Hans", 1, True, person_id=1, posts=(HeldPost(role, area, "某地"),))


def test_what_is_possible_is_the_table_read_aloud() -> None:
    assert RUNNING == ("named", "standing")
    assert {(state, verb): after(state, verb) for state in TABLE for verb in DONE if after(state, verb)} == {
        ("named", "accept"): "standing",
        ("named", "told"): "standing",
        ("named", "refuse"): "refused",
        ("named", "remind"): "named",
        ("named", "withdraw"): "withdrawn",
        ("named", "end"): "ended",
        ("standing", "arrive"): "standing",
        ("standing", "report"): "standing",
        ("standing", "support"): "standing",
        ("standing", "hand_over"): "handed_over",
        ("standing", "end"): "ended",
    }


def test_every_state_that_a_verb_leads_to_is_in_the_table() -> None:
    assert {state for verbs in TABLE.values() for state in verbs.values()} <= set(TABLE)
    assert after("no such state", "accept") is None


@pytest.mark.parametrize("state", ["refused", "withdrawn", "handed_over", "ended"])
@pytest.mark.parametrize("verb", DONE)
def test_what_is_over_takes_nothing_any_more(state: str, verb: str) -> None:
    assert after(state, verb) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("张伟 13800000001", ("张伟", "+8613800000001")),
        ("张伟，138 0000 0001", ("张伟", "+8613800000001")),
        ("張偉 電話：+852 9123 4567", ("張偉", "+85291234567")),
        ("电话 020-82820000 消防中队 李队长", ("消防中队 李队长", "02082820000")),
        ("Zhang Wei +86 138-0000-0001", ("Zhang Wei", "+8613800000001")),
        ("张伟", None),
        ("13800000001", None),
        ("二号挖机 3 台", None),
        ("长" * 41 + " 13800000001", None),
        ("", None),
    ],
)
def test_a_name_and_a_number_are_both_needed(text: str, found: tuple[str, str] | None) -> None:
    assert typed_person(text) == found


@pytest.mark.parametrize("role", ["officer", "head", "duty", "leader", "approver", "admin", "department"])
@pytest.mark.parametrize(("area", "above"), [(VILLAGE, True), (TOWN, True), (CITY, True), (ELSEWHERE, False)])
def test_who_names_a_commander_and_who_hands_over_for_one(role: str, area: str, above: bool) -> None:
    who = somebody(role, area)
    assert may(who, "name_commander", VILLAGE) == (above and role in ("duty", "leader", "admin"))
    assert may(who, "hand_over_command", VILLAGE) == (above and role in ("leader", "admin"))


def test_being_in_the_duty_group_is_not_enough() -> None:
    who = Speaker(1, "某", "zh-Hans", -1, False)
    assert not may(who, "name_commander", VILLAGE, TOWN)
    assert not may(who, "hand_over_command", VILLAGE, TOWN)


@pytest.mark.parametrize("role", [*ROLES, "approver", "admin"])
@pytest.mark.parametrize(("area", "above"), [(VILLAGE, True), (TOWN, True), (CITY, True), (ELSEWHERE, False)])
def test_a_post_in_the_area_or_above_lets_one_command(role: str, area: str, above: bool) -> None:
    assert still_in_post(somebody(role, area).posts, VILLAGE) == (above and role in ROLES)


@pytest.mark.parametrize("verb", ["command_accepted", "command_told", "arrived", "scene_update", "support_asked"])
def test_what_a_commander_does_is_progress_and_naming_one_is_not(verb: str) -> None:
    assert verb in PROGRESS
    assert "command_named" not in PROGRESS


def test_updates_and_notes_are_the_duty_rooms_own() -> None:
    told = {verb for verb, reader in VERBS.items() if reader == "all"}
    assert {"command_accepted", "command_taken_over", "command_told", "command_ended", "arrived"} <= told
    assert not {"scene_update", "support_asked", "command_note", "command_refused", "command_silent"} & told


def test_without_a_post_nobody_commands() -> None:
    assert not still_in_post((), VILLAGE)


@pytest.mark.parametrize(
    ("kind", "priority", "commanded"),
    [
        ("incident", "P0", True), ("incident", "P3", True), ("hazard", "P0", True), ("hazard", "P1", True),
        ("hazard", "P2", False), ("hazard", "P3", False), ("sign", "P0", False), ("unread", "P0", False),
    ],
)  # fmt: skip
def test_incidents_are_commanded_and_hazards_that_are_about_to_happen(
    kind: str, priority: str, commanded: bool
) -> None:
    assert is_commanded(kind, priority) == commanded
