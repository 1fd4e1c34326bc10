"""Buttons of the handover note (交接班): item by item, refused with a reason, confirmed by telephone."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import handover, talks
from bot.rules.handover_view import HandoverView
from bot.wording import handover_cards, screens
from bot.wording.duty_taps import HandoverTap
from bot.wording.outgoing import Saying
from bot.wording.worded import plain
from handlers.listens_for import in_talk, to_the_bot
from handlers.visit import Visit

router = Router(name="handover")
ORDER = 26

REFUSING = "refusing_shift"


@router.callback_query(HandoverTap.filter())
async def tapped(tap: CallbackQuery, callback_data: HandoverTap, language: str, visit: Visit) -> None:
    number, act = callback_data.handover, callback_data.act
    if act in ("take", "ok"):
        item = callback_data.value if act == "take" else None
        answer, left = await handover.accept(visit.tx, visit.speaker, number, item, visit.now)
        _toast(visit, answer, language, left)
        if answer in ("taken", "done"):
            await _show(visit, number, language, None)
    elif act == "phone":
        _toast(visit, await handover.confirm(visit.tx, visit.speaker, number, visit.now), language)
    elif act == "page":
        await _show(visit, number, language, callback_data.value)
    elif act == "refuse":
        refusal = await handover.refusable(visit.tx, visit.speaker, number)
        if refusal:
            _toast(visit, refusal, language)
            return
        await talks.open_talk(visit.tx, visit.speaker, REFUSING, {"handover": number}, visit.now)
        visit.replies.send(handover_cards.ask_reason(visit.speaker, language))
    else:
        visit.replies.answer_tap(screens.note(language, "tap-not-understood"))


def _toast(visit: Visit, answer: str, language: str, left: int = 0) -> None:
    key = f"toast-handover-{answer.replace('_', '-')}"
    visit.replies.answer_tap(plain(language, key, left=str(left)), alert=answer in ("no_right", "over", "gone"))


async def _show(visit: Visit, number: int, language: str, page: int | None) -> None:
    view: HandoverView | None = await handover.view(visit.tx, visit.speaker, number)
    if view is not None:
        saying = Saying(language, {}, view, visit.now, visit.world.settings.zone)
        visit.replies.show(handover_cards.note(view, saying, page))


@router.message(in_talk(REFUSING), to_the_bot)
async def reason(message: Message, language: str, visit: Visit) -> None:
    if not message.text or message.text.startswith("/"):
        visit.replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
        return
    number = int(visit.speaker.talk.data["handover"])
    refusal = await handover.refuse(visit.tx, visit.speaker, number, message.text, visit.now)
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    key = f"toast-handover-{refusal.replace('_', '-')}" if refusal else "handover-refusal-kept"
    visit.replies.send(screens.say(language, key), reply_to=message.message_id)
