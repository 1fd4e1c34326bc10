"""Storm control: a call into a group goes out on its own, or joins the list card of the burst (`bot.rules.storm`)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from bot.rules import storm
from bot.rules.message import Message, Recipient
from storage import outbox, storms
from storage.case_view import CARD
from storage.database import Transaction
from storage.storms import LIST
from storage.tables import OutboxRow, Report, StormList


class OwnCards:
    """Which calls of a transaction are messages of their own: counted once for all groups, then by what is added.

    `limit`: messages a minute that Telegram takes in a group.
    """

    def __init__(self, tx: Transaction, limit: int, now: datetime) -> None:
        self._tx, self._limit, self._now = tx, limit, now
        self._counted: dict[int, int] = {}
        self._taken: list[tuple[int, int]] = []

    async def take(self, report: Report, chat_id: int, again: bool, groups: Collection[int]) -> bool:
        """True when this call is one, and is counted. `again`: the group has the card already. `groups`: those that
        may be asked about next."""
        if chat_id not in self._counted:
            chats = {chat_id, *groups} - self._counted.keys()
            self._counted |= await storms.own_since(self._tx, chats, self._now - storm.MINUTE)
        if not storm.has_own_card(report.priority, again, self._counted[chat_id], self._limit):
            return False
        self._counted[chat_id] += 1
        self._taken.append((chat_id, report.id))
        return True

    async def write(self) -> None:
        """Note those that were taken."""
        taken, self._taken = self._taken, []
        await storms.note_own(self._tx, taken, self._now)


async def into_list(tx: Transaction, report: Report, to: Recipient, silent: bool, now: datetime) -> None:
    """A call that is no message of its own joins the list card of the burst, or calls again for all who are on it."""
    kind = storm.list_kind(report.priority)
    found = await storms.newest(tx, to.chat_id, kind)
    there = await storms.lists_of(tx, report.id)
    if found is not None and found[0].id in there:
        await _call_again(tx, found[0], to, now)
    elif found is not None and storm.joins(kind, found[0].started_at, found[1], now):
        storms.note_listed(tx, to.chat_id, report.id, found[0].id, now)
        await _show_anew(tx, found[0].id, now)
    else:
        row = await storms.begin(tx, to.chat_id, kind, now)
        storms.note_listed(tx, to.chat_id, report.id, row.id, now)
        quiet = silent and kind != "P0"
        await outbox.put(tx, Message("escalation", to, LIST, subject=f"burst:{row.id}", silent=quiet), now)


async def refresh(tx: Transaction, report: Report, now: datetime) -> None:
    """Something about a case has changed: the lists it is on show it."""
    for list_id in await storms.lists_of(tx, report.id):
        await _show_anew(tx, list_id, now)


async def card_for_whoever_took_it(tx: Transaction, report: Report, chat_id: int, now: datetime) -> None:
    """Taken from a list: the whole card follows in that chat, for questions and photos to hang on."""
    lists = await storms.lists_of(tx, report.id)
    if not lists or any(row.chat_id == chat_id for row in await outbox.rows_about(tx, f"report:{report.id}", CARD)):
        return
    rows = [row for one in lists for row in await outbox.rows_about(tx, f"burst:{one}", LIST)]
    shown = next((row for row in rows if row.chat_id == chat_id and row.edits is None), None)
    if shown is not None:
        once = f"after-storm:{report.id}:{chat_id}"
        to = Recipient(chat_id, shown.language, shown.thread_id)
        card = Message("card", to, CARD, {"step": 0}, subject=f"report:{report.id}", once=once, silent=True)
        await outbox.put(tx, card, now)


async def _card_of(tx: Transaction, list_id: int) -> OutboxRow | None:
    rows = await outbox.rows_about(tx, f"burst:{list_id}", LIST)
    return next((row for row in rows if row.edits is None and row.state != "failed"), None)


async def _show_anew(tx: Transaction, list_id: int, now: datetime) -> None:
    """Changed in place, not more often than a list may be."""
    card = await _card_of(tx, list_id)
    view = await storms.kind_of(tx, list_id)
    if card is None or view is None or (card.state == "ready" and card.sent_at is None):
        return  # it still waits to be sent, and is worded then
    to = Recipient(card.chat_id, card.language, card.thread_id)
    at = now + storm.SHOWN_EVERY[view]
    kind = "escalation" if view == "P0" else "card"
    shown = Message(kind, to, LIST, subject=f"burst:{list_id}", edits=card.id, not_before=at)
    await outbox.put_refresh(tx, shown, now)


async def _call_again(tx: Transaction, row: StormList, to: Recipient, now: datetime) -> None:
    """One message for all on the list that nobody has answered."""
    card = await _card_of(tx, row.id)
    once = f"storm-again:{row.id}:{storm.again_number(now)}"
    message = Message(
        "escalation", to, "storm-again", subject=f"burst:{row.id}", once=once, reply_to_row=card.id if card else None
    )
    await outbox.put(tx, message, now)
