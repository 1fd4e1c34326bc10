"""The outbox: every message that confirms a record or reaches somebody who is not speaking now."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table

# Looked for every second, among all that was ever sent: each has an index of its own. A statement that wants it says
# these very words; a value bound to a statement would hide them from the planner.
UNREACTED = text("state = 'failed' AND NOT reacted")
HELD = text("state = 'held'")


class OutboxRow(Table, kw_only=True):
    """One message to one chat, worded only when it is sent.

    States: ready → sending (leased) → sent | ready again (`next_at`) | failed (`reason`) | held (fate unknown)
    | dropped.
    `key` and `values` say what to word; `subject` ("report:12", "drill:3", "alert:7" …) says what it is about.
    `edits` names the row whose message is to be edited; such a row is worded from the subject's state at that moment.
    `reply_to_row` / `reply_to_message` thread it under an earlier message of the same chat.
    `once` keeps a replay from writing the same message twice. `person_id` is who it is for (None: a group).
    `bot_id`: the public bot that sends it; 0 is the duty bot.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("once"),
        Index("ix_outbox_claim", "state", "bot_id", "priority", "next_at", "id"),
        Index("ix_outbox_subject", "subject", "key", "id"),
        Index("ix_outbox_message", "chat_id", "message_id"),
        Index("ix_outbox_edits", "edits", "state"),
        Index("ix_outbox_unreacted", "id", sqlite_where=UNREACTED, postgresql_where=UNREACTED),
        Index("ix_outbox_held", "subject", sqlite_where=HELD, postgresql_where=HELD),
    )
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    kind: Mapped[str] = mapped_column(String(16))
    priority: Mapped[int]
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    person_id: Mapped[int | None] = mapped_column(default=None)
    language: Mapped[str] = mapped_column(String(8))
    key: Mapped[str] = mapped_column(String(60))
    values: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    subject: Mapped[str | None] = mapped_column(String(40), default=None)
    edits: Mapped[int | None] = mapped_column(default=None)
    reply_to_row: Mapped[int | None] = mapped_column(default=None)
    reply_to_message: Mapped[int | None] = mapped_column(BigInteger, default=None)
    silent: Mapped[bool] = mapped_column(default=False)
    once: Mapped[str | None] = mapped_column(String(100), default=None)
    created_at: Mapped[datetime]
    next_at: Mapped[datetime]
    expires_at: Mapped[datetime | None] = mapped_column(default=None)
    state: Mapped[str] = mapped_column(String(8), default="ready")
    attempts: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[datetime | None] = mapped_column(default=None)
    leased_by: Mapped[str | None] = mapped_column(String(40), default=None)
    sent_at: Mapped[datetime | None] = mapped_column(default=None)
    message_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    reason: Mapped[str | None] = mapped_column(String(60), default=None)
    reacted: Mapped[bool] = mapped_column(default=False)
    bot_id: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
