"""What residents answer to an alert, what help they ask for, and where they can go."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class AlertAnswer(Table, kw_only=True):
    """One resident's answer to one alert: safe, help or family. `area` is where they have subscribed."""

    __tablename__ = "alert_answers"
    __table_args__ = (Index("ix_alert_answers_count", "alert_id", "area", "answer"),)
    alert_id: Mapped[int] = mapped_column(ForeignKey("alerts.id"), primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    area: Mapped[str] = mapped_column(String(12))
    answer: Mapped[str] = mapped_column(String(8))
    at: Mapped[datetime]


class HelpRequest(Table, kw_only=True):
    """Who asked for help, as a case. The only way from the case back to a Telegram account; `person_id` goes when it is
    erased (`erased_at`), with the name, the number, the words and the place in the case.

    `kind`: help (for themselves) or family (somebody to be looked after).
    """

    __tablename__ = "help_requests"
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), primary_key=True, autoincrement=False)
    alert_id: Mapped[int] = mapped_column(ForeignKey("alerts.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True, default=None)
    kind: Mapped[str] = mapped_column(String(8))
    at: Mapped[datetime]
    erased_at: Mapped[datetime | None] = mapped_column(default=None)


class Shelter(Table, kw_only=True):
    """A place of refuge. `state`: open, full or closed; `unsuitable`: the kinds of danger it is no refuge from.

    `changed_by_name` and `changed_at`: who opened or closed it last, by a button.
    """

    __tablename__ = "shelters"
    code: Mapped[str] = mapped_column(String(24), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(40), default="")
    area: Mapped[str] = mapped_column(ForeignKey("areas.code"), index=True)
    lat: Mapped[float]
    lon: Mapped[float]
    capacity: Mapped[int | None] = mapped_column(default=None)
    state: Mapped[str] = mapped_column(String(8), default="closed")
    unsuitable: Mapped[list[str]] = mapped_column(default_factory=list)
    changed_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
    changed_at: Mapped[datetime | None] = mapped_column(default=None)


class DigestItem(Table, kw_only=True):
    """An alert that waits for somebody's daily message, frozen when it was published.

    `due_at`: when that message is made; `taken_at`: when it was; `left_out`: why this alert was not in it.
    """

    __tablename__ = "digest_items"
    __table_args__ = (
        Index("ix_digest_items_due", "taken_at", "due_at"),
        Index("ix_digest_items_person", "person_id", "taken_at"),
    )
    alert_id: Mapped[int] = mapped_column(ForeignKey("alerts.id"), primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    due_at: Mapped[datetime]
    taken_at: Mapped[datetime | None] = mapped_column(default=None)
    left_out: Mapped[str | None] = mapped_column(String(20), default=None)


class AlertFollow(Table, kw_only=True):
    """Somebody who wants to hear how one alert goes on (关注后续), whatever they have subscribed to."""

    __tablename__ = "alert_follows"
    alert_id: Mapped[int] = mapped_column(ForeignKey("alerts.id"), primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False, index=True)
    since: Mapped[datetime]
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
