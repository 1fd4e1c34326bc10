"""Who hears of an on-scene command: the person in private, the duty rooms under the card."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.actions import escalate
from bot.rules.message import Message, Recipient
from storage import commands, outbox, people
from storage.case_view import CARD
from storage.database import Transaction
from storage.tables import Report, SceneCommand

ASK = "command-card"
# What needs somebody in the room to act.
LOUD = ("refused", "silent", "out_of_post")


def subject(row: SceneCommand) -> str:
    return f"command:{row.id}"


async def say_to(tx: Transaction, row: SceneCommand, key: str, values: Mapping[str, Any], now: datetime) -> bool:
    """To the named person's private chat, under their card. False for whoever has no account."""
    person = await people.person(tx, row.person_id) if row.person_id is not None else None
    if person is None or not person.telegram_id or person.unreachable_since is not None:
        return False
    cards = await outbox.rows_about(tx, subject(row), ASK)
    card = next((each for each in cards if each.edits is None), None)
    to = Recipient(person.telegram_id, person.language, person_id=person.id)
    once = f"{subject(row)}:{key}:{values.get('command', '')}"
    reply_to = card.id if card is not None else None
    await outbox.put(tx, Message("call", to, key, values, subject(row), once=once, reply_to_row=reply_to), now)
    return True


async def refresh_card(tx: Transaction, row: SceneCommand, now: datetime) -> None:
    """Their card shows how it stands. Somebody who accepted on the telephone gets one, if they can be written to."""
    cards = [each for each in await outbox.rows_about(tx, subject(row), ASK) if each.edits is None]
    for card in cards:
        to = Recipient(card.chat_id, card.language, card.thread_id, card.person_id)
        await outbox.put_refresh(tx, Message("card", to, ASK, card.values, subject(row), edits=card.id), now)
    if not cards and row.state == "standing" and row.person_id is not None:
        person = await people.person(tx, row.person_id)
        if person is not None and person.telegram_id and person.unreachable_since is None:
            to = Recipient(person.telegram_id, person.language, person_id=person.id)
            await outbox.put(tx, Message("call", to, ASK, {}, subject(row), once=f"{subject(row)}:{ASK}:"), now)


async def keep_informed(
    tx: Transaction, report: Report, key: str, values: Mapping[str, Any], once: str, now: datetime, but: int
) -> None:
    """What is new about the case reaches whoever commands too, unless they said it or have the desk's card."""
    rows = await commands.of_report(tx, report.id)
    row = commands.standing(rows)
    person = await people.person(tx, row.person_id) if row is not None and row.person_id is not None else None
    if row is None or person is None or not person.telegram_id or person.telegram_id == but:
        return
    if person.telegram_id in await rooms(tx, report):
        return
    card = next((each for each in await outbox.rows_about(tx, subject(row), ASK) if each.edits is None), None)
    to = Recipient(person.telegram_id, person.language, person_id=person.id)
    once, reply_to = f"{once}:{person.telegram_id}", card.id if card is not None else None
    about = f"report:{report.id}"
    await outbox.put(tx, Message("question", to, key, values, about, once=once, reply_to_row=reply_to), now)
    await refresh_card(tx, row, now)


async def tell(
    tx: Transaction, report: Report, row: SceneCommand, step: str, by: str | None, now: datetime, old: str | None = None
) -> None:
    """The rooms hear it under the card: named, accepted, taken_over, told, refused, silent, arrived."""
    values = {"step": step, "command": row.id, "name": row.name, "by": by, "old": old, "reason": row.reason,
              "note": row.note, "phone": row.phone}  # fmt: skip
    kind = "question" if step in LOUD else "notice"
    person = await people.person(tx, row.person_id) if row.person_id is not None else None
    others = await rooms(tx, report, but=person.telegram_id if person is not None else None)
    await escalate.tell_the_room(tx, report, kind, "command-news", values, f"{subject(row)}:{step}", now, others)


async def rooms(tx: Transaction, report: Report, but: int | None = None) -> set[int]:
    """The chats that have the card, without that of `but`, who knows."""
    cards = await outbox.rows_about(tx, f"report:{report.id}", CARD)
    return {card.chat_id for card in cards if card.chat_id != but}
