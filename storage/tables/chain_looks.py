"""How the chain of the case log was found when it was last walked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class ChainLook(Table, kw_only=True):
    """One row. The walk that is under way has come to line `reached`, whose hash is `hash`; the last that came to its
    end did so at `done_at`, over `lines` lines, and broke at `fault_line` (`fault`: in which way), or did not."""

    __tablename__ = "chain_looks"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    next_at: Mapped[datetime]
    reached: Mapped[int] = mapped_column(default=0)
    hash: Mapped[str] = mapped_column(String(64))
    done_at: Mapped[datetime | None] = mapped_column(default=None)
    lines: Mapped[int] = mapped_column(default=0)
    fault_line: Mapped[int | None] = mapped_column(default=None)
    fault: Mapped[str | None] = mapped_column(String(60), default=None)
