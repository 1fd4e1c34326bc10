"""The posts of an alert in public channels: one a channel, before the private copies, changed in place later on."""

from __future__ import annotations

from datetime import datetime

from bot.rules.alert_levels import rank
from bot.rules.message import Message, Recipient
from storage import alerts, channels, outbox
from storage.alerts import POST, POST_NOTE, subject
from storage.database import Transaction
from storage.tables import Alert, OutboxRow


async def post(tx: Transaction, row: Alert, now: datetime) -> None:
    """In each channel of its areas: in the place of the post before it, where that one is over; else a new one.

    An edit makes no sound, so that an update that is as grave as before, or graver, is pointed at by a short new post.
    """
    over = {each.id for each in await alerts.several(tx, row.refs) if not each.live_areas}
    before = {each.chat_id: each for each in await alerts.posts(tx, row.refs) if _number(each) in over}
    reached = {channel.chat_id for channel in await channels.for_areas(tx, row.areas)}
    for chat_id in sorted({*reached, *before}):
        earlier = before.get(chat_id)
        if earlier is None and row.action == "cancel" and row.refs:
            continue  # nothing was said here that could be taken back
        to = Recipient(chat_id, earlier.language if earlier else "zh-Hans")
        once = f"alert-post:{row.id}:{chat_id}"
        edits = earlier.id if earlier else None
        await outbox.put(tx, Message("card", to, POST, {}, subject(row.id), once=once, edits=edits), now)
        if earlier is not None and (row.action == "cancel" or rank(row.level) >= rank(row.prev_level or row.level)):
            note = Message("card", to, POST_NOTE, {}, subject(row.id), once=f"{once}:note", reply_to_row=earlier.id,
                           silent=row.action == "cancel")  # fmt: skip
            await outbox.put(tx, note, now)


def _number(posted: OutboxRow) -> int:
    return int((posted.subject or "alert:0").partition(":")[2])


async def show(tx: Transaction, row: Alert, now: datetime) -> None:
    """The posts show it as it stands: it has run out, or holds in fewer places."""
    for posted in await alerts.posts(tx, [*row.refs, row.id]):
        to = Recipient(posted.chat_id, posted.language)
        await outbox.put_refresh(tx, Message("card", to, POST, {}, subject(row.id), edits=posted.id), now)
