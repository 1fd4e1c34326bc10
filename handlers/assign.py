"""指派: a page of names behind the desk's menu; who is tapped is asked in private."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import assignments
from bot.wording import request_screens, screens
from bot.wording.taps import AssignTap
from handlers.visit import Visit

router = Router(name="assign")
ORDER = 24


@router.callback_query(AssignTap.filter())
async def tapped(tap: CallbackQuery, callback_data: AssignTap, visit: Visit) -> None:
    act, case, value = callback_data.act, callback_data.report, callback_data.value
    if act == "close":
        visit.replies.show(screens.say(visit.here, "menu-closed"))
    elif act in ("menu", "page"):
        await _menu(visit, case, value)
    elif act == "person":
        report, refusal, name = await assignments.assign(
            visit.tx, visit.world, visit.speaker, visit.group, case, value, visit.now
        )
        _toast(visit, report, refusal)
        if report is not None and not refusal:
            visit.replies.show(screens.say(visit.here, "assign-asked", number=report.number, name=name))
    else:
        visit.replies.answer_tap(screens.note(visit.here, "tap-not-understood"))


def _toast(visit: Visit, report: request_screens.Case | None, refusal: str | None) -> None:
    if refusal or report is None:
        said = request_screens.answer(report, refusal or "gone", "", visit.here)
        visit.replies.answer_tap(said, alert=True)


async def _menu(visit: Visit, case: int, page: int) -> None:
    found = await assignments.look(visit.tx, visit.speaker, visit.group, case, visit.now)
    if found.report is None or found.refusal:
        _toast(visit, found.report, found.refusal)
        return
    menu = request_screens.assign_menu(case, found.report.number, found.people, found.running, page, visit.here)
    visit.replies.show(menu)
