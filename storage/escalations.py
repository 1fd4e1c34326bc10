"""Escalations: the climb of a report, one row each; a due time is a column, never a job."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, or_, select, update

from storage.database import Transaction
from storage.open_cases import IN_SLICE, Slice
from storage.tables import Escalation, Report


async def start(tx: Transaction, escalation: Escalation) -> None:
    tx.session.add(escalation)
    await tx.session.flush()


async def of_report(tx: Transaction, report_id: int) -> Escalation | None:
    """Held until the transaction ends, so that a step being pulled forward is not overwritten."""
    return await tx.session.get(Escalation, report_id, with_for_update=True, populate_existing=True)


_DUE = (
    select(Escalation.report_id)
    .where(Escalation.next_step_at <= bindparam("now"), Escalation.stopped_at.is_(None))
    .order_by(Escalation.next_step_at)
    .limit(bindparam("limit"))
)
_FREE = (
    select(Report, Escalation)
    .join(Escalation, Escalation.report_id == Report.id)
    .where(Report.id.in_(bindparam("reports", expanding=True)))
    .where(Escalation.next_step_at <= bindparam("now"), Escalation.stopped_at.is_(None))
    .order_by(Escalation.next_step_at, Report.id)
    .with_for_update(skip_locked=True)
    .execution_options(populate_existing=True)
)


async def due(tx: Transaction, now: datetime, limit: int = 500) -> list[int]:
    """The reports whose next step is due, oldest first."""
    return list(await tx.session.scalars(_DUE, {"now": now, "limit": limit}))


async def due_and_free(tx: Transaction, report_ids: Collection[int], now: datetime) -> list[tuple[Report, Escalation]]:
    """Those of them that are still due, held until the transaction ends; not those that somebody holds just now (a tap
    of the same moment): whoever holds several cases must not wait for one."""
    found = await tx.session.execute(_FREE, {"reports": list(report_ids), "now": now})
    return [(report, row) for report, row in found]


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


Suspect = tuple[int, str, str, datetime, Escalation | None]
"""A case's id, number, state and time, and its climb."""

_SUSPECTS = (
    select(Report.id, Report.number, Report.state, Report.sent_at, Escalation)
    .outerjoin(Escalation, Escalation.report_id == Report.id)
    .execution_options(populate_existing=True)
)
_CLIMBING = Escalation.stopped_at.is_(None) & Report.state.in_(("open", "acknowledged", "referred"))
_NO_CLIMB = Escalation.report_id.is_(None)
_LATE = (
    _SUSPECTS.where(Escalation.next_step_at < bindparam("before"), _CLIMBING).order_by(Escalation.next_step_at),
    _SUSPECTS.where(Escalation.lapse_at < bindparam("before")).order_by(Escalation.lapse_at),
)
_ODD = _SUSPECTS.where(
    IN_SLICE,
    or_(
        (Report.state == "open") & or_(_NO_CLIMB, Escalation.stopped_at.is_not(None)),
        _CLIMBING & or_(Escalation.next_step_at > bindparam("far"), Escalation.next_step_at.is_(None)),
    ),
).order_by(Report.id)


async def late(tx: Transaction, now: datetime, grace: timedelta, limit: int = 200) -> list[Suspect]:
    """Cases with a step or a lapse that is over by more than `grace`: found by the due times, however many are open."""
    found: list[Suspect] = []
    for query in _LATE:
        found += _suspects(await tx.session.execute(query.limit(limit), {"before": now - grace}))
    return found


async def odd(tx: Transaction, now: datetime, part: Slice) -> list[Suspect]:
    """Cases of a slice whose climb is not there, has stopped, has no due time, or one that is far ahead."""
    asked = {"far": now + timedelta(hours=1), **part.bounds}
    return _suspects(await tx.session.execute(_ODD, asked))


async def some(tx: Transaction, report_ids: Collection[int]) -> list[Suspect]:
    """These cases."""
    return _suspects(await tx.session.execute(_SUSPECTS.where(Report.id.in_(report_ids))))


def _suspects(rows: Iterable[Any]) -> list[Suspect]:
    return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]
