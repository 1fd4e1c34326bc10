"""A public bot serves residents alone. Whoever holds a post, or wants something else, is shown the way to the duty bot.

It stands between a handler that would answer and its answer, so that it knows what was asked for.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, TelegramObject

from bot.rules.public_bots import MAIN
from bot.rules.speaker import Speaker
from bot.wording import screens
from bot.world import World
from handlers.replies import Replies

# The conversations of residents; of the one about oneself, all but an invitation and one's phone number.
RESIDENTS = {"area_link", "digest", "fallback", "follows", "help", "real", "shelter", "subscribe", "tip"}
OF_START = {"plainly", "help_", "language_", "language_tapped", "cancel"}


class PublicDoor(BaseMiddleware):
    """Lets everything through at the duty bot."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        speaker: Speaker = data["speaker"]
        if speaker.bot_id == MAIN or isinstance(event, ChatMemberUpdated):
            return await handler(event, data)
        staff = bool(speaker.posts) or speaker.admin
        if not staff and for_residents(data["handler"].callback):
            return await handler(event, data)
        _point(event, staff, data["world"], speaker, data["replies"])
        return None


def for_residents(callback: Callable[..., Any]) -> bool:
    """Whether residents use what this handler does."""
    module = callback.__module__.removeprefix("handlers.")
    return module in RESIDENTS or (module == "start" and callback.__name__ in OF_START)


def _point(event: TelegramObject, staff: bool, world: World, speaker: Speaker, replies: Replies) -> None:
    """The way to the duty bot, with what was said in a link that goes there too."""
    username = world.usernames.get(MAIN, "")
    bot = f"@{username}" if username else screens.note(speaker.language, "public-duty-bot")
    if isinstance(event, CallbackQuery):
        replies.answer_tap(screens.note(speaker.language, "public-tap-elsewhere", bot=bot), alert=True)
        return
    said = event.text or "" if isinstance(event, Message) else ""
    payload = said.removeprefix("/start ").strip() if said.startswith("/start ") else ""
    link = f"https://t.me/{username}" + (f"?start={payload}" if _is_payload(payload) else "")
    key = "public-staff-elsewhere" if staff else "public-elsewhere"
    replies.send(screens.say(speaker.language, key, bot=bot, link=link if username else ""))


def _is_payload(said: str) -> bool:
    """What Telegram takes behind `?start=`."""
    return 0 < len(said) <= 64 and said.isascii() and said.replace("_", "").replace("-", "").isalnum()
