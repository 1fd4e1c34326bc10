"""Who may do what to a case: role × verb × tier × area, as a table to be read aloud, and as the guide tells it."""

from __future__ import annotations

import pytest

from bot.rules.roles import CASE_VERBS, MAY, ROLES, TIERS, may, of_function
from bot.rules.speaker import HeldPost, Speaker
from tests.house.source import ROOT

VILLAGE, TOWN, CITY = "440118105230", "440118105", "440118"
OTHER_VILLAGE, OTHER_TOWN, OTHER_CITY = "440118105231", "440118104", "440117"

# who → (role, area of the post, tier of the group they speak in, its function); a case of 高滩村 in 派潭镇
WHO: dict[str, tuple[str | None, str]] = {
    "member": (None, TOWN), "office": (None, TOWN), "officer": ("officer", VILLAGE), "head": ("head", VILLAGE),
    "duty.t": ("duty", TOWN), "duty.c": ("duty", CITY), "leader.t": ("leader", TOWN), "leader.c": ("leader", CITY),
    "approver": ("approver", CITY), "depart": ("department", TOWN), "admin": ("admin", CITY),
    "expert": ("expert", TOWN),
}  # fmt: skip

TABLE = """
verb                 member office officer head duty.t duty.c leader.t leader.c approver depart admin expert
acknowledge          yes    yes    .       .    yes    yes    yes      yes      .        yes    yes   .
ask                  yes    yes    .       .    yes    yes    yes      yes      .        yes    yes   .
assign               .      .      .       .    yes    yes    yes      yes      .        .      yes   .
refer                yes    .      .       .    yes    yes    yes      yes      .        .      yes   .
accept_referral      .      yes    .       .    .      .      .        .        .        yes    .     .
raise_priority       yes    .      .       .    yes    yes    yes      yes      .        .      yes   .
lower_priority       .      .      .       .    yes    yes    yes      yes      .        .      .     .
lower_p0             .      .      .       .    .      yes    yes      yes      .        .      .     .
lower_below_figures  .      .      .       .    .      .      yes      yes      .        .      .     .
merge                yes    .      .       .    yes    yes    yes      yes      .        .      yes   .
false_alarm          .      .      .       .    yes    yes    yes      yes      .        .      .     .
close                .      .      .       .    yes    yes    yes      yes      .        .      .     .
note                 yes    yes    .       .    yes    yes    yes      yes      .        .      yes   .
name_commander       .      .      .       .    yes    yes    yes      yes      .        .      yes   .
hand_over_command    .      .      .       .    .      .      yes      yes      .        .      yes   .
tick                 yes    yes    .       .    yes    yes    yes      yes      .        yes    yes   .
consult              .      .      .       .    yes    yes    yes      yes      .        .      yes   .
mark_phoned          yes    .      .       .    yes    yes    yes      yes      .        .      yes   .
mark_controlled      .      .      .       .    yes    yes    yes      yes      .        .      yes   .
confirm_grade        .      .      .       .    yes    yes    yes      yes      .        .      .     .
give_reason          yes    .      .       .    yes    yes    yes      yes      .        .      yes   .
make_text            yes    .      .       .    yes    yes    yes      yes      .        .      yes   .
add_version          .      .      .       .    yes    yes    yes      yes      .        .      yes   .
triage               yes    .      .       .    yes    yes    yes      yes      .        .      yes   .
give_intervention    yes    .      .       .    yes    yes    yes      yes      .        .      yes   .
take_intervention    yes    yes    .       .    yes    yes    yes      yes      .        yes    yes   .
see_cases            yes    yes    .       .    yes    yes    yes      yes      .        .      yes   .
see_names            .      .      .       .    yes    yes    yes      yes      .        yes    .     .
export_case          .      .      .       .    yes    yes    yes      yes      .        .      yes   .
write_review         .      .      .       .    yes    yes    yes      yes      .        .      yes   .
read_log             .      .      .       .    .      .      yes      yes      .        .      yes   .
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]
CELLS = [(row[0], who, cell == "yes") for row in ROWS[1:] for who, cell in zip(ROWS[0][1:], row[1:], strict=True)]


def speaker(role: str | None, area: str) -> Speaker:
    posts = (HeldPost(role, area, area),) if role else ()
    return Speaker(1, "某人", "zh-Hans", 1, role is not None, posts=posts)


def allowed(who: str, verb: str, case: str, area: str) -> bool:
    """Whether they may do it to a case there, with their post, or their group, in `area`."""
    role = WHO[who][0]
    if role is not None:
        return may(speaker(role, area), verb, case)
    return may(speaker(None, area), verb, case, area, "water" if who == "office" else None)


def test_the_table_knows_every_verb_of_a_case_and_every_role() -> None:
    assert tuple(row[0] for row in ROWS[1:]) == CASE_VERBS
    assert {role for role, _ in WHO.values() if role} == set(ROLES)
    words = {token.partition("@")[0] for tokens in MAY.values() for token in tokens}
    assert words <= {*ROLES, "member", "office"}
    assert {token.partition("@")[2] for tokens in MAY.values() for token in tokens} <= {"", *TIERS.values()}


@pytest.mark.parametrize(("verb", "who", "expected"), CELLS, ids=[f"{verb}-{who}" for verb, who, _ in CELLS])
def test_each_may_do_so_much_in_their_own_area(verb: str, who: str, expected: bool) -> None:
    assert allowed(who, verb, VILLAGE, WHO[who][1]) is expected


@pytest.mark.parametrize("who", WHO)
def test_nobody_may_anything_beside_or_above_their_area(who: str) -> None:
    area = WHO[who][1]
    beside = {12: OTHER_VILLAGE, 9: f"{OTHER_TOWN}200", 6: f"{OTHER_CITY}105230"}[len(area)]
    above = area[: {12: 9, 9: 6, 6: 4}[len(area)]]
    found = [(verb, case) for verb in MAY for case in (beside, above) if allowed(who, verb, case, area)]
    assert found == []


def test_a_stranger_may_nothing_and_an_administrator_of_the_bot_what_its_row_says() -> None:
    stranger = speaker(None, TOWN)
    assert [verb for verb in MAY if may(stranger, verb, VILLAGE)] == []
    named = Speaker(1, "管理员", "zh-Hans", 1, True, admin=True)
    assert [verb for verb in CASE_VERBS if may(named, verb, VILLAGE)] == [
        verb for verb in CASE_VERBS if "admin" in MAY[verb]
    ]


def test_a_department_answers_for_its_own_function() -> None:
    person = Speaker(1, "林水务", "zh-Hans", 1, True, posts=(HeldPost("department", TOWN, "派潭镇", function="water"),))
    assert may(of_function(person, {"water"}), "accept_referral", VILLAGE)
    assert not may(of_function(person, {"forestry"}), "accept_referral", VILLAGE)


# column of the guide → the word of the table in the code
COLUMNS = {
    "值班群里任何人": ("member", TOWN), "部门群里任何人": ("office", TOWN), "部门的人": ("department", TOWN),
    "镇街值班员": ("duty", TOWN), "区值班员": ("duty", CITY), "带班领导": ("leader", TOWN), "管理员": ("admin", CITY),
}  # fmt: skip


def test_the_guide_for_administrators_tells_the_same_table() -> None:
    text = (ROOT / "docs" / "guide-administrators.md").read_text("utf-8")
    lines = text.split("<!-- rights:begin -->\n")[1].split("<!-- rights:end -->")[0].strip().splitlines()
    head, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in [lines[0], *lines[2:]])
    assert head[2:] == list(COLUMNS)
    told = {row[1].strip("`"): [cell == "✔" for cell in row[2:]] for row in rows}
    assert list(told) == list(CASE_VERBS)
    for verb, cells in told.items():
        assert cells == [_has(verb, *column) for column in COLUMNS.values()], verb


def _has(verb: str, word: str, area: str) -> bool:
    return word in MAY[verb] or f"{word}@{TIERS[len(area)]}" in MAY[verb]
