"""What came in and what is being said: the inbox and the conversations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class InboxRow(Table, kw_only=True):
    """One update as Telegram sent it. `lane` is the chat: rows of a lane are handled in order, lanes side by side.
    `bot_id`: the public bot that heard it; 0 is the duty bot. Every bot numbers its updates by itself.

    States: ready → done | set_aside (a poisoned update, after too many attempts).
    """

    __tablename__ = "inbox"
    __table_args__ = (Index("ix_inbox_state_update_id", "state", "update_id"),)
    bot_id: Mapped[int] = mapped_column(
        BigInteger, primary_key=True, autoincrement=False, default=0, server_default="0"
    )
    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    lane: Mapped[int] = mapped_column(BigInteger)
    body: Mapped[str | None] = mapped_column(Text)
    received_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(10), default="ready")
    attempts: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None] = mapped_column(default=None)
    fault: Mapped[str | None] = mapped_column(String(200), default=None)


class Conversation(Table, kw_only=True):
    """What one person is in the middle of, in one chat. `topic` says which handler listens, `data` is its own.

    `revision` rises with every change; a button carries the revision it was made for, so a stale one is known.
    `due_at` is when the conversation acts by itself (an emergency left idle is sent).
    """

    __tablename__ = "conversations"
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    user_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    topic: Mapped[str | None] = mapped_column(String(32), default=None)
    data: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    revision: Mapped[int] = mapped_column(default=0)
    updated_at: Mapped[datetime]
    due_at: Mapped[datetime | None] = mapped_column(index=True, default=None)
