"""On-scene command: who was named, accepted, handed over. Every naming is a row of its own and stays."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class SceneCommand(Table, kw_only=True):
    """One person's command of one case. States: `bot.rules.command`; at most one is named, one standing.

    `person_id` is empty for somebody without an account: then `name` and `phone` were typed. `told`: accepted on the
    telephone, by the word of `answered_by_name`. `due_at`: when the room hears that nobody answered. `after_id`: whose
    successor this is; `note`: what they handed over.
    """

    __tablename__ = "scene_commands"
    __table_args__ = (Index("ix_scene_commands_due_at", "due_at"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    state: Mapped[str] = mapped_column(String(12), default="named")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    name: Mapped[str] = mapped_column(String(200))
    phone: Mapped[str | None] = mapped_column(String(40), default=None)
    role: Mapped[str | None] = mapped_column(String(16), default=None)
    area: Mapped[str | None] = mapped_column(String(12), default=None)
    function: Mapped[str | None] = mapped_column(String(24), default=None)
    named_at: Mapped[datetime]
    named_by: Mapped[int | None] = mapped_column(BigInteger, default=None)
    named_by_name: Mapped[str] = mapped_column(String(200))
    after_id: Mapped[int | None] = mapped_column(ForeignKey("scene_commands.id"), default=None)
    note: Mapped[str | None] = mapped_column(String(1000), default=None)
    due_at: Mapped[datetime | None] = mapped_column(default=None)
    silent_at: Mapped[datetime | None] = mapped_column(default=None)
    told: Mapped[bool] = mapped_column(default=False)
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    answered_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
    reason: Mapped[str | None] = mapped_column(String(1000), default=None)
    arrived_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_why: Mapped[str | None] = mapped_column(String(16), default=None)
