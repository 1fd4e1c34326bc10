"""/pulse: when a leader gets the 态势简报, and what its buttons open. What they open is a message of its own."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import desk, find_cases, grades, pulses
from bot.actions.pulses import Choice
from bot.rules.zero_report import hour_of
from bot.wording import case_finding, case_grade, duty_screens, pulse_screens, screens
from bot.wording.case_taps import CasesTap, PulseTap
from bot.wording.worded import Worded
from handlers.visit import Visit

router = Router(name="pulse")
ORDER = 12

CHOICES = ("time", "urgent", "none", "usual")


@router.message(Command("pulse"))
async def show(message: Message, visit: Visit, language: str) -> None:
    if not visit.speaker.private:
        visit.replies.send(screens.say(language, "pulse-private"), reply_to=message.message_id)
        return
    chosen = await pulses.choice(visit.tx, visit.world, visit.speaker, visit.now)
    visit.replies.send(_when(chosen, visit) if chosen else screens.say(language, "pulse-not-for-you"))


def _when(chosen: Choice, visit: Visit) -> Worded:
    hours = visit.world.settings.pulse_urgent_hours
    return pulse_screens.when(chosen.times, chosen.urgent, chosen.own, chosen.offered, hours, visit.language)


@router.callback_query(PulseTap.filter())
async def tapped(tap: CallbackQuery, callback_data: PulseTap, visit: Visit, language: str) -> None:
    """Whoever leads nowhere any more is told so; what a button opens asks its own right besides."""
    chosen = await pulses.choice(visit.tx, visit.world, visit.speaker, visit.now) if visit.speaker.private else None
    if chosen is None:
        visit.replies.answer_tap(screens.note(language, "pulse-not-for-you"), alert=True)
        return
    match callback_data.act:
        case "when":
            visit.replies.send(_when(chosen, visit))
        case "now":
            shown = await pulses.look_now(visit.tx, visit.world, visit.speaker, visit.now)
            if shown is not None:
                visit.replies.send(pulse_screens.told(shown, language, visit.world.settings.zone, visit.now))
        case act if act in CHOICES:
            await _choose(callback_data, visit, language)
        case "case":
            await _open_case(callback_data.about, visit, language)
        case "grade":
            await _open_grade(callback_data.about, visit, language)
        case "alert":
            if not await pulses.show_alert(visit.tx, visit.speaker, callback_data.about, visit.now):
                visit.replies.answer_tap(screens.note(language, "tap-no-right"), alert=True)
        case _:
            visit.replies.answer_tap(screens.note(language, "tap-not-understood"))


async def _choose(tap: PulseTap, visit: Visit, language: str) -> None:
    hour = hour_of(tap.value) if tap.act == "time" else None
    if tap.act == "time" and hour is None:
        visit.replies.answer_tap(screens.note(language, "tap-not-understood"))
        return
    value = f"{hour:%H:%M}" if hour else tap.value
    chosen = await pulses.choose(visit.tx, visit.world, visit.speaker, tap.act, value, visit.now)
    if chosen is not None:
        visit.replies.show(_when(chosen, visit))


async def _open_case(report_id: int, visit: Visit, language: str) -> None:
    seen = await find_cases.open_case(visit.tx, visit.speaker, None, report_id)
    if seen is None:
        visit.replies.answer_tap(screens.note(language, "case-not-yours"), alert=True)
        return
    opened = CasesTap(act="o", report=report_id)
    visit.replies.send(case_finding.one_case(seen.case, opened, language, visit.world.settings.zone, visit.now))


async def _open_grade(report_id: int, visit: Visit, language: str) -> None:
    asked = await grades.look(visit.tx, visit.world, visit.speaker, None, report_id)
    case = await desk.view(visit.tx, report_id)
    if asked.refusal or case is None:
        refused = duty_screens.tap_answer(asked.report, asked.refusal or "gone", "", language)
        visit.replies.answer_tap(refused, alert=True)
        return
    visit.replies.send(case_grade.grade_menu(case, language, visit.world.settings.zone, visit.now))
