"""叫应: rounds in which every named person must answer, village by village, step by step."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class CallRound(Table, kw_only=True):
    """One round. `kind` and `level` as in `call_texts.toml`; `drill` marks every word of it 【演练】.

    `wait_minutes`: how long each person has before the next is called. It runs until `deadline_at`, or until somebody
    ends it (`ended_by_name`). `alert_id`: the published alert that started it by itself.
    """

    __tablename__ = "call_rounds"
    __table_args__ = (Index("ix_call_rounds_deadline", "ended_at", "deadline_at"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    kind: Mapped[str] = mapped_column(String(20))
    level: Mapped[str] = mapped_column(String(8))
    text: Mapped[str] = mapped_column(Text)
    areas: Mapped[list[str]]
    drill: Mapped[bool] = mapped_column(default=False)
    wait_minutes: Mapped[int]
    by_person: Mapped[int] = mapped_column(ForeignKey("people.id"))
    by_name: Mapped[str] = mapped_column(String(200))
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    language: Mapped[str] = mapped_column(String(8), default="zh-Hans")
    alert_id: Mapped[int | None] = mapped_column(ForeignKey("alerts.id"), unique=True, default=None)
    started_at: Mapped[datetime]
    deadline_at: Mapped[datetime]
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_by_name: Mapped[str | None] = mapped_column(String(200), default=None)


class CallVillage(Table, kw_only=True):
    """A village of a round: who answered for it first and how, and what the people there do now.

    `answered_how`: tap, or phone (then `answered_by_name` is whom the duty room reached or who wrote it down).
    `people`: moving, or none (nobody needs to move). The place is that of whoever said 已到岗, if they sent it.
    """

    __tablename__ = "call_villages"
    __table_args__ = (UniqueConstraint("call_id", "area"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    call_id: Mapped[int] = mapped_column(ForeignKey("call_rounds.id"))
    area: Mapped[str] = mapped_column(String(12))
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    answered_by: Mapped[int | None] = mapped_column(default=None)
    answered_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
    answered_how: Mapped[str | None] = mapped_column(String(8), default=None)
    arrived_at: Mapped[datetime | None] = mapped_column(default=None)
    arrived_by: Mapped[int | None] = mapped_column(index=True, default=None)
    lat: Mapped[float | None] = mapped_column(default=None)
    lon: Mapped[float | None] = mapped_column(default=None)
    people: Mapped[str | None] = mapped_column(String(8), default=None)
    people_at: Mapped[datetime | None] = mapped_column(default=None)


class CallStep(Table, kw_only=True):
    """One person (or the town's duty group) whose turn comes at `due_at`, unless the village has answered before.

    `outcome` of a step that is done: called, answered (the village had), over (the round had ended), vacant, or the
    reason word why this person could not be called. `lost`: the reason word when the call did not arrive.
    """

    __tablename__ = "call_steps"
    __table_args__ = (
        UniqueConstraint("village_id", "number", "person_id"),
        Index("ix_call_steps_due", "done_at", "due_at"),
        Index("ix_call_steps_person", "person_id", "village_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    call_id: Mapped[int] = mapped_column(ForeignKey("call_rounds.id"), index=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("call_villages.id"))
    number: Mapped[int]
    whom: Mapped[str] = mapped_column(String(8))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    due_at: Mapped[datetime]
    done_at: Mapped[datetime | None] = mapped_column(default=None)
    outcome: Mapped[str | None] = mapped_column(String(60), default=None)
    lost: Mapped[str | None] = mapped_column(String(60), default=None)
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    wrong: Mapped[int] = mapped_column(default=0)
