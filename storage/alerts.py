"""Public alerts: their rows, and the residents they go to, a chunk at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Text, and_, cast, func, or_, select

from bot.rules.alert_levels import LEVELS, rank
from bot.rules.alert_view import AlertView
from bot.rules.area_choice import around
from bot.rules.audience import Wish
from bot.rules.fates import Fates
from storage import areas
from storage.database import Transaction
from storage.tables import Alert, AlertSkip, Person, Subscription

COPY, CARD, PROGRESS, DECIDED = "alert", "alert-card", "alert-progress", "alert-decided"


def subject(alert_id: int) -> str:
    return f"alert:{alert_id}"


async def add(tx: Transaction, row: Alert) -> Alert:
    tx.session.add(row)
    await tx.session.flush()
    return row


async def get(tx: Transaction, alert_id: int) -> Alert | None:
    """Held until the transaction ends: two people deciding at once take turns."""
    return await tx.session.get(Alert, alert_id, with_for_update=True, populate_existing=True)


async def going_out(tx: Transaction, now: datetime) -> list[int]:
    """Published alerts that are to be looked at by now."""
    query = select(Alert.id).where(Alert.state == "published", Alert.next_look_at <= now)
    return list(await tx.session.scalars(query.order_by(Alert.id)))


def _within(codes: Collection[str]) -> ColumnElement[bool]:
    """Subscriptions to these areas, to what lies in them and to what they lie in."""
    wider = {outer for code in codes for outer in around(code)}
    inner = [and_(Subscription.area > code, Subscription.area < code + ":") for code in codes]  # ":" follows "9"
    return and_(Subscription.ended_at.is_(None), or_(Subscription.area.in_(wider), *inner))


@dataclass(frozen=True)
class Resident:
    person_id: int
    telegram_id: int | None
    language: str
    reachable: bool
    wishes: tuple[Wish, ...]


async def residents_after(tx: Transaction, codes: Collection[str], person_id: int, limit: int) -> list[Resident]:
    """The next residents whose subscriptions touch these areas, by person id, each once."""
    chunk = (
        select(Subscription.person_id)
        .where(_within(codes), Subscription.person_id > person_id)
        .distinct()
        .order_by(Subscription.person_id)
        .limit(limit)
        .subquery()
    )
    columns = (
        Person.id, Person.telegram_id, Person.language, Person.unreachable_since, Subscription.area, Subscription.kinds,
        Subscription.lowest_level, Subscription.quiet_from, Subscription.quiet_to,
    )  # fmt: skip
    query = (
        select(*columns)
        .join(Subscription, Subscription.person_id == Person.id)
        .where(Person.id.in_(select(chunk.c.person_id)), _within(codes))
        .order_by(Person.id)
    )
    wishes: defaultdict[int, list[Wish]] = defaultdict(list)
    people: dict[int, tuple[int | None, str, bool]] = {}
    for row in await tx.session.execute(query):
        people[row.id] = (row.telegram_id, row.language, row.unreachable_since is None and row.telegram_id is not None)
        wishes[row.id].append(Wish(row.area, tuple(row.kinds), row.lowest_level, row.quiet_from, row.quiet_to))
    return [Resident(id_, *people[id_], tuple(wishes[id_])) for id_ in people]


async def skip(tx: Transaction, alert_id: int, reasons: Mapping[int, str]) -> None:
    """Note who does not get it, and why."""
    rows = [{"alert_id": alert_id, "person_id": person, "reason": reason} for person, reason in reasons.items()]
    await tx.insert_new(AlertSkip, rows, "alert_id", "person_id")


async def audience(tx: Transaction, codes: Sequence[str], kind: str, level: str) -> int:
    """How many people would get it now, by one count in the database."""
    low_enough = [name for name in LEVELS if rank(name) <= rank(level)]
    kinds = cast(Subscription.kinds, Text)
    query = (
        select(kinds, func.count(Subscription.person_id.distinct()))
        .join(Person, Person.id == Subscription.person_id)
        .where(_within(codes), Subscription.lowest_level.in_(low_enough))
        .where(Person.unreachable_since.is_(None), Person.telegram_id.is_not(None))
        .group_by(kinds)
    )
    found = [(json.loads(wanted), number) for wanted, number in await tx.session.execute(query)]
    return sum(number for wanted, number in found if not wanted or kind in wanted)


async def skips(tx: Transaction, alert_id: int) -> dict[str, int]:
    query = select(AlertSkip.reason, func.count().label("number")).where(AlertSkip.alert_id == alert_id)
    return {row.reason: row.number for row in await tx.session.execute(query.group_by(AlertSkip.reason))}


async def load(tx: Transaction, alert_id: int) -> AlertView | None:
    row = await tx.session.get(Alert, alert_id, populate_existing=True)
    return await view(tx, row) if row is not None else None


async def view(tx: Transaction, row: Alert) -> AlertView:
    names = await areas.names(tx, [*row.areas, row.issuer_area])
    return AlertView(
        alert_id=row.id, kind=row.kind, event=row.event, level=row.level, areas=tuple(row.areas),
        area_names=tuple(names.get(code, (code, code)) for code in row.areas), texts=row.texts,
        with_advice=row.with_advice, issuer=row.issuer, issuer_names=names.get(row.issuer_area, ("", "")),
        issued_at=row.issued_at, valid_hours=row.valid_hours, expires_at=row.expires_at, published_at=row.published_at,
        state=row.state, version=row.version, drafted_by=row.drafted_by, drafted_by_name=row.drafted_by_name,
        drafted_at=row.drafted_at, decided_by=row.decided_by, decided_by_name=row.decided_by_name or "",
        decided_at=row.decided_at, note=row.note or "", audience=row.audience,
        seconds=int(row.progress.get("seconds", 0)), fan_out_done=row.fan_out_done,
        fates=Fates.from_json(row.progress), skipped=row.progress.get("skipped", {}), finished_at=row.finished_at,
        language=row.language,
    )  # fmt: skip
