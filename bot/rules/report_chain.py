"""The chain of a report: 首报, 续报一 …, 更正, 终报, 核报, 补报. What changed, and what the new version is.

首报要快、续报要准、终报要全. A version never overwrites the one before (突发事件应对法 art. 61). Totals replace totals;
a figure that becomes lower, or is taken back, is a correction (更正) and shown with before and after.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from bot.rules.reading.answers import AFFECTED, PARTICIPANTS, figure
from bot.rules.reading.intent import Intent
from bot.rules.reading.numbers import Figure
from bot.rules.reading.reading import CASUALTIES

VersionKind = Literal["first", "supplement", "followup", "correction", "final", "verified", "late"]
NUMBERED = ("followup",)

COUNTS = (*CASUALTIES, *AFFECTED, "evacuated", "threatened_households", "threatened_people", *PARTICIPANTS)
HARMED = ("dead", "missing", "injured", "injured_serious", "injured_minor", "trapped", "ill", "hospitalized")
"""Whoever these count is news by itself; `rescued` and `evacuated` go down again without anybody being wrong."""
GO_DOWN = frozenset(
    {"trapped", "missing", "rescued", "evacuated", "present_now", "hospitalized",
     "threatened_households", "threatened_people"}
)  # fmt: skip
"""Figures that fall in the course of things: the trapped are rescued, the missing found."""

FIRST_WORDS = timedelta(minutes=10)
"""What an officer adds within this time completes the first report (issue 3 §1) and is no follow-up of its own."""
REOPEN = timedelta(days=30)
REOPEN_SHORT = timedelta(days=7)
SHORT = frozenset({"traffic", "fire_building"})
"""Changes of casualties are reported for 30 days, road traffic and fire 7 (Order 493 art. 13)."""
LATE_AFTER = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Change:
    """One figure before and after; None: not stated."""

    key: str
    before: Figure | None
    after: Figure | None

    @property
    def lowered(self) -> bool:
        """Said to be less than was said before, where that does not happen by itself."""
        if self.key in GO_DOWN or self.before is None or self.before.is_unknown:
            return False
        return self.after is None or _most(self.after) < self.before.surely


def _most(found: Figure) -> int:
    return found.max if found.max is not None else max(found.surely, 10**6)


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """The figures that are not as they were, casualties first."""
    found = []
    for key in COUNTS:
        old, new = figure(before.get(key)), figure(after.get(key))
        if old != new:
            found.append(Change(key, old, new))
    return tuple(found)


def is_news(change: Change) -> bool:
    """Somebody is hurt, dead, trapped or missing of whom nobody knew, or a stated figure of them has changed."""
    if change.key not in HARMED or change.after is None:
        return change.before is not None and change.key in HARMED
    if change.before is None:
        return change.after.surely > 0
    return not (change.before.is_unknown and change.after.is_zero)


def death(found: Sequence[Change]) -> bool:
    """A death that was not known: it always reaches the district."""
    return any(
        change.key == "dead" and change.after is not None and change.after.surely > _known(change.before)
        for change in found
    )


def _known(before: Figure | None) -> int:
    return before.surely if before is not None else 0


def kind_of(
    found: Sequence[Change], said_as: Intent | None, opened_at: datetime, now: datetime, *, closed: bool,
    verified: bool = False,
) -> VersionKind:  # fmt: skip
    """What a new version is. `said_as`: what its words were for; None for a tap. `verified`: 核报, by the duty room."""
    if verified:
        return "verified"
    if said_as is Intent.INCIDENT_FINAL:
        return "final"
    died = sum(_known(change.after) - _known(change.before) for change in found if change.key == "dead")
    lowered = any(change.lowered and not (died > 0 and change.key.startswith("injured")) for change in found)
    if said_as is Intent.CORRECTION or lowered:
        return "correction"
    if closed or (now - opened_at > LATE_AFTER and any(map(is_news, found))):
        return "late"
    if said_as is Intent.INCIDENT_FOLLOWUP and now - opened_at > FIRST_WORDS:
        return "followup"
    if any(change.before is not None and is_news(change) for change in found):
        return "followup"
    return "supplement"


def reopens(category: str, closed_at: datetime, opened_at: datetime, now: datetime) -> bool:
    """Whether a closed case still takes a 补报."""
    window = REOPEN_SHORT if category in SHORT else REOPEN
    return now - opened_at <= window or now - closed_at <= LATE_AFTER
