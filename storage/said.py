"""Which message became part of which report: an officer's later edit of it is noted there, and changes nothing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from storage.database import Transaction
from storage.tables import Said


async def remember(tx: Transaction, chat_id: int, message_id: int, report_id: int, now: datetime) -> None:
    """The words or file of this message are part of this report. Said twice is the same as once."""
    await remember_all(tx, chat_id, [message_id], report_id, now)


async def remember_all(
    tx: Transaction, chat_id: int, message_ids: Collection[int], report_id: int, now: datetime
) -> None:
    """The same for the messages of a draft that has become this report."""
    rows = [{"chat_id": chat_id, "message_id": each, "report_id": report_id, "at": now} for each in message_ids]
    await tx.insert_new(Said, rows, "chat_id", "message_id")


async def report_of(tx: Transaction, chat_id: int, message_id: int) -> int | None:
    """The report that this message became a part of."""
    found = await tx.session.get(Said, (chat_id, message_id))
    return found.report_id if found is not None else None
