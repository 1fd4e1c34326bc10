"""Who may do what: role × verb × tier × area, checked at every tap.

Roles: officer and head (of a village), duty (of a town or the city), leader, approver, admin, department (called for a
function: 水务, 林业 …), expert (answers a 会商, no more); `member` is anybody who speaks in a bound duty group,
`office` in a department's own group. `duty@city` is the role in that tier alone. Nobody else may anything; a post holds
in its area and in what lies in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from bot.rules.speaker import HeldPost, Speaker

ROLES = ("officer", "head", "duty", "leader", "approver", "admin", "department", "expert")
TIERS = {6: "city", 9: "town", 12: "village"}
"""By the digits of an area's code."""

# Any member of a bound group may 接报 and 追问 by name; 误报 takes an enrolled duty role.
MAY: dict[str, frozenset[str]] = {
    "report": frozenset({"officer"}),
    "acknowledge": frozenset({"member", "office", "duty", "leader", "admin", "department"}),
    "ask": frozenset({"member", "office", "duty", "leader", "admin", "department"}),
    "assign": frozenset({"duty", "leader", "admin"}),
    "refer": frozenset({"member", "duty", "leader", "admin"}),
    "accept_referral": frozenset({"office", "department"}),
    "raise_priority": frozenset({"member", "duty", "leader", "admin"}),
    "lower_priority": frozenset({"duty", "leader"}),
    "lower_p0": frozenset({"duty@city", "leader"}),
    "lower_below_figures": frozenset({"leader"}),
    "false_alarm": frozenset({"duty", "leader"}),
    "mark_phoned": frozenset({"member", "duty", "leader", "admin"}),
    "give_reason": frozenset({"member", "duty", "leader", "admin"}),
    "make_text": frozenset({"member", "duty", "leader", "admin"}),
    "mark_controlled": frozenset({"duty", "leader", "admin"}),
    "confirm_grade": frozenset({"duty", "leader"}),
    "merge": frozenset({"member", "duty", "leader", "admin"}),
    "add_version": frozenset({"duty", "leader", "admin"}),
    "triage": frozenset({"member", "duty", "leader", "admin"}),
    "give_intervention": frozenset({"member", "duty", "leader", "admin"}),
    "take_intervention": frozenset({"member", "office", "duty", "leader", "admin", "department"}),
    "see_names": frozenset({"duty", "leader", "department"}),
    "key_in": frozenset({"member", "duty", "leader", "admin"}),
    "close": frozenset({"duty", "leader"}),
    "see_cases": frozenset({"member", "office", "duty", "leader", "admin"}),
    "plan_drill": frozenset({"member", "duty", "leader", "admin"}),
    "lead_drill": frozenset({"duty", "leader", "admin"}),
    "broadcast": frozenset({"duty", "leader", "admin"}),
    "call": frozenset({"duty", "leader", "admin"}),
    "record_call": frozenset({"member", "duty", "leader", "admin"}),
    "answer_tip": frozenset({"officer"}),
    "go_and_help": frozenset({"officer"}),
    "open_shelter": frozenset({"member", "duty", "leader", "admin"}),
    "make_poster": frozenset({"officer", "head", "duty", "leader", "admin"}),
    "zero_report": frozenset({"duty", "leader", "admin"}),
    "draft_alert": frozenset({"duty", "leader", "approver", "admin"}),
    "approve_alert": frozenset({"approver", "leader"}),
    "approve_mild_alert": frozenset({"approver", "leader", "duty"}),
    "publish_fast": frozenset({"leader"}),
    "bind_group": frozenset({"admin"}),
    "edit_policy": frozenset({"admin"}),
    "consult": frozenset({"duty", "leader", "admin"}),
    "tick": frozenset({"member", "office", "duty", "leader", "admin", "department"}),
    "name_commander": frozenset({"duty", "leader", "admin"}),
    "hand_over_command": frozenset({"leader", "admin"}),
    "note": frozenset({"member", "office", "duty", "leader", "admin"}),
    "export_case": frozenset({"duty", "leader", "admin"}),
    "read_log": frozenset({"leader", "admin"}),
    "edit_roster": frozenset({"duty", "leader", "admin"}),
    "confirm_handover": frozenset({"leader", "admin"}),
    "invite": frozenset({"admin"}),
    "pulse": frozenset({"leader"}),
    "write_review": frozenset({"duty", "leader", "admin"}),
}


# The verbs of a case, in the order of its card and the menus behind it: the table of docs/guide-administrators.md.
CASE_VERBS = (
    "acknowledge", "ask", "assign", "refer", "accept_referral", "raise_priority", "lower_priority", "lower_p0",
    "lower_below_figures", "merge", "false_alarm", "close", "note", "name_commander", "hand_over_command", "tick",
    "consult", "mark_phoned", "mark_controlled", "confirm_grade", "give_reason", "make_text", "add_version", "triage",
    "give_intervention", "take_intervention", "see_cases", "see_names", "export_case", "write_review", "read_log",
)  # fmt: skip


def contains(outer: str, inner: str) -> bool:
    """Whether an area lies in another: codes are prefixes (6 city, 9 town, 12 village)."""
    return inner.startswith(outer)


def may(
    speaker: Speaker, verb: str, area: str | None = None, member_of: str | None = None, function: str | None = None
) -> bool:
    """Whether this speaker may do `verb` in `area` (None: anywhere they hold a role).

    `member_of`: the area of the bound group they speak in, or None elsewhere; `function`: that of a department's group.
    """
    allowed = MAY[verb]
    if "admin" in allowed and speaker.admin:
        return True
    inside = member_of is not None and (area is None or contains(member_of, area))
    if inside and ("office" if function else "member") in allowed:
        return True
    return any(holds(post, verb) and (area is None or contains(post.area, area)) for post in speaker.posts)


def holds(post: HeldPost, verb: str) -> bool:
    """Whether the post's role, in its tier, has the verb."""
    return post.role in MAY[verb] or f"{post.role}@{TIERS.get(len(post.area))}" in MAY[verb]


def allows(roles: Collection[str] | None, verb: str) -> bool:
    """Whether one of these roles has the verb, in some tier; None: nobody in particular. Only for what is shown."""
    return roles is None or any(role.partition("@")[0] in roles for role in MAY[verb])


def of_function(speaker: Speaker, functions: Collection[str]) -> Speaker:
    """The speaker without the posts in departments of other functions."""
    kept = (post for post in speaker.posts if post.role != "department" or post.function in functions)
    return replace(speaker, posts=tuple(kept))


def areas_of(speaker: Speaker, verb: str) -> tuple[str, ...]:
    """The areas in which a speaker's posts allow the verb."""
    return tuple(dict.fromkeys(post.area for post in speaker.posts if holds(post, verb)))


def covers(outer: Iterable[str], inner: Iterable[str]) -> bool:
    """Whether every inner area lies in one of the outer ones."""
    wide = tuple(outer)
    return all(any(contains(code, area) for code in wide) for area in inner)
