"""交接班: at a shift's end the note is written; the next officer accepts item by item. Until then the old one answers.

The old one is called as long as the handover waits (`storage.duty.on_duty`), also after a refusal. Every step is a line
of the log.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.actions.called import chats_behind
from bot.actions.duty_room import CITY_DIGITS, subject, tell_person, tell_room
from bot.actions.handover_items import items_of
from bot.actions.one_by_one import one_by_one
from bot.rules.handover_view import WAITING, HandoverView
from bot.rules.message import Message, Recipient
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, duty, handovers, outbox, people
from storage.case_log import Actor
from storage.database import Database, Transaction
from storage.tables import Handover

# The seat that hands over: 主班. Leader and deputy come and go with the shift.
SEAT = "main"
CARDS = ("handover-card", "handover-room")
AGAIN = timedelta(hours=1)


async def at_change(
    tx: Transaction, world: World, area: str, before: int | None, after: int | None, now: datetime
) -> None:
    """Somebody else sits in the officer's seat: whoever is responsible is to hand over to them."""
    waiting = await duty.waiting_handover(tx, area, SEAT)
    if waiting is not None:
        if after is None or after == waiting.to_person:
            return
        came_back = after == waiting.from_person
        await _end(tx, waiting, "void" if came_back else "lapsed", now)
        before = None if came_back else waiting.from_person
    if before is None or after is None or before == after:
        return
    if before in {person.id for person in await duty.staff(tx, area)}:
        await _begin(tx, world, area, before, after, now)


async def _begin(tx: Transaction, world: World, area: str, before: int, after: int, now: datetime) -> None:
    row = await handovers.add(tx, Handover(
        area=area, seat=SEAT, from_person=before, to_person=after, at=now, items=await items_of(tx, world, area, now),
        remind_at=now + timedelta(minutes=world.settings.handover_remind_minutes),
    ))  # fmt: skip
    await _note(tx, row, "handover_begun", now, None, {"from": before, "to": after, "items": row.items})
    old, new = await people.person(tx, before), await people.person(tx, after)
    about, once = f"handover:{row.id}", f"handover:{row.id}"
    reached = await tell_person(tx, new, "handover-card", {}, f"{once}:card", now, "call", about)
    await tell_person(tx, old, "handover-yours", {"left": False}, f"{once}:old", now, about=about)
    await tell_room(tx, area, "handover-room", {"reached": reached}, f"{once}:room", now, about=about)


async def accept(
    tx: Transaction, speaker: Speaker, handover_id: int, number: int | None, now: datetime
) -> tuple[str, int]:
    """One item (None: a note without any). taken, done, no_right, over or gone; and how many items are left."""
    row = await duty.locked_handover(tx, handover_id)
    refusal = _refusal(row, speaker)
    if row is None or refusal:
        return refusal or "gone", 0
    if number is None and row.items:
        return "gone", len(row.items) - len(row.accepted)
    if number is not None and number not in row.accepted and number < len(row.items):
        row.accepted = [*row.accepted, number]
        await _note(tx, row, "handover_item", now, speaker, {"item": row.items[number]})
    left = len(row.items) - len(row.accepted)
    if left:
        await _refresh(tx, row, now)
        return "taken", left
    await _done(tx, row, speaker, now)
    return "done", 0


async def refusable(tx: Transaction, speaker: Speaker, handover_id: int) -> str | None:
    """Why this speaker cannot refuse it now: no_right, over, gone; None when they can."""
    row = await duty.locked_handover(tx, handover_id)
    return _refusal(row, speaker) or ("over" if row is not None and row.state == "refused" else None)


async def refuse(tx: Transaction, speaker: Speaker, handover_id: int, reason: str, now: datetime) -> str | None:
    """拒绝接班, with a reason: the old one stays, and whoever leads hears of it. It may still be accepted later."""
    refusal = await refusable(tx, speaker, handover_id)
    row = await duty.locked_handover(tx, handover_id)
    if refusal or row is None:
        return refusal or "gone"
    row.state, row.reason = "refused", reason[:500]
    await _note(tx, row, "handover_refused", now, speaker, {"reason": row.reason})
    await _refresh(tx, row, now)
    about, once = f"handover:{row.id}", f"handover:{row.id}:refused:{now.isoformat()}"
    await tell_person(tx, await people.person(tx, row.from_person), "handover-refused", {}, once, now, "call", about)
    await tell_room(tx, row.area, "handover-refused", {}, once, now, "call", about)
    town = row.area if len(row.area) > CITY_DIGITS else None
    for to, _ in await chats_behind(tx, town, row.area[:CITY_DIGITS], ["leader"], now):
        await outbox.put(tx, Message("call", to, "handover-refused", {}, about, once=f"{once}:{to.chat_id}"), now)
    return None


async def view(tx: Transaction, speaker: Speaker, handover_id: int) -> HandoverView | None:
    """The note, for the one who takes over or whoever leads there."""
    row = await duty.locked_handover(tx, handover_id)
    if row is None or not (speaker.person_id == row.to_person or may(speaker, "confirm_handover", row.area)):
        return None
    return await handovers.view(tx, handover_id)


async def confirm(tx: Transaction, speaker: Speaker, handover_id: int, now: datetime) -> str:
    """Somebody who leads confirms that it was handed over by telephone. done, no_right, over or gone."""
    row = await duty.locked_handover(tx, handover_id)
    if row is None:
        return "gone"
    if not may(speaker, "confirm_handover", row.area):
        return "no_right"
    if row.state not in WAITING:
        return "over"
    row.closed_by_name = speaker.name
    await _done(tx, row, speaker, now)
    return "done"


async def remind_due(database: Database, world: World, now: datetime) -> None:
    """A handover that waits: the next one is asked again, the old one told that they are still called."""
    async with database.transaction() as tx:
        waiting = await duty.reminders_due(tx, now)

    async def remind(tx: Transaction, handover_id: int) -> None:
        row = await duty.locked_handover(tx, handover_id)
        if row is None or row.state not in WAITING:
            return
        row.remind_at = now + AGAIN
        about, once = f"handover:{row.id}", f"handover:{row.id}:{now.isoformat()}"
        old, new = await people.person(tx, row.from_person), await people.person(tx, row.to_person)
        await tell_person(tx, new, "handover-reminder", {}, once, now, "call", about)
        await tell_person(tx, old, "handover-yours", {"left": True}, once, now, about=about)

    await one_by_one(database, waiting, remind)


def _refusal(row: Handover | None, speaker: Speaker) -> str | None:
    if row is None:
        return "gone"
    if speaker.person_id != row.to_person:
        return "no_right"
    return None if row.state in WAITING else "over"


async def _done(tx: Transaction, row: Handover, speaker: Speaker, now: datetime) -> None:
    await _end(tx, row, "accepted", now, speaker)
    about, once = f"handover:{row.id}", f"handover:{row.id}:done"
    await tell_person(tx, await people.person(tx, row.from_person), "handover-done", {}, once, now, about=about)


async def _end(tx: Transaction, row: Handover, state: str, now: datetime, by: Speaker | None = None) -> None:
    row.state, row.closed_at, row.remind_at = state, now, None
    await _note(tx, row, f"handover_{state}", now, by, {"accepted": len(row.accepted), "items": len(row.items)})
    await _refresh(tx, row, now)


async def _refresh(tx: Transaction, row: Handover, now: datetime) -> None:
    await tx.session.flush()
    for key in CARDS:
        for card in await outbox.rows_about(tx, f"handover:{row.id}", key):
            if card.edits is None and card.state in ("ready", "sending", "sent"):
                to = Recipient(card.chat_id, card.language, card.thread_id, card.person_id)
                message = Message("card", to, key, card.values, f"handover:{row.id}", edits=card.id)
                await outbox.put_refresh(tx, message, now)


async def _note(
    tx: Transaction, row: Handover, verb: str, now: datetime, by: Speaker | None, words: Mapping[str, Any]
) -> None:
    actor = Actor(by.telegram_id, by.name) if by else None
    await case_log.append(tx, subject(row.area), verb, now, actor, {"handover": row.id, **words})
