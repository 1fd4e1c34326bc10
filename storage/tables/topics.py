"""The topics that cases have in duty groups which are forums."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class CaseTopic(Table, kw_only=True):
    """The topic of a case in one group. `closed_at`: closed with the case; `gone_at`: somebody has deleted it."""

    __tablename__ = "case_topics"
    __table_args__ = (UniqueConstraint("report_id", "chat_id"), UniqueConstraint("chat_id", "thread_id"))
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int] = mapped_column(BigInteger)
    made_at: Mapped[datetime]
    closed_at: Mapped[datetime | None] = mapped_column(default=None)
    gone_at: Mapped[datetime | None] = mapped_column(default=None)
