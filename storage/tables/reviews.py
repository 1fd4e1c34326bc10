"""复盘: the short review after a grave case, and what is to be better by when."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class CaseReview(Table, kw_only=True):
    """The review of a case that was closed. States: `bot.rules.review.ReviewView`; `ask_at` is the next time it is
    asked for, `asked` how often it was. `closed_by` is a Telegram id.
    """

    __tablename__ = "case_reviews"
    __table_args__ = (Index("ix_case_reviews_due", "state", "ask_at"),)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), primary_key=True, autoincrement=False)
    state: Mapped[str] = mapped_column(String(8), default="new")
    closed_at: Mapped[datetime]
    closed_by: Mapped[int] = mapped_column(BigInteger)
    ask_at: Mapped[datetime | None] = mapped_column(default=None)
    asked: Mapped[int] = mapped_column(default=0)
    good: Mapped[str] = mapped_column(Text, default="")
    change: Mapped[str] = mapped_column(Text, default="")
    by_name: Mapped[str | None] = mapped_column(String(200), default=None)
    by_person: Mapped[int | None] = mapped_column(default=None)
    at: Mapped[datetime | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(String(1000), default=None)


class ReviewItem(Table, kw_only=True):
    """谁在何时前改. `person_id`: the one whom `who` names, if it is one person; `remind_at` is emptied when it is done
    or was asked about."""

    __tablename__ = "review_items"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    who: Mapped[str] = mapped_column(String(200))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    due_on: Mapped[date | None] = mapped_column(default=None)
    text: Mapped[str] = mapped_column(Text)
    remind_at: Mapped[datetime | None] = mapped_column(index=True, default=None)
    done_at: Mapped[datetime | None] = mapped_column(default=None)
    done_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
