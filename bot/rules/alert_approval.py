"""The life of a public alert, as tables: who may approve which level, and draft → approved → published → its end.

Two people always: whoever approves is another person than whoever drafted. Publishing is a tap of its own, by either.
The fast path: a leader publishes a red one alone, with a reason; another approver looks at it afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.rules.roles import covers

Doer = Literal["second", "either", "drafter", "leader", "looker"]

# level → the right (of `bot.rules.roles.MAY`) that approves it. Orange and red take an approver or a leader; so does
# any text that asks people to move (domain §7.1). The milder ones may be approved by a colleague on duty.
APPROVED_BY: dict[str, str] = {
    "notice": "approve_mild_alert",
    "white": "approve_mild_alert",
    "blue": "approve_mild_alert",
    "yellow": "approve_mild_alert",
    "orange": "approve_alert",
    "red": "approve_alert",
}
STRICT = "approve_alert"
FAST_LEVELS = frozenset({"red"})
LIVE = ("published",)
FOLLOWED = ("published", "expired")
"""An alert in one of these states can be updated and lifted."""

_MOVE_AWAY = re.compile("转移|轉移|撤离|撤離|疏散|撤出|搬离|搬離|evacuat|move out", re.IGNORECASE)
_NOT_YET = re.compile(
    "[准準][备備]好?(?:随时|隨時)?(?:转移|轉移|撤离|撤離|疏散)"
    "|(?:转移|轉移|撤离|撤離|疏散)的?(?:通知|准备|準備|路线|路線|方案)"
    "|(?:prepare|ready) to (?:evacuate|move out)|evacuation (?:route|notice|order|plan)s?",
    re.IGNORECASE,
)


def asks_to_move(texts: Iterable[str]) -> bool:
    """Whether people are told to leave where they live. To get ready, or to wait for word, is not yet to go."""
    return any(_MOVE_AWAY.search(_NOT_YET.sub("", text)) for text in texts)


def right_to_approve(level: str, evacuation: bool) -> str:
    return STRICT if evacuation else APPROVED_BY[level]


@dataclass(frozen=True, slots=True)
class Move:
    to: str
    doer: Doer


# (state, verb) → where it leads, and who may do it
MOVES: dict[tuple[str, str], Move] = {
    ("draft", "approve"): Move("approved", "second"),
    ("draft", "return"): Move("returned", "second"),
    ("draft", "fast"): Move("published", "leader"),
    ("approved", "return"): Move("returned", "second"),
    ("approved", "publish"): Move("published", "either"),
    ("approved", "edit"): Move("approved", "drafter"),
    ("approved", "submit"): Move("draft", "drafter"),
    ("returned", "edit"): Move("returned", "drafter"),
    ("returned", "submit"): Move("draft", "drafter"),
    ("draft", "withdraw"): Move("cancelled", "drafter"),
    ("returned", "withdraw"): Move("cancelled", "drafter"),
    ("approved", "withdraw"): Move("cancelled", "drafter"),
    ("published", "looked"): Move("published", "looker"),
    ("published", "objected"): Move("published", "looker"),
}
NEEDS_REASON = frozenset({"return", "fast", "objected"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an alert stands: its state, who drafted it, who approved it, and where it goes.

    `look_open`: it was published by one leader, and nobody has looked at it since.
    """

    state: str
    drafted_by: int
    approved_by: int | None
    areas: tuple[str, ...]
    level: str = "red"
    look_open: bool = False


@dataclass(frozen=True, slots=True)
class Rights:
    """The areas in which somebody may approve this alert, and those in which they lead."""

    approves_in: tuple[str, ...] = ()
    leads_in: tuple[str, ...] = ()


def move(alert: Standing, verb: str, person: int | None, rights: Rights) -> str:
    """The state that `verb` leads to. Refused for whoever may not, and for what the table does not name."""
    found = MOVES.get((alert.state, verb))
    if found is None or (found.doer == "looker" and not alert.look_open):
        raise Refused("over")
    match found.doer:
        case "drafter" if person != alert.drafted_by:
            raise Refused("not_yours")
        case "either" if person not in (alert.drafted_by, alert.approved_by):
            raise Refused("not_either")
        case "leader" if alert.level not in FAST_LEVELS:
            raise Refused("red_only")
        case "leader" if person is None or not covers(rights.leads_in, alert.areas):
            raise Refused("leader_only")
        case "second" if person == alert.drafted_by:
            raise Refused("own_draft")
        case "looker" if person in (alert.drafted_by, alert.approved_by):
            raise Refused("own_fast")
        case "second" | "looker" if person is None or not covers(rights.approves_in, alert.areas):
            raise Refused("no_right")
        case _:
            return found.to


def too_late(drafted_at: datetime, valid_hours: int | None, ends_at: datetime | None, now: datetime,
             review: timedelta) -> bool:  # fmt: skip
    """Whether the validity has passed before it was published: its stated end, or as long after the drafting as it
    was to be valid (`review` when it has no end): what was true then may not be now."""
    if ends_at is not None:
        return ends_at <= now
    return drafted_at + (timedelta(hours=valid_hours) if valid_hours else review) <= now


class Refused(Exception):
    """`reason`: over, not_yours, not_either, own_draft, no_right, red_only, leader_only, own_fast."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
