"""Areas, people and the posts they hold, groups, invitations: who is called for which place."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.foundation import Table


class Area(Table, kw_only=True):
    """City, town, village or community. Codes are the 6, 9 and 12 digit statistical codes (domain: NBS 2023)."""

    __tablename__ = "areas"
    code: Mapped[str] = mapped_column(String(12), primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    name_hant: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(12))
    parent: Mapped[str | None] = mapped_column(String(12), index=True, default=None)
    lat: Mapped[float | None] = mapped_column(default=None)
    lon: Mapped[float | None] = mapped_column(default=None)
    closed_at: Mapped[datetime | None] = mapped_column(default=None)


class Person(Table, kw_only=True):
    """Anyone known by name: officer, duty staff, leader, resident. `telegram_id` is empty until they open the bot.

    `heard_at`: the last day on which they tapped or wrote something in their private chat, to within half a day.
    `copies`: of which priorities they want the cards in private while on duty ("P0,P1"); None: as is set for all.
    `bot_id`: the public bot that writes to them (a resident, by the bot they last started); 0 is the duty bot.
    """

    __tablename__ = "people"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    telegram_id: Mapped[int | None] = mapped_column(BigInteger, unique=True, default=None)
    name: Mapped[str] = mapped_column(String(200))
    username: Mapped[str | None] = mapped_column(String(64), default=None)
    phone: Mapped[str | None] = mapped_column(String(40), default=None)
    language: Mapped[str] = mapped_column(String(8), default="zh-Hans")
    created_at: Mapped[datetime]
    unreachable_since: Mapped[datetime | None] = mapped_column(default=None)
    unreachable_reason: Mapped[str | None] = mapped_column(String(60), default=None)
    heard_at: Mapped[datetime | None] = mapped_column(default=None)
    copies: Mapped[str | None] = mapped_column(String(12), default=None)
    bot_id: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")


class Post(Table, kw_only=True):
    """A role held in an area: officer (A or B post of a village), duty, leader, approver, admin, department.

    `function` says for which function (水务, 林业 …) somebody of a department is called.
    A post that has ended keeps its row: the history of a case names who held it then.
    """

    __tablename__ = "posts"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    role: Mapped[str] = mapped_column(String(16))
    area: Mapped[str] = mapped_column(ForeignKey("areas.code"), index=True)
    rank: Mapped[str | None] = mapped_column(String(1), default=None)
    since: Mapped[datetime]
    until: Mapped[datetime | None] = mapped_column(default=None)
    given_by: Mapped[int | None] = mapped_column(default=None)
    function: Mapped[str | None] = mapped_column(String(24), default=None)


class Group(Table, kw_only=True):
    """A duty group: the chat (and forum topic) where a tier of an area listens: city, town, or a `function` in it.

    `forum`: it has topics, so that a grave case gets its own; `topics_refused_at`: when Telegram last forbade that.
    """

    __tablename__ = "groups"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    chat_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    thread_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    title: Mapped[str] = mapped_column(String(255))
    tier: Mapped[str | None] = mapped_column(String(12), default=None)
    area: Mapped[str | None] = mapped_column(ForeignKey("areas.code"), index=True, default=None)
    language: Mapped[str] = mapped_column(String(8), default="zh-Hans")
    bound_at: Mapped[datetime | None] = mapped_column(default=None)
    bound_by: Mapped[int | None] = mapped_column(default=None)
    lost_at: Mapped[datetime | None] = mapped_column(default=None)
    lost_reason: Mapped[str | None] = mapped_column(String(60), default=None)
    function: Mapped[str | None] = mapped_column(String(24), default=None)
    forum: Mapped[bool] = mapped_column(default=False, server_default=false())
    topics_refused_at: Mapped[datetime | None] = mapped_column(default=None)


class Invitation(Table, kw_only=True):
    """A deep link that gives a role in an area. Only a digest of its word is kept."""

    __tablename__ = "invitations"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    word_digest: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(16))
    area: Mapped[str] = mapped_column(ForeignKey("areas.code"))
    rank: Mapped[str | None] = mapped_column(String(1), default=None)
    uses_left: Mapped[int] = mapped_column(default=1)
    expires_at: Mapped[datetime]
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(BigInteger, default=None)
    function: Mapped[str | None] = mapped_column(String(24), default=None)


class InvitationUse(Table, kw_only=True):
    """Who took an invitation: the same person tapping twice is welcomed, another one hears that it is used."""

    __tablename__ = "invitation_uses"
    __table_args__ = (UniqueConstraint("invitation_id", "telegram_id"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    invitation_id: Mapped[int] = mapped_column(ForeignKey("invitations.id"))
    telegram_id: Mapped[int] = mapped_column(BigInteger)
    used_at: Mapped[datetime]


class Subscription(Table, kw_only=True):
    """A resident's wish for public alerts of one area. `kinds` empty means all kinds.

    Alerts below `digest_below` come together once a day at `digest_at` ("08:00"); None: each by itself.
    """

    __tablename__ = "subscriptions"
    __table_args__ = (
        UniqueConstraint("person_id", "area"),
        Index("ix_subscriptions_active_area", "area", "person_id", postgresql_where=text("ended_at IS NULL")),
    )
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    area: Mapped[str] = mapped_column(ForeignKey("areas.code"))
    kinds: Mapped[list[str]] = mapped_column(default_factory=list)
    lowest_level: Mapped[str] = mapped_column(String(8), default="blue")
    quiet_from: Mapped[str | None] = mapped_column(String(5), default=None)
    quiet_to: Mapped[str | None] = mapped_column(String(5), default=None)
    since: Mapped[datetime]
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    digest_below: Mapped[str | None] = mapped_column(String(8), default=None)
    digest_at: Mapped[str | None] = mapped_column(String(5), default=None)


class Administrator(Table, kw_only=True):
    """Who hears alarms: BOT_ADMINS as of the last start, so that every process of a split bot knows them."""

    __tablename__ = "administrators"
    telegram_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    language: Mapped[str] = mapped_column(String(8))
