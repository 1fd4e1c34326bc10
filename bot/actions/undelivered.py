"""What follows when a message could not be delivered: people and groups are marked, and the next step comes at once."""

from __future__ import annotations

from datetime import datetime

from bot.actions import drills, duty, duty_groups
from bot.rules.unreachable import UNREACHABLE
from bot.world import World
from storage import case_log, escalations, outbox
from storage.database import Database, Transaction
from storage.tables import OutboxRow


async def react(database: Database, world: World, now: datetime) -> None:
    """Draw the consequences of every failure not looked at yet."""
    async with database.transaction() as tx:
        failures = await outbox.failures_to_react_to(tx)
        for row in failures:
            await _react_to(tx, row, now)
        if failures:
            await outbox.mark_reacted(tx, [row.id for row in failures])


async def _react_to(tx: Transaction, row: OutboxRow, now: datetime) -> None:
    reason = row.reason or "refused"
    if reason in UNREACHABLE and row.chat_id < 0:
        await duty_groups.lost(tx, row.chat_id, reason, now)
    elif reason in UNREACHABLE and row.person_id is not None:
        await duty.lost_sight_of(tx, row.person_id, reason, now)
    await drills.not_delivered(tx, row.subject, row.key, now)
    if row.kind != "escalation" or row.subject is None:
        return
    await case_log.append(tx, row.subject, "not_delivered", now, words={"to": row.values.get("to"), "reason": reason})
    await escalations.pull_forward_one(tx, int(row.subject.partition(":")[2]), now)
