"""Who may do what: role × verb, checked at every tap. Area and tier are part of the question.

Roles: officer and head (of a village), duty (of a town or the city), leader, approver, admin, department (called for a
function: 水务, 林业 …); `member` is anybody who speaks in a bound duty group, `resident` anybody at all.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.rules.speaker import Speaker

ROLES = ("officer", "head", "duty", "leader", "approver", "admin", "department")

# Any member of a bound group may 接报 and 追问 by name; 误报 takes an enrolled duty role.
MAY: dict[str, frozenset[str]] = {
    "report": frozenset({"officer"}),
    "acknowledge": frozenset({"member", "duty", "leader", "admin", "department"}),
    "ask": frozenset({"member", "duty", "leader", "admin", "department"}),
    "refer": frozenset({"member", "duty", "leader", "admin"}),
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
    "take_intervention": frozenset({"member", "duty", "leader", "admin", "department"}),
    "see_names": frozenset({"duty", "leader", "department"}),
    "key_in": frozenset({"member", "duty", "leader", "admin"}),
    "close": frozenset({"duty", "leader"}),
    "see_cases": frozenset({"member", "duty", "leader", "admin"}),
    "plan_drill": frozenset({"member", "duty", "leader", "admin"}),
    "lead_drill": frozenset({"duty", "leader", "admin"}),
    "broadcast": frozenset({"duty", "leader", "admin"}),
    "call": frozenset({"duty", "leader", "admin"}),
    "record_call": frozenset({"member", "duty", "leader", "admin"}),
    "answer_tip": frozenset({"officer"}),
    "go_and_help": frozenset({"officer"}),
    "open_shelter": frozenset({"member", "duty", "leader", "admin"}),
    "make_poster": frozenset({"duty", "leader", "admin"}),
    "zero_report": frozenset({"duty", "leader", "admin"}),
    "draft_alert": frozenset({"duty", "leader", "approver", "admin"}),
    "approve_alert": frozenset({"approver", "leader"}),
    "approve_mild_alert": frozenset({"approver", "leader", "duty"}),
    "publish_fast": frozenset({"leader"}),
    "bind_group": frozenset({"admin"}),
    "edit_policy": frozenset({"admin"}),
    "tick": frozenset({"member", "duty", "leader", "admin", "department"}),
    "name_commander": frozenset({"duty", "leader", "admin"}),
    "hand_over_command": frozenset({"leader", "admin"}),
    "note": frozenset({"member", "duty", "leader", "admin"}),
    "edit_roster": frozenset({"duty", "leader", "admin"}),
    "confirm_handover": frozenset({"leader", "admin"}),
    "invite": frozenset({"admin"}),
}


def contains(outer: str, inner: str) -> bool:
    """Whether an area lies in another: codes are prefixes (6 city, 9 town, 12 village)."""
    return inner.startswith(outer)


def may(speaker: Speaker, verb: str, area: str | None = None, member_of: str | None = None) -> bool:
    """Whether this speaker may do `verb` in `area` (None: anywhere they hold a role).

    `member_of`: the area of the bound duty group they speak in, or None elsewhere.
    """
    allowed = MAY[verb]
    if "admin" in allowed and speaker.admin:
        return True
    if "member" in allowed and member_of is not None and (area is None or contains(member_of, area)):
        return True
    return any(post.role in allowed and (area is None or contains(post.area, area)) for post in speaker.posts)


def areas_of(speaker: Speaker, verb: str) -> tuple[str, ...]:
    """The areas in which a speaker's posts allow the verb."""
    return tuple(dict.fromkeys(post.area for post in speaker.posts if post.role in MAY[verb]))


def covers(outer: Iterable[str], inner: Iterable[str]) -> bool:
    """Whether every inner area lies in one of the outer ones."""
    wide = tuple(outer)
    return all(any(contains(code, area) for code in wide) for area in inner)
