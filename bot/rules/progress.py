"""Whether somebody who took a case is at it: an acknowledgement without any progress lapses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

# Verbs of the case log that show that somebody is at it: a note, a question and its answer, a referral, an arrival,
# a version of the report, 已控制.
PROGRESS = (
    "noted", "asked", "answered", "referred", "arrived", "phoned", "assigned", "ticked", "consulted",
    "expert_answered", "element_added", "graded",
    "supplemented", "supplement", "followup", "correction", "final", "verified", "no_change", "controlled",
    "referral_asked", "referral_accepted", "assignment_asked", "assignment_accepted",
    "command_accepted", "command_arrived", "command_taken_over", "command_told", "scene_update", "support_asked",
    "intervention_given", "intervention_taken", "intervention_settled",
)  # fmt: skip


@dataclass(frozen=True)
class Look:
    """Lapsed, or to be looked at again at `again_at` (None: never)."""

    lapsed: bool
    again_at: datetime | None


def look(
    acknowledged_at: datetime, progress_at: datetime | None, within: timedelta | None, controlled: bool, now: datetime
) -> Look:
    """`progress_at` is the last progress, of before the acknowledgement too. What is under control does not lapse."""
    if within is None:
        return Look(False, None)
    last = max(acknowledged_at, progress_at) if progress_at else acknowledged_at
    if now < last + within:
        return Look(False, min(last, now) + within)
    return Look(False, now + within) if controlled else Look(True, None)
