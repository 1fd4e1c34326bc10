"""处置清单 from the menu beside a case: tick, untick, 不适用 with a reason."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import checklists, desk, talks
from bot.actions.checklists import Done
from bot.actions.people import GroupPlace
from bot.wording import checklist_screens, duty_screens, screens
from bot.wording.case_taps import ChecklistTap
from handlers.listens_for import in_talk, to_the_bot
from handlers.visit import Visit

router = Router(name="checklist")
ORDER = 24

NOT_APPLICABLE = "step_na"
SCREENS, TAPS = ("open", "show", "na", "na_of"), ("tick", "undo")


@router.callback_query(ChecklistTap.filter())
async def tapped(
    tap: CallbackQuery, callback_data: ChecklistTap, visit: Visit, group: GroupPlace | None, language: str
) -> None:
    if callback_data.act in TAPS:
        await _ticks(callback_data, visit, group, language)
    elif callback_data.act in SCREENS:
        await _shows(tap, callback_data, visit, group, language)
    else:
        visit.replies.answer_tap(screens.note(language, "tap-not-understood"))


async def _shows(tap: CallbackQuery, data: ChecklistTap, visit: Visit, group: GroupPlace | None, language: str) -> None:
    done, _ = await checklists.allowed(
        visit.tx, visit.world, visit.speaker, group, data.report, visit.now, ended=data.act in ("open", "show")
    )
    case = await desk.view(visit.tx, data.report)
    if case is None or done.refusal not in (None, "none"):
        _says_no(done, visit, language)
        return
    message = tap.message.message_id if tap.message else None
    if data.act == "na":
        visit.replies.show(checklist_screens.which_to_set_aside(case, language))
    elif data.act == "na_of":
        await talks.open_talk(
            visit.tx, visit.speaker, NOT_APPLICABLE, {"report": case.report_id, "step": data.step}, visit.now
        )
        ask = duty_screens.ask_for_words(NOT_APPLICABLE, case.number, visit.speaker, language)
        visit.replies.send(ask, reply_to=message)
    else:
        shown = checklist_screens.screen(case, language, visit.world.settings.zone, visit.now)
        if data.act == "open":
            visit.replies.send(shown, reply_to=message)
        else:
            visit.replies.show(shown)


def _says_no(done: Done, visit: Visit, language: str) -> None:
    if done.refusal == "so_already" and done.step is not None:
        zone = visit.world.settings.zone
        visit.replies.answer_tap(checklist_screens.so_already(done.step, language, zone, visit.now), alert=True)
        return
    refusal = "gone" if done.refusal == "none" else done.refusal
    visit.replies.answer_tap(duty_screens.tap_answer(done.report, refusal or "gone", "", language), alert=True)


async def _ticks(data: ChecklistTap, visit: Visit, group: GroupPlace | None, language: str) -> None:
    done = await checklists.tap(
        visit.tx, visit.world, visit.speaker, group, data.report, data.step, data.act, visit.now
    )
    if done.refusal not in (None, "so_already"):
        _says_no(done, visit, language)
        return
    if done.refusal:
        _says_no(done, visit, language)
    else:
        visit.replies.answer_tap(screens.note(language, f"toast-{'ticked' if data.act == 'tick' else 'unticked'}"))
    await _screen_anew(data.report, visit, language)


async def _screen_anew(report: int, visit: Visit, language: str) -> None:
    case = await desk.view(visit.tx, report)
    if case is not None:
        visit.replies.show(checklist_screens.screen(case, language, visit.world.settings.zone, visit.now))


@router.message(in_talk(NOT_APPLICABLE), to_the_bot)
async def why_not(message: Message, visit: Visit, group: GroupPlace | None, language: str) -> None:
    """The reason, typed as a reply; then the list again."""
    text = (message.text or "").strip()
    if not text or text.startswith("/"):
        visit.replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
        return
    data = visit.speaker.talk.data
    report, number = int(data["report"]), int(data["step"])
    done = await checklists.tap(
        visit.tx, visit.world, visit.speaker, group, report, number, "na", visit.now, text
    )  # fmt: skip
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if done.refusal == "so_already" and done.step is not None:
        said = checklist_screens.so_already(done.step, language, visit.world.settings.zone, visit.now)
        visit.replies.send(screens.say(language, "as-it-is", text=said), reply_to=message.message_id)
    elif done.refusal:
        refused = duty_screens.settled(done.report, done.refusal, "", language)
        visit.replies.send(refused, reply_to=message.message_id)
    else:
        await _screen_anew(report, visit, language)
