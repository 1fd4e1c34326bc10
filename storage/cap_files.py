"""CAP messages handed in: waiting to be fetched, and what came of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from storage.database import Transaction
from storage.tables import CapFile


async def add(tx: Transaction, row: CapFile) -> CapFile:
    tx.session.add(row)
    await tx.session.flush()
    tx.ring("cap")
    return row


async def next_waiting(tx: Transaction, now: datetime) -> CapFile | None:
    query = select(CapFile).where(CapFile.state == "waiting", CapFile.next_at <= now)
    return await tx.session.scalar(query.order_by(CapFile.next_at, CapFile.id).limit(1))


async def get(tx: Transaction, number: int) -> CapFile | None:
    return await tx.session.get(CapFile, number, with_for_update=True)
