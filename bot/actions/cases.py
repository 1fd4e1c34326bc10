"""One case, as its officers see it. Finding cases is in `find_cases`."""

from __future__ import annotations

from bot.rules.case_view import CaseView
from bot.rules.speaker import Speaker
from storage import case_view, reports
from storage.database import Transaction


async def of_id(tx: Transaction, speaker: Speaker, report_id: int) -> CaseView | None:
    """An officer's own case, or one of their village; None for anybody else's."""
    report = await reports.get(tx, report_id)
    if report is None or not (
        report.reporter_id == speaker.person_id
        or any(post.role == "officer" and post.area == report.area for post in speaker.posts)
    ):
        return None
    return await case_view.load(tx, report_id)
