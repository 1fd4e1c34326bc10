"""/cases: each finds, opens and follows what is theirs to see. Every right is checked at every tap."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.actions.people import GroupPlace
from bot.rules.case_query import CaseQuery
from bot.rules.case_view import CaseView
from bot.rules.desk_view import DeskView
from bot.rules.roles import areas_of, may
from bot.rules.speaker import Speaker
from bot.rules.timeline import Event, timeline
from storage import case_search, case_story, case_view, reports
from storage.case_search import Scope
from storage.database import Transaction

PER_PAGE = 6


@dataclass(frozen=True)
class Page:
    """A page of cases, `number` from 0. `open`: how many are open in all."""

    cases: tuple[CaseView, ...]
    open: int
    number: int
    more: bool


@dataclass(frozen=True)
class Seen:
    """A case as this reader may see it. `inside`: one of the duty room, who sees its notes as well."""

    case: CaseView
    inside: bool


def scope_of(speaker: Speaker, group: GroupPlace | None) -> Scope:
    """In a duty group the group's area; in private one's own reports and the areas of one's posts; residents: none."""
    if group is not None:
        return Scope(areas=(group.area,))
    if not speaker.private:
        return Scope()
    if speaker.admin:
        return Scope(all=True)
    own = speaker.person_id if speaker.officer is not None else None
    return Scope(own, areas_of(speaker, "see_cases"))


async def find(tx: Transaction, speaker: Speaker, group: GroupPlace | None, query: CaseQuery, page: int) -> Page:
    """The open ones first, then the newest."""
    scope = scope_of(speaker, group)
    if scope.empty:
        return Page((), 0, 0, more=False)
    ids, open_count = await case_search.find(tx, scope, query, page * PER_PAGE, PER_PAGE + 1)
    views = [await case_view.load(tx, report_id) for report_id in ids[:PER_PAGE]]
    shown = [seen_by(speaker, group, view).case for view in views if view is not None]
    return Page(tuple(shown), open_count, page, len(ids) > PER_PAGE)


def seen_by(speaker: Speaker, group: GroupPlace | None, case: CaseView) -> Seen:
    """The officer's own side of a case has no grade, reasons and deadlines of the duty desk; its follow-up stays."""
    inside = may(speaker, "see_cases", case.area, group.area if group else None)
    return Seen(case if inside else replace(case, desk=DeskView(follow_up=case.desk.follow_up)), inside)


async def open_case(tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int) -> Seen | None:
    """One case, for its reporter and for whoever may see the cases of its area. None for anybody else."""
    report = await reports.get(tx, report_id)
    if report is None:
        return None
    own = (
        speaker.private
        and speaker.officer is not None
        and speaker.person_id is not None
        and report.reporter_id == speaker.person_id
    )
    if not own and not may(speaker, "see_cases", report.area, group.area if group else None):
        return None
    if not speaker.private and group is None:
        return None
    case = await case_view.load(tx, report_id)
    return seen_by(speaker, group, case) if case is not None else None


async def story_of(tx: Transaction, seen: Seen) -> tuple[Event, ...]:
    """The timeline of a case that the reader may see."""
    log, versions, files = await case_story.load(tx, seen.case.report_id)
    return timeline(log, versions, files, seen.inside)
