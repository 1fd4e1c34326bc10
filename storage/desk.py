"""Clocks, follow-ups and confirmed grades of cases."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import bindparam, or_, select

from bot.rules.deadlines import ENDED
from bot.rules.desk_view import ClockView, DeskView, FollowUpView, GradeView
from storage import checklists
from storage.database import Transaction
from storage.tables import Clock, FollowUp, Report, ReportGrade, ReportVersion

# A case of before the clocks were there gets none, unless it is this young.
YOUNG = timedelta(hours=1)
AT_ONCE = 100


# Written once (storage.tables.plain says why).
_CLOCKS = select(Clock).where(Clock.report_id == bindparam("report")).order_by(Clock.id)
_GRADE = (
    select(ReportGrade).where(ReportGrade.report_id == bindparam("report")).order_by(ReportGrade.id.desc()).limit(1)
)
_FOLLOW_UP = select(FollowUp).where(FollowUp.report_id == bindparam("report"))
_HELD = _FOLLOW_UP.with_for_update()
_PASSED = (
    select(Clock.report_id)
    .join(Report, Report.id == Clock.report_id)
    .where(Clock.due_at <= bindparam("now"), Clock.met_at.is_(None), Clock.passed_noted_at.is_(None))
    .where(Clock.ended_at.is_(None), Clock.owed_by != "unit", Report.state.not_in(ENDED))
    .distinct()
    .limit(AT_ONCE)
)
_NUDGES = (
    select(FollowUp.report_id)
    .join(Report, Report.id == FollowUp.report_id)
    .where(FollowUp.step_at <= bindparam("now"), Report.state.not_in(ENDED))
    .order_by(FollowUp.step_at)
    .limit(AT_ONCE)
)
_ANEW = (
    select(FollowUp.report_id)
    .join(Report, Report.id == FollowUp.report_id)
    .where(FollowUp.refresh_at <= bindparam("now"), Report.state.not_in(ENDED))
    .order_by(FollowUp.refresh_at)
    .limit(AT_ONCE)
)
_BEHIND = (
    select(Report.id)
    .outerjoin(FollowUp, FollowUp.report_id == Report.id)
    .where(Report.kind == "incident", Report.state.not_in(ENDED))
    .where(
        or_(
            FollowUp.seen_version < Report.version,
            FollowUp.report_id.is_(None) & (Report.sent_at > bindparam("young")),
        )
    )
    .order_by(Report.id)
    .limit(AT_ONCE)
)

_SINCE = (
    select(ReportVersion)
    .where(ReportVersion.report_id == bindparam("report"), ReportVersion.version > bindparam("seen"))
    .order_by(ReportVersion.version)
)


async def load(tx: Transaction, report: Report) -> DeskView:
    """What the card shows of all this."""
    report_id = report.id
    clocks = [row for row in await clocks_of(tx, report_id) if row.ended_at is None]
    follow_up, grade = await tx.session.scalar(_FOLLOW_UP, {"report": report_id}), await grade_of(tx, report_id)
    return DeskView(
        clocks=tuple(_clock_view(row) for row in clocks),
        follow_up=_follow_up_view(follow_up) if follow_up else None,
        grade=GradeView(grade.grade, grade.at, grade.by_name, grade.reason) if grade else None,
        checklist=await checklists.view(tx, report) if report.kind == "incident" else None,
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


async def passed(tx: Transaction, now: datetime) -> list[int]:
    """The reports of which a clock has run out that nobody was told of."""
    return list(await tx.session.scalars(_PASSED, {"now": now}))


async def nudges_due(tx: Transaction, now: datetime) -> list[int]:
    """The reports of which a follow-up is asked for now."""
    return list(await tx.session.scalars(_NUDGES, {"now": now}))


async def to_show_anew(tx: Transaction, now: datetime) -> list[int]:
    """The reports whose cards show a time left that has moved on."""
    return list(await tx.session.scalars(_ANEW, {"now": now}))


async def changed(tx: Transaction, now: datetime) -> list[int]:
    """The incidents with a version that their clocks have not seen, and young ones without any."""
    return list(await tx.session.scalars(_BEHIND, {"young": now - YOUNG}))


def add(tx: Transaction, row: Clock | FollowUp | ReportGrade) -> None:
    tx.session.add(row)
