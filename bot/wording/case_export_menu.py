"""导出 in the desk menu of a case: as Word or as a table."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from bot.rules.case_view import CaseView
from bot.wording.buttons import button, rows
from bot.wording.case_taps import DeskTap, ExportTap
from bot.wording.worded import Worded, plain, words


def export_button(case: CaseView, language: str) -> list[InlineKeyboardButton]:
    return [button(plain(language, "button-export"), ExportTap(report=case.report_id, form="menu"))]


def export_menu(report_id: int, number: str, language: str) -> Worded:
    """Word, Excel, and the way back."""
    forms = [
        button(plain(language, key), ExportTap(report=report_id, form=form))
        for key, form in (("button-export-word", "word"), ("button-export-sheet", "sheet"))
    ]
    back = button(plain(language, "button-back"), DeskTap(report=report_id, act="menu"))
    return Worded(words(language, "export-menu", number=number), rows(forms, [back]))
