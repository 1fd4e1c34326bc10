"""The daily message (每日汇总): low levels together, once a day, for whoever asked. Orange and red never wait."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

BELOW = ("blue", "yellow", "orange")
"""Levels below which alerts may wait: notices (and white) alone; blue too; yellow too."""
HOURS = ("07:00", "08:00", "12:00", "18:00", "20:00")
USUAL_DIGEST = "08:00"


def next_digest(now: datetime, at: str, zone: ZoneInfo) -> datetime:
    """The next time that the city's clock shows `at` ("08:00"), after now."""
    local = now.astimezone(zone)
    due = datetime.combine(local.date(), time.fromisoformat(at), zone)
    due = due if due > local else datetime.combine(local.date() + timedelta(days=1), time.fromisoformat(at), zone)
    return due.astimezone(now.tzinfo)


def left_out(
    state: str, sending: str, expires_at: datetime | None, now: datetime, reachable: bool, subscribed: bool
) -> str | None:
    """Why an alert is not in the message that is made now: a reason word, or None when it is.

    What was replaced, lifted or has run out is left out: whoever never heard of it need not hear that it is over.
    """
    if not reachable:
        return "unreachable"
    if not subscribed:
        return "unsubscribed"
    if sending == "stopped":
        return "stopped"
    over = state != "published" or (expires_at is not None and expires_at <= now)
    return "digest" if over else None
