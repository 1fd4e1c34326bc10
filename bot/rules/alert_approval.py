"""The life of a public alert, as a table: draft → approved → published; returned to its drafter; withdrawn.

Two people always: whoever approves is another person than whoever drafted. Publishing is a tap of its own, by either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.rules.roles import covers

Doer = Literal["second", "either", "drafter"]


@dataclass(frozen=True, slots=True)
class Move:
    to: str
    doer: Doer


# (state, verb) → where it leads, and who may do it
MOVES: dict[tuple[str, str], Move] = {
    ("draft", "approve"): Move("approved", "second"),
    ("draft", "return"): Move("returned", "second"),
    ("approved", "return"): Move("returned", "second"),
    ("approved", "publish"): Move("published", "either"),
    ("returned", "edit"): Move("returned", "drafter"),
    ("returned", "submit"): Move("draft", "drafter"),
    ("draft", "withdraw"): Move("cancelled", "drafter"),
    ("returned", "withdraw"): Move("cancelled", "drafter"),
    ("approved", "withdraw"): Move("cancelled", "drafter"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an alert stands: its state, who drafted it, who approved it, and where it goes."""

    state: str
    drafted_by: int
    approved_by: int | None
    areas: tuple[str, ...]


def move(alert: Standing, verb: str, person: int | None, approves_in: tuple[str, ...]) -> str:
    """The state that `verb` leads to. `approves_in`: the areas in which this person may approve. Refused otherwise."""
    found = MOVES.get((alert.state, verb))
    if found is None:
        raise Refused("over")
    match found.doer:
        case "drafter" if person != alert.drafted_by:
            raise Refused("not_yours")
        case "either" if person not in (alert.drafted_by, alert.approved_by):
            raise Refused("not_either")
        case "second" if person == alert.drafted_by:
            raise Refused("own_draft")
        case "second" if person is None or not covers(approves_in, alert.areas):
            raise Refused("no_right")
        case _:
            return found.to


class Refused(Exception):
    """`reason`: over, not_yours, not_either, own_draft, no_right."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
