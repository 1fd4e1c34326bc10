"""The checklists of cases."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select

from bot.rules.checklist import ChecklistView, Facts, kept_from_json, open_figures, plan_from_json
from bot.rules.deadlines import ENDED
from storage.database import Transaction
from storage.tables import Checklist, Report

# Written once (storage.tables.plain says why).
_OF = select(Checklist).where(Checklist.report_id == bindparam("report"))
_DUE = (
    select(Checklist.report_id)
    .join(Report, Report.id == Checklist.report_id)
    .where(Checklist.nudge_at <= bindparam("now"), Report.state.not_in(ENDED))
    .order_by(Checklist.nudge_at)
    .limit(100)
)


async def of_report(tx: Transaction, report_id: int) -> Checklist | None:
    """Hold the report first: its lock is that of its checklist."""
    return await tx.session.scalar(_OF, {"report": report_id}, execution_options={"populate_existing": True})


def add(tx: Transaction, row: Checklist) -> None:
    tx.session.add(row)


async def due(tx: Transaction, now: datetime) -> list[int]:
    """The cases with overdue steps that their group has not been told of."""
    return list(await tx.session.scalars(_DUE, {"now": now}))


async def view(tx: Transaction, report: Report) -> ChecklistView | None:
    """As the card shows it; None where the case has none."""
    row = await tx.session.scalar(_OF, {"report": report.id})
    if row is None:
        return None
    steps, plan = kept_from_json(row.steps), plan_from_json(row.plan)
    return ChecklistView(row.names, steps, open_figures(plan, steps, Facts(report.answers, row.priority, row.grade)))
