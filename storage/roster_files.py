"""Duty tables that were sent as files and wait to be read."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from storage.database import Transaction
from storage.tables import EvidenceFile, RosterFile


async def waiting(tx: Transaction, now: datetime) -> list[tuple[RosterFile, EvidenceFile | None]]:
    query = (
        select(RosterFile, EvidenceFile)
        .outerjoin(EvidenceFile, EvidenceFile.unique_id == RosterFile.unique_id)
        .where(RosterFile.state == "waiting", RosterFile.next_at <= now)
        .order_by(RosterFile.id)
        .limit(10)
    )
    return [(row, file) for row, file in await tx.session.execute(query)]


async def locked(tx: Transaction, file_id: int) -> RosterFile | None:
    return await tx.session.get(RosterFile, file_id, with_for_update=True, populate_existing=True)
