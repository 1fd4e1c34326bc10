"""Experts (专家), what they are asked about a case (会商), and what they answer."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, Date, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class ExpertRow(Table, kw_only=True):
    """Somebody of the register. Name, phone and language are the person's; the areas are those of the `expert` posts.

    `fields` as `bot.rules.experts` stores them. `until`: the last day of the term; `away`: not to be asked for now.
    """

    __tablename__ = "experts"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    fields: Mapped[list[str]] = mapped_column(default_factory=list)
    employer: Mapped[str | None] = mapped_column(String(200), default=None)
    until: Mapped[date | None] = mapped_column(Date, default=None)
    away: Mapped[bool] = mapped_column(default=False)


class Consultation(Table, kw_only=True):
    """One 会商: who asked for it, in which chat, and what they wanted to know (None: as the case stands)."""

    __tablename__ = "consultations"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    asked_by: Mapped[int] = mapped_column(BigInteger)
    asked_by_name: Mapped[str] = mapped_column(String(200))
    asked_by_phone: Mapped[str | None] = mapped_column(String(40), default=None)
    question: Mapped[str | None] = mapped_column(String(1000), default=None)
    asked_in: Mapped[int | None] = mapped_column(BigInteger, default=None)
    asked_at: Mapped[datetime]


class ConsultRequest(Table, kw_only=True):
    """What one expert was asked. The report's lock is that of its requests.

    States: asked → answered | refused | withdrawn (the case ended). `by_phone`: was never written to, or answered on
    the telephone; then `recorded_by_name` wrote it down. `step_at`: when the tick looks again, `steps` how often it
    did. `minutes` from asking to the answer. `condition`, `action`, `need`: CAN.
    """

    __tablename__ = "consult_requests"
    __table_args__ = (Index("ix_consult_requests_step_at", "step_at"), Index("ix_consult_requests_state", "state"))
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"))
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(10), default="asked")
    by_phone: Mapped[bool] = mapped_column(default=False)
    call_me: Mapped[bool] = mapped_column(default=False)
    asked_at: Mapped[datetime]
    step_at: Mapped[datetime | None] = mapped_column(default=None)
    steps: Mapped[int] = mapped_column(default=0)
    condition: Mapped[str | None] = mapped_column(Text, default=None)
    action: Mapped[str | None] = mapped_column(Text, default=None)
    need: Mapped[str | None] = mapped_column(Text, default=None)
    reason: Mapped[str | None] = mapped_column(String(300), default=None)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    minutes: Mapped[int | None] = mapped_column(default=None)
    recorded_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
