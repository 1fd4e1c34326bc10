"""Notices to officers that go out at a time, once or again and again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table
from storage.tables.notices import EMPTY_DICT


class ScheduledNotice(Table, kw_only=True):
    """A notice and when it goes out: `rule` as in `bot.rules.calendar_rule`, empty for one that goes out once.

    States: active, paused, held (its author may not send it any more), ended. `next_at` is reckoned in `zone`; empty
    unless active. `kind`: notice, or zero (a zero report of one day is switched on instead). `last_outcome` is sent,
    switched (on), missed or held, of the time `last_at`; `last_broadcast` what was sent then. `version` rises with
    every edit.
    """

    __tablename__ = "scheduled_notices"
    __table_args__ = (Index("ix_scheduled_notices_due", "state", "next_at"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    kind: Mapped[str] = mapped_column(String(8), default="notice")
    text: Mapped[str] = mapped_column(Text)
    areas: Mapped[list[str]]
    rule: Mapped[dict[str, Any]] = mapped_column(default_factory=dict, server_default=EMPTY_DICT)
    zone: Mapped[str] = mapped_column(String(40))
    next_at: Mapped[datetime | None] = mapped_column(default=None)
    state: Mapped[str] = mapped_column(String(8), default="active")
    by_person: Mapped[int] = mapped_column(ForeignKey("people.id"))
    by_name: Mapped[str] = mapped_column(String(200))
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    language: Mapped[str] = mapped_column(String(8), default="zh-Hans")
    created_at: Mapped[datetime]
    state_at: Mapped[datetime | None] = mapped_column(default=None)
    state_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
    version: Mapped[int] = mapped_column(default=1)
    last_at: Mapped[datetime | None] = mapped_column(default=None)
    last_outcome: Mapped[str | None] = mapped_column(String(10), default=None)
    last_broadcast: Mapped[int | None] = mapped_column(ForeignKey("broadcasts.id"), default=None)
