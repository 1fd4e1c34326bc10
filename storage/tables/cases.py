"""Reports and what hangs on them: versions, evidence, escalation, questions, and the case log."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table

# Cases in which something may still run, in the words of their index (see `storage.tables.delivery`): what is not in
# `bot.rules.deadlines.ENDED`.
GOING_ON = text("state NOT IN ('closed', 'drill', 'false_alarm', 'merged', 'withdrawn')")


class Report(Table, kw_only=True):
    """One case. `answers` is the newest version's; every version stays in `report_versions`.

    `search_text`: its free words, folded (`bot.rules.case_query`), for /cases.

    States: open → acknowledged | referred | false_alarm | closed | merged. Kinds: incident, hazard, sign (苗头), unread
    (待判读: words or a voice that a person must read). `origin`: officer, duty (keyed in by the duty desk), behalf
    (代报), tip, help (a resident's request under an alert: its reporter is a row without a Telegram account, so that
    nobody writes to them as to an officer; see `HelpRequest`); the caller's name and the true time of the call are
    kept beside the reporter's, and `keyed_by_name`, who typed for a reporter who called. `threat_id`: the hazard or
    early sign that came true. `last_at`: when it was last added to.
    """

    __tablename__ = "reports"
    __table_args__ = (Index("ix_reports_going_on", "id", sqlite_where=GOING_ON, postgresql_where=GOING_ON),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    number: Mapped[str] = mapped_column(String(40), unique=True)
    kind: Mapped[str] = mapped_column(String(10))
    category: Mapped[str] = mapped_column(String(40))
    area: Mapped[str] = mapped_column(ForeignKey("areas.code"))
    town: Mapped[str | None] = mapped_column(String(12), index=True, default=None)
    reporter_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    reporter_post: Mapped[str | None] = mapped_column(String(80), default=None)
    priority: Mapped[str] = mapped_column(String(2))
    priority_reason: Mapped[str] = mapped_column(String(60), default="")
    state: Mapped[str] = mapped_column(String(16), default="open", index=True)
    answers: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    search_text: Mapped[str] = mapped_column(Text, default="", server_default="")
    version: Mapped[int] = mapped_column(default=1)
    learned_at: Mapped[datetime]
    sent_at: Mapped[datetime]
    state_at: Mapped[datetime | None] = mapped_column(default=None)
    state_by: Mapped[int | None] = mapped_column(default=None)
    state_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
    state_note: Mapped[str | None] = mapped_column(String(1000), default=None)
    origin: Mapped[str] = mapped_column(String(10), default="officer", server_default="officer")
    caller_name: Mapped[str | None] = mapped_column(String(200), default=None)
    caller_phone: Mapped[str | None] = mapped_column(String(40), default=None)
    occurred_at: Mapped[datetime | None] = mapped_column(default=None)
    last_at: Mapped[datetime | None] = mapped_column(default=None)
    threat_id: Mapped[int | None] = mapped_column(default=None)
    merged_into: Mapped[int | None] = mapped_column(default=None, index=True)
    keyed_by_name: Mapped[str | None] = mapped_column(String(200), default=None)


class ReportVersion(Table, kw_only=True):
    """A version as it was sent; never overwritten (突发事件应对法 art. 61: nobody may alter a report).

    `kind`: first (首报), supplement (补充), followup (续报, with its `ordinal`), correction (更正), final (终报),
    verified (核报), late (补报). `words`: what was typed for it.
    """

    __tablename__ = "report_versions"
    __table_args__ = (UniqueConstraint("report_id", "version"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    version: Mapped[int]
    answers: Mapped[dict[str, Any]]
    at: Mapped[datetime]
    by_person: Mapped[int]
    kind: Mapped[str] = mapped_column(String(12), default="supplement", server_default="supplement")
    ordinal: Mapped[int] = mapped_column(default=0, server_default="0")
    words: Mapped[str | None] = mapped_column(Text, default=None)
    by_name: Mapped[str | None] = mapped_column(String(200), default=None)


class Evidence(Table, kw_only=True):
    """A photo, video, voice or document that belongs to a report, by Telegram's file id.

    `message_at` is when it was sent to us; a forwarded one has `original_at`, when its first message was sent.
    The bytes, their hash and when they were fetched are in `evidence_files`, by `unique_id`.
    """

    __tablename__ = "evidence"
    __table_args__ = (UniqueConstraint("report_id", "unique_id"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    kind: Mapped[str] = mapped_column(String(12))
    file_id: Mapped[str] = mapped_column(String(255), index=True)
    unique_id: Mapped[str] = mapped_column(String(80), index=True)
    size: Mapped[int | None] = mapped_column(BigInteger, default=None)
    caption: Mapped[str | None] = mapped_column(String(1100), default=None)
    forwarded: Mapped[bool] = mapped_column(default=False)
    message_at: Mapped[datetime | None] = mapped_column(default=None)
    original_at: Mapped[datetime | None] = mapped_column(default=None)
    at: Mapped[datetime]
    by_person: Mapped[int]


class Escalation(Table, kw_only=True):
    """The climb of one report. `ladder` is the snapshot it started with; `next_step_at` empty means it has stopped.

    `round` counts how often it has begun again, because it became worse or was opened again.
    `lapse_at`: when somebody has acknowledged, the time at which it is asked whether there was progress.
    """

    __tablename__ = "escalations"
    __table_args__ = (
        Index("ix_escalations_next_step_at", "next_step_at"),
        Index("ix_escalations_lapse_at", "lapse_at"),
    )
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), primary_key=True)
    ladder: Mapped[dict[str, Any]]
    started_at: Mapped[datetime]
    steps_done: Mapped[int] = mapped_column(default=0)
    next_step_at: Mapped[datetime | None] = mapped_column(default=None)
    pulled_forward: Mapped[bool] = mapped_column(default=False)
    round: Mapped[int] = mapped_column(default=0, server_default="0")
    stopped_at: Mapped[datetime | None] = mapped_column(default=None)
    stopped_by: Mapped[str | None] = mapped_column(String(20), default=None)
    lapse_at: Mapped[datetime | None] = mapped_column(default=None)


class Question(Table, kw_only=True):
    """A duty member's question to the officer (追问), and the answer when it comes."""

    __tablename__ = "questions"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    asked_by: Mapped[int] = mapped_column(BigInteger)
    asked_by_name: Mapped[str] = mapped_column(String(200))
    asked_in: Mapped[int] = mapped_column(BigInteger)
    asked_thread: Mapped[int | None] = mapped_column(BigInteger, default=None)
    text: Mapped[str] = mapped_column(String(4096))
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None] = mapped_column(default=None)


class CaseNumber(Table, kw_only=True):
    """The last running number given in a town on a day."""

    __tablename__ = "case_numbers"
    area: Mapped[str] = mapped_column(String(12), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    last: Mapped[int]


class CaseLogLine(Table, kw_only=True):
    """One line of the append-only log. `hash` covers the line before, so a change anywhere shows.

    The chain holds salted digests only; the words are in `case_log_details` and may be erased by law.
    """

    __tablename__ = "case_log"
    __table_args__ = (Index("ix_case_log_subject", "subject"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    subject: Mapped[str] = mapped_column(String(40))
    verb: Mapped[str] = mapped_column(String(40))
    digest: Mapped[str] = mapped_column(String(64))
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class CaseLogDetail(Table, kw_only=True):
    """The words and names of a log line, with the salt of their digest. Erasing this row leaves the chain whole."""

    __tablename__ = "case_log_details"
    line_id: Mapped[int] = mapped_column(ForeignKey("case_log.id"), primary_key=True, autoincrement=False)
    salt: Mapped[str] = mapped_column(String(32))
    actor_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    actor_name: Mapped[str | None] = mapped_column(String(200), default=None)
    words: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)


class CaseLogHead(Table, kw_only=True):
    """The chain's last line: one row, locked by whoever appends."""

    __tablename__ = "case_log_head"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    line_id: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))


class ReportLink(Table, kw_only=True):
    """Two reports that may be of one event (疑似重复). States: suspected → merged | separate. `why`: duplicates.py."""

    __tablename__ = "report_links"
    __table_args__ = (UniqueConstraint("older_id", "newer_id"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    older_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    newer_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    state: Mapped[str] = mapped_column(String(10), default="suspected")
    why: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    decided_at: Mapped[datetime | None] = mapped_column(default=None)
    decided_by: Mapped[str | None] = mapped_column(String(200), default=None)
