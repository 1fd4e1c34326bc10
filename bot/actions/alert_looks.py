"""The second look: a red alert that one leader published alone is looked at by another approver, who is chased.

All of them are asked at once, and again; then whoever drafted it and the administrators hear that nobody has looked.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.actions.alarm import alarm
from bot.actions.approvers import approvers
from bot.actions.one_by_one import one_by_one
from bot.rules.message import Message, Recipient
from bot.world import World
from storage import alerts, case_log, outbox
from storage.alerts import CARD, LATE_LOOK, subject
from storage.database import Database, Transaction
from storage.tables import Alert

# How long after the publication, and after each time that they were asked; the last one repeats. A convention of ours.
ASK_AFTER = (timedelta(minutes=15), timedelta(minutes=15), timedelta(hours=1))
TELL_FROM, MOST_ROUNDS = 2, 24


async def begin(tx: Transaction, row: Alert, now: datetime) -> None:
    """It went out on one leader's word: every other approver is asked to look at it now."""
    row.look_rounds, row.look_due_at = 0, now + ASK_AFTER[0]
    if not await _ask(tx, row, now):
        await _tell(tx, row, (), now)


def end(row: Alert) -> None:
    """Somebody has looked."""
    row.look_open, row.look_due_at = False, None


async def chase(database: Database, world: World, now: datetime) -> None:
    """Ask again wherever nobody has looked yet."""
    async with database.transaction() as tx:
        due = await alerts.looks_due(tx, now)

    async def again(tx: Transaction, alert_id: int) -> None:
        row = await alerts.get(tx, alert_id)
        if row is not None and row.look_open and row.look_due_at is not None and row.look_due_at <= now:
            await _again(tx, row, now)

    await one_by_one(database, due, again)


async def _again(tx: Transaction, row: Alert, now: datetime) -> None:
    row.look_rounds += 1
    wait = ASK_AFTER[min(row.look_rounds, len(ASK_AFTER) - 1)]
    row.look_due_at = now + wait if row.look_rounds < MOST_ROUNDS else None
    names = await _ask(tx, row, now)
    await case_log.append(
        tx, subject(row.id), "look_asked", now, words={"round": row.look_rounds, "people": len(names)}
    )
    if row.look_rounds >= TELL_FROM or not names:
        await _tell(tx, row, names, now)


async def _ask(tx: Transaction, row: Alert, now: datetime) -> tuple[str, ...]:
    """A card with its two buttons, which makes a sound. The names of those who were asked."""
    found = await approvers(tx, row, row.drafted_by, row.decided_by)
    for person, _ in found:
        to = Recipient(person.telegram_id or 0, person.language, person_id=person.id)
        values = {"version": row.version, "person": person.id, "look": True}
        once = f"alert-look:{row.id}:{person.id}:{row.look_rounds}"
        await outbox.put(tx, Message("question", to, CARD, values, subject(row.id), once=once), now)
    return tuple(person.name for person, _ in found)


async def _tell(tx: Transaction, row: Alert, names: tuple[str, ...], now: datetime) -> None:
    """Nobody has looked: the room it was drafted in hears each time, the administrators once."""
    home = Recipient(row.chat_id, row.language, row.thread_id)
    values = {"number": row.id, "by": row.decided_by_name or "", "names": list(names)[:10],
              "since": row.published_at.isoformat() if row.published_at else None}  # fmt: skip
    once = f"{LATE_LOOK}:{row.id}:{row.look_rounds}"
    await outbox.put(tx, Message("notice", home, LATE_LOOK, values, subject(row.id), once=once), now)
    await alarm(tx, LATE_LOOK, values, now, once=f"{LATE_LOOK}:{row.id}")
