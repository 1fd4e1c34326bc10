"""Drills, broadcasts to officers, and public alerts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class Drill(Table, kw_only=True):
    """A planned drill. States: planned → running → ended | cancelled."""

    __tablename__ = "drills"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    name: Mapped[str] = mapped_column(String(300))
    kind: Mapped[str] = mapped_column(String(16))
    place: Mapped[str] = mapped_column(String(300), default="")
    areas: Mapped[list[str]]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    organiser_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    language: Mapped[str] = mapped_column(String(8), default="zh-Hans")
    state: Mapped[str] = mapped_column(String(10), default="planned", index=True)
    created_at: Mapped[datetime]


class DrillParticipant(Table, kw_only=True):
    """An officer invited to a drill: what they answered and when they signed in."""

    __tablename__ = "drill_participants"
    __table_args__ = (UniqueConstraint("drill_id", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    drill_id: Mapped[int] = mapped_column(ForeignKey("drills.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    area: Mapped[str] = mapped_column(String(12))
    answer: Mapped[str | None] = mapped_column(String(8), default=None)
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    signed_in_at: Mapped[datetime | None] = mapped_column(default=None)


class DrillReminder(Table, kw_only=True):
    """One due time of a drill: `what` is notice, week, day, hour, start, end. Sent once, late ones collapse."""

    __tablename__ = "drill_reminders"
    __table_args__ = (UniqueConstraint("drill_id", "what"), Index("ix_drill_reminders_due", "done_at", "remind_at"))
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    drill_id: Mapped[int] = mapped_column(ForeignKey("drills.id"))
    what: Mapped[str] = mapped_column(String(8))
    remind_at: Mapped[datetime]
    done_at: Mapped[datetime | None] = mapped_column(default=None)


class Broadcast(Table, kw_only=True):
    """A message to the officers of chosen areas, each asked for 【收到】."""

    __tablename__ = "broadcasts"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    text: Mapped[str] = mapped_column(Text)
    areas: Mapped[list[str]]
    by_person: Mapped[int] = mapped_column(ForeignKey("people.id"))
    by_name: Mapped[str] = mapped_column(String(200))
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    language: Mapped[str] = mapped_column(String(8), default="zh-Hans")
    created_at: Mapped[datetime]


class BroadcastRecipient(Table, kw_only=True):
    """Who must read a broadcast, and when they said so."""

    __tablename__ = "broadcast_recipients"
    __table_args__ = (UniqueConstraint("broadcast_id", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    area: Mapped[str] = mapped_column(String(12))
    received_at: Mapped[datetime | None] = mapped_column(default=None)


class Alert(Table, kw_only=True):
    """A public alert to residents. States: draft → approved → published → cancelled | expired; or returned.

    `texts` holds a text per language (zh-Hans is always there); `level` is a colour or `notice`.
    """

    __tablename__ = "alerts"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    kind: Mapped[str] = mapped_column(String(20))
    level: Mapped[str] = mapped_column(String(8))
    areas: Mapped[list[str]]
    texts: Mapped[dict[str, Any]]
    issuer: Mapped[str] = mapped_column(String(200), default="")
    drafted_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    drafted_by_name: Mapped[str] = mapped_column(String(200))
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    language: Mapped[str] = mapped_column(String(8), default="zh-Hans")
    drafted_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(10), default="draft", index=True)
    decided_by: Mapped[int | None] = mapped_column(default=None)
    decided_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
    decided_at: Mapped[datetime | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(String(1000), default=None)
    audience: Mapped[int] = mapped_column(default=0)
    fanned_out_to: Mapped[int] = mapped_column(default=0)
    fan_out_done: Mapped[bool] = mapped_column(default=False)
    finished_at: Mapped[datetime | None] = mapped_column(default=None)
