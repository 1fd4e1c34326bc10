"""指派: a page of names behind the desk's menu; who is tapped is asked in private."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import assignments
from bot.wording import request_screens, screens, values
from bot.wording.case_taps import AssignTap
from handlers.visit import Visit

router = Router(name="assign")
ORDER = 24


@router.callback_query(AssignTap.filter())
async def tapped(tap: CallbackQuery, callback_data: AssignTap, visit: Visit) -> None:
    act = callback_data.act
    if act == "close":
        visit.replies.show(screens.say(visit.here, "menu-closed"))
    elif act in ("menu", "page", "offices"):
        await _menu(visit, callback_data)
    elif act in ("person", "office"):
        await _asks(visit, callback_data)
    else:
        visit.replies.answer_tap(screens.note(visit.here, "tap-not-understood"))


def _refused(visit: Visit, report: request_screens.Case | None, refusal: str | None) -> None:
    said = request_screens.answer(report, refusal or "gone", "", visit.here)
    visit.replies.answer_tap(said, alert=True)


async def _asks(visit: Visit, data: AssignTap) -> None:
    """A person or a department is asked; the menu gives way to who it was."""
    tx, world, speaker, group, now = visit.tx, visit.world, visit.speaker, visit.group, visit.now
    if data.act == "person":
        report, refusal, name = await assignments.assign(tx, world, speaker, group, data.report, data.value, now)
    else:
        report, refusal = await assignments.assign_office(tx, world, speaker, group, data.report, data.function, now)
        name = values.function_name(data.function, visit.here)
    if report is None or refusal:
        _refused(visit, report, refusal)
        return
    visit.replies.show(screens.say(visit.here, "assign-asked", number=report.number, name=name))


async def _menu(visit: Visit, data: AssignTap) -> None:
    found = await assignments.look(visit.tx, visit.speaker, visit.group, data.report, visit.now)
    report = found.report
    if report is None or found.refusal:
        _refused(visit, report, found.refusal)
    elif data.act == "offices":
        visit.replies.show(request_screens.office_menu(report.id, report.number, found.offices, visit.here))
    else:
        menu = request_screens.assign_menu(
            report, found.people, found.running, data.value, bool(found.offices), visit.here
        )
        visit.replies.show(menu)
