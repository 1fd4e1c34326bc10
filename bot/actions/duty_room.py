"""Telling the duty groups of an area, and one person, what concerns the roster."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.rules.message import Message, Recipient
from storage import groups, outbox
from storage.database import Transaction
from storage.tables import Person

CITY_DIGITS = 6


def subject(area: str) -> str:
    """What the case log's lines about a roster stand under."""
    return f"roster:{area}"


async def tell_room(
    tx: Transaction, area: str, key: str, values: Mapping[str, Any], once: str, now: datetime, kind: str = "notice",
    about: str | None = None,
) -> int:  # fmt: skip
    """A message to the duty groups of an area; how many there are. `about` is its subject."""
    tier = "city" if len(area) <= CITY_DIGITS else "town"
    listening = await groups.listening(tx, tier, [area])
    for group in listening:
        to = Recipient(group.chat_id, group.language, group.thread_id)
        await outbox.put(tx, Message(kind, to, key, values, about, once=f"{once}:{group.id}"), now)
    return len(listening)


async def tell_person(
    tx: Transaction, person: Person | None, key: str, values: Mapping[str, Any], once: str, now: datetime,
    kind: str = "notice", about: str | None = None,
) -> bool:  # fmt: skip
    """A message to somebody's private chat. False when they cannot be written to."""
    if person is None or not person.telegram_id or person.unreachable_since is not None:
        return False
    to = Recipient(person.telegram_id, person.language, person_id=person.id)
    await outbox.put(tx, Message(kind, to, key, values, about, once=f"{once}:{person.id}"), now)
    return True
