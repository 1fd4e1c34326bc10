"""导出: one tap for the form, and the file is in the chat."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import case_export
from bot.actions.people import GroupPlace
from bot.wording import case_export_menu, duty_screens, screens
from bot.wording.case_taps import ExportTap
from handlers.visit import Visit

router = Router(name="case_export")
ORDER = 24

NOTES = {"stale": "tap-stale", "made": "text-made-already"}


@router.callback_query(ExportTap.filter())
async def export(
    tap: CallbackQuery, callback_data: ExportTap, visit: Visit, group: GroupPlace | None, language: str
) -> None:
    if callback_data.form == "menu":
        report, refusal = await case_export.allowed(visit.tx, visit.speaker, group, callback_data.report)
        if report is not None and not refusal:
            visit.replies.show(case_export_menu.export_menu(report.id, report.number, language))
            return
    else:
        report, refusal = await case_export.make(
            visit.tx, visit.speaker, group, callback_data.report, callback_data.form, visit.now
        )
    if refusal in NOTES:
        visit.replies.answer_tap(screens.note(language, NOTES[refusal]))
        return
    said = duty_screens.tap_answer(report, refusal, "toast-text", language)
    visit.replies.answer_tap(said, alert=bool(refusal))
