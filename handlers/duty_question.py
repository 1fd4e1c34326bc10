"""An officer answers a question of the duty room: by replying to it, at any time, even in the middle of a form."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.types import Message

from bot.actions import Transaction, questions, supplements
from bot.actions.questions import OfficersAnswer
from bot.actions.spoken import Said
from bot.rules.speaker import Speaker
from bot.wording import screens
from handlers import spoken
from handlers.listens_for import media_of, private
from handlers.visit import Visit

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
async def answered(message: Message, asked: Any, visit: Visit) -> None:
    await give(message, asked, visit)


async def give(message: Message, asked: Any, visit: Visit) -> None:
    """Hand the answer to the duty room, enter the figures it states, and say so."""
    said, speaker = answer_in(message), visit.speaker
    report = await questions.answer_question(visit.tx, speaker, asked, said, visit.now) if said else None
    if said is None or report is None:
        visit.replies.send(screens.say(speaker.language, "fault-not-usable"))
        return
    if said.text:
        heard = await spoken.hear(visit, Said(said.text))
        await supplements.take_from_answer(visit.tx, visit.world, speaker, report, heard, visit.now)
    visit.replies.send(screens.say(speaker.language, "answer-sent", number=report.number, by=asked.asked_by_name))
