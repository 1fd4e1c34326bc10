"""The command lists behind the menu button: by who is looking (scope) and in which language.

Telegram takes two-letter language codes, so every Chinese phone reads zh-Hans here; the list without a language is for
all other phones and is worded in the default language. What Telegram shows is help, not a right: roles are checked at
every tap.
"""

from __future__ import annotations

from collections.abc import Awaitable, Iterable

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
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

IN_PRIVATE = (
    "start", "report", "hazard", "sign", "behalf", "cases",
    "tip", "real", "shelter", "subscribe", "unsubscribe", "language", "help",
    "cancel",
)  # fmt: skip
IN_GROUPS = (
    "bind", "cases", "behalf", "code", "duty", "roster",
    "drill", "broadcast", "call", "alert", "zero", "shelter", "poster", "language",
    "help", "cancel",
)  # fmt: skip
# What a public bot serves.
FOR_RESIDENTS = ("start", "tip", "real", "shelter", "subscribe", "unsubscribe", "language", "help", "cancel")
FOR_LEADERS = (
    "start", "cases", "duty", "call", "alert", "pulse", "log", "report", "hazard", "sign", "behalf",
    "real", "shelter", "subscribe", "unsubscribe", "language", "help", "cancel",
)  # fmt: skip
FOR_ADMINISTRATORS = (
    "start", "report", "hazard", "sign", "behalf", "code", "cases", "duty", "roster", "drill", "broadcast", "call",
    "alert", "zero", "bind", "copies", "pulse", "policy", "channel",
    "poster", "log", "why", "tip", "real", "shelter", "subscribe", "unsubscribe", "language",
    "help", "cancel",
)  # fmt: skip
# Telegram's code → ours. "" is whoever has none of the others.
LANGUAGES = {"": locales.DEFAULT, "zh": "zh-Hans", "en": "en"}


async def publish_commands(bot: Bot, admins: Iterable[int], leaders: Iterable[int] = ()) -> None:
    """Set all lists and the menu button. What Telegram refuses is passed over: a list is no reason not to listen."""
    admins = tuple(admins)
    await _publish(bot, IN_PRIVATE, BotCommandScopeDefault())
    await _publish(bot, IN_PRIVATE, BotCommandScopeAllPrivateChats())
    await _publish(bot, IN_GROUPS, BotCommandScopeAllGroupChats())
    for admin in admins:  # one who has never opened the bot is refused here, and sees the list of everybody
        await _publish(bot, FOR_ADMINISTRATORS, BotCommandScopeChat(chat_id=admin))
    for leader in leaders:
        if leader not in admins:
            await _publish(bot, FOR_LEADERS, BotCommandScopeChat(chat_id=leader))
    await _unless_refused(bot.set_chat_menu_button(menu_button=MenuButtonCommands()), "menu button")


async def publish_for_residents(bot: Bot) -> None:
    """A public bot's list: what residents use, in private chats alone."""
    await _publish(bot, FOR_RESIDENTS, BotCommandScopeAllPrivateChats())
    await _unless_refused(bot.set_chat_menu_button(menu_button=MenuButtonCommands()), "menu button")


async def _publish(bot: Bot, names: Iterable[str], scope: BotCommandScopeUnion) -> None:
    names = tuple(names)
    for code, language in LANGUAGES.items():
        commands = [BotCommand(command=name, description=locales.say(language, f"command-{name}")) for name in names]
        setting = bot.set_my_commands(commands, scope=scope, language_code=code or None)
        if not await _unless_refused(setting, f"{scope.type} {language}"):
            return


async def _unless_refused(call: Awaitable[bool], what: str) -> bool:
    try:
        return await call
    except TelegramAPIError as error:
        log.info("commands_not_set", what=what, detail=error.message)
        return False
