"""提前介入: who was asked to step in on an early sign, by when, who took it, and what came of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class Intervention(Table, kw_only=True):
    """One task of one early sign; the newest one counts, the others stay. States: `bot.rules.intervention`.

    `unit_slug` is a unit of referrals.toml; empty, `unit` is what was typed. `nudge_at`: when the group is told again
    that it is overdue; empty once it is over.
    """

    __tablename__ = "interventions"
    __table_args__ = (Index("ix_interventions_nudge_at", "nudge_at"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    unit_slug: Mapped[str | None] = mapped_column(String(40), default=None)
    unit: Mapped[str | None] = mapped_column(String(200), default=None)
    state: Mapped[str] = mapped_column(String(10), default="given")
    given_at: Mapped[datetime]
    given_by_name: Mapped[str] = mapped_column(String(200))
    due_at: Mapped[datetime]
    nudge_at: Mapped[datetime | None] = mapped_column(default=None)
    nudged: Mapped[int] = mapped_column(default=0)
    taken_at: Mapped[datetime | None] = mapped_column(default=None)
    taken_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
    outcome: Mapped[str | None] = mapped_column(String(1000), default=None)
    settled_at: Mapped[datetime | None] = mapped_column(default=None)
    settled_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
