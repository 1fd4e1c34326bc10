"""Escalation policies, by version."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select

from storage.database import Transaction
from storage.tables import PolicyRow


async def standing(tx: Transaction, level: str | None = None) -> list[PolicyRow]:
    """Those that hold now, of one priority or all."""
    query = select(PolicyRow).where(PolicyRow.ended_at.is_(None)).order_by(PolicyRow.level, PolicyRow.id)
    return list(await tx.session.scalars(query.where(PolicyRow.level == level) if level else query))


async def locked(tx: Transaction, policy_id: int) -> PolicyRow | None:
    return await tx.session.get(PolicyRow, policy_id, with_for_update=True, populate_existing=True)


async def version(tx: Transaction, policy_id: int) -> PolicyRow | None:
    """One version, whether it still holds or not."""
    return await tx.session.get(PolicyRow, policy_id)


async def ended(tx: Transaction, skip: int, limit: int) -> list[PolicyRow]:
    """Versions that no longer hold, the last to end first."""
    query = select(PolicyRow).where(PolicyRow.ended_at.is_not(None))
    newest_first = query.order_by(PolicyRow.ended_at.desc(), PolicyRow.id.desc())
    return list(await tx.session.scalars(newest_first.offset(skip).limit(limit)))


async def put(tx: Transaction, row: PolicyRow, now: datetime) -> None:
    """A new version: the one before it ends."""
    last = await tx.session.scalar(select(func.max(PolicyRow.version)).where(PolicyRow.scope == row.scope))
    before = select(PolicyRow).where(PolicyRow.scope == row.scope, PolicyRow.ended_at.is_(None)).with_for_update()
    for old in await tx.session.scalars(before):
        old.ended_at, old.ended_by_name = now, row.made_by_name
    row.version = int(last or 0) + 1
    tx.session.add(row)
    await tx.session.flush()
