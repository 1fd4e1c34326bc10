"""The duty desk of a town or the district: who is planned, who was handed what, and when the bot looks again."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class RotationRow(Table, kw_only=True):
    """People who take turns in a seat (`bot.rules.shifts.Rotation`). `change` and `night` are wall times, HH:MM."""

    __tablename__ = "rotations"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    area: Mapped[str] = mapped_column(ForeignKey("areas.code"), index=True)
    seat: Mapped[str] = mapped_column(String(8))
    kind: Mapped[str] = mapped_column(String(10))
    people: Mapped[list[int]] = mapped_column(JSON)
    starts_on: Mapped[date]
    change: Mapped[str] = mapped_column(String(5))
    night: Mapped[str | None] = mapped_column(String(5), default=None)
    made_at: Mapped[datetime]
    made_by_name: Mapped[str] = mapped_column(String(200), default="")
    ended_at: Mapped[datetime | None] = mapped_column(default=None)


class ShiftOverride(Table, kw_only=True):
    """Somebody sits in a seat for a span. `why`: override, swap, import."""

    __tablename__ = "shift_overrides"
    __table_args__ = (Index("ix_shift_overrides_area_ends", "area", "ends_at"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    area: Mapped[str] = mapped_column(ForeignKey("areas.code"))
    seat: Mapped[str] = mapped_column(String(8))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    why: Mapped[str] = mapped_column(String(10), default="override")
    made_at: Mapped[datetime]
    made_by_name: Mapped[str] = mapped_column(String(200), default="")
    cancelled_at: Mapped[datetime | None] = mapped_column(default=None)


class ShiftSwap(Table, kw_only=True):
    """One asks another to take a shift, for one of theirs (`their_starts_at`) or for nothing.

    States: asked → agreed | declined | withdrawn | void (the roster changed, or the shift has begun).
    """

    __tablename__ = "shift_swaps"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    area: Mapped[str] = mapped_column(ForeignKey("areas.code"))
    seat: Mapped[str] = mapped_column(String(8))
    asker_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    other_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    their_starts_at: Mapped[datetime | None] = mapped_column(default=None)
    their_ends_at: Mapped[datetime | None] = mapped_column(default=None)
    state: Mapped[str] = mapped_column(String(10), default="asked")
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None] = mapped_column(default=None)


class DutyDesk(Table, kw_only=True):
    """One town's or the district's desk, and when the bot looks at it again.

    `known`: seat → person id, as it was last told to the group; `zone` the zone setting that `next_change_at` was
    reckoned in. `gaps_at`, `list_at` and `call_at` are the next looks for gaps, the weekly list, the test call.
    """

    __tablename__ = "duty_desks"
    area: Mapped[str] = mapped_column(ForeignKey("areas.code"), primary_key=True)
    zone: Mapped[str] = mapped_column(String(60), default="")
    known: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    next_change_at: Mapped[datetime | None] = mapped_column(index=True, default=None)
    gaps_at: Mapped[datetime | None] = mapped_column(default=None)
    list_at: Mapped[datetime | None] = mapped_column(default=None)
    call_at: Mapped[datetime | None] = mapped_column(default=None)


class Handover(Table, kw_only=True):
    """交接班: what one duty officer leaves to the next. Until every item is accepted the one before is responsible.

    `items`: what the note said when it was written, a dict each (`kind`, `id`, words); `accepted`: their numbers.
    States: open → accepted | refused (may still be accepted) | lapsed (the next change came first) | void (the one
    who left came back). `closed_by_name` is somebody else who confirmed it, by telephone.
    """

    __tablename__ = "handovers"
    __table_args__ = (Index("ix_handovers_area_state", "area", "state"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    area: Mapped[str] = mapped_column(ForeignKey("areas.code"))
    seat: Mapped[str] = mapped_column(String(8))
    from_person: Mapped[int] = mapped_column(ForeignKey("people.id"))
    to_person: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    items: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    accepted: Mapped[list[int]] = mapped_column(JSON, default_factory=list)
    state: Mapped[str] = mapped_column(String(10), default="open")
    reason: Mapped[str | None] = mapped_column(String(500), default=None)
    remind_at: Mapped[datetime | None] = mapped_column(index=True, default=None)
    closed_at: Mapped[datetime | None] = mapped_column(default=None)
    closed_by_name: Mapped[str | None] = mapped_column(String(200), default=None)


class DutyNote(Table, kw_only=True):
    """Something the next shift must know: a call that was promised, an instruction. It stays until it is done."""

    __tablename__ = "duty_notes"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    area: Mapped[str] = mapped_column(ForeignKey("areas.code"), index=True)
    text: Mapped[str] = mapped_column(String(500))
    at: Mapped[datetime]
    by_person: Mapped[int | None] = mapped_column(BigInteger, default=None)
    by_name: Mapped[str] = mapped_column(String(200), default="")
    done_at: Mapped[datetime | None] = mapped_column(default=None)
    done_by_name: Mapped[str | None] = mapped_column(String(200), default=None)


class RosterFile(Table, kw_only=True):
    """A roster sent as a file, fetched by way of `evidence_files`. States: waiting → read | failed (`reason`)."""

    __tablename__ = "roster_files"
    __table_args__ = (Index("ix_roster_files_state", "state", "next_at"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    area: Mapped[str] = mapped_column(ForeignKey("areas.code"))
    unique_id: Mapped[str] = mapped_column(String(80))
    name: Mapped[str] = mapped_column(String(255))
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    language: Mapped[str] = mapped_column(String(8))
    by_id: Mapped[int] = mapped_column(BigInteger)
    by_name: Mapped[str] = mapped_column(String(200))
    sent_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime]
    reason: Mapped[str | None] = mapped_column(String(60), default=None)
