"""The one row that says how far the chain of the case log has been walked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from storage.case_log import START
from storage.database import Transaction
from storage.tables import ChainLook


async def locked(tx: Transaction, now: datetime) -> ChainLook:
    """The row, held; made when it is not there yet, due at once."""
    fresh = {"id": 1, "next_at": now, "reached": 0, "hash": START, "lines": 0}
    await tx.insert_new(ChainLook, [fresh], "id")
    return (await tx.session.scalars(select(ChainLook).where(ChainLook.id == 1).with_for_update())).one()
