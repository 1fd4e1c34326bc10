"""Conversations: what a person is in the middle of, kept in the transaction of each update.

aiogram's own state storage is not used: it writes outside of the transaction, so a kill could put an answer under the
next question (docs/decisions/0002).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.rules.speaker import Talk
from storage.database import Transaction
from storage.tables import Conversation, plain

# Written once (storage.tables.plain says why).
_TALKS = plain(Conversation)
_THIS = (_TALKS.c.chat_id == bindparam("chat"), _TALKS.c.user_id == bindparam("user"))
_LOAD = (
    select(_TALKS.c.topic, _TALKS.c.data, _TALKS.c.revision, _TALKS.c.updated_at, _TALKS.c.due_at)
    .where(*_THIS)
    .with_for_update()
)


def _save(insert: Any) -> Any:
    names = [column.name for column in _TALKS.columns]
    new = insert(_TALKS).values({name: bindparam(name) for name in names if name != "revision"} | {"revision": 1})
    kept = {name: new.excluded[name] for name in ("topic", "data", "updated_at", "due_at")}
    return new.on_conflict_do_update(
        index_elements=["chat_id", "user_id"], set_=kept | {"revision": _TALKS.c.revision + 1}
    ).returning(_TALKS.c.revision)


_SAVE = {"sqlite": _save(sqlite.insert), "postgresql": _save(postgresql.insert)}


async def load(tx: Transaction, chat_id: int, user_id: int) -> Talk:
    """Held until the transaction ends: a tick that acts on an idle draft and the person's own tap take turns."""
    row = (await tx.session.execute(_LOAD, {"chat": chat_id, "user": user_id})).first()
    return Talk(*row) if row else Talk()


async def save(
    tx: Transaction, chat_id: int, user_id: int, topic: str | None, data: Mapping[str, Any], now: datetime,
    due_at: datetime | None = None,
) -> Talk:  # fmt: skip
    """Put the conversation where it is now; its revision rises by one."""
    kept = dict(data)
    row = {"chat_id": chat_id, "user_id": user_id, "topic": topic, "data": kept, "updated_at": now, "due_at": due_at}
    revision = (await tx.session.execute(_SAVE[tx.dialect], row)).scalar_one()
    return Talk(topic, kept, revision, now, due_at)


async def clear(tx: Transaction, chat_id: int, user_id: int, now: datetime) -> None:
    await tx.session.execute(
        update(Conversation)
        .where(Conversation.chat_id == chat_id, Conversation.user_id == user_id)
        .values(topic=None, data={}, due_at=None, updated_at=now, revision=Conversation.revision + 1)
    )


async def due(tx: Transaction, now: datetime, limit: int = 100) -> list[Conversation]:
    """Conversations that act by themselves by now. Locked, so that the person's own tap waits its turn."""
    query = select(Conversation).where(Conversation.due_at <= now).order_by(Conversation.due_at).limit(limit)
    return list(await tx.session.scalars(query.with_for_update(skip_locked=True)))


async def busy_since(tx: Transaction, chat_ids: Collection[int], topics: Collection[str]) -> dict[int, datetime]:
    """Private chats where somebody is in the middle of one of these topics, with their last word's time."""
    query = select(Conversation.chat_id, Conversation.updated_at).where(
        Conversation.chat_id.in_(chat_ids), Conversation.topic.in_(topics)
    )
    return {row.chat_id: row.updated_at for row in await tx.session.execute(query)}
