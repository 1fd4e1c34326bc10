"""Duty groups: which chat listens for which tier and area."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update

from storage.database import Transaction
from storage.tables import CallRound, Drill, Group, ScheduledNotice

# Written once (storage.tables.plain says why).
_BY_CHAT = select(Group).where(Group.chat_id == bindparam("chat"))
_LISTENING = (
    select(Group)
    .where(Group.tier == bindparam("tier"), Group.area.in_(bindparam("areas", expanding=True)))
    .where(Group.bound_at.is_not(None), Group.lost_at.is_(None))
    .order_by(Group.id)
)


_ALL_LISTENING = (
    select(Group)
    .where(Group.area.in_(bindparam("areas", expanding=True)), Group.bound_at.is_not(None), Group.lost_at.is_(None))
    .order_by(Group.id)
)


async def by_chat(tx: Transaction, chat_id: int) -> Group | None:
    return await tx.session.scalar(_BY_CHAT, {"chat": chat_id})


async def known(tx: Transaction, chat_id: int, title: str) -> Group:
    """The group of this chat, noted when new."""
    row = await by_chat(tx, chat_id)
    if row is None:
        row = Group(chat_id=chat_id, title=title)
        tx.session.add(row)
        await tx.session.flush()
    row.title = title or row.title
    return row


async def bind(
    tx: Transaction, chat_id: int, title: str, tier: str, area: str, thread_id: int | None, language: str,
    now: datetime, by: int | None, function: str | None = None,
) -> Group:  # fmt: skip
    """`tier` is city or town; or `function`, for a department's own group."""
    row = await known(tx, chat_id, title)
    row.tier, row.area, row.thread_id, row.language, row.function = tier, area, thread_id, language, function
    row.bound_at, row.bound_by, row.lost_at, row.lost_reason = now, by, None, None
    return row


async def listening(tx: Transaction, tier: str, areas: Sequence[str]) -> list[Group]:
    """The bound groups of a tier for these areas that can still be reached."""
    return list(await tx.session.scalars(_LISTENING, {"tier": tier, "areas": list(areas)}))


async def all_listening(tx: Transaction, areas: Sequence[str]) -> list[Group]:
    """The same of every tier, departments' own groups too."""
    return list(await tx.session.scalars(_ALL_LISTENING, {"areas": list(areas)}))


async def of_function(tx: Transaction, function: str, areas: Sequence[str]) -> list[Group]:
    """The groups of a department in these areas that can still be reached."""
    return [group for group in await listening(tx, "function", areas) if group.function == function]


async def bound(tx: Transaction) -> list[Group]:
    return list(await tx.session.scalars(select(Group).where(Group.bound_at.is_not(None)).order_by(Group.id)))


async def lose(tx: Transaction, chat_id: int, reason: str, now: datetime) -> Group | None:
    """The bot cannot write to this group any more. None when that was known or the group is not bound."""
    row = await by_chat(tx, chat_id)
    if row is None or row.bound_at is None or row.lost_at is not None:
        return None
    row.lost_at, row.lost_reason = now, reason
    return row


async def find_again(tx: Transaction, chat_id: int) -> None:
    row = await by_chat(tx, chat_id)
    if row is not None:
        row.lost_at, row.lost_reason = None, None


async def move(tx: Transaction, old_chat: int, new_chat: int) -> None:
    """A group became a supergroup and has a new id."""
    for table in (Drill, CallRound, ScheduledNotice):
        await tx.session.execute(update(table).where(table.chat_id == old_chat).values(chat_id=new_chat))
    if await by_chat(tx, new_chat) is None:
        await tx.session.execute(
            update(Group).where(Group.chat_id == old_chat).values(chat_id=new_chat, lost_at=None, lost_reason=None)
        )
