"""Public channels: where the bot may post, and for which area."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, or_, select

from bot.rules.area_choice import around
from storage.database import Transaction
from storage.tables import Channel


async def known(tx: Transaction, chat_id: int, title: str) -> Channel:
    """The channel of this chat, noted when new, and found again when it was lost."""
    row = await tx.session.scalar(select(Channel).where(Channel.chat_id == chat_id))
    if row is None:
        row = Channel(chat_id=chat_id, title=title)
        tx.session.add(row)
        await tx.session.flush()
    row.title, row.lost_at, row.lost_reason = title or row.title, None, None
    return row


async def get(tx: Transaction, channel_id: int) -> Channel | None:
    return await tx.session.get(Channel, channel_id, with_for_update=True)


async def every(tx: Transaction) -> list[Channel]:
    return list(await tx.session.scalars(select(Channel).where(Channel.lost_at.is_(None)).order_by(Channel.id)))


async def for_areas(tx: Transaction, codes: Sequence[str]) -> list[Channel]:
    """Those of these areas, of what lies in them and of what they lie in."""
    wider = {outer for code in codes for outer in around(code)}
    inner = [and_(Channel.area > code, Channel.area < code + ":") for code in codes]
    query = select(Channel).where(Channel.lost_at.is_(None), or_(Channel.area.in_(wider), *inner))
    return list(await tx.session.scalars(query.order_by(Channel.id)))


async def lose(tx: Transaction, chat_id: int, reason: str, now: datetime) -> bool:
    """The bot may not post there any more. False when it is no channel of ours, or that was known."""
    row = await tx.session.scalar(select(Channel).where(Channel.chat_id == chat_id))
    if row is None or row.lost_at is not None:
        return False
    row.lost_at, row.lost_reason = now, reason
    return True
