"""Before any handler: who is speaking, in which language, and what they are in the middle of."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Chat, ChatMemberUpdated, Message, TelegramObject, Update, User

import locales
from bot.actions import edits, people
from bot.actions.edits import Pin
from bot.rules.reading.script import clean
from bot.rules.speaker import Speaker
from handlers.replies import Replies
from handlers.visit import Visit


class WhoSpeaks(BaseMiddleware):
    """Gives handlers `speaker`, `group` (the bound duty group they speak in, or None), `language` and `visit`."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user, chat, message, tapped = _source(event)
        if user is None or chat is None:
            return None
        _, bot_id = data["tx"].heard
        if bot_id and chat.type != "private":
            return None  # public bots have no business in groups and channels
        replies: Replies = data["replies"]
        replies.chat_id = chat.id
        replies.hear(message, tapped)
        private, speaks = chat.type == "private", message is not None or tapped is not None
        settings = data["world"].settings
        admins, default = frozenset(settings.bot_admins), settings.default_language
        language = locales.language_of(user.language_code, default)
        speaker = await people.who_speaks(
            data["tx"],
            user.id,
            shown_name(user),
            user.username,
            chat.id,
            private,
            language,
            admins,
            data["now"] if speaks else None,
            bot_id,
        )
        group = None if private else await people.group_place(data["tx"], chat.id, speaks, chat.is_forum)
        if private and message is not None and tapped is None:
            speaker = replace(speaker, message_id=message.message_id)
        data["speaker"], data["group"] = speaker, group
        data["language"] = speaker.language if private else group.language if group else default
        data["visit"] = Visit(
            speaker, data["tx"], data["now"], data["world"], replies, group, data["language"]
        )  # fmt: skip
        handled = await handler(event, data)
        await edits.remember(data["tx"], speaker, _pin(message), data["now"])
        return handled


def shown_name(user: User) -> str:
    """The name as Telegram shows it, without line breaks and marks nobody sees; never empty."""
    return " ".join(clean(user.full_name).replace("\u3164", " ").split())[:200] or f"#{user.id}"


def _pin(message: Message | None) -> Pin | None:
    if message is None or message.location is None:
        return None
    there, forwarded = message.location, message.forward_origin is not None
    return Pin(there.latitude, there.longitude, message.date, forwarded)


def _source(event: TelegramObject) -> tuple[User | None, Chat | None, Message | None, CallbackQuery | None]:
    inner = event.event if isinstance(event, Update) else event
    if isinstance(inner, CallbackQuery):
        message = inner.message
        heard = message if isinstance(message, Message) else None
        return inner.from_user, message.chat if message else None, heard, inner
    if isinstance(inner, Message):
        return inner.from_user, inner.chat, inner, None
    if isinstance(inner, ChatMemberUpdated):
        return inner.from_user, inner.chat, None, None
    return None, None, None, None


__all__ = ["Speaker", "WhoSpeaks", "shown_name"]
