"""Who follows an event: 关注后续 under one of its alerts, until they stop or all is over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Select, delete, func, select, update

from storage.database import Transaction
from storage.tables import Alert, AlertFollow, Person


def followers(refs: Collection[int]) -> Select[int]:
    """Who follows one of these alerts."""
    return select(AlertFollow.person_id).where(AlertFollow.alert_id.in_(list(refs)), AlertFollow.ended_at.is_(None))


async def begin(tx: Transaction, person_id: int, alert_id: int, now: datetime) -> None:
    known = await tx.session.get(AlertFollow, (alert_id, person_id))
    if known is None:
        tx.session.add(AlertFollow(alert_id=alert_id, person_id=person_id, since=now))
        await tx.session.flush()
    elif known.ended_at is not None:
        known.since, known.ended_at = now, None


async def of(tx: Transaction, person_id: int) -> list[int]:
    """The alerts that somebody follows."""
    query = select(AlertFollow.alert_id).where(AlertFollow.person_id == person_id, AlertFollow.ended_at.is_(None))
    return list(await tx.session.scalars(query.order_by(AlertFollow.alert_id)))


async def end(tx: Transaction, person_id: int, alert_ids: Collection[int] | None, now: datetime) -> int:
    """These (None: all of them). How many that was."""
    chosen = [AlertFollow.alert_id.in_(list(alert_ids))] if alert_ids is not None else []
    result = await tx.session.execute(
        update(AlertFollow)
        .where(AlertFollow.person_id == person_id, AlertFollow.ended_at.is_(None), *chosen)
        .values(ended_at=now)
        .execution_options(synchronize_session="fetch")
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


async def take_back(tx: Transaction, person_id: int, ended_at: datetime) -> int:
    """Undo: what ended at exactly this moment goes on."""
    result = await tx.session.execute(
        update(AlertFollow)
        .where(AlertFollow.person_id == person_id, AlertFollow.ended_at == ended_at)
        .values(ended_at=None)
        .execution_options(synchronize_session="fetch")
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


async def count_besides(tx: Transaction, refs: Sequence[int], known: Select[int]) -> int:
    """How many follow one of these and are not among the `known` people."""
    query = (
        select(func.count(Person.id))
        .where(Person.id.in_(followers(refs)), Person.id.not_in(known))
        .where(Person.unreachable_since.is_(None), Person.telegram_id.is_not(None))
    )
    return int(await tx.session.scalar(query) or 0)


async def forget(tx: Transaction, before: datetime) -> None:
    """Personal data only as long as needed: what was over before this moment."""
    over = select(Alert.id).where(Alert.ended_at < before)
    await tx.session.execute(
        delete(AlertFollow)
        .where((AlertFollow.ended_at < before) | AlertFollow.alert_id.in_(over))
        .execution_options(synchronize_session=False)
    )
