"""The auditor's rule: has a climb advanced as its policy says? What has not is missed, with a reason word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.rules.escalation import Ladder

# Longer than any tick, any lock and a start: a step later than this was missed.
GRACE = timedelta(seconds=90)

Missed = Literal["no_climb", "stopped", "late", "no_time", "too_far", "lapse_late"]


@dataclass(frozen=True)
class Climb:
    """A climb as it is stored."""

    ladder: Ladder
    started_at: datetime
    steps_done: int
    next_step_at: datetime | None
    stopped_at: datetime | None
    lapse_at: datetime | None


def audit(state: str, sent_at: datetime, climb: Climb | None, now: datetime) -> Missed | None:
    """None: all is as the policy says. `state` is the case's."""
    if climb is None:
        return "no_climb" if state == "open" and now - sent_at > GRACE else None
    if climb.lapse_at is not None and now - climb.lapse_at > GRACE:
        return "lapse_late"
    if climb.stopped_at is not None:
        return "stopped" if state == "open" else None
    following = climb.ladder.step(climb.steps_done)
    if following is None:
        return None
    if climb.next_step_at is None:
        return "no_time" if now - climb.started_at > GRACE else None
    if now - climb.next_step_at > GRACE:
        return "late"
    return "too_far" if climb.next_step_at - now > following.wait + GRACE else None
