"""补要素: chosen from a list, typed as a reply to the bot."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import clocks, desk, elements, talks
from bot.rules.report_elements import TYPED_AT_THE_DESK
from bot.wording import duty_screens, element_screens, screens
from bot.wording.case_taps import DeskTap
from handlers.listens_for import in_talk, to_the_bot
from handlers.visit import Visit

router = Router(name="duty_elements")
ORDER = 24

ELEMENT = "element"


async def of_elements(tap: CallbackQuery, callback_data: DeskTap) -> bool:
    one = callback_data.act == "element" and callback_data.value in TYPED_AT_THE_DESK
    return one or callback_data.act == "elements"


@router.callback_query(DeskTap.filter(), of_elements)
async def chosen(tap: CallbackQuery, callback_data: DeskTap, visit: Visit) -> None:
    tx, speaker, key = visit.tx, visit.speaker, callback_data.value
    report, refusal = await clocks.allowed(tx, speaker, visit.group, callback_data.report, "make_text", ended=True)
    case = await desk.view(tx, callback_data.report)
    if refusal or report is None or case is None:
        visit.replies.answer_tap(duty_screens.tap_answer(report, refusal or "gone", "", visit.here), alert=True)
    elif callback_data.act == "elements":
        visit.replies.show(element_screens.element_menu(case, visit.here))
    else:
        await talks.open_talk(tx, speaker, ELEMENT, {"report": report.id, "key": key}, visit.now)
        ask = element_screens.ask_for_element(key, report.number, speaker, visit.here)
        visit.replies.send(ask, reply_to=tap.message.message_id if tap.message else None)


@router.message(in_talk(ELEMENT), to_the_bot)
async def typed(message: Message, visit: Visit) -> None:
    if not message.text:
        visit.replies.send(screens.say(visit.here, "words-please"), reply_to=message.message_id)
        return
    data = visit.speaker.talk.data
    report, refusal = await elements.add(
        visit.tx, visit.world, visit.speaker, visit.group, int(data["report"]), str(data["key"]), message.text,
        visit.now,
    )  # fmt: skip
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if refusal == "stale":
        visit.replies.send(screens.say(visit.here, "tap-stale"), reply_to=message.message_id)
        return
    done = duty_screens.settled(report, refusal, "element-kept", visit.here)
    visit.replies.send(done, reply_to=message.message_id)
