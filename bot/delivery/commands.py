"""The command lists behind the menu button: by who is looking (scope) and in which language.

Telegram takes two-letter language codes, so every Chinese phone reads zh-Hans here; the list without a language is for
all other phones and is worded in the default language. What Telegram shows is help, not a right: roles are checked at
every tap.
"""

from __future__ import annotations

from collections.abc import Iterable

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    BotCommandScopeUnion,
    MenuButtonCommands,
)

import locales

log = structlog.get_logger(__name__)

IN_PRIVATE = ("start", "report", "hazard", "cases", "subscribe", "unsubscribe", "language", "help", "cancel")
IN_GROUPS = ("bind", "cases", "duty", "drill", "broadcast", "alert", "language", "help", "cancel")
FOR_ADMINISTRATORS = (
    "start", "report", "hazard", "cases", "duty", "drill", "broadcast", "alert", "bind",
    "subscribe", "unsubscribe", "language", "help", "cancel",
)  # fmt: skip
# Telegram's code → ours. "" is whoever has none of the others.
LANGUAGES = {"": locales.DEFAULT, "zh": "zh-Hans", "en": "en"}


async def publish_commands(bot: Bot, admins: Iterable[int]) -> None:
    """Set all lists and the menu button. An administrator who has never opened the bot is passed over."""
    await _publish(bot, IN_PRIVATE, BotCommandScopeDefault())
    await _publish(bot, IN_PRIVATE, BotCommandScopeAllPrivateChats())
    await _publish(bot, IN_GROUPS, BotCommandScopeAllGroupChats())
    for admin in admins:
        try:
            await _publish(bot, FOR_ADMINISTRATORS, BotCommandScopeChat(chat_id=admin))
        except TelegramBadRequest as unknown:
            log.info("administrator_has_not_opened_the_bot", telegram_id=admin, detail=unknown.message)
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())


async def _publish(bot: Bot, names: Iterable[str], scope: BotCommandScopeUnion) -> None:
    names = tuple(names)
    for code, language in LANGUAGES.items():
        commands = [BotCommand(command=name, description=locales.say(language, f"command-{name}")) for name in names]
        await bot.set_my_commands(commands, scope=scope, language_code=code or None)
