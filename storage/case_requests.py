"""Requests of a case that must be answered: 转办, 指派, a lower priority."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.rules.case_request import WAITS, RequestView
from storage.database import Transaction
from storage.tables import CaseRequest, Group, Person, Post, Report

# Written once (storage.tables.plain says why).
_OF_REPORT = select(CaseRequest).where(CaseRequest.report_id == bindparam("report")).order_by(CaseRequest.id)
_DUE = (
    select(CaseRequest.id)
    .where(CaseRequest.state == WAITS, CaseRequest.due_at <= bindparam("now"))
    .order_by(CaseRequest.due_at)
    .limit(100)
)


async def of_report(tx: Transaction, report_id: int) -> list[CaseRequest]:
    """In the order in which they were asked. Hold the report first: its lock is that of its requests."""
    found = await tx.session.scalars(_OF_REPORT, {"report": report_id}, execution_options={"populate_existing": True})
    return list(found)


async def get(tx: Transaction, request_id: int) -> CaseRequest | None:
    return await tx.session.get(CaseRequest, request_id, populate_existing=True)


async def add(tx: Transaction, row: CaseRequest) -> CaseRequest:
    tx.session.add(row)
    await tx.session.flush()
    return row


async def due(tx: Transaction, now: datetime) -> list[int]:
    """The requests that nobody has answered in time."""
    return list(await tx.session.scalars(_DUE, {"now": now}))


async def waiting_for(tx: Transaction, report_ids: Sequence[int]) -> list[tuple[CaseRequest, str]]:
    """Those of these cases that nobody has answered yet, each with its case's number."""
    query = (
        select(CaseRequest, Report.number)
        .join(Report, Report.id == CaseRequest.report_id)
        .where(CaseRequest.report_id.in_(report_ids), CaseRequest.state == WAITS)
        .order_by(CaseRequest.id)
    )
    return [(row, number) for row, number in await tx.session.execute(query)]


def view(row: CaseRequest) -> RequestView:
    return RequestView(
        row.id, row.kind, row.state, row.function, row.names, row.asked_by_name, row.asked_by, row.asked_at,
        row.due_at, row.answered_by_name, row.answered_at, row.answer, row.level, row.reason,
    )  # fmt: skip


async def views(tx: Transaction, report_id: int) -> tuple[RequestView, ...]:
    """As the card of a case shows them."""
    return tuple(view(row) for row in await of_report(tx, report_id))


async def functions_reached(tx: Transaction, areas: Sequence[str]) -> set[str]:
    """The functions that somebody answers for in exactly these areas: a bound group, or people with an account."""
    bound = select(Group.function).where(
        Group.area.in_(areas), Group.function.is_not(None), Group.bound_at.is_not(None), Group.lost_at.is_(None)
    )
    held = (
        select(Post.function)
        .join(Person, Person.id == Post.person_id)
        .where(Post.role == "department", Post.area.in_(areas), Post.until.is_(None))
        .where(Person.telegram_id.is_not(None), Person.unreachable_since.is_(None))
    )
    found = [*await tx.session.scalars(bound), *await tx.session.scalars(held)]
    return {function for function in found if function}


async def post_holders(tx: Transaction, roles: Sequence[str], areas: Sequence[str]) -> list[tuple[Person, Post]]:
    """Who holds one of these roles in exactly these areas and can be written to, the nearest area first."""
    query = (
        select(Person, Post)
        .join(Post, Post.person_id == Person.id)
        .where(Post.role.in_(roles), Post.area.in_(areas), Post.until.is_(None))
        .where(Person.telegram_id.is_not(None), Person.unreachable_since.is_(None))
        .order_by(Post.area.desc(), Post.id)
    )
    return [(person, post) for person, post in await tx.session.execute(query)]
