"""/copies: of which priorities somebody on duty gets a copy in their private chat."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import copies
from bot.wording import escalation_words, screens
from bot.wording.duty_taps import CopiesTap
from handlers.visit import Visit

router = Router(name="copies")
ORDER = 12


@router.message(Command("copies"))
async def show(message: Message, visit: Visit, language: str) -> None:
    if not visit.speaker.private:
        visit.replies.send(screens.say(language, "copies-private"), reply_to=message.message_id)
        return
    wanted = await copies.choice(visit.tx, visit.world, visit.speaker)
    if wanted is None:
        visit.replies.send(screens.say(language, "copies-not-for-you"))
        return
    visit.replies.send(escalation_words.copies(wanted, language))


@router.callback_query(CopiesTap.filter())
async def switch(tap: CallbackQuery, callback_data: CopiesTap, visit: Visit, language: str) -> None:
    private = visit.speaker.private
    wanted = await copies.switch(visit.tx, visit.world, visit.speaker, callback_data.level) if private else None
    if wanted is None:
        visit.replies.answer_tap(screens.note(language, "copies-not-for-you"), alert=True)
        return
    visit.replies.show(escalation_words.copies(wanted, language))
