"""提前介入: the tasks of early signs."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select

from bot.rules.case_view import InterventionView
from bot.rules.deadlines import ENDED
from bot.rules.intervention import RUNNING
from storage.database import Transaction
from storage.tables import Intervention, Report

# Written once (storage.tables.plain says why).
_DUE = (
    select(Intervention.report_id)
    .join(Report, Report.id == Intervention.report_id)
    .where(Intervention.nudge_at <= bindparam("now"), Intervention.state.in_(RUNNING), Report.state.not_in(ENDED))
    .order_by(Intervention.nudge_at)
    .limit(100)
)
_NEWEST = (
    select(Intervention).where(Intervention.report_id == bindparam("report")).order_by(Intervention.id.desc()).limit(1)
)


async def newest(tx: Transaction, report_id: int) -> Intervention | None:
    """The one that counts. Hold the report first: its lock is that of its tasks."""
    return await tx.session.scalar(_NEWEST, {"report": report_id}, execution_options={"populate_existing": True})


async def add(tx: Transaction, row: Intervention) -> Intervention:
    tx.session.add(row)
    await tx.session.flush()
    return row


async def due(tx: Transaction, now: datetime) -> list[int]:
    """The reports whose task is overdue and of which the group is told now."""
    return list(await tx.session.scalars(_DUE, {"now": now}))


async def view(tx: Transaction, report: Report) -> InterventionView | None:
    """As the card of an early sign shows it."""
    row = await newest(tx, report.id) if report.kind == "sign" else None
    if row is None:
        return None
    return InterventionView(
        row.state, row.unit_slug, row.unit, row.due_at, row.given_by_name, row.taken_by_name, row.taken_at,
        row.outcome, row.settled_by_name, row.settled_at,
    )  # fmt: skip
