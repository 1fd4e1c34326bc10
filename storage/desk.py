"""Clocks, follow-ups and confirmed grades of cases."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from bot.rules.deadlines import ENDED
from bot.rules.desk_view import ClockView, DeskView, FollowUpView, GradeView
from storage import checklists, consults
from storage.database import Transaction
from storage.open_cases import IN_SLICE, Slice
from storage.tables import Clock, FollowUp, Report, ReportGrade, ReportVersion
from storage.tables.clocks import UNTOLD

# A case of before the clocks were there gets none, unless it is this young.
YOUNG = timedelta(hours=1)
AT_ONCE = 100
# Cases that have ended keep their due times; a look every second does not go through those of years.
LATELY = timedelta(days=2)


# Written once (storage.tables.plain says why).
_CLOCKS = select(Clock).where(Clock.report_id == bindparam("report")).order_by(Clock.id)
_GRADE = (
    select(ReportGrade).where(ReportGrade.report_id == bindparam("report")).order_by(ReportGrade.id.desc()).limit(1)
)
_CLOCKS_OF_MANY = (
    select(Clock)
    .where(Clock.report_id.in_(bindparam("reports", expanding=True)), Clock.ended_at.is_(None))
    .order_by(Clock.id)
)
_FOLLOW_UPS = select(FollowUp).where(FollowUp.report_id.in_(bindparam("reports", expanding=True)))
_FOLLOW_UP = select(FollowUp).where(FollowUp.report_id == bindparam("report"))
_HELD = _FOLLOW_UP.with_for_update()
_PASSED = select(Clock.report_id).join(Report, Report.id == Clock.report_id).where(UNTOLD).limit(AT_ONCE)
_FOLLOWED = select(FollowUp.report_id).join(Report, Report.id == FollowUp.report_id).limit(AT_ONCE)


def _within(report_id: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """The bounds of a slice once more, for the other table: PostgreSQL would read all of it otherwise."""
    return report_id.between(bindparam("first"), bindparam("last"))


def _due(query: Select[int], column: InstrumentedAttribute[Any]) -> tuple[Select[int], Select[int]]:
    """What has lately fallen due, of open cases; and what is due in a slice of them, however long ago."""
    now = column <= bindparam("now")
    lately = query.where(now, column > bindparam("lately"), Report.state.not_in(ENDED))
    return lately.order_by(column), query.where(now, IN_SLICE, _within(column.class_.report_id))


_PASSED_LATELY, _PASSED_BEFORE = _due(_PASSED, Clock.due_at)
_NUDGES_LATELY, _NUDGES_BEFORE = _due(_FOLLOWED, FollowUp.step_at)
_ANEW_LATELY, _ANEW_BEFORE = _due(_FOLLOWED, FollowUp.refresh_at)
_BEHIND = (
    select(Report.id)
    .outerjoin(FollowUp, (FollowUp.report_id == Report.id) & _within(FollowUp.report_id))
    .where(Report.kind == "incident", IN_SLICE)
    .where(
        or_(
            FollowUp.seen_version < Report.version,
            FollowUp.report_id.is_(None) & (Report.sent_at > bindparam("young")),
        )
    )
    .order_by(Report.id)
)

_SINCE = (
    select(ReportVersion)
    .where(ReportVersion.report_id == bindparam("report"), ReportVersion.version > bindparam("seen"))
    .order_by(ReportVersion.version)
)


async def load_many(tx: Transaction, reports: Collection[Report]) -> dict[int, DeskView]:
    """What nearly every card shows, by report: clocks and follow-up. What is rarer comes by `with_rarer`."""
    asked = {"reports": [report.id for report in reports]}
    clocks: dict[int, list[ClockView]] = {report.id: [] for report in reports}
    for row in await tx.session.scalars(_CLOCKS_OF_MANY, asked):
        clocks[row.report_id].append(_clock_view(row))
    follow_ups = {row.report_id: _follow_up_view(row) for row in await tx.session.scalars(_FOLLOW_UPS, asked)}
    return {each: DeskView(clocks=tuple(clocks[each]), follow_up=follow_ups.get(each)) for each in clocks}


async def with_rarer(
    tx: Transaction, report: Report, view: DeskView, graded: bool, consulted: bool, listed: bool
) -> DeskView:
    """Grade, 会商 and checklist, where it is known that there are any."""
    grade = await grade_of(tx, report.id) if graded else None
    return replace(
        view,
        grade=GradeView(grade.grade, grade.at, grade.by_name, grade.reason) if grade else None,
        consult=await consults.view(tx, report.id) if consulted else None,
        checklist=await checklists.view(tx, report) if listed and report.kind == "incident" else None,
    )


def _clock_view(row: Clock) -> ClockView:
    return ClockView(
        row.name, row.names, row.owed_by, row.basis, row.source, row.due_at, row.met_at, row.met_by,
        row.passed_noted_at, row.reason, row.reason_by,
    )  # fmt: skip


def _follow_up_view(row: FollowUp) -> FollowUpView:
    return FollowUpView(row.last_at, row.last_how, row.last_by, row.due_at, row.controlled_at, row.controlled_by)


async def clocks_of(tx: Transaction, report_id: int) -> list[Clock]:
    """All of them, those that no longer apply too, in the order in which they were set."""
    return list(await tx.session.scalars(_CLOCKS, {"report": report_id}))


async def follow_up_of(tx: Transaction, report_id: int) -> FollowUp | None:
    """Held until the transaction ends."""
    return await tx.session.scalar(_HELD, {"report": report_id}, execution_options={"populate_existing": True})


async def grade_of(tx: Transaction, report_id: int) -> ReportGrade | None:
    """The newest grade that a person gave."""
    return await tx.session.scalar(_GRADE, {"report": report_id})


async def versions_since(tx: Transaction, report_id: int, seen: int) -> list[ReportVersion]:
    """The versions that came after the one with this number."""
    return list(await tx.session.scalars(_SINCE, {"report": report_id, "seen": seen}))


async def passed(tx: Transaction, now: datetime, part: Slice | None = None) -> list[int]:
    """The reports of which a clock has run out that nobody was told of."""
    return await _ids(tx, _PASSED_BEFORE if part else _PASSED_LATELY, now, part)


async def nudges_due(tx: Transaction, now: datetime, part: Slice | None = None) -> list[int]:
    """The reports of which a follow-up is asked for now."""
    return await _ids(tx, _NUDGES_BEFORE if part else _NUDGES_LATELY, now, part)


async def to_show_anew(tx: Transaction, now: datetime, part: Slice | None = None) -> list[int]:
    """The reports whose cards show a time left that has moved on."""
    return await _ids(tx, _ANEW_BEFORE if part else _ANEW_LATELY, now, part)


async def _ids(tx: Transaction, query: Select[int], now: datetime, part: Slice | None) -> list[int]:
    bounds = part.bounds if part else {"lately": now - LATELY}
    return list(dict.fromkeys(await tx.session.scalars(query, {"now": now, **bounds})))


async def changed(tx: Transaction, now: datetime, part: Slice) -> list[int]:
    """The incidents with a version that their clocks have not seen, and young ones without any."""
    return list(await tx.session.scalars(_BEHIND, {"young": now - YOUNG, **part.bounds}))


def add(tx: Transaction, row: Clock | FollowUp | ReportGrade) -> None:
    tx.session.add(row)
