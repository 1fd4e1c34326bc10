"""处置清单: the steps of a case, as its plan had them when it began, and who ticked which."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class Checklist(Table, kw_only=True):
    """One row a case; its lock is the report's. `plan` is the snapshot it began with, `steps` what it has of it.

    Both are lists in the shapes of `bot.rules.checklist`. `nudge_at`: when the group is told of overdue steps.
    `category`, `priority` and `grade` are those that were last looked at.
    """

    __tablename__ = "checklists"
    __table_args__ = (Index("ix_checklists_nudge_at", "nudge_at"),)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), primary_key=True)
    names: Mapped[dict[str, Any]]
    plan: Mapped[list[Any]]
    steps: Mapped[list[Any]]
    category: Mapped[str] = mapped_column(String(40))
    priority: Mapped[str] = mapped_column(String(2))
    started_at: Mapped[datetime]
    grade: Mapped[str | None] = mapped_column(String(4), default=None)
    nudge_at: Mapped[datetime | None] = mapped_column(default=None)
    nudged_at: Mapped[datetime | None] = mapped_column(default=None)
