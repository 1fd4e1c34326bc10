"""An officer answers a question of the duty room: by replying to it, at any time, even in the middle of a form."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from aiogram import Router
from aiogram.types import Message

from bot.actions import Transaction, questions
from bot.actions.questions import OfficersAnswer
from bot.rules.speaker import Speaker
from bot.wording import screens
from handlers.listens_for import media_of, private
from handlers.replies import Replies

router = Router(name="duty_question")
ORDER = 15


def answer_in(message: Message) -> OfficersAnswer | None:
    """Words, a file or a location, as an answer. None for what cannot be one (a poll, a sticker)."""
    item = media_of(message)
    if item is not None:
        return OfficersAnswer(text=message.caption, item=item)
    if message.location is not None:
        return OfficersAnswer(pin=(message.location.latitude, message.location.longitude))
    return OfficersAnswer(text=message.text) if message.text else None


async def replies_to_question(message: Message, speaker: Speaker, tx: Transaction) -> bool | dict[str, Any]:
    if message.reply_to_message is None or answer_in(message) is None:
        return False
    asked = await questions.question_replied_to(tx, speaker, message.reply_to_message.message_id)
    return {"asked": asked} if asked is not None else False


@router.message(private, replies_to_question)
async def answered(
    message: Message, asked: Any, speaker: Speaker, tx: Transaction, now: datetime, replies: Replies
) -> None:
    await give(message, asked, speaker, tx, now, replies)


async def give(
    message: Message, asked: Any, speaker: Speaker, tx: Transaction, now: datetime, replies: Replies
) -> None:
    """Hand the answer to the duty room, and say so."""
    said = answer_in(message)
    report = await questions.answer_question(tx, speaker, asked, said, now) if said else None
    if report is None:
        replies.send(screens.say(speaker.language, "fault-not-usable"))
        return
    replies.send(screens.say(speaker.language, "answer-sent", number=report.number, by=asked.asked_by_name))
