"""How the copies of one message fare, counted in the outbox."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from sqlalchemy import func, select, text

from bot.rules.fates import Fates
from storage.database import Transaction
from storage.tables import OutboxRow

ON_THE_WAY = ("ready", "sending")


async def count(tx: Transaction, subject: str, key: str, now: datetime) -> Fates:
    """Now. A row that waits for a later hour for no trouble of its own waits for the end of quiet hours."""
    later = (OutboxRow.state == "ready") & (OutboxRow.next_at > now) & (OutboxRow.attempts == 0)
    query = (
        select(OutboxRow.state, OutboxRow.reason, later.label("later"), func.count())
        .where(OutboxRow.subject == subject, OutboxRow.key == key, OutboxRow.edits.is_(None))
        .group_by(OutboxRow.state, OutboxRow.reason, text("later"))
    )
    totals: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for state, reason, waits, number in await tx.session.execute(query):
        if state in ON_THE_WAY:
            totals["later" if waits else "waiting"] += number
        elif state in ("failed", "dropped"):
            lost[reason or "refused"] += number
        else:
            totals[state] += number
    return Fates(
        totals["sent"], totals["waiting"], totals["later"], totals["held"], dict(lost), paused=totals["paused"]
    )


async def next_later(tx: Transaction, subject: str, now: datetime) -> datetime | None:
    """When the next copy that waits falls due."""
    query = select(func.min(OutboxRow.next_at)).where(
        OutboxRow.subject == subject, OutboxRow.state == "ready", OutboxRow.next_at > now
    )
    return await tx.session.scalar(query)


async def copies(tx: Transaction, subject: str, key: str) -> list[OutboxRow]:
    """The messages of this key about a subject, without their edits."""
    query = select(OutboxRow).where(OutboxRow.subject == subject, OutboxRow.key == key, OutboxRow.edits.is_(None))
    return list(await tx.session.scalars(query.order_by(OutboxRow.id)))
