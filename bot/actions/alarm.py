"""Telling the administrators what needs a person: a lost group, a poisoned update, nobody to call."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.rules.message import Message, Recipient
from storage import outbox, people
from storage.database import Transaction


async def alarm(tx: Transaction, key: str, values: Mapping[str, Any], now: datetime, once: str | None = None) -> None:
    """An alarm to every administrator. `once`: say it a single time only."""
    for telegram_id, language in await people.administrators(tx):
        mark = f"{once}:{telegram_id}" if once else None
        await outbox.put(tx, Message("alarm", Recipient(telegram_id, language), key, dict(values), once=mark), now)
