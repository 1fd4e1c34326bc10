"""What a shift leaves to the next: open cases, clocks that run, answers that were promised, hazards gone stale."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from bot.rules.command import RUNNING
from bot.rules.handover_view import HandoverView
from storage import areas
from storage.database import Transaction
from storage.tables import Clock, ConsultRequest, Escalation, Handover, Person, Question, Report, SceneCommand

OPEN_STATES = ("open", "acknowledged", "referred")


async def view(tx: Transaction, handover_id: int) -> HandoverView | None:
    row = await tx.session.get(Handover, handover_id)
    if row is None:
        return None
    before, after = await tx.session.get(Person, row.from_person), await tx.session.get(Person, row.to_person)
    names = (await areas.names(tx, [row.area])).get(row.area, (row.area, row.area))
    assert before is not None, "people stay"
    assert after is not None, "people stay"
    return HandoverView(
        row.id, row.area, names, before.name, before.phone, after.name, after.phone, row.at, tuple(row.items),
        frozenset(row.accepted), row.state, row.reason, row.closed_by_name,
    )  # fmt: skip


async def open_cases(tx: Transaction, area: str, priorities: tuple[str, ...]) -> list[Report]:
    """Cases of an area that are not closed, the worst and oldest first."""
    query = (
        select(Report)
        .where(Report.state.in_(OPEN_STATES), Report.area.startswith(area), Report.priority.in_(priorities))
        .order_by(Report.priority, Report.sent_at, Report.id)
    )
    return list(await tx.session.scalars(query))


async def running_clocks(tx: Transaction, report_ids: list[int]) -> dict[int, list[Clock]]:
    """The deadlines of these cases that are not met, the nearest first."""
    query = (
        select(Clock)
        .where(Clock.report_id.in_(report_ids), Clock.met_at.is_(None), Clock.ended_at.is_(None))
        .order_by(Clock.due_at)
    )
    found: dict[int, list[Clock]] = {}
    for clock in await tx.session.scalars(query):
        found.setdefault(clock.report_id, []).append(clock)
    return found


async def still_calling(tx: Transaction, report_ids: list[int]) -> set[int]:
    """Those of these cases that are still climbing: nobody has answered."""
    query = select(Escalation.report_id).where(
        Escalation.report_id.in_(report_ids), Escalation.stopped_at.is_(None), Escalation.next_step_at.is_not(None)
    )
    return set(await tx.session.scalars(query))


async def unanswered(tx: Transaction, report_ids: list[int]) -> list[tuple[Question, Report]]:
    query = (
        select(Question, Report)
        .join(Report, Report.id == Question.report_id)
        .where(Question.report_id.in_(report_ids), Question.answered_at.is_(None))
        .order_by(Question.id)
    )
    return [(question, report) for question, report in await tx.session.execute(query)]


async def commanders(tx: Transaction, report_ids: list[int]) -> list[tuple[SceneCommand, str]]:
    """Who commands there, or is asked to, each with the case's number."""
    query = (
        select(SceneCommand, Report.number)
        .join(Report, Report.id == SceneCommand.report_id)
        .where(SceneCommand.report_id.in_(report_ids), SceneCommand.state.in_(RUNNING))
        .order_by(SceneCommand.id)
    )
    return [(row, number) for row, number in await tx.session.execute(query)]


async def experts_asked(tx: Transaction, report_ids: list[int]) -> list[tuple[ConsultRequest, str]]:
    """Experts who have not answered yet, each with the case's number."""
    query = (
        select(ConsultRequest, Report.number)
        .join(Report, Report.id == ConsultRequest.report_id)
        .where(ConsultRequest.report_id.in_(report_ids), ConsultRequest.state == "asked")
        .order_by(ConsultRequest.id)
    )
    return [(row, number) for row, number in await tx.session.execute(query)]


async def add(tx: Transaction, row: Handover) -> Handover:
    tx.session.add(row)
    await tx.session.flush()
    return row


async def waiting_since(tx: Transaction, before: datetime) -> list[Handover]:
    """Those that began before this moment and that nobody has accepted yet."""
    query = select(Handover).where(Handover.state.in_(("open", "refused")), Handover.at <= before)
    return list(await tx.session.scalars(query.order_by(Handover.id)))
