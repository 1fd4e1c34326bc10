"""Conversations: opened, carried on, closed. A half-given report is parked by another conversation, never dropped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.rules.speaker import Speaker, Talk
from storage import conversations, outbox
from storage.database import Transaction

DRAFT = "report"
PARKED = "parked"
# Said outside of any form, and not yet said what it is.
TYPED = "typed"


def says_something(draft: Mapping[str, Any]) -> bool:
    """Whether a stored draft holds the officer's own words. The 本村 of an emergency was put there by us."""
    answers = dict(draft.get("answers", {}))
    if answers.get("place", {}).get("kind") == "own_village":
        del answers["place"]
    return bool(answers or draft.get("words") or draft.get("files"))


def carried(speaker: Speaker) -> dict[str, Any]:
    """What the next conversation of this person must not lose: the draft under way, else the one parked before."""
    data = speaker.talk.data
    if speaker.talk.topic == DRAFT and says_something(data):
        return {PARKED: dict(data)}
    return {PARKED: data[PARKED]} if data.get(PARKED) else {}


def parked_due(speaker: Speaker) -> datetime | None:
    """When the emergency that the next conversation carries along sends itself; None when it carries none."""
    return speaker.talk.due_at if carried(speaker) else None


async def open_talk(tx: Transaction, speaker: Speaker, topic: str, data: Mapping[str, Any], now: datetime) -> Talk:
    """From now on `topic` listens to this person in this chat; its revision is in the answer.

    The moment at which a parked emergency sends itself stays.
    """
    return await conversations.save(
        tx, speaker.chat_id, speaker.telegram_id, topic, {**data, **carried(speaker)}, now, parked_due(speaker)
    )  # fmt: skip


async def close_talk(tx: Transaction, speaker: Speaker, now: datetime) -> None:
    """Nobody listens any more; a draft that was parked waits for the officer's word."""
    parked = speaker.talk.data.get(PARKED)
    if parked:
        due_at = speaker.talk.due_at if speaker.talk.topic != DRAFT else None
        await conversations.save(
            tx, speaker.chat_id, speaker.telegram_id, None, {PARKED: parked}, now, due_at
        )  # fmt: skip
    elif speaker.talk.topic is not None:
        await conversations.clear(tx, speaker.chat_id, speaker.telegram_id, now)
    if speaker.talk.topic is not None:
        await outbox.release_reminders(tx, speaker.chat_id, now)
