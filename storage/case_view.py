"""Loads a case with everything its card shows."""

from __future__ import annotations

from sqlalchemy import func, select

from bot.rules.case_view import CaseView, SuspectedLink
from bot.rules.commander_view import CommandView
from storage import areas, case_requests, commands, desk, interventions, report_links, reviews
from storage.database import Transaction
from storage.tables import Area, Evidence, OutboxRow, Person, Post, Report

CARD = "case-card"


async def load(tx: Transaction, report_id: int) -> CaseView | None:
    query = (
        select(Report, Person, Area)
        .join(Person, Person.id == Report.reporter_id)
        .join(Area, Area.code == Report.area)
        .where(Report.id == report_id)
    )
    found = (await tx.session.execute(query)).one_or_none()
    if found is None:
        return None
    report, reporter, area = found
    town = await tx.session.get(Area, report.town) if report.town else None
    threat = await tx.session.get(Report, report.threat_id) if report.threat_id else None
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
        reporter_rank=await _rank(tx, reporter.id, report.area),
        state_at=report.state_at,
        state_by_name=report.state_by_name,
        state_note=report.state_note,
        evidence=await _evidence_count(tx, report.id),
        called=await _called(tx, report.id),
        version=report.version,
        desk=await desk.load(tx, report),
        origin=report.origin,
        caller_name=report.caller_name,
        caller_phone=report.caller_phone,
        keyed_by_name=report.keyed_by_name,
        threat_number=threat.number if threat else None,
        threat_kind=threat.kind if threat else "hazard",
        intervention=await interventions.view(tx, report),
        command=await commands.view(tx, report.id) if report.kind in ("incident", "hazard") else CommandView(),
        became=await _became(tx, report),
        candidates=await _candidates(tx, report),
        requests=await case_requests.views(tx, report.id),
        links=await _links(tx, report),
        merged=tuple(each.number for each in await report_links.merged(tx, report.id)),
        review=await reviews.view(tx, report.id) if report.state == "closed" else None,
    )


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


async def _evidence_count(tx: Transaction, report_id: int) -> int:
    query = select(func.count()).select_from(Evidence).where(Evidence.report_id == report_id)
    return int(await tx.session.scalar(query) or 0)


async def _rank(tx: Transaction, person_id: int, area: str) -> str | None:
    query = select(Post.rank).where(Post.person_id == person_id, Post.role == "officer", Post.until.is_(None))
    rank: str | None = await tx.session.scalar(query.order_by(Post.area != area).limit(1))
    return rank


async def _called(tx: Transaction, report_id: int) -> tuple[str, ...]:
    """Whom the cards went to, in the order they were called: titles of groups and names of people."""
    query = select(OutboxRow.values).where(
        OutboxRow.subject == f"report:{report_id}", OutboxRow.key == CARD, OutboxRow.edits.is_(None)
    )
    names = [str(values.get("to", "")) for values in await tx.session.scalars(query.order_by(OutboxRow.id))]
    return tuple(dict.fromkeys(name for name in names if name))
