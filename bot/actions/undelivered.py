"""What follows when a message could not be delivered: people and groups are marked, and the next step comes at once."""

from __future__ import annotations

from datetime import datetime

from bot.actions import (
    alert_sending,
    call_steps,
    case_requests,
    channels,
    consult_steps,
    drills,
    duty,
    duty_groups,
    scene_answers,
)
from bot.actions.alarm import alarm
from bot.actions.one_by_one import one_by_one
from bot.rules.unreachable import UNREACHABLE
from bot.world import World
from storage import bots, case_log, escalations, outbox, people
from storage.database import Database, Transaction
from storage.tables import OutboxRow


async def react(database: Database, world: World, now: datetime) -> None:
    """Draw the consequences of every failure not looked at yet."""
    async with database.transaction() as tx:
        failures = [row.id for row in await outbox.failures_to_react_to(tx)]

    async def one(tx: Transaction, row_id: int) -> None:
        row = await outbox.row(tx, row_id)
        if row is not None and await _moved(tx, row, now):
            return
        if row is not None:
            await _react_to(tx, row, now)
        await outbox.mark_reacted(tx, [row_id])

    await one_by_one(database, failures, one)


async def _moved(tx: Transaction, row: OutboxRow, now: datetime) -> bool:
    """A resident who has left one bot for another is written to by that one."""
    if row.reason not in UNREACHABLE or row.person_id is None or row.edits is not None:
        return False
    person = await people.person(tx, row.person_id)
    if person is None or person.bot_id == row.bot_id:
        return False
    if person.unreachable_since is None:
        await bots.send_by(tx, row.id, person.bot_id, now)
        tx.ring(outbox.bell_of(row.priority, person.bot_id))
        await alert_sending.goes_on(tx, row.subject, now)
        return True
    return False


async def _react_to(tx: Transaction, row: OutboxRow, now: datetime) -> None:
    reason = row.reason or "refused"
    if reason in UNREACHABLE and row.chat_id < 0:
        await duty_groups.lost(tx, row.chat_id, reason, now)
        await channels.lost(tx, row.chat_id, reason, now)
    elif reason in UNREACHABLE and row.person_id is not None:
        await duty.lost_sight_of(tx, row.person_id, reason, now)
    await drills.not_delivered(tx, row.subject, row.key, now)
    await call_steps.not_delivered(tx, row, reason, now)
    await case_requests.not_delivered(tx, row, now)
    await consult_steps.not_delivered(tx, row, reason, now)
    await scene_answers.not_delivered(tx, row.subject, row.key, now)
    if row.kind == "escalation" and row.subject is not None:
        await _call_somebody_else(tx, row, row.subject, reason, now)


async def _call_somebody_else(tx: Transaction, row: OutboxRow, subject: str, reason: str, now: datetime) -> None:
    """Whoever cannot be reached is not called again, so the next step may come at once. A message that was refused for
    another reason would be refused again: then the timetable holds, and the administrators are told."""
    to = str(row.values.get("to") or row.chat_id)
    await case_log.append(tx, subject, "not_delivered", now, words={"to": to, "reason": reason})
    if reason in UNREACHABLE:
        await escalations.pull_forward_one(tx, int(subject.partition(":")[2]), now)
        return
    once = f"not_sent:{subject}:{row.chat_id}:{reason}"
    await alarm(tx, "alarm-not-sent", {"to": to, "reason": reason}, now, once=once)
