"""复盘 on a closed case's card: one line, and a button in its menu."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules.case_view import CaseView
from bot.rules.review import ReviewView
from bot.wording import values
from bot.wording.buttons import button
from bot.wording.case_taps import ReviewTap
from bot.wording.worded import Html, plain, words


def review_line(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    """That it is written, or not needed, by whom. While it is asked for the card says nothing."""
    review = case.review
    if review is None or review.open or review.at is None:
        return None
    at = values.moment(review.at, zone, now)
    return words(language, f"review-line-{review.state}", by=review.by or "", at=at)


def review_rows(review: ReviewView, language: str, zone: ZoneInfo) -> Iterator[tuple[str, str]]:
    """For the export: what was written, and what became of each item."""
    at = values.moment(review.at, zone) if review.at else ""
    yield plain(language, "review-row-by"), f"{review.by or ''} {at}"
    if review.reason:
        yield plain(language, "review-row-reason"), review.reason
    if review.good:
        yield plain(language, "review-row-good"), review.good
    if review.change:
        yield plain(language, "review-row-change"), review.change
    for item in review.items:
        due = f"{item.due:%Y-%m-%d}" if item.due else plain(language, "review-no-day")
        done = f" ☑️ {item.done_by or ''} {values.moment(item.done_at, zone)}" if item.done_at else ""
        yield f"{item.who or plain(language, 'review-nobody')} · {due}", f"{item.text}{done}"


def review_button(case: CaseView, language: str) -> list[InlineKeyboardButton]:
    if case.review is None:
        return []
    return [button(plain(language, "button-review"), ReviewTap(report=case.report_id, act="show"))]
