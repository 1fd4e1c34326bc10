"""From claimed rows to letters: load what each row is about, word it, and settle those that need no sending."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from bot.delivery.case_topics import Places, place, stays_a_reply, wants
from bot.delivery.subjects import load_subject, load_together
from bot.delivery.wire import Letter
from bot.wording.outgoing import word_message
from bot.wording.worded import Worded
from storage import conversations, outbox
from storage.database import Transaction
from storage.outbox import Outcome
from storage.tables import OutboxRow

log = structlog.get_logger(__name__)

# What a reminder must not interrupt: a report half given.
DRAFT_TOPICS = ("report",)
WAIT_FOR_TARGET = timedelta(seconds=1)


@dataclass(frozen=True)
class Batch:
    """What the rows of one batch share: their subjects as they stand, the messages that they change or answer, their
    places, and what was worded already."""

    now: datetime
    loaded: dict[str | None, Any]
    targets: Mapping[int, OutboxRow]
    places: Places
    said: dict[tuple[Any, ...], Worded] = field(default_factory=dict)


class WhatToSay:
    """`reminder_idle`: a reminder waits until a draft has been idle this long."""

    def __init__(self, zone: ZoneInfo, reminder_idle: timedelta) -> None:
        self._zone, self._reminder_idle = zone, reminder_idle

    async def word(
        self, tx: Transaction, rows: Sequence[OutboxRow], now: datetime
    ) -> tuple[list[Letter], list[Outcome]]:
        """The letters to send now, and the outcomes of rows that are not sent now."""
        letters: list[Letter] = []
        settled: list[Outcome] = []
        busy = await self._busy_until(tx, rows)
        targets = await outbox.rows(tx, {each for row in rows for each in (row.edits, row.reply_to_row) if each})
        loaded = await load_together(tx, (row.subject for row in rows))
        batch = Batch(now, loaded, targets, await place(tx, rows, now))
        for row in rows:
            outcome = self._without_sending(row, busy, now)
            letter = None if outcome else await self._letter(tx, row, batch)
            if isinstance(letter, Letter):
                letters.append(letter)
            else:
                settled.append(outcome or letter or Outcome(row.id, "dropped", now, reason="nothing_to_say"))
        return letters, settled

    async def _busy_until(self, tx: Transaction, rows: Sequence[OutboxRow]) -> dict[int, datetime]:
        chats = [row.chat_id for row in rows if row.kind == "reminder"]
        if not chats:
            return {}
        since = await conversations.busy_since(tx, chats, DRAFT_TOPICS)
        return {chat: at + self._reminder_idle for chat, at in since.items()}

    def _without_sending(self, row: OutboxRow, busy: dict[int, datetime], now: datetime) -> Outcome | None:
        if row.expires_at and row.expires_at <= now:
            return Outcome(row.id, "dropped", now, reason="expired")
        free_at = busy.get(row.chat_id) if row.kind == "reminder" else None
        if free_at and free_at > now:
            return Outcome(row.id, "ready", now, next_at=free_at, reason="busy")
        return None

    async def _letter(self, tx: Transaction, row: OutboxRow, batch: Batch) -> Letter | Outcome:
        edits, replies_to, now = None, None, batch.now
        if row.edits is not None:
            target = batch.targets.get(row.edits)
            if target is None or target.state in ("failed", "dropped", "held") or target.bot_id != row.bot_id:
                return Outcome(row.id, "dropped", now, reason="nothing_to_edit")
            if target.message_id is None:
                return Outcome(row.id, "ready", now, next_at=now + WAIT_FOR_TARGET, reason="waits_for_message")
            # a group that became a supergroup numbers its messages anew: the card is shown there as a new one
            edits = target.message_id if target.chat_id == row.chat_id else None
        if row.reply_to_row is not None:
            target = batch.targets.get(row.reply_to_row)
            here = target is not None and (target.chat_id, target.bot_id) == (row.chat_id, row.bot_id)
            if target is not None and here and stays_a_reply(batch.places, row, target):
                replies_to = target.message_id
        try:
            worded = await self._worded(tx, row, batch)
        except Exception as error:
            log.error("not_worded", row=row.id, key=row.key, exc_info=error)
            return Outcome(row.id, "failed", now, reason="not_worded")
        if worded is None:
            return Outcome(row.id, "dropped", now, reason="nothing_to_say")
        return Letter(row, worded, edits, replies_to or row.reply_to_message, wanted=wants(batch.places, row.id))

    async def _worded(self, tx: Transaction, row: OutboxRow, batch: Batch) -> Worded | None:
        if row.subject not in batch.loaded:
            batch.loaded[row.subject] = await load_subject(tx, row.subject)
        same = (row.key, row.subject, row.language, repr(row.values))
        if same not in batch.said:
            about = batch.loaded[row.subject]
            worded = word_message(row.key, row.language, row.values, about, batch.now, self._zone)
            if worded is None:
                return None
            batch.said[same] = worded
        return batch.said[same]
