"""A round of 叫应 as its cards, lists and records show it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.call_round import LADDER, Whom

VILLAGES_A_PAGE = 10
"""With four people each and long names, a page of a list stays below Telegram's 4,096 characters."""


@dataclass(frozen=True, slots=True)
class Called:
    """A step: who, when called, what became of it. `reason`: why they could not be reached (a word), or vacant."""

    number: int
    whom: Whom
    person_id: int | None
    name: str
    phone: str | None
    due_at: datetime
    called_at: datetime | None
    reason: str | None
    answered_at: datetime | None
    wrong: int


@dataclass(frozen=True, slots=True)
class CalledVillage:
    """One village with its steps, in the order of calling. Names are zh-Hans and zh-Hant."""

    village_id: int
    area: str
    names: tuple[str, str]
    town_names: tuple[str, str]
    answered_at: datetime | None
    answered_by: str
    answered_how: str | None
    arrived_at: datetime | None
    pin: tuple[float, float] | None
    people: str | None
    steps: tuple[Called, ...]

    @property
    def climbed_to(self) -> Whom | None:
        """The last one called so far; None while nobody could be."""
        called = [step.whom for step in self.steps if step.called_at is not None]
        return max(called, key=LADDER.index) if called else None

    @property
    def without_officer(self) -> bool:
        return not any(step.person_id for step in self.steps if step.whom in ("A", "B"))

    def step_of(self, person_id: int) -> Called | None:
        return next((step for step in self.steps if step.person_id == person_id), None)


@dataclass(frozen=True, slots=True)
class CallView:
    """The round. A person's own card is worded from one with a single village."""

    call_id: int
    kind: str
    level: str
    text: str
    drill: bool
    area_names: tuple[tuple[str, str], ...]
    group: str
    by_name: str
    wait: timedelta
    started_at: datetime
    deadline_at: datetime
    ended_at: datetime | None
    ended_by: str | None
    villages: tuple[CalledVillage, ...]

    def _where(self, holds: Callable[[CalledVillage], object]) -> tuple[CalledVillage, ...]:
        return tuple(village for village in self.villages if holds(village))

    @property
    def answered(self) -> tuple[CalledVillage, ...]:
        return self._where(lambda village: village.answered_at)

    @property
    def silent(self) -> tuple[CalledVillage, ...]:
        return self._where(lambda village: village.answered_at is None)

    @property
    def arrived(self) -> tuple[CalledVillage, ...]:
        return self._where(lambda village: village.arrived_at)

    def with_people(self, what: str) -> tuple[CalledVillage, ...]:
        return self._where(lambda village: village.people == what)

    def by_phone(self) -> tuple[CalledVillage, ...]:
        return self._where(lambda village: village.answered_how == "phone")
