"""Alerts that wait for somebody's daily message, and what became of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update

from bot.rules.alert_view import AlertView
from bot.rules.area_choice import overlap
from storage import alert_counts, alerts
from storage.database import Transaction
from storage.tables import Alert, DigestItem, Person, Subscription

KEY = "alert-digest"


def subject(person_id: int) -> str:
    return f"digest:{person_id}"


async def add(tx: Transaction, alert_id: int, due: Mapping[int, datetime]) -> None:
    """Person by person, when their message comes."""
    rows = [{"alert_id": alert_id, "person_id": person, "due_at": at} for person, at in due.items()]
    await tx.insert_new(DigestItem, rows, "alert_id", "person_id")


@dataclass(frozen=True)
class Due:
    """One alert that waits for one person. `subscribed`: still to a place that it goes to (or, of one that follows
    another, to any)."""

    alert_id: int
    person_id: int
    due_at: datetime
    state: str
    sending: str
    expires_at: datetime | None
    telegram_id: int | None
    language: str
    reachable: bool
    subscribed: bool


async def due(tx: Transaction, now: datetime, limit: int) -> list[Due]:
    """All that is due of the next so many people. A paused alert waits on."""
    waiting = (DigestItem.taken_at.is_(None), DigestItem.due_at <= now, Alert.sending != "paused")
    people = (
        select(DigestItem.person_id).join(Alert, Alert.id == DigestItem.alert_id).where(*waiting).distinct()
        .order_by(DigestItem.person_id).limit(limit)
    )  # fmt: skip
    ids = list(await tx.session.scalars(people))
    if not ids:
        return []
    query = (
        select(
            DigestItem.alert_id, DigestItem.person_id, DigestItem.due_at, Alert.state, Alert.sending, Alert.expires_at,
            Alert.areas, Alert.refs, Person.telegram_id, Person.language, Person.unreachable_since,
        )
        .join(Alert, Alert.id == DigestItem.alert_id).join(Person, Person.id == DigestItem.person_id)
        .where(DigestItem.person_id.in_(ids), *waiting).order_by(DigestItem.person_id, DigestItem.alert_id)
    )  # fmt: skip
    homes = await _homes(tx, ids)
    return [
        Due(row.alert_id, row.person_id, row.due_at, row.state, row.sending, row.expires_at, row.telegram_id,
            row.language, row.unreachable_since is None and row.telegram_id is not None,
            any(row.refs or overlap(home, area) for home in homes[row.person_id] for area in row.areas))
        for row in await tx.session.execute(query)
    ]  # fmt: skip


async def _homes(tx: Transaction, ids: Collection[int]) -> defaultdict[int, list[str]]:
    """Where these people have subscribed."""
    homes: defaultdict[int, list[str]] = defaultdict(list)
    query = select(Subscription.person_id, Subscription.area).where(
        Subscription.person_id.in_(list(ids)), Subscription.ended_at.is_(None)
    )
    for person, area in await tx.session.execute(query):
        homes[person].append(area)
    return homes


async def taken(tx: Transaction, items: Collection[Due], reason: str | None, now: datetime) -> None:
    """These are in a message (`reason` None), or were left out of it."""
    by_alert: defaultdict[int, list[int]] = defaultdict(list)
    for each in items:
        by_alert[each.alert_id].append(each.person_id)
    for alert_id, people in by_alert.items():
        await tx.session.execute(
            update(DigestItem)
            .where(DigestItem.alert_id == alert_id, DigestItem.person_id.in_(people))
            .values(taken_at=now, left_out=reason)
            .execution_options(synchronize_session=False)
        )


async def load_many(tx: Transaction, person_ids: Collection[int]) -> dict[int, Any]:
    """The alerts of everybody's latest message, as they stand now: a view for each alert, however many read it."""
    latest = (
        select(DigestItem.person_id, func.max(DigestItem.taken_at).label("at"))
        .where(DigestItem.person_id.in_(list(person_ids)), DigestItem.left_out.is_(None))
        .group_by(DigestItem.person_id).subquery()
    )  # fmt: skip
    query = (
        select(DigestItem.person_id, DigestItem.alert_id)
        .join(latest, (latest.c.person_id == DigestItem.person_id) & (latest.c.at == DigestItem.taken_at))
        .where(DigestItem.left_out.is_(None)).order_by(DigestItem.alert_id)
    )  # fmt: skip
    views: dict[int, AlertView | None] = {}
    found: defaultdict[int, list[AlertView]] = defaultdict(list)
    for person, alert in await tx.session.execute(query):
        if alert not in views:
            views[alert] = await alerts.load(tx, alert)
        view = views[alert]
        if view is not None:
            found[person].append(view)
    return {person: tuple(listed) for person, listed in found.items()}


async def load(tx: Transaction, person_id: int) -> Any:
    return (await load_many(tx, [person_id])).get(person_id)


async def count(tx: Transaction, alert_id: int) -> int:
    """In how many daily messages an alert is or will be."""
    query = select(func.count()).where(DigestItem.alert_id == alert_id, DigestItem.left_out.is_(None))
    return int(await tx.session.scalar(query) or 0)


async def fate_of(tx: Transaction, alert_id: int, person_id: int) -> dict[str, Any] | None:
    """What became of an alert for one person: of their own copy, or of its place in their daily message."""
    item = await tx.session.get(DigestItem, (alert_id, person_id))
    if item is None:
        return await alert_counts.fate_of(tx, alert_id, person_id)
    if item.left_out is not None:
        return {"state": "dropped" if item.left_out == "stopped" else "skipped", "reason": item.left_out, "at": None}
    state = "digest" if item.taken_at is None else "digested"
    return {"state": state, "reason": None, "at": item.taken_at or item.due_at}


async def forget(tx: Transaction, before: datetime) -> None:
    await tx.session.execute(
        delete(DigestItem).where(DigestItem.due_at < before).execution_options(synchronize_session=False)
    )
