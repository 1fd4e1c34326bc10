"""会商 as a card, a menu and an expert's message show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.rules.can import Can


@dataclass(frozen=True)
class RequestView:
    """One expert who was asked. `state`: asked, answered, refused, withdrawn."""

    request_id: int
    person_id: int
    name: str
    state: str
    asked_at: datetime
    by_phone: bool = False
    call_me: bool = False
    steps: int = 0
    can: Can = field(default_factory=Can)
    reason: str | None = None
    minutes: int | None = None
    recorded_by: str | None = None
    phone: str | None = None
    employer: str | None = None


@dataclass(frozen=True)
class ConsultView:
    """All who were asked about a case, oldest first."""

    requests: tuple[RequestView, ...] = ()

    @property
    def answered(self) -> tuple[RequestView, ...]:
        return tuple(each for each in self.requests if each.state == "answered")

    @property
    def waiting(self) -> tuple[RequestView, ...]:
        return tuple(each for each in self.requests if each.state == "asked")

    @property
    def refused(self) -> tuple[RequestView, ...]:
        return tuple(each for each in self.requests if each.state == "refused")

    @property
    def slowest(self) -> int | None:
        """Minutes of the slowest answer so far."""
        return max((each.minutes for each in self.answered if each.minutes is not None), default=None)


@dataclass(frozen=True)
class AskedView:
    """What an expert's message is worded from. `case` is a `CaseView`."""

    case: Any
    request: RequestView
    question: str | None
    asked_by: str
    asked_by_phone: str | None


def open_persons(requests: Sequence[RequestView]) -> frozenset[int]:
    """Whoever has been asked and has not said no; they are not asked twice about one case."""
    return frozenset(each.person_id for each in requests if each.state in ("asked", "answered"))
