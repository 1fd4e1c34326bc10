"""Escalations: the climb of a report, one row each; a due time is a column, never a job."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, or_, select, update

from storage.database import Transaction
from storage.tables import Escalation, Report


async def start(tx: Transaction, escalation: Escalation) -> None:
    tx.session.add(escalation)
    await tx.session.flush()


async def of_report(tx: Transaction, report_id: int) -> Escalation | None:
    """Held until the transaction ends, so that a step being pulled forward is not overwritten."""
    return await tx.session.get(Escalation, report_id, with_for_update=True, populate_existing=True)


async def due(tx: Transaction, now: datetime, limit: int = 100) -> list[Escalation]:
    """Escalations whose next step is due, oldest first, locked against a tap of the same moment."""
    query = (
        select(Escalation)
        .where(Escalation.next_step_at <= now, Escalation.stopped_at.is_(None))
        .order_by(Escalation.next_step_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return list(await tx.session.scalars(query))


async def stop(tx: Transaction, report_id: int, by: str, now: datetime) -> bool:
    """Stop the climb. False when it had stopped before (or never began)."""
    result = await tx.session.execute(
        update(Escalation)
        .where(Escalation.report_id == report_id, Escalation.stopped_at.is_(None))
        .values(stopped_at=now, stopped_by=by, next_step_at=None, lapse_at=None)
    )
    return bool(result.rowcount)  # type: ignore[attr-defined]


async def pull_forward(tx: Transaction, town: str | None, now: datetime) -> int:
    """A group that should have heard is gone: the open climbs of its town (None: all) take their next step now."""
    reports = select(Report.id).where(Report.state == "open")
    if town is not None:
        reports = reports.where(Report.town == town)
    result = await tx.session.execute(
        update(Escalation)
        .where(Escalation.stopped_at.is_(None), Escalation.next_step_at > now)
        .where(Escalation.report_id.in_(reports.scalar_subquery()))
        .values(next_step_at=now, pulled_forward=True)
        .execution_options(synchronize_session=False)
    )
    tx.ring("ticks")
    return int(result.rowcount)  # type: ignore[attr-defined]


async def open_count(tx: Transaction) -> tuple[int, datetime | None]:
    """How many climbs are open, and the earliest due time."""
    query = select(func.count(), func.min(Escalation.next_step_at)).where(Escalation.stopped_at.is_(None))
    count, earliest = (await tx.session.execute(query)).one()
    return int(count), earliest


async def pull_forward_one(tx: Transaction, report_id: int, now: datetime) -> None:
    """One climb takes its next step now, because somebody who was called cannot be reached."""
    await tx.session.execute(
        update(Escalation)
        .where(Escalation.report_id == report_id, Escalation.stopped_at.is_(None), Escalation.next_step_at > now)
        .values(next_step_at=now, pulled_forward=True)
        .execution_options(synchronize_session=False)
    )
    tx.ring("ticks")


async def ahead(tx: Transaction, now: datetime) -> list[Escalation]:
    """The open climbs whose next step is still to come."""
    query = select(Escalation).where(Escalation.next_step_at > now, Escalation.stopped_at.is_(None))
    return list(await tx.session.scalars(query))


async def lapses_due(tx: Transaction, now: datetime, limit: int = 100) -> list[int]:
    """The reports whose acknowledgement is to be looked at now: was there any progress?"""
    query = select(Escalation.report_id).where(Escalation.lapse_at <= now).order_by(Escalation.lapse_at)
    return list(await tx.session.scalars(query.limit(limit)))


async def suspects(
    tx: Transaction, now: datetime, grace: timedelta, limit: int = 500
) -> list[tuple[int, str, str, datetime, Escalation | None]]:
    """Cases whose climb may not have advanced, with their number, state and time: those that lie in time are left out.

    Cheap however many are open: a climb that waits for a step within the hour is found by its due time alone.
    """
    waiting = Escalation.stopped_at.is_(None) & Report.state.in_(("open", "acknowledged", "referred"))
    odd = or_(
        Escalation.report_id.is_(None) & (Report.state == "open"),
        Escalation.lapse_at < now - grace,
        Escalation.stopped_at.is_not(None) & (Report.state == "open"),
        waiting & (Escalation.next_step_at < now - grace),
        waiting & (Escalation.next_step_at > now + timedelta(hours=1)),
        waiting & Escalation.next_step_at.is_(None),
    )
    query = (
        select(Report.id, Report.number, Report.state, Report.sent_at, Escalation)
        .outerjoin(Escalation, Escalation.report_id == Report.id)
        .where(odd)
        .order_by(Report.id.desc())
        .limit(limit)
        .execution_options(populate_existing=True)
    )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in await tx.session.execute(query)]
