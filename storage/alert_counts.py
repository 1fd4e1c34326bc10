"""How many get a public alert, and what became of it by place and by person. Whom it goes to: `storage.audience`."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, and_, cast, func, or_, select

from bot.rules.alert_levels import LEVELS, rank
from bot.rules.area_choice import around
from storage import follows
from storage.alerts import subject
from storage.audience import COPY, REACHED
from storage.database import Transaction
from storage.tables import Alert, AlertSkip, OutboxRow, Person, Report, Subscription


def _within(codes: Collection[str]) -> ColumnElement[bool]:
    """Subscriptions to these areas, to what lies in them and to what they lie in."""
    wider = {outer for code in codes for outer in around(code)}
    inner = [and_(Subscription.area > code, Subscription.area < code + ":") for code in codes]  # ":" follows "9"
    return and_(Subscription.ended_at.is_(None), or_(Subscription.area.in_(wider), *inner))


def _told(refs: Sequence[int]) -> Select[int | None]:
    """Who got one of these, or may have."""
    subjects = [subject(number) for number in refs]
    return select(OutboxRow.person_id).where(
        OutboxRow.subject.in_(subjects), OutboxRow.key == COPY, OutboxRow.edits.is_(None),
        OutboxRow.state.in_(REACHED), OutboxRow.person_id.is_not(None),
    )  # fmt: skip


async def skip(tx: Transaction, alert_id: int, reasons: Mapping[int, str]) -> None:
    """Note who does not get it, and why."""
    rows = [{"alert_id": alert_id, "person_id": person, "reason": reason} for person, reason in reasons.items()]
    await tx.insert_new(AlertSkip, rows, "alert_id", "person_id")


async def audience(tx: Transaction, codes: Sequence[str], kind: str, level: str) -> dict[int, int]:
    """How many people would get it now, by the bot that writes to them: one count in the database."""
    low_enough = [name for name in LEVELS if rank(name) <= rank(level)]
    kinds = cast(Subscription.kinds, Text)
    query = (
        select(kinds, Person.bot_id, func.count(Subscription.person_id.distinct()))
        .join(Person, Person.id == Subscription.person_id)
        .where(_within(codes), Subscription.lowest_level.in_(low_enough))
        .where(Person.unreachable_since.is_(None), Person.telegram_id.is_not(None))
        .group_by(kinds, Person.bot_id)
    )
    readers: dict[int, int] = {}
    for wanted, bot, number in await tx.session.execute(query):
        asked = json.loads(wanted)
        if not asked or kind in asked:
            readers[bot] = readers.get(bot, 0) + number
    return readers


async def told_before(tx: Transaction, refs: Sequence[int], codes: Sequence[str], level: str) -> int:
    """How many were told of one of these and would not be by their subscriptions (kinds are not looked at)."""
    low_enough = [name for name in LEVELS if rank(name) <= rank(level)]
    asks = select(Subscription.person_id).where(_within(codes), Subscription.lowest_level.in_(low_enough))
    any_wish = select(Subscription.person_id).where(Subscription.ended_at.is_(None))
    query = (
        select(func.count(Person.id))
        .where(Person.id.in_(_told(refs)), Person.id.in_(any_wish), Person.id.not_in(asks))
        .where(Person.unreachable_since.is_(None), Person.telegram_id.is_not(None))
    )
    return int(await tx.session.scalar(query) or 0)


async def following_besides(tx: Transaction, refs: Sequence[int], codes: Sequence[str], level: str) -> int:
    """How many follow this event and would not get it otherwise."""
    low_enough = [name for name in LEVELS if rank(name) <= rank(level)]
    asks = select(Subscription.person_id).where(_within(codes), Subscription.lowest_level.in_(low_enough))
    return await follows.count_besides(tx, refs, asks)


async def told_here(tx: Transaction, refs: Sequence[int], codes: Sequence[str], everywhere: bool) -> int:
    """How many of those who were told will hear that it is over: those who live here, or all of them."""
    here = select(Subscription.person_id).where(_within(codes))
    any_wish = select(Subscription.person_id).where(Subscription.ended_at.is_(None))
    query = (
        select(func.count(Person.id))
        .where(Person.id.in_(_told(refs)), Person.id.in_(any_wish if everywhere else here))
        .where(Person.unreachable_since.is_(None), Person.telegram_id.is_not(None))
    )
    return int(await tx.session.scalar(query) or 0)


async def by_place(tx: Transaction, row: Alert) -> list[tuple[str, str, str | None, int]]:
    """The record: place, state, reason and number of copies. Whoever subscribed to two places is counted in both."""
    query = (
        select(Subscription.area, OutboxRow.state, OutboxRow.reason, func.count(OutboxRow.id.distinct()))
        .join(OutboxRow, OutboxRow.person_id == Subscription.person_id)
        .where(OutboxRow.subject == subject(row.id), OutboxRow.key == COPY, OutboxRow.edits.is_(None))
        .where(_within(row.areas))
        .group_by(Subscription.area, OutboxRow.state, OutboxRow.reason)
        .order_by(Subscription.area)
    )
    return [(area, state, reason, number) for area, state, reason, number in await tx.session.execute(query)]


async def fate_of(tx: Transaction, alert_id: int, person_id: int) -> dict[str, Any] | None:
    """What became of one person's copy: its state, reason and time; or that they were skipped; None for neither."""
    copy = await tx.session.scalar(
        select(OutboxRow).where(
            OutboxRow.subject == subject(alert_id), OutboxRow.key == COPY, OutboxRow.person_id == person_id
        )
    )
    if copy is not None:
        return {"state": copy.state, "reason": copy.reason, "at": copy.sent_at or copy.next_at}
    skipped = await tx.session.get(AlertSkip, (alert_id, person_id))
    return {"state": "skipped", "reason": skipped.reason, "at": None} if skipped is not None else None


async def exposed(tx: Transaction, codes: Collection[str]) -> list[str]:
    """The villages of these areas with a hazard on record that is not closed: they are warned first."""
    inside = [and_(Report.area >= code, Report.area < code + ":") for code in codes]
    query = select(Report.area).where(
        Report.kind == "hazard", Report.state.not_in(("closed", "false_alarm")), or_(*inside)
    )
    return list(await tx.session.scalars(query.distinct().order_by(Report.area)))


async def skips(tx: Transaction, alert_id: int) -> dict[str, int]:
    query = select(AlertSkip.reason, func.count().label("number")).where(AlertSkip.alert_id == alert_id)
    return {row.reason: row.number for row in await tx.session.execute(query.group_by(AlertSkip.reason))}
