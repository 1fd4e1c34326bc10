"""Storm control: what went into a group in the last minute, and the list cards that bundle the rest."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class StormList(Table, kw_only=True):
    """A list card of a group. `kind` is P0 or rest (`bot.rules.storm`)."""

    __tablename__ = "storm_lists"
    __table_args__ = (Index("ix_storm_lists_chat_kind", "chat_id", "kind", "started_at"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(4))
    started_at: Mapped[datetime]


class StormLine(Table, kw_only=True):
    """A call into a group: on a card of its own (`list_id` None), or as a line of a list. Only ever added."""

    __tablename__ = "storm_lines"
    __table_args__ = (Index("ix_storm_lines_chat_at", "chat_id", "at"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime]
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    list_id: Mapped[int | None] = mapped_column(ForeignKey("storm_lists.id"), index=True, default=None)
