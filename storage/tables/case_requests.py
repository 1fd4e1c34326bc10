"""What somebody was asked for in a case and must answer in time: 转办, 指派, a lower priority."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class CaseRequest(Table, kw_only=True):
    """One request. Kinds and states: `bot.rules.case_request`. Asked is a `function`, a person, or (lowering) a leader.

    `names`: the groups and people whom the message went to. `asked_in`: the chat in which it was asked. `due_at`: until
    when it waits; a tick looks at it. `level`, `reason`: the lower priority that is asked for, and why.
    """

    __tablename__ = "case_requests"
    __table_args__ = (Index("ix_case_requests_waiting", "state", "due_at"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(10), default="asked")
    function: Mapped[str | None] = mapped_column(String(24), default=None)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    names: Mapped[str] = mapped_column(String(400))
    asked_by: Mapped[int] = mapped_column(BigInteger)
    asked_by_name: Mapped[str] = mapped_column(String(200))
    asked_in: Mapped[int] = mapped_column(BigInteger)
    asked_at: Mapped[datetime]
    due_at: Mapped[datetime]
    level: Mapped[str | None] = mapped_column(String(2), default=None)
    reason: Mapped[str | None] = mapped_column(String(1000), default=None)
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    answered_by: Mapped[int | None] = mapped_column(BigInteger, default=None)
    answered_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
    answer: Mapped[str | None] = mapped_column(String(1000), default=None)
