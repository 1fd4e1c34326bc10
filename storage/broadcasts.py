"""Broadcasts to officers, and who has read them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update

from bot.rules.broadcast_view import Addressee, BroadcastView
from bot.rules.fates import Fates
from storage import areas
from storage.database import Transaction
from storage.tables import Area, Broadcast, BroadcastRecipient, Group, OutboxRow, Person

COPY, CARD, SILENT = "broadcast", "broadcast-card", "broadcast-silent"


def subject(broadcast_id: int) -> str:
    return f"broadcast:{broadcast_id}"


async def add(tx: Transaction, row: Broadcast) -> Broadcast:
    tx.session.add(row)
    await tx.session.flush()
    return row


async def get(tx: Transaction, broadcast_id: int) -> Broadcast | None:
    return await tx.session.get(Broadcast, broadcast_id, with_for_update=True, populate_existing=True)


async def add_recipients(tx: Transaction, rows: Sequence[BroadcastRecipient]) -> None:
    tx.session.add_all(rows)
    await tx.session.flush()


async def recipient(tx: Transaction, broadcast_id: int, person_id: int | None) -> BroadcastRecipient | None:
    query = select(BroadcastRecipient).where(
        BroadcastRecipient.broadcast_id == broadcast_id, BroadcastRecipient.person_id == person_id
    )
    return await tx.session.scalar(query)


async def mark_received(tx: Transaction, broadcast_id: int, person_id: int, now: datetime) -> bool:
    """False when they had said so before."""
    result = await tx.session.execute(
        update(BroadcastRecipient)
        .where(BroadcastRecipient.broadcast_id == broadcast_id, BroadcastRecipient.person_id == person_id)
        .where(BroadcastRecipient.received_at.is_(None))
        .values(received_at=now)
        .execution_options(synchronize_session=False)
    )
    return bool(result.rowcount)  # type: ignore[attr-defined]


async def unfinished(tx: Transaction) -> list[int]:
    """The broadcasts that are still being sent."""
    return list(await tx.session.scalars(select(Broadcast.id).where(Broadcast.finished_at.is_(None))))


async def silent(tx: Transaction, broadcast_id: int) -> list[Addressee]:
    """Who has not said 收到, by village, with how their copy fared."""
    return [each for each in await addressees(tx, broadcast_id) if each.received_at is None]


async def addressees(tx: Transaction, broadcast_id: int) -> list[Addressee]:
    row = OutboxRow
    query = (
        select(BroadcastRecipient, Person, Area, row.state, row.reason)
        .join(Person, Person.id == BroadcastRecipient.person_id)
        .join(Area, Area.code == BroadcastRecipient.area)
        .outerjoin(
            row,
            (row.subject == subject(broadcast_id)) & (row.key == COPY) & (row.person_id == Person.id)
            & row.edits.is_(None),
        )
        .where(BroadcastRecipient.broadcast_id == broadcast_id)
        .order_by(BroadcastRecipient.area, BroadcastRecipient.id)
    )  # fmt: skip
    return [
        Addressee(
            person.name, person.phone, (area.name, area.name_hant), to.received_at,
            to.unsent or (reason or "refused" if state in ("failed", "dropped", "held") else None),
        )
        for to, person, area, state, reason in await tx.session.execute(query)
    ]  # fmt: skip


async def load(tx: Transaction, broadcast_id: int) -> BroadcastView | None:
    """With everything that its copies and its card show."""
    row = await tx.session.get(Broadcast, broadcast_id, populate_existing=True)
    if row is None:
        return None
    names = await areas.names(tx, row.areas)
    group = await tx.session.scalar(select(Group.title).where(Group.chat_id == row.chat_id))
    return BroadcastView(
        broadcast_id=row.id,
        text=row.text,
        area_names=tuple(names.get(code, (code, code)) for code in row.areas),
        by_name=row.by_name,
        group=group or "",
        created_at=row.created_at,
        received=await _received(tx, row.id),
        total=await _total(tx, row.id),
        silent=tuple(await silent(tx, row.id)),
        fates=Fates.from_json(row.progress),
        finished_at=row.finished_at,
    )


async def answered(tx: Transaction, broadcast_id: int) -> tuple[int, int]:
    """How many have said 收到, of how many."""
    return await _received(tx, broadcast_id), await _total(tx, broadcast_id)


async def to_chase(tx: Transaction, now: datetime) -> list[int]:
    """Those whose sender is to get the list of the silent now."""
    return list(await tx.session.scalars(select(Broadcast.id).where(Broadcast.chase_at <= now).order_by(Broadcast.id)))


async def _received(tx: Transaction, broadcast_id: int) -> int:
    query = select(func.count(BroadcastRecipient.received_at)).where(BroadcastRecipient.broadcast_id == broadcast_id)
    return int(await tx.session.scalar(query) or 0)


async def _total(tx: Transaction, broadcast_id: int) -> int:
    query = select(func.count(BroadcastRecipient.id)).where(BroadcastRecipient.broadcast_id == broadcast_id)
    return int(await tx.session.scalar(query) or 0)
