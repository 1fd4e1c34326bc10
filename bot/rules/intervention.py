"""提前介入 as a task: given to a unit, taken by a named person, settled with an outcome. State × verb → next state."""

from collections.abc import Mapping
from datetime import datetime, timedelta

QUICK_DAYS = (1, 3, 7)
"""Offered with one tap; the usual one is a setting [D]."""
MOST_DAYS = 60
NUDGE_EVERY = timedelta(days=1)
"""An overdue task is called to the group's mind once a day."""
LONGEST_UNIT, LONGEST_OUTCOME = 60, 1000

TABLE: Mapping[str, Mapping[str, str]] = {
    "given": {"take": "taken", "settle": "settled", "pass_on": "passed_on"},
    "taken": {"take": "taken", "settle": "settled", "pass_on": "passed_on"},
    "settled": {},
    "passed_on": {},
}
"""take: a person answers for it (another may take it over). pass_on: it goes to another unit, or gets another day."""
RUNNING = tuple(state for state, verbs in TABLE.items() if verbs)


def after(state: str, verb: str) -> str | None:
    """The next state; None where the verb is not possible any more."""
    return TABLE.get(state, {}).get(verb)


def due_after(days: int, now: datetime) -> datetime:
    return now + timedelta(days=min(max(days, 1), MOST_DAYS))


def overdue(state: str, due_at: datetime, now: datetime) -> bool:
    return state in RUNNING and now > due_at


def next_nudge(due_at: datetime, now: datetime) -> datetime:
    """When it is due, and then once a day at the same hour, never for days that went by unseen."""
    if now < due_at:
        return due_at
    return due_at + NUDGE_EVERY * ((now - due_at) // NUDGE_EVERY + 1)
