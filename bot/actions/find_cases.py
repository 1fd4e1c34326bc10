"""/cases: each finds, opens and follows what is theirs to see. Every right is checked at every tap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.actions.people import GroupPlace
from bot.report_types import load_categories, load_hazard_types
from bot.rules.case_query import CaseQuery
from bot.rules.case_view import CaseView
from bot.rules.category import Category, HazardType
from bot.rules.desk_view import DeskView
from bot.rules.roles import areas_of, may
from bot.rules.speaker import Speaker
from bot.rules.timeline import Event, timeline
from storage import case_search, case_story, case_view
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
    """In a duty group the group's area, in a department's what its function leads on there; in private one's own
    reports and the areas of one's posts. Residents: none."""
    if group is not None:
        return Scope(areas=(group.area,), categories=led_by(group.function) if group.function else None)
    if not speaker.private:
        return Scope()
    if speaker.admin:
        return Scope(all=True)
    own = speaker.person_id if speaker.officer is not None else None
    return Scope(own, areas_of(speaker, "see_cases"))


def led_by(function: str) -> tuple[str, ...]:
    """The categories and hazards that a government function leads on."""
    known: Mapping[str, Category | HazardType] = {**load_hazard_types(), **load_categories()}
    return tuple(slug for slug, what in known.items() if function in what.lead_functions)


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
    room = group.area if group and group.function is None else None
    inside = may(speaker, "see_cases", case.area, room)
    at_the_desk = inside or group is not None  # a department has the whole card in its group as well
    return Seen(case if at_the_desk else replace(case, desk=DeskView(follow_up=case.desk.follow_up)), inside)


async def open_case(tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int) -> Seen | None:
    """One case, for whoever would find it. None for anybody else."""
    if not await case_search.may_find(tx, scope_of(speaker, group), report_id):
        return None
    case = await case_view.load(tx, report_id)
    return seen_by(speaker, group, case) if case is not None else None


async def story_of(tx: Transaction, seen: Seen) -> tuple[Event, ...]:
    """The timeline of a case that the reader may see."""
    log, versions, files = await case_story.load(tx, seen.case.report_id)
    return timeline(log, versions, files, seen.inside)
