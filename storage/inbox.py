"""The inbox: updates are stored before they are acknowledged to Telegram, and marked in the transaction of their work.

The mark is the claim: the transaction that handles an update begins by turning its row from ready to done. If anything
fails, or the process dies, the mark goes with the rest and the update is handled again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, func, select, update

from storage.database import Transaction
from storage.tables import InboxRow, plain

# Written once (storage.tables.plain says why).
_INBOX = plain(InboxRow)
_MARK_DONE = (
    update(_INBOX)
    .where(_INBOX.c.bot_id == bindparam("bot"), _INBOX.c.update_id == bindparam("id"), _INBOX.c.state == "ready")
    .values(state="done", done_at=bindparam("now"))
)


@dataclass(frozen=True)
class Received:
    """An update as it came: `body` is the raw JSON, `lane` the chat (or person) whose order must be kept.

    `bot_id`: the public bot that heard it, 0 for the duty bot.
    """

    update_id: int
    lane: int
    body: str
    bot_id: int = 0


@dataclass(frozen=True)
class InboxState:
    waiting: int
    oldest: datetime | None
    set_aside: int


async def store(tx: Transaction, updates: Sequence[Received], now: datetime) -> int:
    """Store a batch; updates that are already there (delivered again) are left alone. The number of new ones."""
    rows = [
        {
            "bot_id": u.bot_id, "update_id": u.update_id, "lane": u.lane, "body": u.body, "received_at": now,
            "state": "ready", "attempts": 0,
        }
        for u in updates
    ]  # fmt: skip
    new = await tx.insert_new(InboxRow, rows, "bot_id", "update_id")
    tx.ring("inbox")
    return len(new)


async def ready(tx: Transaction, limit: int, busy_lanes: Collection[int] = ()) -> list[InboxRow]:
    """The oldest waiting updates, in order, but for the lanes that are being worked on."""
    query = select(InboxRow).where(InboxRow.state == "ready").order_by(InboxRow.received_at, InboxRow.update_id)
    if busy_lanes:
        query = query.where(InboxRow.lane.not_in(busy_lanes))
    return list(await tx.session.scalars(query.limit(limit)))


async def mark_done(tx: Transaction, update_id: int, now: datetime, bot_id: int = 0) -> bool:
    """Claim and finish at once. False when another process has done it already."""
    result = await tx.session.execute(_MARK_DONE, {"bot": bot_id, "id": update_id, "now": now})
    return bool(result.rowcount)  # type: ignore[attr-defined]


async def failed(
    tx: Transaction, update_id: int, fault: str, now: datetime, attempts_allowed: int, bot_id: int = 0
) -> bool:
    """Count a failed attempt. True when the update is now set aside as poisoned."""
    row = await tx.session.get(InboxRow, (bot_id, update_id))
    if row is None or row.state != "ready":
        return False
    row.attempts += 1
    row.fault = fault[:200]
    if row.attempts < attempts_allowed:
        return False
    row.state, row.done_at = "set_aside", now
    return True


async def state(tx: Transaction) -> InboxState:
    query = select(InboxRow.state, func.count(), func.min(InboxRow.received_at)).where(InboxRow.state != "done")
    rows = {name: (count, oldest) for name, count, oldest in await tx.session.execute(query.group_by(InboxRow.state))}
    waiting, oldest = rows.get("ready", (0, None))
    return InboxState(waiting, oldest, rows.get("set_aside", (0, None))[0])


async def set_aside_updates(tx: Transaction) -> list[InboxRow]:
    return list(await tx.session.scalars(select(InboxRow).where(InboxRow.state == "set_aside")))


async def forget_handled(tx: Transaction, now: datetime, keep: timedelta) -> int:
    """Forget handled updates after `keep` (personal data only as long as needed, 突发事件应对法 art. 85).

    Telegram delivers an update again for a day at most, so that no double can come by then.
    """
    result = await tx.session.execute(
        delete(InboxRow)
        .where(InboxRow.state == "done", InboxRow.done_at < now - keep)
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]
