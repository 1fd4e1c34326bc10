"""Whatever nobody else listens for: never a silent nothing in private, never a word too many in a group."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction
from bot.rules.speaker import Speaker
from bot.wording import screens
from handlers.listens_for import private
from handlers.replies import Replies

router = Router(name="fallback")
ORDER = 99


@router.callback_query()
async def unknown_tap(tap: CallbackQuery, language: str, replies: Replies) -> None:
    """A button of an older version, or a forged one."""
    replies.answer_tap(screens.note(language, "tap-not-understood"))


@router.message(private)
async def unknown_words(message: Message, speaker: Speaker, replies: Replies) -> None:
    """Somebody without an officer's post: what this is, and where help is."""
    replies.send(screens.home(speaker))


@router.edited_message(private)
async def edited(message: Message, speaker: Speaker, tx: Transaction, now: datetime, replies: Replies) -> None:
    """An edited message changes no record; the officer is told how to correct one."""
    if speaker.officer is not None and message.text is not None:
        replies.send(screens.say(speaker.language, "edit-changes-nothing"), reply_to=message.message_id)
