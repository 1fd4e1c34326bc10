"""The menu behind a card's 更多处置: 已电话报告, reasons and grades; what is typed is a reply to the bot."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import checklists, clocks, desk, grades, referrals, talks
from bot.rules.case_view import CaseView
from bot.rules.grading import GRADES
from bot.wording import case_clocks, case_desk, case_grade, checklist_screens, duty_screens, official_texts, screens
from bot.wording.case_taps import DeskTap
from handlers.listens_for import in_talk, to_the_bot
from handlers.visit import Visit

router = Router(name="duty_desk")
ORDER = 24

WHY, GRADING = "clock_reason", "grade_reason"
MENU = ("desk", "menu", "times", "grade", "text", "close", "keep")
LONGEST = 1000


async def of_the_menu(tap: CallbackQuery, callback_data: DeskTap) -> bool:
    return callback_data.act in MENU


@router.callback_query(DeskTap.filter(), of_the_menu)
async def menu(tap: CallbackQuery, callback_data: DeskTap, visit: Visit) -> None:
    """From screen to screen; nothing is recorded."""
    act, replies, zone = callback_data.act, visit.replies, visit.world.settings.zone
    shown = _message_id(tap)
    if act in ("menu", "close") and shown is not None:
        await referrals.menu_left(visit.tx, visit.speaker, shown)
    if act in ("close", "keep"):
        if act == "keep":
            await talks.close_talk(visit.tx, visit.speaker, visit.now)
        replies.show(screens.say(visit.here, "cancelled" if act == "keep" else "menu-closed"))
        return
    verb = "confirm_grade" if act == "grade" else "see_cases"
    report, refusal = await clocks.allowed(visit.tx, visit.speaker, visit.group, callback_data.report, verb, ended=True)
    case = await desk.view(visit.tx, callback_data.report)
    if act == "desk" and refusal == "no_right" and case is not None and await _shows_the_list(tap, case, visit):
        return
    if refusal or report is None or case is None:
        replies.answer_tap(duty_screens.tap_answer(report, refusal or "gone", "", visit.here), alert=True)
        return
    if act == "desk":
        replies.send(case_desk.desk_menu(case, visit.here, visit.now), reply_to=_message_id(tap))
    elif act == "menu":
        replies.show(case_desk.desk_menu(case, visit.here, visit.now))
    elif act == "times":
        replies.show(case_clocks.time_table(case, visit.here, zone, visit.now))
    elif act == "text":
        replies.show(official_texts.text_menu(case.report_id, case.number, visit.here))
    else:
        await _grade_menu(tap, case, visit)


async def _shows_the_list(tap: CallbackQuery, case: CaseView, visit: Visit) -> bool:
    """A department in private may tick, no more: its way to the list is the same button."""
    done, row = await checklists.allowed(visit.tx, visit.world, visit.speaker, visit.group, case.report_id, visit.now)
    case = (await desk.view(visit.tx, case.report_id)) or case
    if done.refusal or row is None:
        return False
    shown = checklist_screens.screen(case, visit.here, visit.world.settings.zone, visit.now)
    visit.replies.send(shown, reply_to=_message_id(tap))
    return True


async def _grade_menu(tap: CallbackQuery, case: CaseView, visit: Visit) -> None:
    asked = await grades.look(visit.tx, visit.world, visit.speaker, visit.group, case.report_id)
    if asked.refusal == "social":
        visit.replies.answer_tap(screens.note(visit.here, "grade-never-social"), alert=True)
    elif asked.refusal:
        visit.replies.answer_tap(duty_screens.tap_answer(asked.report, asked.refusal, "", visit.here), alert=True)
    else:
        visit.replies.show(case_grade.grade_menu(case, visit.here, visit.world.settings.zone, visit.now))


def _message_id(tap: CallbackQuery) -> int | None:
    return tap.message.message_id if tap.message else None


async def is_phoned(tap: CallbackQuery, callback_data: DeskTap) -> bool:
    return callback_data.act == "phoned"


@router.callback_query(DeskTap.filter(), is_phoned)
async def phoned(tap: CallbackQuery, callback_data: DeskTap, visit: Visit) -> None:
    report, refusal, met = await clocks.phoned(visit.tx, visit.speaker, visit.group, callback_data.report, visit.now)
    done = "toast-phoned" if met else "toast-phoned-none"
    visit.replies.answer_tap(duty_screens.tap_answer(report, refusal, done, visit.here), alert=bool(refusal))


async def is_why(tap: CallbackQuery, callback_data: DeskTap) -> bool:
    return callback_data.act == "why"


@router.callback_query(DeskTap.filter(), is_why)
async def asks_why(tap: CallbackQuery, callback_data: DeskTap, visit: Visit) -> None:
    """填写原因: asked for in a message that only its reply answers."""
    tx, speaker = visit.tx, visit.speaker
    report, refusal = await clocks.allowed(tx, speaker, visit.group, callback_data.report, "give_reason", ended=True)
    if report is None or refusal:
        visit.replies.answer_tap(duty_screens.tap_answer(report, refusal, "", visit.here), alert=True)
        return
    if not await clocks.unexplained(tx, speaker, visit.group, report, visit.now):
        visit.replies.answer_tap(screens.note(visit.here, "nothing-over"))
        return
    await talks.open_talk(tx, speaker, WHY, {"report": report.id}, visit.now)
    visit.replies.send(duty_screens.ask_for_words(WHY, report.number, speaker, visit.here), reply_to=_message_id(tap))


@router.message(in_talk(WHY), to_the_bot)
async def why(message: Message, visit: Visit) -> None:
    if not message.text:
        visit.replies.send(screens.say(visit.here, "words-please"), reply_to=message.message_id)
        return
    case = int(visit.speaker.talk.data["report"])
    report, refusal = await clocks.give_reason(visit.tx, visit.speaker, visit.group, case, message.text, visit.now)
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if refusal == "nothing_over":
        visit.replies.send(screens.say(visit.here, "nothing-over"), reply_to=message.message_id)
        return
    visit.replies.send(
        duty_screens.settled(report, refusal, "reason-kept", visit.here), reply_to=message.message_id
    )  # fmt: skip


async def is_grade(tap: CallbackQuery, callback_data: DeskTap) -> bool:
    return callback_data.act in ("grade_is", "grade_sure") and callback_data.value in GRADES


@router.callback_query(DeskTap.filter(), is_grade)
async def graded(tap: CallbackQuery, callback_data: DeskTap, visit: Visit) -> None:
    """The proposal is confirmed with one tap; another grade asks for a reason, a lower one for a second tap as well."""
    grade, talk = callback_data.value, visit.speaker.talk
    asked = await grades.look(visit.tx, visit.world, visit.speaker, visit.group, callback_data.report)
    if asked.report is None or asked.refusal:
        note = screens.note(visit.here, "grade-never-social") if asked.refusal == "social" else None
        refused = duty_screens.tap_answer(asked.report, asked.refusal, "", visit.here)
        visit.replies.answer_tap(note or refused, alert=True)
        return
    if callback_data.act == "grade_sure":
        mine = talk.topic == GRADING and talk.data.get("report") == asked.report.id and talk.data.get("grade") == grade
        if not mine or not talk.data.get("reason"):
            visit.replies.answer_tap(screens.note(visit.here, "tap-stale"))
            return
        await _settle(asked.report.id, grade, str(talk.data["reason"]), visit)
    elif asked.needs_reason(grade):
        await talks.open_talk(visit.tx, visit.speaker, GRADING, {"report": asked.report.id, "grade": grade}, visit.now)
        ask = duty_screens.ask_for_words(GRADING, asked.report.number, visit.speaker, visit.here)
        visit.replies.send(ask, reply_to=_message_id(tap))
    else:
        await _settle(asked.report.id, grade, None, visit)


async def _settle(report: int, grade: str, reason: str | None, visit: Visit) -> None:
    done = await grades.confirm(visit.tx, visit.world, visit.speaker, visit.group, report, grade, reason, visit.now)
    if visit.speaker.talk.topic == GRADING:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if done.refusal or done.report is None:
        visit.replies.answer_tap(screens.note(visit.here, "tap-stale"))
        return
    name = case_grade.grade_name(grade, visit.here)
    visit.replies.show(screens.say(visit.here, "grade-kept", number=done.report.number, grade=name))


@router.message(in_talk(GRADING), to_the_bot)
async def grade_reason(message: Message, visit: Visit) -> None:
    """Why another grade. One that is lower than what stands takes a second tap."""
    if not message.text:
        visit.replies.send(screens.say(visit.here, "words-please"), reply_to=message.message_id)
        return
    data = visit.speaker.talk.data
    grade, reason = str(data["grade"]), message.text[:LONGEST]
    asked = await grades.look(visit.tx, visit.world, visit.speaker, visit.group, int(data["report"]))
    case = await desk.view(visit.tx, int(data["report"]))
    if asked.report is None or asked.refusal or case is None:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        visit.replies.send(duty_screens.settled(asked.report, asked.refusal, "", visit.here))
    elif asked.lowers(grade):
        kept = {"report": case.report_id, "grade": grade, "reason": reason}
        await talks.open_talk(visit.tx, visit.speaker, GRADING, kept, visit.now)
        sure = case_grade.confirm_lower(case, grade, asked.confirmed, reason, visit.here)
        visit.replies.send(sure, reply_to=message.message_id)
    else:
        await grades.confirm(
            visit.tx, visit.world, visit.speaker, visit.group, case.report_id, grade, reason, visit.now
        )
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        name = case_grade.grade_name(grade, visit.here)
        said = screens.say(visit.here, "grade-kept", number=case.number, grade=name)
        visit.replies.send(said, reply_to=message.message_id)
