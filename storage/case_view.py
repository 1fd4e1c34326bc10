"""Loads a case with everything its card shows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, func, select

from bot.rules.case_view import CaseView
from storage.database import Transaction
from storage.tables import Area, Evidence, OutboxRow, Person, Post, Report, plain

CARD = "case-card"

# Written once (storage.tables.plain says why).
_TOWNS = plain(Area).alias("towns")
_REPORTS, _PEOPLE, _AREAS, _POSTS, _ROWS = plain(Report), plain(Person), plain(Area), plain(Post), plain(OutboxRow)
_EVIDENCE = select(func.count()).select_from(Evidence).where(Evidence.report_id == _REPORTS.c.id).scalar_subquery()
_RANK = (
    select(_POSTS.c.rank)
    .where(_POSTS.c.person_id == bindparam("person"), _POSTS.c.role == "officer", _POSTS.c.until.is_(None))
    .order_by(_POSTS.c.area != bindparam("area"))
    .limit(1)
)
_CASE = (
    select(
        _REPORTS,
        _PEOPLE.c.name.label("reporter_name"),
        _PEOPLE.c.phone.label("reporter_phone"),
        _PEOPLE.c.telegram_id.label("reporter_telegram"),
        *(column.label(f"{of}_{column.name}") for of, table in (("area", _AREAS), ("town", _TOWNS))
          for column in (table.c.name, table.c.name_hant, table.c.lat, table.c.lon)),
        _EVIDENCE.label("evidence"),
    )
    .join(_PEOPLE, _PEOPLE.c.id == _REPORTS.c.reporter_id)
    .join(_AREAS, _AREAS.c.code == _REPORTS.c.area)
    .outerjoin(_TOWNS, _TOWNS.c.code == _REPORTS.c.town)
    .where(_REPORTS.c.id == bindparam("report"))
)  # fmt: skip
_CALLED = (
    select(_ROWS.c["values"])
    .where(_ROWS.c.subject == bindparam("subject"), _ROWS.c.key == CARD, _ROWS.c.edits.is_(None))
    .order_by(_ROWS.c.id)
)


async def load(tx: Transaction, report_id: int) -> CaseView | None:
    await tx.session.flush()  # what this transaction has changed and not yet written is part of the case
    case = (await tx.session.execute(_CASE, {"report": report_id})).one_or_none()
    if case is None:
        return None
    return CaseView(
        report_id=case.id,
        number=case.number,
        kind=case.kind,
        form=str(case.answers.get("_form", case.kind)),
        category=case.category,
        priority=case.priority,
        state=case.state,
        answers=case.answers,
        area=case.area,
        area_names=(case.area_name, case.area_name_hant),
        town_names=(case.town_name, case.town_name_hant) if case.town_name is not None else None,
        area_pin=_pin(case.area_lat, case.area_lon) or _pin(case.town_lat, case.town_lon),
        learned_at=case.learned_at,
        sent_at=case.sent_at,
        reporter_name=case.reporter_name,
        reporter_phone=case.reporter_phone,
        reporter_telegram=case.reporter_telegram,
        reporter_rank=await tx.session.scalar(_RANK, {"person": case.reporter_id, "area": case.area}),
        state_at=case.state_at,
        state_by_name=case.state_by_name,
        state_note=case.state_note,
        evidence=case.evidence,
        called=await _called(tx, report_id),
        version=case.version,
    )


def _pin(lat: float | None, lon: float | None) -> tuple[float, float] | None:
    return (lat, lon) if lat is not None and lon is not None else None


async def _called(tx: Transaction, report_id: int) -> tuple[str, ...]:
    """Whom the cards went to, in the order they were called: titles of groups and names of people."""
    found: Any = await tx.session.scalars(_CALLED, {"subject": f"report:{report_id}"})
    return tuple(dict.fromkeys(name for values in found if (name := str(values.get("to", "")))))
