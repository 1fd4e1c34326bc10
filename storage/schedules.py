"""Notices that go out at a time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import or_, select

from bot.rules.calendar_rule import rule_from_json
from bot.rules.schedule_view import ScheduleView
from storage import areas, broadcasts
from storage.database import Transaction
from storage.tables import ScheduledNotice

CARD = "schedule-card"
AT_ONCE = 50


def subject(number: int) -> str:
    return f"schedule:{number}"


async def add(tx: Transaction, row: ScheduledNotice) -> ScheduledNotice:
    tx.session.add(row)
    await tx.session.flush()
    return row


async def locked(tx: Transaction, number: int) -> ScheduledNotice | None:
    return await tx.session.get(ScheduledNotice, number, with_for_update=True, populate_existing=True)


async def due(tx: Transaction, now: datetime, zone: str) -> list[int]:
    """Those whose time has come, and those whose next time was reckoned in another zone."""
    row = ScheduledNotice
    query = (
        select(row.id)
        .where(row.state == "active", or_(row.next_at <= now, row.zone != zone))
        .order_by(row.next_at, row.id)
        .limit(AT_ONCE)
    )
    return list(await tx.session.scalars(query))


async def standing(tx: Transaction, scope: Iterable[str]) -> list[ScheduleView]:
    """All that have not ended and go to these areas alone, the next one first."""
    query = select(ScheduledNotice).where(ScheduledNotice.state != "ended")
    rows = list(await tx.session.scalars(query.order_by(ScheduledNotice.next_at, ScheduledNotice.id)))
    wide = tuple(scope)
    ours = [row for row in rows if all(area.startswith(wide) for area in row.areas)]
    return [await _view(tx, row) for row in ours]


async def load(tx: Transaction, number: int) -> ScheduleView | None:
    row = await tx.session.get(ScheduledNotice, number, populate_existing=True)
    return await _view(tx, row) if row is not None else None


async def _view(tx: Transaction, row: ScheduledNotice) -> ScheduleView:
    names = await areas.names(tx, row.areas)
    last = await broadcasts.answered(tx, row.last_broadcast) if row.last_broadcast is not None else None
    return ScheduleView(
        number=row.id, kind=row.kind, text=row.text, areas=tuple(row.areas),
        area_names=tuple(names.get(code, (code, code)) for code in row.areas), rule=rule_from_json(row.rule),
        next_at=row.next_at, state=row.state, by_name=row.by_name, state_by_name=row.state_by_name,
        version=row.version, last_at=row.last_at, last_outcome=row.last_outcome, last=last,
    )  # fmt: skip
