"""Conversations: opened, carried on, closed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.rules.speaker import Speaker, Talk
from storage import conversations, outbox
from storage.database import Transaction


async def open_talk(tx: Transaction, speaker: Speaker, topic: str, data: Mapping[str, Any], now: datetime) -> Talk:
    """From now on `topic` listens to this person in this chat; its revision is in the answer."""
    return await conversations.save(tx, speaker.chat_id, speaker.telegram_id, topic, data, now)


async def close_talk(tx: Transaction, speaker: Speaker, now: datetime) -> None:
    if speaker.talk.topic is not None:
        await conversations.clear(tx, speaker.chat_id, speaker.telegram_id, now)
        await outbox.release_reminders(tx, speaker.chat_id, now)
