"""Drills, broadcasts to officers, and public alerts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table

EMPTY_LIST, EMPTY_DICT = text("'[]'"), text("'{}'")


class Drill(Table, kw_only=True):
    """A planned drill. States: planned → running → ended | cancelled.

    `scenario` is one of the usual ones (its name is worded in every language) or empty. `closed_by_name` says who
    cancelled it or ended it early, `closed_at` when.
    """

    __tablename__ = "drills"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    name: Mapped[str] = mapped_column(String(300))
    scenario: Mapped[str] = mapped_column(String(16), default="")
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
    closed_at: Mapped[datetime | None] = mapped_column(default=None)
    closed_by_name: Mapped[str | None] = mapped_column(String(200), default=None)


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
    """One due time before a drill: `what` is how many minutes before. Sent once, late ones collapse."""

    __tablename__ = "drill_reminders"
    __table_args__ = (UniqueConstraint("drill_id", "what"), Index("ix_drill_reminders_due", "done_at", "remind_at"))
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    drill_id: Mapped[int] = mapped_column(ForeignKey("drills.id"))
    what: Mapped[str] = mapped_column(String(8))
    remind_at: Mapped[datetime]
    done_at: Mapped[datetime | None] = mapped_column(default=None)


class Broadcast(Table, kw_only=True):
    """A message to the officers of chosen areas, each asked for 【收到】.

    `progress` is how far its sending was when last looked at; `finished_at` is set once nothing waits to be sent.
    `chase_at`: when the sender gets the list of those who have not answered; empty afterwards.
    """

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
    progress: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    finished_at: Mapped[datetime | None] = mapped_column(default=None)
    chase_at: Mapped[datetime | None] = mapped_column(index=True, default=None)


class BroadcastRecipient(Table, kw_only=True):
    """Who must read a broadcast, and when they said so. `unsent`: why nothing could be sent to them, a reason word."""

    __tablename__ = "broadcast_recipients"
    __table_args__ = (UniqueConstraint("broadcast_id", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    area: Mapped[str] = mapped_column(String(12))
    received_at: Mapped[datetime | None] = mapped_column(default=None)
    unsent: Mapped[str | None] = mapped_column(String(60), default=None)


class Alert(Table, kw_only=True):
    """A public alert to residents. States: draft → approved → published → updated | lifted | expired; or returned,
    or cancelled (withdrawn before it was published).

    `action` is issue, update or cancel; `change` what its issuer said (upgrade, extend …) and `prev_level` from where.
    `follows` are the alerts that it takes the place of, `refs` all messages that led here; `whole`: it replaces them
    everywhere, not only where it goes itself. `live_areas` is where it is still in force. `ends_at` is an end that
    was stated; `review_at` when somebody is asked whether it still holds, `nags` how often that was done.
    `look_open`: one leader published it alone (`fast_reason`), and another approver has yet to look at it; they are
    asked again at `look_due_at`, `look_rounds` times so far.
    `evacuation`: it asks people to move. `sending` is going, paused or stopped. `details` holds what
    CAP knows besides (urgency, shapes, ids of an import).

    `level` is a colour or `notice`; `event` the weather signal. `texts` holds what was typed, by language;
    `with_advice` adds the reviewed advice of its kind and level. `issuer` and `issued_at` are those of the warning
    that is relayed; a notice is issued by `issuer_area`. `version` rises with every submission, so that nobody
    approves what they have not seen. `fan_pass`, `fanned_out_in` and `fanned_out_to` are where the walk to its
    residents stands (`storage.audience`); `progress` how far the sending was at the last look, and `next_look_at` when
    it is looked at again.
    """

    __tablename__ = "alerts"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    kind: Mapped[str] = mapped_column(String(20))
    level: Mapped[str] = mapped_column(String(8))
    areas: Mapped[list[str]]
    texts: Mapped[dict[str, Any]]
    event: Mapped[str] = mapped_column(String(20), default="")
    issuer: Mapped[str] = mapped_column(String(200), default="")
    issuer_area: Mapped[str] = mapped_column(String(12), default="")
    issued_at: Mapped[datetime | None] = mapped_column(default=None)
    with_advice: Mapped[bool] = mapped_column(default=True)
    valid_hours: Mapped[int | None] = mapped_column(default=None)
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
    version: Mapped[int] = mapped_column(default=1)
    published_at: Mapped[datetime | None] = mapped_column(default=None)
    expires_at: Mapped[datetime | None] = mapped_column(default=None)
    audience: Mapped[int] = mapped_column(default=0)
    fanned_out_to: Mapped[int] = mapped_column(default=0)
    fan_out_done: Mapped[bool] = mapped_column(default=False)
    finished_at: Mapped[datetime | None] = mapped_column(default=None)
    next_look_at: Mapped[datetime | None] = mapped_column(index=True, default=None)
    progress: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    action: Mapped[str] = mapped_column(String(8), default="issue", server_default="issue")
    change: Mapped[str] = mapped_column(String(10), default="", server_default="")
    prev_level: Mapped[str] = mapped_column(String(8), default="", server_default="")
    follows: Mapped[list[Any]] = mapped_column(default_factory=list, server_default=EMPTY_LIST)
    refs: Mapped[list[Any]] = mapped_column(default_factory=list, server_default=EMPTY_LIST)
    whole: Mapped[bool] = mapped_column(default=False, server_default=false())
    live_areas: Mapped[list[str]] = mapped_column(default_factory=list, server_default=EMPTY_LIST)
    ends_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    review_at: Mapped[datetime | None] = mapped_column(index=True, default=None)
    nags: Mapped[int] = mapped_column(default=0, server_default="0")
    published_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
    fast_reason: Mapped[str | None] = mapped_column(String(1000), default=None)
    look_open: Mapped[bool] = mapped_column(default=False, server_default=false())
    look_due_at: Mapped[datetime | None] = mapped_column(index=True, default=None)
    look_rounds: Mapped[int] = mapped_column(default=0, server_default="0")
    looked_by_name: Mapped[str | None] = mapped_column(String(200), default=None)
    looked_at: Mapped[datetime | None] = mapped_column(default=None)
    objection: Mapped[str | None] = mapped_column(String(1000), default=None)
    school_closed: Mapped[bool] = mapped_column(default=False, server_default=false())
    drill: Mapped[bool] = mapped_column(default=False, server_default=false())
    evacuation: Mapped[bool] = mapped_column(default=False, server_default=false())
    sending: Mapped[str] = mapped_column(String(8), default="going", server_default="going")
    paid: Mapped[bool] = mapped_column(default=False, server_default=false())
    fan_pass: Mapped[int] = mapped_column(default=0, server_default="0")
    fanned_out_in: Mapped[str] = mapped_column(String(12), default="", server_default="")
    details: Mapped[dict[str, Any]] = mapped_column(default_factory=dict, server_default=EMPTY_DICT)


class AlertSkip(Table, kw_only=True):
    """Somebody who lives where an alert goes and does not get it, with the reason word: why did they not get it?"""

    __tablename__ = "alert_skips"
    alert_id: Mapped[int] = mapped_column(ForeignKey("alerts.id"), primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    reason: Mapped[str] = mapped_column(String(20))


class Channel(Table, kw_only=True):
    """A public channel in which the bot may post, and the area whose alerts it carries (None: not yet said)."""

    __tablename__ = "channels"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    chat_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    title: Mapped[str] = mapped_column(String(255))
    area: Mapped[str | None] = mapped_column(ForeignKey("areas.code"), index=True, default=None)
    language: Mapped[str] = mapped_column(String(8), default="zh-Hans")
    bound_at: Mapped[datetime | None] = mapped_column(default=None)
    bound_by: Mapped[int | None] = mapped_column(default=None)
    lost_at: Mapped[datetime | None] = mapped_column(default=None)
    lost_reason: Mapped[str | None] = mapped_column(String(60), default=None)


class Loudspeaker(Table, kw_only=True):
    """A village whose officer is asked to read an alert aloud, and when they said that they had (已播)."""

    __tablename__ = "loudspeakers"
    alert_id: Mapped[int] = mapped_column(ForeignKey("alerts.id"), primary_key=True, autoincrement=False)
    area: Mapped[str] = mapped_column(String(12), primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), default=None)
    played_at: Mapped[datetime | None] = mapped_column(default=None)
    played_by_name: Mapped[str | None] = mapped_column(String(200), default=None)


class CapFile(Table, kw_only=True):
    """A CAP message that somebody handed in, as a file (`file_id`) or by its address (`url`), to be fetched and read.

    `about`: cap, or area (a GeoJSON or KML file: then `draft` holds its polygons). States: waiting → read (`draft` is
    what it says) | refused (`reason`). Tried again (`next_at`) while it cannot be fetched.
    """

    __tablename__ = "cap_files"
    __table_args__ = (Index("ix_cap_files_due", "state", "next_at"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    by_telegram_id: Mapped[int] = mapped_column(BigInteger)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    language: Mapped[str] = mapped_column(String(8))
    file_id: Mapped[str | None] = mapped_column(String(255), default=None)
    url: Mapped[str | None] = mapped_column(String(1000), default=None)
    state: Mapped[str] = mapped_column(String(8), default="waiting")
    reason: Mapped[str | None] = mapped_column(String(40), default=None)
    draft: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    attempts: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    next_at: Mapped[datetime]
    about: Mapped[str] = mapped_column(String(8), default="cap", server_default="cap")
