"""Everybody who reported a case hears of it, each in their own language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.rules.message import Message, Recipient
from storage import outbox, people, report_links
from storage.database import Transaction
from storage.tables import Report


async def tell_reporters(
    tx: Transaction, report: Report, key: str, values: Mapping[str, Any], once: str, now: datetime,
    but: int | None = None,
) -> None:  # fmt: skip
    """To all followers who have an account; `but` is the Telegram id of whoever did it."""
    for person_id in await report_links.followers(tx, report):
        reporter = await people.person(tx, person_id)
        if reporter is None or not reporter.telegram_id or reporter.telegram_id == but:
            continue
        to = Recipient(reporter.telegram_id, reporter.language, person_id=reporter.id)
        message = Message("acknowledgement", to, key, values, f"report:{report.id}", once=f"{once}:{person_id}")
        await outbox.put(tx, message, now)
