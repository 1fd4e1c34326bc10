"""Whatever nobody else listens for: never a silent nothing in private, never a word too many in a group."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, drafts, edits
from bot.rules.speaker import Speaker
from bot.wording import screens
from handlers.listens_for import a_command, private
from handlers.replies import Replies
from handlers.visit import Visit

router = Router(name="fallback")
ORDER = 99


@router.callback_query()
async def unknown_tap(tap: CallbackQuery, language: str, replies: Replies) -> None:
    """A button of an older version, or a forged one."""
    replies.answer_tap(screens.note(language, "tap-not-understood"))


@router.message(private, a_command)
async def unknown_command(message: Message, visit: Visit) -> None:
    """A command nobody knows; the question that is open is shown again."""
    command = (message.text or "").split()[0][:30]
    visit.replies.send(screens.say(visit.language, "no-such-command", command=command))
    held = drafts.draft_of(visit.world, visit.speaker)
    if held is not None:
        visit.replies.send(visit.screens(*held).screen())


@router.message(private)
async def unknown_words(message: Message, speaker: Speaker, replies: Replies) -> None:
    """Somebody without an officer's post: whom to ring, and where help is."""
    replies.send(screens.not_sent(speaker))


@router.edited_message(private)
async def edited(message: Message, speaker: Speaker, tx: Transaction, now: datetime, replies: Replies) -> None:
    """An edited message changes no record: the new words are noted, and the officer is told how to correct it."""
    text = message.text if message.text is not None else message.caption
    if not speaker.posts or text is None:
        return
    number = await edits.note(tx, speaker, text, now)
    if number is not None:
        replies.send(screens.say(speaker.language, "edit-noted", number=number), reply_to=message.message_id)
    else:
        replies.send(screens.say(speaker.language, "edit-changes-nothing"), reply_to=message.message_id)
