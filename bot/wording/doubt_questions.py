"""One question with buttons about what was said: 是指死亡吗, 哪一个莲塘村."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules.case_view import CaseView
from bot.rules.doubts import Doubt
from bot.wording import values
from bot.wording.buttons import button, in_columns
from bot.wording.report_taps import SupplementTap
from bot.wording.worded import Html, plain, shortened, words


def question(doubt: Doubt, language: str, zone: ZoneInfo, now: datetime) -> Html:
    given = dict(doubt.values or {})
    said = shortened(given.get("said", ""), 40)
    at = values.moment(datetime.fromisoformat(given["at"]), zone, now) if "at" in given else ""
    return words(language, f"doubt-{doubt.key.replace('_', '-')}", said=said, at=at)


def buttons(doubt: Doubt, case: CaseView, language: str) -> list[list[InlineKeyboardButton]]:
    def tap(choice: str) -> InlineKeyboardButton:
        answer = SupplementTap(report=case.report_id, key=doubt.key, value=choice)
        return button(_label(doubt, choice, case, language), answer)

    return in_columns([tap(choice) for choice in doubt.choices], 1 if doubt.key == "which_area" else 3)


def _label(doubt: Doubt, choice: str, case: CaseView, language: str) -> str:
    if doubt.key == "which_area":
        names = case.candidates.get(choice)
        return " ".join(values.area_name(name, language) for name in names) if names else choice
    return plain(language, f"choice-{doubt.key.replace('_', '-')}-{choice}")
