"""Escalation policies that administrators have made: every version stays, a case keeps the ladder it began with."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class PolicyRow(Table, kw_only=True):
    """A version of a policy (`bot.rules.policy.Scope`). `text` as it was typed; `ended_at`: replaced, or taken down.

    `hours` is "22:00-06:00" or None; `scope` is the same for all versions of a policy.
    """

    __tablename__ = "policies"
    __table_args__ = (Index("ix_policies_level_ended", "level", "ended_at"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    scope: Mapped[str] = mapped_column(String(300))
    version: Mapped[int]
    level: Mapped[str] = mapped_column(String(2))
    area: Mapped[str | None] = mapped_column(ForeignKey("areas.code"), default=None)
    categories: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    hours: Mapped[str | None] = mapped_column(String(11), default=None)
    ladder: Mapped[dict[str, Any]]
    text: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime]
    made_by_name: Mapped[str] = mapped_column(String(200))
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
