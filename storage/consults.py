"""会商: what experts were asked about cases, and what they answered."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select

from bot.rules.can import Can
from bot.rules.consult_view import ConsultView, RequestView
from bot.rules.deadlines import ENDED
from storage.database import Transaction
from storage.tables import Consultation, ConsultRequest, ExpertRow, Person, Report

# Written once (storage.tables.plain says why).
_OF = (
    select(ConsultRequest, Person.phone, ExpertRow.employer)
    .join(Person, Person.id == ConsultRequest.person_id)
    .outerjoin(ExpertRow, ExpertRow.person_id == ConsultRequest.person_id)
    .where(ConsultRequest.report_id == bindparam("report"))
    .order_by(ConsultRequest.id)
)
_DUE = (
    select(ConsultRequest.id)
    .join(Report, Report.id == ConsultRequest.report_id)
    .where(ConsultRequest.step_at <= bindparam("now"), ConsultRequest.state == "asked", Report.state.not_in(ENDED))
    .order_by(ConsultRequest.step_at)
    .limit(100)
)
_OVER = (
    select(ConsultRequest.id)
    .join(Report, Report.id == ConsultRequest.report_id)
    .where(ConsultRequest.state == "asked", Report.state.in_(ENDED))
    .order_by(ConsultRequest.id)
    .limit(100)
)
_WAITING_FOR = (
    select(ConsultRequest)
    .where(ConsultRequest.person_id == bindparam("person"), ConsultRequest.state == "asked")
    .order_by(ConsultRequest.id.desc())
    .limit(5)
)


async def view(tx: Transaction, report_id: int) -> ConsultView | None:
    """As the card shows it; None where nobody was asked."""
    found = [
        as_view(row, phone, employer) for row, phone, employer in await tx.session.execute(_OF, {"report": report_id})
    ]
    return ConsultView(tuple(found)) if found else None


def as_view(row: ConsultRequest, phone: str | None, employer: str | None) -> RequestView:
    return RequestView(
        row.id, row.person_id, row.name, row.state, row.asked_at, row.by_phone, row.call_me, row.steps,
        Can(row.condition, row.action, row.need), row.reason, row.minutes, row.recorded_by_name, phone, employer,
    )  # fmt: skip


async def get(tx: Transaction, request_id: int) -> ConsultRequest | None:
    return await tx.session.get(ConsultRequest, request_id, populate_existing=True)


async def consultation(tx: Transaction, number: int) -> Consultation | None:
    return await tx.session.get(Consultation, number)


async def newest_consultation(tx: Transaction, report_id: int) -> Consultation | None:
    query = select(Consultation).where(Consultation.report_id == report_id).order_by(Consultation.id.desc())
    return await tx.session.scalar(query.limit(1))


async def add(tx: Transaction, row: Consultation | ConsultRequest) -> None:
    tx.session.add(row)
    await tx.session.flush()


async def due(tx: Transaction, now: datetime) -> list[int]:
    """The requests (by id) nobody has answered in their time."""
    return list(await tx.session.scalars(_DUE, {"now": now}))


async def to_withdraw(tx: Transaction, now: datetime) -> list[int]:
    """The open requests whose case has ended."""
    return list(await tx.session.scalars(_OVER))


async def waiting_for(tx: Transaction, person_id: int) -> list[ConsultRequest]:
    """What this expert has not answered yet, newest first."""
    return list(await tx.session.scalars(_WAITING_FOR, {"person": person_id}))
