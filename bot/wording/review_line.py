"""复盘 on a closed case's card: one line, and a button in its menu."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules.case_view import CaseView
from bot.wording import values
from bot.wording.buttons import button
from bot.wording.taps import ReviewTap
from bot.wording.worded import Html, plain, words


def review_line(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    """That it is written, or not needed, by whom. While it is asked for the card says nothing."""
    review = case.review
    if review is None or review.open or review.at is None:
        return None
    at = values.moment(review.at, zone, now)
    return words(language, f"review-line-{review.state}", by=review.by or "", at=at)


def review_button(case: CaseView, language: str) -> list[InlineKeyboardButton]:
    if case.review is None:
        return []
    return [button(plain(language, "button-review"), ReviewTap(report=case.report_id, act="show"))]
