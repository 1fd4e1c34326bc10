"""The posts of the second channel: written with the step, claimed under a lease, and how they ended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, func, or_, select, update

from storage.database import Transaction
from storage.tables import StepHook

LEASE = timedelta(seconds=60)


async def put(tx: Transaction, report_id: int, climb: str, step: int, body: Mapping[str, Any], now: datetime) -> None:
    """Once for a step, however often it is replayed."""
    row = {"report_id": report_id, "round": climb, "step": step, "body": dict(body), "created_at": now,
           "next_at": now, "state": "ready", "attempts": 0}  # fmt: skip
    await tx.insert_new(StepHook, [row], "report_id", "round", "step")
    tx.ring("hooks")


async def claim(tx: Transaction, now: datetime, real_now: datetime) -> StepHook | None:
    """The oldest post that is due, or whose sender has died: it may then arrive twice, with the same id."""
    due = or_(
        and_(StepHook.state == "ready", StepHook.next_at <= now),
        and_(StepHook.state == "sending", StepHook.leased_until < real_now),
    )
    oldest = select(StepHook.id).where(due).order_by(StepHook.next_at, StepHook.id).limit(1).with_for_update(
        skip_locked=True
    )  # fmt: skip
    found = await tx.session.scalar(oldest)
    if found is None:
        return None
    claimed = await tx.session.scalars(
        update(StepHook)
        .where(StepHook.id == found, due)
        .values(state="sending", leased_until=real_now + LEASE, attempts=StepHook.attempts + 1)
        .returning(StepHook)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    return claimed.first()


async def recover(tx: Transaction, now: datetime) -> int:
    """Whoever asks is the only one that posts: what was on the wire when the last one died is posted again at once."""
    result = await tx.session.execute(
        update(StepHook)
        .where(StepHook.state == "sending")
        .values(state="ready", next_at=now, leased_until=None)
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


async def settle(
    tx: Transaction, hook_id: int, state: str, status: int | None, fault: str | None, now: datetime, next_at: datetime
) -> None:
    await tx.session.execute(
        update(StepHook)
        .where(StepHook.id == hook_id)
        .values(
            state=state, status=status, fault=fault, next_at=next_at, leased_until=None,
            sent_at=now if state == "sent" else None,
        )
        .execution_options(synchronize_session=False)
    )  # fmt: skip


async def failed(tx: Transaction) -> int:
    """How many were given up."""
    query = select(func.count()).select_from(StepHook).where(StepHook.state == "failed")
    return int(await tx.session.scalar(query) or 0)
