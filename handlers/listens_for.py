"""Filters: async functions, because a magic filter costs a thread hop each (measured, design notes §3c)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery, Message

import locales
from bot.rules.speaker import Speaker

Filter = Callable[..., Awaitable[bool]]


async def private(event: Message | CallbackQuery, speaker: Speaker) -> bool:
    return speaker.private


async def in_group(event: Message | CallbackQuery, speaker: Speaker) -> bool:
    return not speaker.private


async def officer(event: Message | CallbackQuery, speaker: Speaker) -> bool:
    return speaker.private and speaker.officer is not None


def in_talk(*topics: str) -> Filter:
    """The person is in the middle of one of these."""

    async def listens(event: Any, speaker: Speaker) -> bool:
        return speaker.talk.topic in topics

    return listens


def label(key: str) -> Filter:
    """The words of a reply-keyboard button, in any language."""

    async def listens(message: Message) -> bool:
        return (message.text or "").strip() in locales.labels(key)

    return listens


async def a_command(message: Message) -> bool:
    return (message.text or "").startswith("/")


async def no_command(message: Message) -> bool:
    """/words are for whoever knows them, never an answer to a question."""
    return not await a_command(message)


async def has_text(message: Message) -> bool:
    return bool(message.text)


def media_of(message: Message) -> dict[str, Any] | None:
    """The file of a message as a report keeps it, or None. The largest size of a photo."""
    for kind in ("video", "voice", "audio", "animation", "document", "video_note"):
        file = getattr(message, kind)
        if file is not None:
            return _item(message, kind, file)
    return _item(message, "photo", message.photo[-1]) if message.photo else None


def _item(message: Message, kind: str, file: Any) -> dict[str, Any]:
    item = {
        "kind": kind,
        "file_id": file.file_id,
        "unique_id": file.file_unique_id,
        "size": file.file_size,
        "mime": getattr(file, "mime_type", None),
        "name": getattr(file, "file_name", None),
        "message_at": message.date.isoformat(),
        "original_at": message.forward_origin.date.isoformat() if message.forward_origin else None,
        "group": message.media_group_id,
        "caption": message.caption,
        "forwarded": message.forward_origin is not None,
    }
    return {name: value for name, value in item.items() if value not in (None, False)}


async def has_contact(message: Message) -> bool:
    return message.contact is not None


async def has_media(message: Message) -> bool:
    return media_of(message) is not None


async def to_the_bot(message: Message, speaker: Speaker, bot: Bot) -> bool:
    """Meant for the bot: said in private, or as a reply to it. Other talk in a duty room stays the room's own.

    Whatever is said in a forum's topic answers, to Telegram, the service message that opened it: that is no reply.
    """
    if speaker.private:
        return True
    replied = message.reply_to_message
    if replied is None or replied.forum_topic_created is not None:
        return False
    return replied.from_user is not None and replied.from_user.id == bot.id


def topic_of(message: Message) -> int | None:
    """The forum topic that something was said in; None in the general one and outside of forums."""
    return message.message_thread_id if message.is_topic_message else None
