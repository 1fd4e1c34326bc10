"""The outbox: written in the transaction of the decision, claimed and sent by delivery.

`now` is the clock of due times; `real_now` is the wall clock, by which leases run (a moved practice clock must not
end a lease). See `storage.tables.delivery.OutboxRow` for the states.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, or_, select, union_all, update

from bot.rules.message import Message
from bot.rules.message_kinds import ALL, BULK_FROM, MESSAGE_KINDS
from storage import bots
from storage.database import Transaction
from storage.tables import OutboxRow, plain
from storage.tables.delivery import UNREACTED


async def put(tx: Transaction, message: Message, now: datetime) -> int | None:
    """Write one message; its row id, or None when its `once` was written before."""
    ids = await put_all(tx, [message], now)
    return ids[0] if ids else None


async def put_all(tx: Transaction, messages: Sequence[Message], now: datetime) -> list[int]:
    """Write many; the ids of the new rows."""
    rows = [_row(message, now) for message in messages]
    if tx.public_bots:
        await bots.route(tx, rows)
    ids: list[int] = await tx.insert_new(OutboxRow, rows, "once")
    if ids:
        for bell in {bell_of(row["priority"], row["bot_id"]) for row in rows}:
            tx.ring(bell)
    return ids


def bell_of(priority: int, bot_id: int = 0) -> str:
    """Urgent messages and bulk are claimed apart, and each has its bell; so has each bot."""
    name = "outbox" if priority < BULK_FROM else "bulk"
    return f"{name}:{bot_id}" if bot_id else name


def _row(message: Message, now: datetime) -> dict[str, Any]:
    return {
        "kind": message.kind,
        "priority": MESSAGE_KINDS[message.kind].priority,
        "chat_id": message.to.chat_id,
        "thread_id": message.to.thread_id,
        "person_id": message.to.person_id,
        "language": message.to.language,
        "key": message.key,
        "values": dict(message.values),
        "subject": message.subject,
        "edits": message.edits,
        "reply_to_row": message.reply_to_row,
        "reply_to_message": message.reply_to_message,
        "silent": message.silent,
        "once": message.once,
        "created_at": now,
        "next_at": message.not_before or now,
        "expires_at": message.expires_at,
        "state": "ready",
        "attempts": 0,
        "reacted": False,
        "bot_id": 0,
    }


# Written once (storage.tables.plain says why).
_ROWS = plain(OutboxRow)


def _due(dialect: str, priority: int) -> Select[Any]:
    """A bot's due rows of one priority: an index holds them in this order, however many wait for a later hour."""
    query = (
        select(_ROWS.c.id, _ROWS.c.priority, _ROWS.c.next_at)
        .where(_ROWS.c.state == "ready", _ROWS.c.bot_id == bindparam("bot"))
        .where(_ROWS.c.priority == priority, _ROWS.c.next_at <= bindparam("now"))
        .order_by(_ROWS.c.next_at, _ROWS.c.id)
        .limit(bindparam("limit"))
    )
    query = query.with_for_update(skip_locked=True) if dialect == "postgresql" else query
    return select(query.subquery())


@cache
def _claim(dialect: str, first: int, below: int) -> Any:
    # Sorted all together, a broadcast to 100,000 was read whole at every claim (30 ms): so each priority by itself.
    # WITH holds it fast: PostgreSQL may look a subquery up again for every row, and then takes more than the limit
    priorities = sorted({kind.priority for kind in MESSAGE_KINDS.values() if first <= kind.priority < below})
    due = union_all(*(_due(dialect, priority) for priority in priorities)).subquery()
    rows = select(due.c.id).order_by(due.c.priority, due.c.next_at, due.c.id).limit(bindparam("limit")).cte("rows")
    claim = update(OutboxRow).where(_ROWS.c.id.in_(select(rows.c.id)))
    if dialect == "postgresql":  # SQLite would look through all that are ready instead of those few
        claim = claim.where(_ROWS.c.state == "ready")
    return (
        claim.values(
            state="sending",
            leased_until=bindparam("until"),
            leased_by=bindparam("owner"),
            attempts=_ROWS.c.attempts + 1,
        )
        .returning(OutboxRow)
        .execution_options(synchronize_session=False)
    )


_SETTLE = (
    update(_ROWS)
    .where(_ROWS.c.id == bindparam("row"))
    .values(
        state=bindparam("state"),
        sent_at=bindparam("sent_at"),
        message_id=func.coalesce(bindparam("message_id", type_=_ROWS.c.message_id.type), _ROWS.c.message_id),
        next_at=bindparam("next_at"),
        reason=bindparam("reason"),
        leased_until=None,
        leased_by=None,
    )
)
_ABOUT = select(OutboxRow).where(OutboxRow.subject == bindparam("subject")).order_by(OutboxRow.id)
_ABOUT_MANY = (
    select(OutboxRow)
    .where(OutboxRow.subject.in_(bindparam("subjects", expanding=True)), OutboxRow.key == bindparam("key"))
    .order_by(OutboxRow.id)
)
_ABOUT_BY_KEY = _ABOUT.where(OutboxRow.key == bindparam("key"))
_THESE = select(OutboxRow).where(OutboxRow.id.in_(bindparam("rows", expanding=True)))
_RELEASE = (
    update(_ROWS)
    .where(_ROWS.c.chat_id == bindparam("chat"), _ROWS.c.state == "ready", _ROWS.c.reason == "busy")
    .values(next_at=bindparam("now"), reason=None)
)


async def claim(
    tx: Transaction, limit: int, now: datetime, real_now: datetime, lease: timedelta, owner: str, below: int = ALL,
    first: int = 0, bot_id: int = 0,
) -> list[OutboxRow]:  # fmt: skip
    """Take up to `limit` due rows of the priorities `first` to below `below`, most urgent first, under a lease.

    Each bot's sender takes its own: one that Telegram holds up stands in nobody's way.
    """
    ask = {"now": now, "limit": limit, "until": real_now + lease, "owner": owner, "bot": bot_id}
    claimed = await tx.session.scalars(_claim(tx.dialect, first, below), ask)
    return sorted(claimed, key=lambda row: (row.priority, row.next_at, row.id))


@dataclass(frozen=True)
class Outcome:
    """How one send ended. `state` is sent, ready (try again at `next_at`), failed or dropped; `reason` a word."""

    row_id: int
    state: str
    at: datetime
    message_id: int | None = None
    next_at: datetime | None = None
    reason: str | None = None


async def settle(tx: Transaction, outcomes: Iterable[Outcome]) -> None:
    """Write down how sends ended, a batch at once. A failure rings for whoever must react to it."""
    rows = [
        {
            "row": o.row_id,
            "state": o.state,
            "sent_at": o.at if o.state == "sent" else None,
            "message_id": o.message_id,
            "next_at": o.next_at or o.at,
            "reason": o.reason,
        }
        for o in outcomes
    ]
    if not rows:
        return
    connection = await tx.session.connection()
    await connection.execute(_SETTLE, rows)
    if any(row["state"] == "failed" for row in rows):
        tx.ring("ticks")


async def recover(
    tx: Transaction, now: datetime, real_now: datetime, owner: str, alone: bool, in_hand: Collection[int] = (),
    bot_id: int = 0,
) -> tuple[int, int]:  # fmt: skip
    """A bot's rows whose sender died: by their kind's table they are sent again or held. (again, held)

    `owner` is the sender that asks, with these rows `in_hand`; others of its own it lost when a commit's answer did.
    `alone`: it is known that no other one lives, so that nobody's lease needs to be waited for.
    """
    lost = [OutboxRow.state == "sending", OutboxRow.bot_id == bot_id, OutboxRow.id.not_in(in_hand)]
    lost.append(OutboxRow.leased_by != owner if alone else OutboxRow.leased_until < real_now)
    resend = [name for name, kind in MESSAGE_KINDS.items() if kind.unsure == "resend"]
    again = await tx.session.execute(
        update(OutboxRow)
        # an edit is shown from the state of its subject: showing it twice is the same as once
        .where(*lost, or_(OutboxRow.kind.in_(resend), OutboxRow.edits.is_not(None)))
        .values(state="ready", next_at=now, leased_until=None, leased_by=None)
        .execution_options(synchronize_session=False)
    )
    held = await tx.session.execute(
        update(OutboxRow)
        .where(*lost)
        .values(state="held", reason="fate_unknown", leased_until=None, leased_by=None)
        .execution_options(synchronize_session=False)
    )
    return int(again.rowcount), int(held.rowcount)  # type: ignore[attr-defined]


async def release_held(tx: Transaction, subject: str, now: datetime) -> int:
    """Send what was held for this subject (its sender decided so)."""
    result = await tx.session.execute(
        update(OutboxRow)
        .where(OutboxRow.subject == subject, OutboxRow.state == "held")
        .values(state="ready", next_at=now, reason=None)
        .execution_options(synchronize_session=False)
    )
    tx.ring("outbox")
    tx.ring("bulk")
    return int(result.rowcount)  # type: ignore[attr-defined]


async def next_due(tx: Transaction, after: datetime) -> datetime | None:
    """When the next waiting row falls due."""
    return await tx.session.scalar(
        select(func.min(OutboxRow.next_at)).where(OutboxRow.state == "ready", OutboxRow.next_at > after)
    )


async def rows_about(tx: Transaction, subject: str, key: str | None = None) -> list[OutboxRow]:
    return list(await tx.session.scalars(_ABOUT_BY_KEY if key else _ABOUT, {"subject": subject, "key": key}))


async def rows_about_many(tx: Transaction, subjects: Collection[str], key: str) -> dict[str, list[OutboxRow]]:
    """The same for several subjects."""
    found: dict[str, list[OutboxRow]] = {subject: [] for subject in subjects}
    for each in await tx.session.scalars(_ABOUT_MANY, {"subjects": list(subjects), "key": key}):
        found[each.subject or ""].append(each)
    return found


async def row_of_message(tx: Transaction, chat_id: int, message_id: int) -> OutboxRow | None:
    """The row that a message in a chat came from: a reply to it says what it is about.

    Every bot numbers the messages of a private chat by itself.
    """
    return await tx.session.scalar(
        select(OutboxRow)
        .where(OutboxRow.chat_id == chat_id, OutboxRow.message_id == message_id)
        .where(OutboxRow.bot_id == bots.heard_in(tx, chat_id))
        .order_by(OutboxRow.id)
        .limit(1)
    )


async def row(tx: Transaction, row_id: int) -> OutboxRow | None:
    return await tx.session.get(OutboxRow, row_id)


async def rows(tx: Transaction, row_ids: Collection[int]) -> dict[int, OutboxRow]:
    """By id."""
    if not row_ids:
        return {}
    return {each.id: each for each in await tx.session.scalars(_THESE, {"rows": list(row_ids)})}


async def counts(tx: Transaction, subject: str, key: str) -> dict[tuple[str, str | None], int]:
    """How many copies of a message are in which state, by reason."""
    query = (
        select(OutboxRow.state, OutboxRow.reason, func.count())
        .where(OutboxRow.subject == subject, OutboxRow.key == key, OutboxRow.edits.is_(None))
        .group_by(OutboxRow.state, OutboxRow.reason)
    )
    return {(state, reason): count for state, reason, count in await tx.session.execute(query)}


async def failures_to_react_to(tx: Transaction, limit: int = 200) -> list[OutboxRow]:
    """Failed rows whose consequences have not been drawn yet (somebody blocked the bot, a group is gone)."""
    return list(await tx.session.scalars(select(OutboxRow).where(UNREACTED).order_by(OutboxRow.id).limit(limit)))


async def mark_reacted(tx: Transaction, row_ids: Collection[int]) -> None:
    await tx.session.execute(
        update(OutboxRow)
        .where(OutboxRow.id.in_(row_ids))
        .values(reacted=True)
        .execution_options(synchronize_session=False)
    )


async def move_chat(tx: Transaction, old_chat: int, new_chat: int, now: datetime) -> None:
    """A group became a supergroup: what waits for the old chat goes to the new one. Its old messages stay behind."""
    waiting = and_(OutboxRow.chat_id == old_chat, OutboxRow.state.in_(("ready", "sending")))
    await tx.session.execute(
        update(OutboxRow)
        .where(waiting)
        .values(chat_id=new_chat, next_at=now, reply_to_message=None)
        .execution_options(synchronize_session=False)
    )
    tx.ring("outbox")
    tx.ring("bulk")


async def release_reminders(tx: Transaction, chat_id: int, now: datetime) -> None:
    """The person has finished what they were typing: reminders that waited for it may come now."""
    result = await tx.session.execute(_RELEASE, {"chat": chat_id, "now": now})
    if result.rowcount:  # type: ignore[attr-defined]
        tx.ring("bulk")


async def waiting(tx: Transaction) -> dict[int, tuple[int, datetime]]:
    """By priority: how many rows wait, and since when the oldest (for metrics and doctor)."""
    query = (
        select(OutboxRow.priority, func.count(), func.min(OutboxRow.created_at))
        .where(OutboxRow.state.in_(("ready", "sending")))
        .group_by(OutboxRow.priority)
    )
    return {priority: (count, oldest) for priority, count, oldest in await tx.session.execute(query)}


async def put_refresh(tx: Transaction, message: Message, now: datetime) -> int | None:
    """An edit that shows a message anew. One that still waits serves: it is worded when claimed, from what is then.

    The lock waits for a sender that is just claiming it; what it worded did not know of this change yet.
    """
    assert message.edits is not None, "a refresh names the row it edits"
    pending = select(OutboxRow.id).where(OutboxRow.edits == message.edits, OutboxRow.state == "ready").with_for_update()
    return None if (await tx.session.scalars(pending)).first() is not None else await put(tx, message, now)


async def adopt(tx: Transaction, message: Message, message_id: int, now: datetime) -> None:
    """A menu that was shown as the answer to a tap: known from now on, so that it can be shown anew."""
    row = _row(message, now) | {"state": "sent", "message_id": message_id, "sent_at": now}
    await tx.insert_new(OutboxRow, [row], "once")


async def leave(tx: Transaction, chat_id: int, message_id: int, key: str) -> None:
    """Its message shows something else by now: it is not to be shown anew."""
    await tx.session.execute(
        update(OutboxRow)
        .where(OutboxRow.chat_id == chat_id, OutboxRow.message_id == message_id, OutboxRow.key == key)
        .where(OutboxRow.edits.is_(None))
        .values(state="dropped", reason="left")
        .execution_options(synchronize_session=False)
    )


async def due_count(tx: Transaction, now: datetime) -> int:
    """How many rows are due or on the wire."""
    due_now = and_(OutboxRow.state == "ready", OutboxRow.next_at <= now)
    query = select(func.count()).select_from(OutboxRow).where(or_(due_now, OutboxRow.state == "sending"))
    return int(await tx.session.scalar(query) or 0)


async def is_written(tx: Transaction, once: str) -> bool:
    """Whether the message of this `once` was written before."""
    return (await tx.session.scalars(select(OutboxRow.id).where(OutboxRow.once == once))).first() is not None
