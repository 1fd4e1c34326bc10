"""Tips that nobody has answered: the officer is reminded once, then the other post; at last the resident hears so."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.actions import tips as told
from bot.actions.one_by_one import one_by_one
from bot.rules.message import Message, Recipient
from bot.rules.tip import LOOKS, TipOfficer, next_look, whom_to_remind
from bot.world import World
from storage import case_log, outbox, people, tips
from storage.database import Database, Transaction
from storage.tables import OutboxRow, Tip
from storage.tips import CARD, subject

LOST = ("failed", "dropped")


async def advance_due(database: Database, world: World, now: datetime) -> None:
    """Every tip that is due to be looked at."""
    async with database.transaction() as tx:
        waiting = await tips.due(tx, now)

    async def look(tx: Transaction, tip_id: int) -> None:
        tip = await tips.locked(tx, tip_id)
        if tip is not None and tip.look_at is not None and tip.look_at <= now:
            await _look(tx, world, tip, now)

    await one_by_one(database, waiting, look)


async def _look(tx: Transaction, world: World, tip: Tip, now: datetime) -> None:
    cards = [row for row in await outbox.rows_about(tx, subject(tip.id), CARD) if row.edits is None]
    officers = told.as_rule(await told.officers_of(tx, tip.village))
    nobody = all(row.state in LOST for row in cards) or not any(officer.reachable for officer in officers)
    if tip.state == "sent" and nobody:
        await told.reaches_nobody(tx, tip, now)
        return
    after = timedelta(minutes=world.settings.tip_remind_minutes)
    begun = tip.decided_at if tip.state == "verified" and tip.decided_at else tip.sent_at
    if now >= begun + after * (tip.reminded + 1):
        await _remind(tx, tip, officers, cards, now)
        tip.reminded += 1
        if tip.reminded == LOOKS and tip.state == "sent":
            await told.tell_resident(tx, tip, "tip-unanswered", now)
    tip.look_at = next_look(begun, tip.reminded, after, now)


async def _remind(tx: Transaction, tip: Tip, officers: list[TipOfficer], cards: list[OutboxRow], now: datetime) -> None:
    """Under their copy of it; waits while they are filling in a report."""
    whom = whom_to_remind(officers, tip.reminded)
    known = await people.some(tx, [one.person_id for one in whom])
    for person in known.values():
        to = Recipient(person.telegram_id or 0, person.language, person_id=person.id)
        card = next((row.id for row in cards if row.person_id == person.id), None)
        once = f"tip-again:{tip.id}:{tip.reminded}:{person.id}"
        message = Message("reminder", to, "tip-again", {}, subject(tip.id), once=once, reply_to_row=card)
        await outbox.put(tx, message, now)
    if known:
        await case_log.append(tx, subject(tip.id), "reminded", now, words={"people": list(known)})
