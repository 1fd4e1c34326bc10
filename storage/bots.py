"""Which bot writes to whom. The duty bot is 0; a public bot is known by the number in its token.

A resident is bound to the bot they last started (`people.bot_id`). Whoever holds a post is written to by the duty bot.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update

from bot.rules.public_bots import GONE, MAIN
from storage.database import Transaction
from storage.tables import OutboxRow, Person, plain

WAITING = ("ready", "paused", "held")

_PEOPLE, _ROWS = plain(Person), plain(OutboxRow)
_BOUND = select(_PEOPLE.c.telegram_id, _PEOPLE.c.bot_id).where(
    _PEOPLE.c.telegram_id.in_(bindparam("chats", expanding=True))
)
_LAST = select(_ROWS.c.chat_id, _ROWS.c.bot_id).where(
    _ROWS.c.id.in_(
        select(func.max(_ROWS.c.id))
        .where(_ROWS.c.chat_id.in_(bindparam("chats", expanding=True)), _ROWS.c.bot_id != MAIN)
        .group_by(_ROWS.c.chat_id)
    )
)
_SENT_BY = select(_ROWS.c.id, _ROWS.c.bot_id).where(
    _ROWS.c.id.in_(bindparam("rows", expanding=True)), _ROWS.c.bot_id != MAIN
)


async def route(tx: Transaction, rows: Sequence[dict[str, Any]]) -> None:
    """Set `bot_id` of outbox rows: an edit goes through the bot that sent the message; to whoever is speaking now the
    bot that they speak to answers; anybody else hears the bot they are bound to; somebody of whom we keep no row (who
    has sent a tip), the public bot that wrote to them last; a group, the duty bot."""
    private = [row for row in rows if row["chat_id"] > 0]
    edited = [row["edits"] for row in private if row["edits"] is not None]
    sent_by = await _pairs(tx, _SENT_BY, rows=edited) if edited else {}
    chat, heard = tx.heard
    others = {row["chat_id"] for row in private if row["edits"] is None and row["chat_id"] != chat}
    bound = await _pairs(tx, _BOUND, chats=list(others)) if others else {}
    strangers = [chat for chat in others if chat not in bound]
    bound |= await _pairs(tx, _LAST, chats=strangers) if strangers else {}
    for row in private:
        if row["edits"] is not None:
            row["bot_id"] = sent_by.get(row["edits"], MAIN)
        else:
            row["bot_id"] = heard if row["chat_id"] == chat else bound.get(row["chat_id"], MAIN)


async def _pairs(tx: Transaction, query: Any, **asked: Any) -> dict[int, int]:
    return {row[0]: row[1] for row in await tx.session.execute(query, asked)}


def heard_in(tx: Transaction, chat_id: int) -> int:
    """The bot that this chat is speaking to in this transaction."""
    chat, bot_id = tx.heard
    return bot_id if chat == chat_id else MAIN


async def bind(tx: Transaction, telegram_id: int, bot_id: int, now: datetime) -> None:
    """They have started this bot: it writes to them from now on. What still waits for them goes with them."""
    moved = await tx.session.execute(
        update(Person)
        .where(Person.telegram_id == telegram_id, Person.bot_id != bot_id)
        .values(bot_id=bot_id)
        .execution_options(synchronize_session="fetch")
    )
    if not moved.rowcount:  # type: ignore[attr-defined]
        return
    await tx.session.execute(
        update(OutboxRow)
        .where(OutboxRow.chat_id == telegram_id, OutboxRow.state.in_(WAITING), OutboxRow.edits.is_(None))
        .values(bot_id=bot_id)
        .execution_options(synchronize_session=False)
    )


async def send_by(tx: Transaction, row_id: int, bot_id: int, now: datetime) -> None:
    """A copy that failed with one bot goes out by another one, which they have started since."""
    again = {"bot_id": bot_id, "state": "ready", "next_at": now, "reason": None, "attempts": 0}
    await tx.session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == row_id, OutboxRow.state == "failed")
        .values(**again)
        .execution_options(synchronize_session="fetch")
    )


async def adopt(tx: Transaction, known: Collection[int], now: datetime) -> tuple[int, int]:
    """At a start: residents of a bot that is no longer there cannot be reached until they start another one; those of
    one that is there again can. What waits for a bot that is gone is tried by the duty bot. (lost, found)"""
    there = [MAIN, *known]
    gone = (Person.bot_id.not_in(there), Person.unreachable_since.is_(None))
    back = (Person.bot_id.in_(there), Person.unreachable_reason == GONE)
    changes: list[tuple[Any, dict[str, Any]]] = [
        (gone, {"unreachable_since": now, "unreachable_reason": GONE}),
        (back, {"unreachable_since": None, "unreachable_reason": None}),
    ]
    numbers = []
    for where, values in changes:
        done = await tx.session.execute(
            update(Person).where(*where).values(**values).execution_options(synchronize_session=False)
        )
        numbers.append(int(done.rowcount))  # type: ignore[attr-defined]
    await tx.session.execute(
        update(OutboxRow)
        .where(OutboxRow.state.in_((*WAITING, "sending")), OutboxRow.bot_id.not_in(there))
        .values(bot_id=MAIN)
        .execution_options(synchronize_session=False)
    )
    return numbers[0], numbers[1]


async def residents(tx: Transaction) -> dict[int, int]:
    """How many people who can be reached are bound to each bot."""
    query = select(Person.bot_id, func.count()).where(
        Person.unreachable_since.is_(None), Person.telegram_id.is_not(None)
    )
    return {row[0]: row[1] for row in await tx.session.execute(query.group_by(Person.bot_id))}


async def bound(tx: Transaction) -> dict[int, int]:
    """How many people who have opened one are bound to each bot, whether it is still there or not."""
    query = select(Person.bot_id, func.count()).where(Person.telegram_id.is_not(None))
    return {row[0]: row[1] for row in await tx.session.execute(query.group_by(Person.bot_id))}
