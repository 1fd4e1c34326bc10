"""Clocks, follow-ups and confirmed grades of cases."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import or_, select

from bot.rules.deadlines import ENDED
from bot.rules.desk_view import ClockView, DeskView, FollowUpView, GradeView
from storage.database import Transaction
from storage.tables import Clock, FollowUp, Report, ReportGrade

# A case of before the clocks were there gets none, unless it is this young.
YOUNG = timedelta(hours=1)
AT_ONCE = 100


async def load(tx: Transaction, report_id: int) -> DeskView:
    """What the card shows of all this."""
    clocks = [row for row in await clocks_of(tx, report_id) if row.ended_at is None]
    follow_up, grade = await tx.session.get(FollowUp, report_id), await grade_of(tx, report_id)
    return DeskView(
        clocks=tuple(_clock_view(row) for row in clocks),
        follow_up=_follow_up_view(follow_up) if follow_up else None,
        grade=GradeView(grade.grade, grade.at, grade.by_name, grade.reason) if grade else None,
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
    query = select(Clock).where(Clock.report_id == report_id).order_by(Clock.id)
    return list(await tx.session.scalars(query.execution_options(populate_existing=True)))


async def follow_up_of(tx: Transaction, report_id: int) -> FollowUp | None:
    """Held until the transaction ends."""
    return await tx.session.get(FollowUp, report_id, with_for_update=True, populate_existing=True)


async def grade_of(tx: Transaction, report_id: int) -> ReportGrade | None:
    """The newest grade that a person gave."""
    query = select(ReportGrade).where(ReportGrade.report_id == report_id).order_by(ReportGrade.id.desc()).limit(1)
    return await tx.session.scalar(query)


async def passed(tx: Transaction, now: datetime) -> list[int]:
    """The reports of which a clock has run out that nobody was told of."""
    query = (
        select(Clock.report_id)
        .join(Report, Report.id == Clock.report_id)
        .where(Clock.due_at <= now, Clock.met_at.is_(None), Clock.passed_noted_at.is_(None), Clock.ended_at.is_(None))
        .where(Report.state.not_in(ENDED))
        .distinct()
        .limit(AT_ONCE)
    )
    return list(await tx.session.scalars(query))


async def nudges_due(tx: Transaction, now: datetime) -> list[int]:
    """The reports of which a follow-up is asked for now."""
    query = (
        select(FollowUp.report_id)
        .join(Report, Report.id == FollowUp.report_id)
        .where(FollowUp.step_at <= now, Report.state.not_in(ENDED))
        .order_by(FollowUp.step_at)
        .limit(AT_ONCE)
    )
    return list(await tx.session.scalars(query))


async def changed(tx: Transaction, now: datetime, ended: Collection[str] = ENDED) -> list[int]:
    """The incidents with a version that their clocks have not seen, and young ones without any."""
    query = (
        select(Report.id)
        .outerjoin(FollowUp, FollowUp.report_id == Report.id)
        .where(Report.kind == "incident", Report.state.not_in(ended))
        .where(
            or_(FollowUp.seen_version < Report.version, FollowUp.report_id.is_(None) & (Report.sent_at > now - YOUNG))
        )
        .order_by(Report.id)
        .limit(AT_ONCE)
    )
    return list(await tx.session.scalars(query))


def add(tx: Transaction, row: Clock | FollowUp | ReportGrade) -> None:
    tx.session.add(row)
