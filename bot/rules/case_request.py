"""What somebody is asked for in a case and must answer in time: 转办 to a function, 指派 of a person, a lower priority.

State × verb → next state. While it waits, whoever asked stays responsible and the climb goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Kind = Literal["referral", "assignment", "lowering"]
TABLE: Mapping[str, Mapping[str, str]] = {
    "asked": {"accept": "accepted", "refuse": "refused", "lapse": "lapsed", "withdraw": "withdrawn"},
    "accepted": {"withdraw": "withdrawn"},
    "refused": {},
    "lapsed": {},
    "withdrawn": {},
}
WAITS = "asked"
LONGEST_REASON = 1000


def after(state: str, verb: str) -> str | None:
    """The next state; None where the verb is not possible any more."""
    return TABLE.get(state, {}).get(verb)


@dataclass(frozen=True)
class RequestView:
    """One request as a card and its own message show it. `function` is a key of functions.toml; else `name` is asked.

    `level` and `reason`: the lower priority that is asked for, and why. `answer`: why it was refused.
    """

    id: int
    kind: str
    state: str
    function: str | None
    name: str
    asked_by: str
    asked_by_id: int
    asked_at: datetime
    due_at: datetime
    answered_by: str | None = None
    answered_at: datetime | None = None
    answer: str | None = None
    level: str | None = None
    reason: str | None = None

    @property
    def waits(self) -> bool:
        return self.state == WAITS


LATE, AFTER_A_PAUSE = timedelta(seconds=60), timedelta(seconds=15)


def waits_on(due_at: datetime, now: datetime) -> datetime | None:
    """None: its time is over. So late we were down, and an answer of that pause may still be on its way to us."""
    if now < due_at:
        return due_at
    return now + AFTER_A_PAUSE if now - due_at > LATE else None


def waits_for(minutes: Mapping[str, int], priority: str, now: datetime) -> datetime:
    """Until when it must be answered. A convention of ours [D]: a setting, by priority."""
    return now + timedelta(minutes=minutes.get(priority, max(minutes.values())))


@dataclass(frozen=True)
class Functions:
    """To whom a case may be referred: `lead` on its category; `others` have somebody here (`reached`) too."""

    lead: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    reached: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Candidate:
    """Who may be assigned. `area_names`: where they hold their post."""

    person_id: int
    name: str
    role: str
    area_names: tuple[str, str]
    function: str | None = None
    on_duty: bool = False
