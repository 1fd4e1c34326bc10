"""Looking at cases: each sees what is theirs to see."""

from __future__ import annotations

from bot.actions.people import GroupPlace
from bot.report_types import load_categories, load_hazard_types
from bot.rules.case_view import CaseView
from bot.rules.roles import areas_of
from bot.rules.speaker import Speaker
from storage import case_view, reports
from storage.database import Transaction
from storage.tables import Report

SHOWN = 10


async def for_speaker(tx: Transaction, speaker: Speaker, group: GroupPlace | None) -> list[CaseView]:
    """In a duty group the group's; in private an officer's own, a duty role's areas. Residents see nothing."""
    if group is not None and group.function is not None:
        # a department sees what its function leads on, nothing else of the area
        found = [case for case in await reports.of_areas(tx, _prefix(group.area), 10 * SHOWN) if _leads(group, case)]
    elif group is not None:
        found = await reports.of_areas(tx, _prefix(group.area), SHOWN)
    elif speaker.officer is not None and speaker.person_id is not None and speaker.private:
        found = await reports.of_reporter(tx, speaker.person_id, SHOWN)
    elif speaker.private and speaker.admin:
        found = await reports.of_areas(tx, None, SHOWN)
    elif speaker.private and (areas := areas_of(speaker, "see_cases")):
        found = [report for area in areas for report in await reports.of_areas(tx, _prefix(area), SHOWN)]
    else:
        return []
    views = [await case_view.load(tx, report.id) for report in found[:SHOWN]]
    return [view for view in views if view is not None]


def _leads(group: GroupPlace, case: Report) -> bool:
    what = load_categories().get(case.category) or load_hazard_types().get(case.category)
    return what is not None and group.function in what.lead_functions


async def of_id(tx: Transaction, speaker: Speaker, report_id: int) -> CaseView | None:
    """An officer's own case, or one of their village; None for anybody else's."""
    report = await reports.get(tx, report_id)
    if report is None or not (
        report.reporter_id == speaker.person_id
        or any(post.role == "officer" and post.area == report.area for post in speaker.posts)
    ):
        return None
    return await case_view.load(tx, report_id)


def _prefix(area: str) -> list[str] | None:
    """The towns of an area: one town, or all for the city."""
    return [area] if len(area) >= 9 else None
