"""Storm control: many reports at once are bundled for a group, so that it stays readable and within Telegram's limit.

The first cards of a minute go out at once, each for itself. What comes above joins a list card, changed in place: one
for the P0s, each line with its own 接报, and one for the rest with a count, the worst first. Calls again are bundled
likewise. Telegram takes 20 messages a minute in a group, changes of a message included.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

MINUTE = timedelta(minutes=1)
# Of the messages a minute of a group, so many twentieths are cards of their own …
OWN_P0, OWN_AGAIN, OWN_REST, OF = 11, 8, 5, 20
# … and the rest is for the lists: shown anew this often at most, 5 + 2 times a minute, and new ones begun.
SHOWN_EVERY = {"P0": timedelta(seconds=12), "rest": timedelta(seconds=30)}
LINES = {"P0": 30, "rest": 500}
"""When a list is full another begins: a message holds 4096 characters and 100 buttons."""
LASTS = timedelta(minutes=15)
AGAIN_EVERY = timedelta(minutes=3)
SHOWN_OF_REST = 15

ListKind = Literal["P0", "rest"]


def list_kind(level: str) -> ListKind:
    return "P0" if level == "P0" else "rest"


def has_own_card(level: str, again: bool, own_in_minute: int, limit: int) -> bool:
    """Whether this call is a message of its own. `own_in_minute`: those of the last minute in this group."""
    share = OWN_P0 if level == "P0" else OWN_REST
    return own_in_minute < max(1, limit * (min(share, OWN_AGAIN) if again else share) // OF)


def joins(kind: ListKind, started_at: datetime, lines: int, now: datetime) -> bool:
    """Whether a list still takes another line."""
    return lines < LINES[kind] and now - started_at < LASTS


def again_number(now: datetime) -> int:
    """The calls again of a list within the same few minutes are one."""
    return int(now.timestamp() // AGAIN_EVERY.total_seconds())


@dataclass(frozen=True)
class ListedCase:
    """A line of a list."""

    report_id: int
    number: str
    priority: str
    category: str
    area_names: tuple[str, str]
    state: str
    by: str | None
    sent_at: datetime


@dataclass(frozen=True)
class ListView:
    """A list card as it stands: its kind, and its cases, the worst and oldest first."""

    kind: ListKind
    cases: tuple[ListedCase, ...]

    @property
    def open(self) -> tuple[ListedCase, ...]:
        return tuple(case for case in self.cases if case.state == "open")


def worst_first(cases: Iterable[ListedCase]) -> tuple[ListedCase, ...]:
    return tuple(sorted(cases, key=lambda case: (case.priority, case.sent_at, case.report_id)))
