"""接受 and 不接受 under a request, and 收回 by whoever asked."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import request_answers, talks
from bot.actions.request_answers import Answered
from bot.wording import duty_screens, request_screens, screens
from bot.wording.case_taps import RequestTap
from handlers.listens_for import in_talk, to_the_bot
from handlers.visit import Visit

router = Router(name="request_answer")
ORDER = 24

REFUSING = "request_refusing"


@router.callback_query(RequestTap.filter())
async def tapped(tap: CallbackQuery, callback_data: RequestTap, visit: Visit) -> None:
    request, act = callback_data.request, callback_data.act
    if act == "refuse":
        await _asks_why(visit, request, tap.message.message_id if tap.message else None)
    elif act == "accept":
        found = await request_answers.accept(
            visit.tx, visit.world, visit.speaker, visit.group, request, visit.now
        )  # fmt: skip
        _toast(visit, found, "request-accepted")
    elif act == "withdraw":
        found = await request_answers.withdraw(
            visit.tx, visit.world, visit.speaker, visit.group, request, visit.now
        )  # fmt: skip
        _toast(visit, found, "request-withdrawn")
        if not found.refusal:
            visit.replies.show(screens.say(visit.here, "menu-closed"))
    else:
        visit.replies.answer_tap(screens.note(visit.here, "tap-not-understood"))


def _said(visit: Visit, found: Answered, done: str) -> str:
    return request_screens.answer(found.report, found.refusal, done, visit.here)


def _toast(visit: Visit, found: Answered, done: str) -> None:
    visit.replies.answer_tap(_said(visit, found, done), alert=bool(found.refusal))


async def _asks_why(visit: Visit, request: int, shown: int | None) -> None:
    found = await request_answers.allowed(
        visit.tx, visit.world, visit.speaker, visit.group, request, "refuse", visit.now
    )
    if found.report is None or found.refusal:
        _toast(visit, found, "")
        return
    await talks.open_talk(visit.tx, visit.speaker, REFUSING, {"request": request}, visit.now)
    asked = duty_screens.ask_for_words(REFUSING, found.report.number, visit.speaker, visit.here)
    visit.replies.send(asked, reply_to=shown)


@router.message(in_talk(REFUSING), to_the_bot)
async def why(message: Message, visit: Visit) -> None:
    text = (message.text or "").strip()
    if not text or text.startswith("/"):
        visit.replies.send(screens.say(visit.here, "words-please"), reply_to=message.message_id)
        return
    request = int(visit.speaker.talk.data["request"])
    found = await request_answers.refuse(
        visit.tx, visit.world, visit.speaker, visit.group, request, text, visit.now
    )  # fmt: skip
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    visit.replies.send(duty_screens.said(_said(visit, found, "request-refused")), reply_to=message.message_id)
