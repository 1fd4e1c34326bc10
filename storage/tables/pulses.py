"""When a leader gets the next 态势简报."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class PulseRow(Table, kw_only=True):
    """One leader. `times` is their own choice ("08:00,20:00", "" for none), None as is set for all; `urgent` likewise
    whether it is looked in between while a P0 or P1 is open.

    `next_at`: the next set time; `look_at`: the next look in between; both reckoned for `reckoned` (zone and times).
    `since_at`: up to when the last pulse told.
    """

    __tablename__ = "pulses"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    times: Mapped[str | None] = mapped_column(String(40), default=None)
    urgent: Mapped[bool | None] = mapped_column(default=None)
    next_at: Mapped[datetime | None] = mapped_column(index=True, default=None)
    look_at: Mapped[datetime | None] = mapped_column(index=True, default=None)
    reckoned: Mapped[str] = mapped_column(String(90), default="")
    since_at: Mapped[datetime]
