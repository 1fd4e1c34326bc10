"""态势简报: whose is due, and what there is to tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from bot.rules.case_request import WAITS
from bot.rules.deadlines import ENDED
from bot.rules.handover_view import WAITING
from bot.rules.pulse import Change, Late
from bot.rules.report_chain import COUNTS
from storage import areas, reviews
from storage.database import Transaction
from storage.handovers import OPEN_STATES
from storage.tables import (
    Alert,
    CaseRequest,
    Clock,
    Escalation,
    FollowUp,
    Handover,
    Post,
    PulseRow,
    Report,
    ReportGrade,
)

AT_ONCE = 50
URGENT = ("P0", "P1")
# What ends a case otherwise than by 办结 and 误报 is no news to a leader.
TOLD_ENDS = ("closed", "false_alarm")


async def leaders_without(tx: Transaction) -> list[int]:
    """Those who lead somewhere and have no row yet."""
    query = (
        select(Post.person_id)
        .outerjoin(PulseRow, PulseRow.person_id == Post.person_id)
        .where(Post.role == "leader", Post.until.is_(None), PulseRow.person_id.is_(None))
        .distinct()
    )
    return list(await tx.session.scalars(query.order_by(Post.person_id)))


async def due(tx: Transaction, now: datetime, zone: str, times: str) -> list[int]:
    """Those whose time has come, or whose times were reckoned for other settings."""
    row = PulseRow
    usual = and_(row.times.is_(None), row.reckoned != f"{zone} {times}")
    own = and_(row.times.is_not(None), row.reckoned != zone + " " + func.coalesce(row.times, ""))
    query = select(row.person_id).where(or_(row.next_at <= now, row.look_at <= now, usual, own))
    return list(await tx.session.scalars(query.order_by(row.person_id).limit(AT_ONCE)))


async def locked(tx: Transaction, person_id: int) -> PulseRow | None:
    return await tx.session.get(PulseRow, person_id, with_for_update=True, populate_existing=True)


async def add(tx: Transaction, person_id: int, now: datetime) -> PulseRow:
    """Their row; the one that is there already, if any."""
    await tx.insert_new(PulseRow, [{"person_id": person_id, "reckoned": "", "since_at": now}], "person_id")
    row = await locked(tx, person_id)
    assert row is not None, "just written"
    return row


def _within(codes: Sequence[str]) -> ColumnElement[bool]:
    return or_(*(Report.area.startswith(code) for code in codes))


async def urgent_is_open(tx: Transaction, codes: Sequence[str]) -> bool:
    query = select(Report.id).where(
        Report.state.in_(OPEN_STATES), Report.priority.in_(URGENT), Report.kind == "incident", _within(codes)
    )
    return await tx.session.scalar(query.limit(1)) is not None


async def open_counts(tx: Transaction, codes: Sequence[str]) -> dict[str, int]:
    """Open incidents by priority."""
    query = (
        select(Report.priority, func.count())
        .where(Report.state.in_(OPEN_STATES), Report.kind == "incident", _within(codes))
        .group_by(Report.priority)
        .order_by(Report.priority)
    )
    return {priority: number for priority, number in await tx.session.execute(query)}  # noqa: C416  (rows are no pairs)


async def changes(tx: Transaction, codes: Sequence[str], since: datetime) -> list[Change]:
    """Cases that came, were added to or have ended since then. Hazards only where they are new."""
    ended = and_(Report.state.in_(TOLD_ENDS), Report.state_at > since)
    added = and_(Report.state.in_(OPEN_STATES), or_(Report.last_at > since, Report.state_at > since))
    came = and_(Report.sent_at > since, Report.state.in_((*OPEN_STATES, *TOLD_ENDS)))
    query = select(Report).where(_within(codes), or_(came, ended, added)).order_by(Report.priority, Report.id.desc())
    rows = [row for row in await tx.session.scalars(query) if row.kind != "hazard" or row.sent_at > since]
    names = await areas.names(tx, {row.area for row in rows})
    return [_change(row, names.get(row.area, (row.area, row.area)), since) for row in rows]


def _change(row: Report, names: tuple[str, str], since: datetime) -> Change:
    fresh = "new" if row.sent_at > since else "changed"
    what = row.state if row.state in TOLD_ENDS else fresh
    at = max(at for at in (row.sent_at, row.last_at, row.state_at) if at is not None)
    counts: dict[str, Any] = {key: row.answers[key] for key in COUNTS if row.answers.get(key)}
    if row.kind == "sign":  # a restricted matter: that it is there, no figures
        counts = {}
    return Change(row.id, row.number, row.kind, row.category, row.priority, row.state, names, what, at, counts)


async def late(
    tx: Transaction, codes: Sequence[str], now: datetime, follow_up_after: timedelta, stale: datetime
) -> list[Late]:
    """Nobody has answered, clocks that are over without a reason, silent follow-ups, hazards and handovers."""
    found = await _calling(tx, codes, now)
    clocks = (
        select(Clock, Report.number, Report.priority)
        .join(Report, Report.id == Clock.report_id)
        .where(Clock.due_at <= now, Clock.met_at.is_(None), Clock.ended_at.is_(None), Clock.reason.is_(None))
        .where(Clock.owed_by != "unit", Report.state.not_in(ENDED), _within(codes))
    )
    for clock, number, priority in await tx.session.execute(clocks):
        found.append(Late("clock", clock.due_at, clock.report_id, number, clock.names, priority))
    silent = (
        select(FollowUp, Report.number, Report.priority)
        .join(Report, Report.id == FollowUp.report_id)
        .where(FollowUp.due_at <= now - follow_up_after, Report.state.not_in(ENDED), _within(codes))
    )
    for row, number, priority in await tx.session.execute(silent):
        assert row.due_at is not None, "asked for above"
        found.append(Late("follow_up", row.due_at, row.report_id, number, {}, priority))
    for review, number, priority in await reviews.unwritten(tx, codes):
        found.append(Late("review", review.closed_at, review.report_id, number, {}, priority))
    return [*found, *await _hazards(tx, codes, stale), *await _handovers(tx, codes, now)]


async def _calling(tx: Transaction, codes: Sequence[str], now: datetime) -> list[Late]:
    """Serious cases that have called for a while and that nobody has taken."""
    query = (
        select(Report)
        .join(Escalation, Escalation.report_id == Report.id)
        .where(Report.state == "open", Report.priority.in_(URGENT), Escalation.stopped_at.is_(None))
        .where(Report.kind == "incident", Escalation.steps_done > 1, _within(codes))
    )
    return [
        Late("calling", row.sent_at, row.id, row.number, {}, row.priority) for row in await tx.session.scalars(query)
    ]


async def _hazards(tx: Transaction, codes: Sequence[str], stale: datetime) -> list[Late]:
    query = select(func.count(), func.min(Report.sent_at)).where(
        Report.kind == "hazard", Report.state.in_(OPEN_STATES), Report.sent_at <= stale, _within(codes)
    )
    number, oldest = (await tx.session.execute(query)).one()
    return [Late("hazards", oldest, 0, str(number))] if number else []


async def _handovers(tx: Transaction, codes: Sequence[str], now: datetime) -> list[Late]:
    query = select(Handover).where(
        Handover.state.in_(WAITING), Handover.area.in_(codes), Handover.remind_at.is_not(None)
    )
    rows = list(await tx.session.scalars(query))
    names = await areas.names(tx, {row.area for row in rows})
    return [
        Late("handover", row.at, 0, str(row.id), dict(zip(("zh-Hans", "zh-Hant"), names[row.area], strict=True)), "P2")
        for row in rows
        if row.at < now
    ]


async def alerts_waiting(tx: Transaction) -> list[Alert]:
    """Alerts that wait for an approver, and those published by one leader that nobody has looked at since."""
    return list(await tx.session.scalars(select(Alert).where(or_(Alert.state == "draft", Alert.look_open))))


async def requests_waiting(tx: Transaction, codes: Sequence[str]) -> list[tuple[CaseRequest, str]]:
    """Referrals, assignments and wishes for a lower priority that nobody has answered, with the case's number."""
    query = (
        select(CaseRequest, Report.number)
        .join(Report, Report.id == CaseRequest.report_id)
        .where(CaseRequest.state == WAITS, Report.state.not_in(ENDED), _within(codes))
        .order_by(CaseRequest.due_at)
    )
    return [(row, number) for row, number in await tx.session.execute(query)]


async def ungraded(tx: Transaction, codes: Sequence[str]) -> list[Report]:
    """Open incidents to which nobody has given a grade, the worst first."""
    query = (
        select(Report)
        .outerjoin(ReportGrade, ReportGrade.report_id == Report.id)
        .where(Report.kind == "incident", Report.state.in_(OPEN_STATES), ReportGrade.id.is_(None), _within(codes))
        .order_by(Report.priority, Report.sent_at.desc())
        .limit(AT_ONCE)
    )
    return list(await tx.session.scalars(query))
