"""Tips: what residents tell the officers of a village. Never shown to a duty group."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class Tip(Table, kw_only=True):
    """One thing that one resident told one village's officers.

    States: sent → verified → reported; or answered, dismissed; unreached (nobody there could be written to).
    `look_at` is when the tick looks again, `reminded` how often an officer was reminded. The resident is kept in this
    row alone (`telegram_id`, `name`, and `phone` if they shared it), so that erasing it (`erased_at`) erases them.
    `place` is {"lat", "lon"}; `files` are Telegram's file ids as in a report.
    """

    __tablename__ = "tips"
    __table_args__ = (Index("ix_tips_look_at", "look_at"), Index("ix_tips_resident", "telegram_id", "sent_at"))
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    village: Mapped[str] = mapped_column(ForeignKey("areas.code"))
    telegram_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    name: Mapped[str | None] = mapped_column(String(200), default=None)
    phone: Mapped[str | None] = mapped_column(String(40), default=None)
    language: Mapped[str] = mapped_column(String(8), default="zh-Hans")
    words: Mapped[str] = mapped_column(Text, default="")
    files: Mapped[list[Any]] = mapped_column(default_factory=list)
    place: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    sent_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(10), default="sent")
    decided_by: Mapped[int | None] = mapped_column(default=None)
    decided_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
    decided_at: Mapped[datetime | None] = mapped_column(default=None)
    answer: Mapped[str | None] = mapped_column(Text, default=None)
    report_id: Mapped[int | None] = mapped_column(ForeignKey("reports.id"), index=True, default=None)
    look_at: Mapped[datetime | None] = mapped_column(default=None)
    reminded: Mapped[int] = mapped_column(default=0)
    erased_at: Mapped[datetime | None] = mapped_column(default=None)
