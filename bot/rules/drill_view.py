"""A drill as its messages show it: the plan, who was invited, what they answered, who signed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

Names = tuple[str, str]
# So many signed-in people on one page of the record keep it under Telegram's 4096 characters.
RECORD_PAGE = 80


@dataclass(frozen=True)
class Invited:
    """One officer. `answer` is can, cannot or None; `unreachable` the reason why nothing could be delivered."""

    person_id: int
    name: str
    rank: str | None
    area: str
    area_names: Names
    town_names: Names | None
    answer: str | None = None
    signed_in_at: datetime | None = None
    unreachable: str | None = None


@dataclass(frozen=True)
class DrillView:
    """States: planned, running, ended, cancelled. `held` counts messages of which nobody knows whether they arrived."""

    drill_id: int
    name: str
    scenario: str
    kind: str
    place: str
    areas: tuple[tuple[str, Names], ...]
    starts_at: datetime
    ends_at: datetime
    state: str
    organiser: str
    invited: tuple[Invited, ...]
    held: int = 0
    closed_by: str | None = None
    closed_at: datetime | None = None

    @property
    def cut_off(self) -> bool:
        """It was cancelled after it had begun."""
        return self.state == "cancelled" and self.closed_at is not None and self.closed_at >= self.starts_at

    def person(self, person_id: object) -> Invited | None:
        return next((one for one in self.invited if one.person_id == person_id), None)

    def answered(self, answer: str) -> tuple[Invited, ...]:
        return tuple(one for one in self.invited if one.answer == answer)

    @property
    def unreachable(self) -> tuple[Invited, ...]:
        """Whoever has answered or signed in was reached after all."""
        return tuple(one for one in self.invited if one.unreachable and not one.answer and not one.signed_in_at)

    @property
    def unanswered(self) -> tuple[Invited, ...]:
        return tuple(one for one in self.invited if not one.answer and one not in self.unreachable)

    @property
    def signed_in(self) -> tuple[Invited, ...]:
        return tuple(
            sorted((one for one in self.invited if one.signed_in_at), key=lambda one: (str(one.signed_in_at), one.area))
        )

    @property
    def missing_villages(self) -> tuple[Names, ...]:
        """The villages from which nobody has signed in."""
        there = {one.area for one in self.invited if one.signed_in_at}
        return _once((one.area, one.area_names) for one in self.invited if one.area not in there)

    @property
    def villages(self) -> int:
        return len({one.area for one in self.invited})

    @property
    def record_pages(self) -> int:
        """The summary, and the list of those who signed in, a page at a time."""
        return 1 + -(-len(self.signed_in) // RECORD_PAGE)


def _once(named: Iterable[tuple[str, Names]]) -> tuple[Names, ...]:
    return tuple(dict(named).values())
