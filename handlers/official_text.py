"""短信体, 全文, Word: one tap, and the text is in the chat."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import official_texts
from bot.wording import duty_screens, screens
from bot.wording.case_taps import DeskTap
from handlers.visit import Visit

router = Router(name="official_text")
ORDER = 24

NOTES = {"stale": "tap-stale", "made": "text-made-already"}


async def is_a_text(tap: CallbackQuery, callback_data: DeskTap) -> bool:
    return callback_data.act == "text_is"


@router.callback_query(DeskTap.filter(), is_a_text)
async def chosen(tap: CallbackQuery, callback_data: DeskTap, visit: Visit) -> None:
    report, refusal = await official_texts.make(
        visit.tx, visit.world, visit.speaker, visit.group, callback_data.report, callback_data.value, visit.now
    )
    if refusal in NOTES:
        visit.replies.answer_tap(screens.note(visit.here, NOTES[refusal]))
        return
    said = duty_screens.tap_answer(report, refusal, "toast-text", visit.here)
    visit.replies.answer_tap(said, alert=bool(refusal))
