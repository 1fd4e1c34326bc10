"""When the next follow-up is due: every 30 minutes while life is at risk, and so on (domain.md §3.2 [D])."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rules.deadlines import FollowUps
from bot.rules.quiet_hours import quiet_until

DAY = timedelta(days=1)


def next_follow_up(
    table: FollowUps, priority: str, last_at: datetime, controlled: bool, zone: ZoneInfo
) -> datetime | None:
    """When it is due, counted from the last word about the case. None: no follow-up is asked for."""
    every = table.every.get(priority)
    if every is None or controlled:
        return None
    due = last_at + every
    if every >= DAY:  # nobody is woken for the daily word
        due = quiet_until(due, *table.quiet, zone) or due
    return due


def next_nudge(table: FollowUps, priority: str, nudged: int, now: datetime) -> datetime:
    """After a nudge: the officer is followed by the room, the room by the officer one interval later."""
    every = table.every.get(priority, DAY)
    return now + (table.group_after if nudged % 2 else max(every - table.group_after, table.group_after))
