"""What runs beside a case: its deadlines, its follow-ups, the grades people gave it, the texts made of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table

# The clocks that the room may have to be told of, in the words of their index (see `storage.tables.delivery`).
UNTOLD = text("met_at IS NULL AND passed_noted_at IS NULL AND ended_at IS NULL AND owed_by <> 'unit'")


class Clock(Table, kw_only=True):
    """One deadline of a case, as the table had it when the clock was set: a table edited later changes nothing here.

    Running until `met_at`; `passed_noted_at` is when the room was told that it is over, `ended_at` when it no longer
    applies (the grade was lowered). `owed_by` is a tier: town, city, unit. `names` holds a wording for each language.
    """

    __tablename__ = "clocks"
    __table_args__ = (
        UniqueConstraint("report_id", "name"),
        Index("ix_clocks_untold", "due_at", sqlite_where=UNTOLD, postgresql_where=UNTOLD),
    )
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    name: Mapped[str] = mapped_column(String(40))
    names: Mapped[dict[str, Any]]
    owed_by: Mapped[str] = mapped_column(String(10))
    basis: Mapped[str] = mapped_column(String(12))
    minutes: Mapped[int]
    source: Mapped[str] = mapped_column(String(200))
    met_when: Mapped[list[str]]
    started_at: Mapped[datetime]
    due_at: Mapped[datetime]
    met_at: Mapped[datetime | None] = mapped_column(default=None)
    met_by: Mapped[str | None] = mapped_column(String(200), default=None)
    passed_noted_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(String(1000), default=None)
    reason_by: Mapped[str | None] = mapped_column(String(200), default=None)
    reason_at: Mapped[datetime | None] = mapped_column(default=None)


class FollowUp(Table, kw_only=True):
    """When the next follow-up of a case is due. `seen_version` is the newest version that the clocks know of.

    `due_at` is the time shown; `step_at` when the next nudge goes out (empty: none); `nudged` counts those since the
    last follow-up; `refresh_at` when the cards are shown anew, because a deadline runs and the
    time left is on them. `last_how`: reported, no_change, controlled.
    """

    __tablename__ = "follow_ups"
    __table_args__ = (Index("ix_follow_ups_step_at", "step_at"), Index("ix_follow_ups_refresh_at", "refresh_at"))
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), primary_key=True, autoincrement=False)
    seen_version: Mapped[int]
    last_at: Mapped[datetime]
    last_how: Mapped[str] = mapped_column(String(12), default="reported")
    last_by: Mapped[str | None] = mapped_column(String(200), default=None)
    due_at: Mapped[datetime | None] = mapped_column(default=None)
    step_at: Mapped[datetime | None] = mapped_column(default=None)
    refresh_at: Mapped[datetime | None] = mapped_column(default=None)
    nudged: Mapped[int] = mapped_column(default=0)
    controlled_at: Mapped[datetime | None] = mapped_column(default=None)
    controlled_by: Mapped[str | None] = mapped_column(String(200), default=None)


class ReportGrade(Table, kw_only=True):
    """A grade that a person gave a case; the newest counts, the others stay."""

    __tablename__ = "report_grades"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    grade: Mapped[str] = mapped_column(String(4))
    proposed: Mapped[str | None] = mapped_column(String(4), default=None)
    reason: Mapped[str | None] = mapped_column(String(1000), default=None)
    at: Mapped[datetime]
    by: Mapped[int] = mapped_column(BigInteger)
    by_name: Mapped[str] = mapped_column(String(200))


class OfficialText(Table, kw_only=True):
    """The issue number of the official text of a version: year and running number of an office. Given once."""

    __tablename__ = "official_texts"
    __table_args__ = (UniqueConstraint("office", "year", "issue"), UniqueConstraint("report_id", "version", "office"))
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    version: Mapped[int]
    office: Mapped[str] = mapped_column(String(12))
    year: Mapped[int]
    issue: Mapped[int]
    total: Mapped[int]
    at: Mapped[datetime]
    by_name: Mapped[str] = mapped_column(String(200))
