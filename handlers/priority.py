"""升级, 降级: a level, a reason, and for a lower one a second tap."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import answer_case, priorities, talks
from bot.actions.priorities import Look
from bot.wording import duty_screens, request_screens, screens
from bot.wording.case_taps import PriorityTap
from bot.wording.worded import Worded
from handlers.listens_for import in_talk, to_the_bot
from handlers.visit import Visit

router = Router(name="priority")
ORDER = 24

WHY = "priority_reason"
LONGEST = 1000


@router.callback_query(PriorityTap.filter())
async def tapped(tap: CallbackQuery, callback_data: PriorityTap, visit: Visit) -> None:
    act, case, level = callback_data.act, callback_data.report, callback_data.level
    if act == "close":
        if visit.speaker.talk.topic == WHY:
            await talks.close_talk(visit.tx, visit.speaker, visit.now)
        visit.replies.show(screens.say(visit.here, "menu-closed"))
    elif act == "menu":
        await _menu(visit, case)
    elif act == "to":
        await _asks_why(visit, case, level, tap.message.message_id if tap.message else None)
    elif act == "sure":
        await _for_sure(visit, case, level)
    else:
        visit.replies.answer_tap(screens.note(visit.here, "tap-not-understood"))


def _refused(visit: Visit, found: Look) -> str:
    return request_screens.answer(found.report, found.refusal, "", visit.here)


async def _menu(visit: Visit, case: int) -> None:
    found = await answer_case.allowed(visit.tx, visit.speaker, visit.group, case, "raise_priority")
    if found.report is None or found.refusal:
        visit.replies.answer_tap(duty_screens.tap_answer(found.report, found.refusal, "", visit.here), alert=True)
        return
    visit.replies.show(request_screens.priority_menu(found.report, visit.here))


async def _look(visit: Visit, case: int, level: str) -> Look:
    return await priorities.look(visit.tx, visit.world, visit.speaker, visit.group, case, level, visit.now)


async def _asks_why(visit: Visit, case: int, level: str, shown: int | None) -> None:
    found = await _look(visit, case, level)
    if found.report is None or found.refusal:
        visit.replies.answer_tap(_refused(visit, found), alert=True)
        return
    await talks.open_talk(visit.tx, visit.speaker, WHY, {"report": case, "level": level}, visit.now)
    asked = duty_screens.ask_for_words(WHY, found.report.number, visit.speaker, visit.here)
    visit.replies.send(asked, reply_to=shown)


@router.message(in_talk(WHY), to_the_bot)
async def why(message: Message, visit: Visit) -> None:
    """Raised at once; to lower it takes a second tap."""
    text = (message.text or "").strip()[:LONGEST]
    if not text or text.startswith("/"):
        visit.replies.send(screens.say(visit.here, "words-please"), reply_to=message.message_id)
        return
    case, level = int(visit.speaker.talk.data["report"]), str(visit.speaker.talk.data["level"])
    found = await _look(visit, case, level)
    if found.report is not None and not found.refusal and found.lowers:
        kept = {"report": case, "level": level, "reason": text}
        await talks.open_talk(visit.tx, visit.speaker, WHY, kept, visit.now)
        sure = request_screens.confirm_lower(found.report, level, text, found.alone, visit.here)
        visit.replies.send(sure, reply_to=message.message_id)
        return
    visit.replies.send(await _changed(visit, case, level, text), reply_to=message.message_id)


async def _for_sure(visit: Visit, case: int, level: str) -> None:
    talk = visit.speaker.talk
    mine = talk.topic == WHY and talk.data.get("report") == case and talk.data.get("level") == level
    if not mine or not talk.data.get("reason"):
        visit.replies.answer_tap(screens.note(visit.here, "tap-stale"))
        return
    visit.replies.show(await _changed(visit, case, level, str(talk.data["reason"])))


async def _changed(visit: Visit, case: int, level: str, reason: str) -> Worded:
    found = await priorities.change(
        visit.tx, visit.world, visit.speaker, visit.group, case, level, reason, visit.now
    )  # fmt: skip
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if found.report is None or found.refusal:
        return duty_screens.said(_refused(visit, found))
    key = "priority-kept" if found.alone else "priority-asked"
    return screens.say(visit.here, key, number=found.report.number, level=level)
