"""What Telegram says about our rights: whether the bot is known, may write in its duty groups, hears its webhook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import ChatMemberAdministrator, ChatMemberBanned, ChatMemberLeft, ChatMemberRestricted

from bot.delivery.send_errors import sort_error


@dataclass(frozen=True)
class Hearing:
    """`webhook_url` is empty for polling; `waiting` updates have not been fetched or delivered yet."""

    username: str
    webhook_url: str
    waiting: int
    last_error: str | None
    last_error_at: datetime | None


async def hearing(bot: Bot) -> Hearing:
    """TelegramAPIError when the bot cannot be asked about."""
    me = await bot.me()
    info = await bot.get_webhook_info()
    return Hearing(
        me.username or "", info.url, info.pending_update_count, info.last_error_message, info.last_error_date
    )


async def closed_groups(bot: Bot, groups: Iterable[tuple[int, str]]) -> list[tuple[str, str]]:
    """The groups in which the bot may not write: title, and a reason word."""
    closed = []
    for chat_id, title in groups:
        reason = await _why_closed(bot, chat_id)
        if reason:
            closed.append((title, reason))
    return closed


async def _why_closed(bot: Bot, chat_id: int) -> str | None:
    try:
        member = await bot.get_chat_member(chat_id, (await bot.me()).id)
    except TelegramAPIError as error:
        return sort_error(str(error)).reason
    if isinstance(member, (ChatMemberLeft, ChatMemberBanned)):
        return "removed_from_group"
    muted = isinstance(member, ChatMemberRestricted) and not member.can_send_messages
    return "no_rights" if muted else None


async def without_topics(bot: Bot, groups: Iterable[tuple[int, str]]) -> list[str]:
    """The forum groups in which the bot may not make topics: their titles."""
    titles = []
    for chat_id, title in groups:
        try:
            if not (await bot.get_chat(chat_id)).is_forum:
                continue
            member = await bot.get_chat_member(chat_id, (await bot.me()).id)
        except TelegramAPIError:
            continue  # `closed_groups` tells of those
        if not (isinstance(member, ChatMemberAdministrator) and member.can_manage_topics):
            titles.append(title)
    return titles
