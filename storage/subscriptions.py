"""Residents' wishes for public alerts. One that has ended keeps its row, and begins again where it was."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from storage.database import Transaction
from storage.tables import Subscription


async def active(tx: Transaction, person_id: int) -> list[Subscription]:
    query = select(Subscription).where(Subscription.person_id == person_id, Subscription.ended_at.is_(None))
    return list(await tx.session.scalars(query.order_by(Subscription.area)))


async def begin(tx: Transaction, person_id: int, area: str, wishes: dict[str, Any], now: datetime) -> None:
    """From now on, with these wishes (kinds, lowest_level, quiet_from, quiet_to)."""
    known = await tx.session.scalar(
        select(Subscription).where(Subscription.person_id == person_id, Subscription.area == area)
    )
    if known is None:
        tx.session.add(Subscription(person_id=person_id, area=area, since=now, **wishes))
        await tx.session.flush()
        return
    if known.ended_at is not None:
        known.since, known.ended_at = now, None
    for name, value in wishes.items():
        setattr(known, name, value)


async def change(tx: Transaction, person_id: int, **wishes: Any) -> None:
    """The same wishes for all of a person's areas."""
    for row in await active(tx, person_id):
        for name, value in wishes.items():
            setattr(row, name, value)


async def end(tx: Transaction, person_id: int, ids: Collection[int], now: datetime) -> None:
    await tx.session.execute(
        update(Subscription)
        .where(Subscription.person_id == person_id, Subscription.id.in_(ids), Subscription.ended_at.is_(None))
        .values(ended_at=now)
        .execution_options(synchronize_session="fetch")
    )


async def take_back(tx: Transaction, person_id: int, ended_at: datetime) -> int:
    """Undo: what ended at exactly this moment goes on."""
    result = await tx.session.execute(
        update(Subscription)
        .where(Subscription.person_id == person_id, Subscription.ended_at == ended_at)
        .values(ended_at=None)
        .execution_options(synchronize_session="fetch")
    )
    return int(result.rowcount)  # type: ignore[attr-defined]
