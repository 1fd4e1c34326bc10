"""每日汇总: what waits for somebody's daily message is put into it when its hour has come."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from bot.rules.digest import left_out
from bot.rules.message import Message, Recipient
from bot.world import World
from storage import digests, outbox
from storage.database import Database, Transaction
from storage.digests import KEY, Due, subject

PEOPLE_AT_ONCE = 200


async def send_due(database: Database, world: World, now: datetime) -> None:
    """Everybody whose hour has come, some at a time; a kill resumes at the next."""
    more = True
    while more:
        async with database.transaction() as tx:
            more = await _some(tx, now)


async def _some(tx: Transaction, now: datetime) -> bool:
    waiting = await digests.due(tx, now, PEOPLE_AT_ONCE)
    by_reason: defaultdict[str | None, list[Due]] = defaultdict(list)
    for each in waiting:
        reason = left_out(each.state, each.sending, each.expires_at, now, each.reachable, each.subscribed)
        by_reason[reason].append(each)
    for reason, items in by_reason.items():
        await digests.taken(tx, items, reason, now)
    told = {each.person_id: each for each in by_reason[None]}
    await outbox.put_all(tx, [_message(each, now) for each in told.values()], now)
    return bool(waiting)


def _message(due: Due, now: datetime) -> Message:
    to = Recipient(due.telegram_id or 0, due.language, person_id=due.person_id)
    once = f"digest:{due.person_id}:{now.isoformat()}"  # what was paused then may come in a second one
    return Message("alert", to, KEY, {}, subject(due.person_id), once=once)
