"""Loads a case with everything its card shows."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Label, bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased

from bot.rules.case_view import CaseView, SuspectedLink
from bot.rules.commander_view import CommandView
from bot.rules.desk_view import DeskView
from storage import areas, case_requests, commands, desk, interventions, report_links, reviews
from storage.database import Transaction
from storage.tables import (
    Area,
    CaseRequest,
    Checklist,
    ConsultRequest,
    Evidence,
    OutboxRow,
    Person,
    Post,
    Report,
    ReportGrade,
    ReportLink,
    SceneCommand,
)

CARD = "case-card"

Town = aliased(Area)
Threat = aliased(Report)
Merged = aliased(Report)


def _any(*where: ColumnElement[bool]) -> Label[bool]:
    return exists().where(*where).label(None)


# A case and the one look that tells what else there is about it: most cases have none of the rarer things, and each
# would be a statement of its own (sixteen a case before, half a millisecond each).
_HAS = {
    "graded": _any(ReportGrade.report_id == Report.id),
    "consulted": _any(ConsultRequest.report_id == Report.id),
    "listed": _any(Checklist.report_id == Report.id),
    "commanded": _any(SceneCommand.report_id == Report.id),
    "asked": _any(CaseRequest.report_id == Report.id),
    "linked": _any(
        or_(ReportLink.older_id == Report.id, ReportLink.newer_id == Report.id), ReportLink.state == "suspected"
    ),
    "merged": _any(Merged.merged_into == Report.id),
}
_EVIDENCE = select(func.count()).where(Evidence.report_id == Report.id).correlate(Report).scalar_subquery()
_RANKS = (
    select(Post.person_id, Post.area, Post.rank)
    .where(Post.person_id.in_(bindparam("people", expanding=True)), Post.role == "officer", Post.until.is_(None))
    .order_by(Post.id)
)
_CASES = (
    select(Report, Person, Area, Town, Threat, _EVIDENCE.label("evidence"))
    .add_columns(*(there.label(name) for name, there in _HAS.items()))
    .join(Person, Person.id == Report.reporter_id)
    .join(Area, Area.code == Report.area)
    .outerjoin(Town, Town.code == Report.town)
    .outerjoin(Threat, Threat.id == Report.threat_id)
    .where(Report.id.in_(bindparam("reports", expanding=True)))
)
_CALLED = (
    select(OutboxRow.subject, OutboxRow.values)
    .where(OutboxRow.subject.in_(bindparam("subjects", expanding=True)))
    .where(OutboxRow.key == CARD, OutboxRow.edits.is_(None))
    .order_by(OutboxRow.id)
)


async def load(tx: Transaction, report_id: int) -> CaseView | None:
    return (await load_many(tx, [report_id])).get(report_id)


async def load_many(tx: Transaction, report_ids: Collection[int]) -> dict[int, CaseView]:
    """The same for several at once, by id: a tick calls for many cases, and each call is worded from its case."""
    found = (await tx.session.execute(_CASES, {"reports": list(report_ids)})).all()
    if not found:
        return {}
    called, ranks = await _called(tx, report_ids), await _ranks(tx, [row.Report for row in found])
    desks = await desk.load_many(tx, [row.Report for row in found])
    return {each.id: await _view(tx, row, called[each.id], ranks[each.id], desks[each.id])
            for row in found for each in (row.Report,)}  # fmt: skip


async def _view(tx: Transaction, row: Any, called: tuple[str, ...], rank: str | None, common: DeskView) -> CaseView:
    report, reporter, area, town, threat = row[:5]
    return CaseView(
        report_id=report.id,
        number=report.number,
        kind=report.kind,
        form=str(report.answers.get("_form", report.kind)),
        category=report.category,
        priority=report.priority,
        state=report.state,
        answers=report.answers,
        area=area.code,
        area_names=(area.name, area.name_hant),
        town_names=(town.name, town.name_hant) if town else None,
        area_pin=_pin(area) or (_pin(town) if town else None),
        learned_at=report.learned_at,
        sent_at=report.sent_at,
        reporter_name=reporter.name,
        reporter_phone=reporter.phone,
        reporter_telegram=reporter.telegram_id,
        reporter_rank=rank,
        state_at=report.state_at,
        state_by_name=report.state_by_name,
        state_note=report.state_note,
        evidence=int(row.evidence or 0),
        called=called,
        version=report.version,
        desk=await desk.with_rarer(tx, report, common, row.graded, row.consulted, row.listed),
        origin=report.origin,
        caller_name=report.caller_name,
        caller_phone=report.caller_phone,
        keyed_by_name=report.keyed_by_name,
        threat_number=threat.number if threat else None,
        threat_kind=threat.kind if threat else "hazard",
        intervention=await interventions.view(tx, report),
        command=await commands.view(tx, report.id) if row.commanded and _is_led(report) else CommandView(),
        became=await _became(tx, report),
        candidates=await _candidates(tx, report),
        requests=await case_requests.views(tx, report.id) if row.asked else (),
        links=await _links(tx, report) if row.linked else (),
        merged=tuple(each.number for each in await report_links.merged(tx, report.id)) if row.merged else (),
        review=await reviews.view(tx, report.id) if report.state == "closed" else None,
    )


def _is_led(report: Report) -> bool:
    return report.kind in ("incident", "hazard")


async def _became(tx: Transaction, report: Report) -> tuple[str, ...]:
    if report.kind != "sign":
        return ()
    query = select(Report.number).where(Report.threat_id == report.id).order_by(Report.id)
    return tuple(await tx.session.scalars(query))


async def _links(tx: Transaction, report: Report) -> tuple[SuspectedLink, ...]:
    found = await report_links.suspected(tx, report.id)
    names = await areas.names(tx, {other.area for _, other in found}) if found else {}
    return tuple(
        SuspectedLink(
            link.id, other.number, other.sent_at, names.get(other.area, ("", "")),
            str(other.answers.get("what_happened") or ""),
        )
        for link, other in found
    )  # fmt: skip


async def _candidates(tx: Transaction, report: Report) -> dict[str, tuple[tuple[str, str], ...]]:
    place = report.answers.get("place")
    codes = list(place.get("candidates", ())) if isinstance(place, dict) else []
    if not codes:
        return {}
    names = await areas.names(tx, {*codes, *(code[:9] for code in codes)})
    pairs = {code: [code[:9], code] if len(code) > 9 else [code] for code in codes}
    return {code: tuple(names[one] for one in parts if one in names) for code, parts in pairs.items()}


def _pin(area: Area) -> tuple[float, float] | None:
    return (area.lat, area.lon) if area.lat is not None and area.lon is not None else None


async def _ranks(tx: Transaction, reports: Collection[Report]) -> dict[int, str | None]:
    """A or B, of the reporter's post in the village of each report; else of another post of theirs."""
    posts: dict[int, list[tuple[str, str | None]]] = {}
    for person, area, rank in await tx.session.execute(_RANKS, {"people": [row.reporter_id for row in reports]}):
        posts.setdefault(person, []).append((area, rank))
    ranks: dict[int, str | None] = {}
    for row in reports:
        held = posts.get(row.reporter_id) or [("", None)]
        ranks[row.id] = next((rank for area, rank in held if area == row.area), held[0][1])
    return ranks


async def _called(tx: Transaction, report_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Whom the cards of each went to, in the order they were called: titles of groups and names of people."""
    subjects = {f"report:{report_id}": report_id for report_id in report_ids}
    names: dict[int, dict[str, None]] = {report_id: {} for report_id in report_ids}
    for subject, values in await tx.session.execute(_CALLED, {"subjects": list(subjects)}):
        if name := str(values.get("to", "")):
            names[subjects[subject]][name] = None
    return {report_id: tuple(each) for report_id, each in names.items()}
