"""What stands beside a case at the duty desk, as its card shows it: clocks, follow-ups, the confirmed grade."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.rules.checklist import ChecklistView
from bot.rules.consult_view import ConsultView


@dataclass(frozen=True)
class ClockView:
    """One deadline. `names` by language. It is over when `due_at` is past and it was not met before."""

    name: str
    names: Mapping[str, str]
    owed_by: str
    basis: str
    source: str
    due_at: datetime
    met_at: datetime | None = None
    met_by: str | None = None
    noted_at: datetime | None = None
    reason: str | None = None
    reason_by: str | None = None

    def passed(self, now: datetime) -> bool:
        return (self.met_at or now) > self.due_at

    def wants_reason(self, now: datetime) -> bool:
        """An enterprise's clock is shown; nobody in the duty room answers for it."""
        return self.owed_by != "unit" and self.reason is None and self.passed(now)


@dataclass(frozen=True)
class FollowUpView:
    """`last_how`: reported, no_change, controlled. `due_at` None: none is due."""

    last_at: datetime
    last_how: str
    last_by: str | None
    due_at: datetime | None
    controlled_at: datetime | None = None
    controlled_by: str | None = None


@dataclass(frozen=True)
class GradeView:
    """The grade that a person confirmed."""

    grade: str
    at: datetime
    by: str
    reason: str | None = None


@dataclass(frozen=True)
class DeskView:
    """Empty for a case that has none of it (a hazard, an old case)."""

    clocks: tuple[ClockView, ...] = ()
    follow_up: FollowUpView | None = None
    grade: GradeView | None = None
    checklist: ChecklistView | None = None
    consult: ConsultView | None = None
