"""The bytes behind evidence, and which message of an officer became part of which report."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class EvidenceFile(Table, kw_only=True):
    """A file that Telegram holds, and our own copy of it. One row a file, however many reports it belongs to.

    States: waiting → fetching (leased) → kept | waiting again (`next_at`, `reason`) | big (stays with Telegram only)
    | gone (Telegram refused it too often; sent again, it waits anew).
    `telegram_size` is what Telegram says, `size` and `sha256` are of the bytes that were stored. Sizes are bytes.
    """

    __tablename__ = "evidence_files"
    __table_args__ = (Index("ix_evidence_files_claim", "state", "next_at"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    unique_id: Mapped[str] = mapped_column(String(80), unique=True)
    file_id: Mapped[str] = mapped_column(String(255))
    kind: Mapped[str] = mapped_column(String(12))
    name: Mapped[str | None] = mapped_column(String(255), default=None)
    mime: Mapped[str | None] = mapped_column(String(100), default=None)
    telegram_size: Mapped[int | None] = mapped_column(BigInteger, default=None)
    state: Mapped[str] = mapped_column(String(8), default="waiting")
    wanted_at: Mapped[datetime]
    next_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str | None] = mapped_column(String(20), default=None)
    leased_until: Mapped[datetime | None] = mapped_column(default=None)
    leased_by: Mapped[str | None] = mapped_column(String(40), default=None)
    sha256: Mapped[str | None] = mapped_column(String(64), index=True, default=None)
    size: Mapped[int | None] = mapped_column(BigInteger, default=None)
    fetched_at: Mapped[datetime | None] = mapped_column(default=None)


class Said(Table, kw_only=True):
    """A message of an officer whose words or file became part of a report: an edit of it is noted there."""

    __tablename__ = "said"
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    message_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    at: Mapped[datetime]
