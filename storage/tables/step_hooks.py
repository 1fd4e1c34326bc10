"""The second channel: a signed post to a city's own gateway for every step of an escalation, recorded."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class StepHook(Table, kw_only=True):
    """One post. States: ready → sending (leased) → sent | ready again (`next_at`) | failed. `status`: the last answer.

    `body` is what is posted, as docs/step-hook.md describes it; `fault` a word why it did not arrive.
    """

    __tablename__ = "step_hooks"
    __table_args__ = (
        UniqueConstraint("report_id", "round", "step"),
        Index("ix_step_hooks_claim", "state", "next_at"),
    )
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    round: Mapped[str] = mapped_column(String(12))
    step: Mapped[int]
    body: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    next_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(8), default="ready")
    attempts: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[datetime | None] = mapped_column(default=None)
    status: Mapped[int | None] = mapped_column(default=None)
    fault: Mapped[str | None] = mapped_column(String(60), default=None)
    sent_at: Mapped[datetime | None] = mapped_column(default=None)
