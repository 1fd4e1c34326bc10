"""A poisoned update: the administrators hear of it, and the person gets a number to quote. Nothing is silent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.actions.alarm import alarm
from bot.rules.message import Message, Recipient
from storage import outbox, people
from storage.database import Transaction


async def tell_of_set_aside(
    tx: Transaction, update: Mapping[str, Any], reference: str, now: datetime, language: str
) -> None:
    """`update` is the raw one; it may be of any shape, or it would not have been poisoned."""
    values = {"update": str(update.get("update_id")), "reference": reference}
    await alarm(tx, "alarm-set-aside", values, now, once=f"set_aside:{update.get('update_id')}")
    chat, person = _who(update)
    if chat is None:
        return
    known = await people.by_telegram(tx, person) if person else None
    to = Recipient(chat, known.language if known else language)
    once = f"sorry:{update.get('update_id')}"
    await outbox.put(tx, Message("receipt", to, "sorry-fault", {"reference": reference}, once=once), now)


def _who(update: Mapping[str, Any]) -> tuple[int | None, int | None]:
    for name in ("message", "callback_query"):
        part = update.get(name)
        if isinstance(part, Mapping):
            person = (part.get("from") or {}).get("id")
            chat = (part.get("chat") or (part.get("message") or {}).get("chat") or {}).get("id")
            return chat or person, person
    return None, None
