"""Zero reports (零报告): the rounds that duty staff switch on, their days, and what each village answered."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, Date, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table

_OPEN = text("ended_at IS NULL")


class ZeroRound(Table, kw_only=True):
    """Every village of `area` reports by `hour` ("08:00", the city's clock), each day from `from_day` to `until_day`.

    One open round an area. `next_step_at` is when something is due: the villages are asked, those missing listed, a
    late report looked for; empty once the round has `ended_at`.
    """

    __tablename__ = "zero_rounds"
    __table_args__ = (
        Index("uq_zero_rounds_open", "area", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_zero_rounds_next_step_at", "next_step_at"),
    )
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    area: Mapped[str] = mapped_column(ForeignKey("areas.code"))
    from_day: Mapped[date] = mapped_column(Date)
    until_day: Mapped[date] = mapped_column(Date)
    hour: Mapped[str] = mapped_column(String(5))
    set_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    set_by_name: Mapped[str] = mapped_column(String(200))
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    language: Mapped[str] = mapped_column(String(8), default="zh-Hans")
    created_at: Mapped[datetime]
    next_step_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_by_name: Mapped[str | None] = mapped_column(String(200), default=None)


class ZeroDay(Table, kw_only=True):
    """One day of a round: when its villages were asked, and when those missing were listed. Each happens once.

    `due_at` is the round's hour on that day.
    """

    __tablename__ = "zero_days"
    __table_args__ = (UniqueConstraint("round_id", "day"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    round_id: Mapped[int] = mapped_column(ForeignKey("zero_rounds.id"))
    day: Mapped[date] = mapped_column(Date)
    due_at: Mapped[datetime]
    asked_at: Mapped[datetime | None] = mapped_column(default=None)
    listed_at: Mapped[datetime | None] = mapped_column(default=None)


class ZeroAnswer(Table, kw_only=True):
    """A village has reported on a day: `how` is tap, words, or report (a report filed that day counts)."""

    __tablename__ = "zero_answers"
    __table_args__ = (UniqueConstraint("round_id", "day", "village"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    round_id: Mapped[int] = mapped_column(ForeignKey("zero_rounds.id"))
    day: Mapped[date] = mapped_column(Date)
    village: Mapped[str] = mapped_column(String(12))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    how: Mapped[str] = mapped_column(String(8))
