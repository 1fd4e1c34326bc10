"""Public alerts: their rows and copies, counted; whom they go to is `storage.audience`."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, and_, cast, func, or_, select, update

from bot.rules.alert_approval import FOLLOWED
from bot.rules.alert_chain import Live
from bot.rules.alert_draft import AlertDraft
from bot.rules.alert_levels import LEVELS, rank
from bot.rules.alert_view import AlertView
from bot.rules.area_choice import around
from bot.rules.fates import Fates
from storage import areas, follows, loudspeakers
from storage.audience import COPY, REACHED
from storage.database import Transaction
from storage.tables import Alert, AlertSkip, OutboxRow, Person, Report, Subscription

CARD, PROGRESS, DECIDED = "alert-card", "alert-progress", "alert-decided"
REVIEW, POST, POST_NOTE, SCRIPT = "alert-review", "alert-post", "alert-post-note", "alert-script"
LATE_LOOK = "alert-look-late"


def subject(alert_id: int) -> str:
    return f"alert:{alert_id}"


async def add(tx: Transaction, row: Alert) -> Alert:
    tx.session.add(row)
    await tx.session.flush()
    return row


async def get(tx: Transaction, alert_id: int) -> Alert | None:
    """Held until the transaction ends: two people deciding at once take turns."""
    return await tx.session.get(Alert, alert_id, with_for_update=True, populate_existing=True)


async def going_out(tx: Transaction, now: datetime) -> list[int]:
    """Published alerts that are to be looked at by now."""
    query = select(Alert.id).where(Alert.published_at.is_not(None), Alert.next_look_at <= now)
    return list(await tx.session.scalars(query.order_by(Alert.id)))


async def next_look(tx: Transaction, alert_id: int) -> datetime | None:
    """When it is looked at next: whoever changes something about its sending sets this."""
    return await tx.session.scalar(select(Alert.next_look_at).where(Alert.id == alert_id))


async def to_review(tx: Transaction, now: datetime) -> list[int]:
    """Those of which somebody has to be asked whether they still hold."""
    return list(await tx.session.scalars(select(Alert.id).where(Alert.review_at <= now).order_by(Alert.id)))


async def looks_due(tx: Transaction, now: datetime) -> list[int]:
    """Those at which another approver has not looked yet, and is asked again."""
    query = select(Alert.id).where(Alert.look_open, Alert.look_due_at <= now)
    return list(await tx.session.scalars(query.order_by(Alert.id)))


async def live(tx: Transaction) -> list[Live]:
    """Every alert that is in force, and those that have run out without having been lifted."""
    rows = await tx.session.scalars(select(Alert).where(Alert.state.in_(FOLLOWED)).order_by(Alert.id))
    return [
        Live(row.id, row.kind, row.event, row.level, tuple(row.live_areas or row.areas), (*row.refs, row.id), row.drill)
        for row in rows
        if row.action != "cancel"
    ]


async def same_as(tx: Transaction, draft: AlertDraft) -> int | None:
    """The alert that relays the same word of the same issuer already: nobody hears it twice."""
    if not draft.issuer or not draft.issued_at:
        return None
    query = select(Alert).where(
        Alert.issuer == draft.issuer, Alert.issued_at == datetime.fromisoformat(draft.issued_at),
        Alert.kind == draft.kind, Alert.event == draft.event, Alert.level == draft.level,
        Alert.state.not_in(("cancelled", "returned")),
    )  # fmt: skip
    rows = await tx.session.scalars(query.order_by(Alert.id))
    lifting = draft.action == "cancel"
    same = (row.id for row in rows if set(row.areas) == set(draft.areas) and (row.action == "cancel") == lifting)
    return next(same, None)


async def known_as(tx: Transaction, identifiers: Sequence[str]) -> list[int]:
    """The alerts that were made from these CAP messages, or that went out under these names."""
    wanted = set(identifiers)
    if not wanted:
        return []
    rows = await tx.session.scalars(
        select(Alert).where(Alert.state != "cancelled").order_by(Alert.id.desc()).limit(500)
    )
    ours = {number for name in wanted if (number := name.rpartition("-")[2]).isdigit() and name.startswith("qianshao-")}
    found = [row.id for row in rows if row.details.get("cap", {}).get("identifier") in wanted or str(row.id) in ours]
    return sorted(found)


async def publication_times(tx: Transaction, ids: Sequence[int]) -> list[tuple[int, datetime]]:
    query = select(Alert.id, Alert.published_at).where(Alert.id.in_(list(ids)), Alert.published_at.is_not(None))
    return [(number, at) for number, at in await tx.session.execute(query.order_by(Alert.id)) if at is not None]


async def published_since(tx: Transaction, since: datetime, limit: int) -> list[Alert]:
    query = select(Alert).where(Alert.published_at >= since).order_by(Alert.published_at.desc(), Alert.id.desc())
    return list(await tx.session.scalars(query.limit(limit)))


async def several(tx: Transaction, ids: Sequence[int]) -> list[Alert]:
    """Held until the transaction ends."""
    query = select(Alert).where(Alert.id.in_(list(ids))).order_by(Alert.id).with_for_update()
    return list(await tx.session.scalars(query))


def _within(codes: Collection[str]) -> ColumnElement[bool]:
    """Subscriptions to these areas, to what lies in them and to what they lie in."""
    wider = {outer for code in codes for outer in around(code)}
    inner = [and_(Subscription.area > code, Subscription.area < code + ":") for code in codes]  # ":" follows "9"
    return and_(Subscription.ended_at.is_(None), or_(Subscription.area.in_(wider), *inner))


def _told(refs: Sequence[int]) -> Select[int | None]:
    """Who got one of these, or may have."""
    subjects = [subject(number) for number in refs]
    return select(OutboxRow.person_id).where(
        OutboxRow.subject.in_(subjects), OutboxRow.key == COPY, OutboxRow.edits.is_(None),
        OutboxRow.state.in_(REACHED), OutboxRow.person_id.is_not(None),
    )  # fmt: skip


async def skip(tx: Transaction, alert_id: int, reasons: Mapping[int, str]) -> None:
    """Note who does not get it, and why."""
    rows = [{"alert_id": alert_id, "person_id": person, "reason": reason} for person, reason in reasons.items()]
    await tx.insert_new(AlertSkip, rows, "alert_id", "person_id")


async def audience(tx: Transaction, codes: Sequence[str], kind: str, level: str) -> int:
    """How many people would get it now, by one count in the database."""
    low_enough = [name for name in LEVELS if rank(name) <= rank(level)]
    kinds = cast(Subscription.kinds, Text)
    query = (
        select(kinds, func.count(Subscription.person_id.distinct()))
        .join(Person, Person.id == Subscription.person_id)
        .where(_within(codes), Subscription.lowest_level.in_(low_enough))
        .where(Person.unreachable_since.is_(None), Person.telegram_id.is_not(None))
        .group_by(kinds)
    )
    found = [(json.loads(wanted), number) for wanted, number in await tx.session.execute(query)]
    return sum(number for wanted, number in found if not wanted or kind in wanted)


async def told_before(tx: Transaction, refs: Sequence[int], codes: Sequence[str], level: str) -> int:
    """How many were told of one of these and would not be by their subscriptions (kinds are not looked at)."""
    low_enough = [name for name in LEVELS if rank(name) <= rank(level)]
    asks = select(Subscription.person_id).where(_within(codes), Subscription.lowest_level.in_(low_enough))
    any_wish = select(Subscription.person_id).where(Subscription.ended_at.is_(None))
    query = (
        select(func.count(Person.id))
        .where(Person.id.in_(_told(refs)), Person.id.in_(any_wish), Person.id.not_in(asks))
        .where(Person.unreachable_since.is_(None), Person.telegram_id.is_not(None))
    )
    return int(await tx.session.scalar(query) or 0)


async def following_besides(tx: Transaction, refs: Sequence[int], codes: Sequence[str], level: str) -> int:
    """How many follow this event and would not get it otherwise."""
    low_enough = [name for name in LEVELS if rank(name) <= rank(level)]
    asks = select(Subscription.person_id).where(_within(codes), Subscription.lowest_level.in_(low_enough))
    return await follows.count_besides(tx, refs, asks)


async def told_here(tx: Transaction, refs: Sequence[int], codes: Sequence[str], everywhere: bool) -> int:
    """How many of those who were told will hear that it is over: those who live here, or all of them."""
    here = select(Subscription.person_id).where(_within(codes))
    any_wish = select(Subscription.person_id).where(Subscription.ended_at.is_(None))
    query = (
        select(func.count(Person.id))
        .where(Person.id.in_(_told(refs)), Person.id.in_(any_wish if everywhere else here))
        .where(Person.unreachable_since.is_(None), Person.telegram_id.is_not(None))
    )
    return int(await tx.session.scalar(query) or 0)


async def posts(tx: Transaction, ids: Sequence[int]) -> list[OutboxRow]:
    """The posts in channels about any of these, without their edits, the oldest first."""
    query = select(OutboxRow).where(
        OutboxRow.subject.in_([subject(number) for number in ids]), OutboxRow.key == POST, OutboxRow.edits.is_(None),
        OutboxRow.state.in_(("ready", *REACHED)),
    )  # fmt: skip
    return list(await tx.session.scalars(query.order_by(OutboxRow.id)))


async def hold_back(tx: Transaction, alert_id: int) -> int:
    """Pause: what waits waits on, until it is let go. How many copies."""
    return await _put_into(tx, alert_id, "ready", "paused")


async def let_go(tx: Transaction, alert_id: int) -> int:
    """Resume. How many copies."""
    tx.ring("bulk")
    return await _put_into(tx, alert_id, "paused", "ready")


async def _put_into(tx: Transaction, alert_id: int, before: str, after: str) -> int:
    result = await tx.session.execute(
        update(OutboxRow)
        .where(OutboxRow.subject == subject(alert_id), OutboxRow.key == COPY, OutboxRow.edits.is_(None))
        .where(OutboxRow.state == before)
        .values(state=after)
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


async def by_place(tx: Transaction, row: Alert) -> list[tuple[str, str, str | None, int]]:
    """The record: place, state, reason and number of copies. Whoever subscribed to two places is counted in both."""
    query = (
        select(Subscription.area, OutboxRow.state, OutboxRow.reason, func.count(OutboxRow.id.distinct()))
        .join(OutboxRow, OutboxRow.person_id == Subscription.person_id)
        .where(OutboxRow.subject == subject(row.id), OutboxRow.key == COPY, OutboxRow.edits.is_(None))
        .where(_within(row.areas))
        .group_by(Subscription.area, OutboxRow.state, OutboxRow.reason)
        .order_by(Subscription.area)
    )
    return [(area, state, reason, number) for area, state, reason, number in await tx.session.execute(query)]


async def fate_of(tx: Transaction, alert_id: int, person_id: int) -> dict[str, Any] | None:
    """What became of one person's copy: its state, reason and time; or that they were skipped; None for neither."""
    copy = await tx.session.scalar(
        select(OutboxRow).where(
            OutboxRow.subject == subject(alert_id), OutboxRow.key == COPY, OutboxRow.person_id == person_id
        )
    )
    if copy is not None:
        return {"state": copy.state, "reason": copy.reason, "at": copy.sent_at or copy.next_at}
    skipped = await tx.session.get(AlertSkip, (alert_id, person_id))
    return {"state": "skipped", "reason": skipped.reason, "at": None} if skipped is not None else None


async def exposed(tx: Transaction, codes: Collection[str]) -> list[str]:
    """The villages of these areas with a hazard on record that is not closed: they are warned first."""
    inside = [and_(Report.area >= code, Report.area < code + ":") for code in codes]
    query = select(Report.area).where(
        Report.kind == "hazard", Report.state.not_in(("closed", "false_alarm")), or_(*inside)
    )
    return list(await tx.session.scalars(query.distinct().order_by(Report.area)))


async def drop_unsent(tx: Transaction, ids: Sequence[int], now: datetime, reason: str) -> int:
    """Copies that still wait are not sent any more: a newer message says more."""
    result = await tx.session.execute(
        update(OutboxRow)
        .where(OutboxRow.subject.in_([subject(number) for number in ids]), OutboxRow.key == COPY)
        .where(OutboxRow.state.in_(("ready", "paused")))
        .values(state="dropped", reason=reason, reacted=True)
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


async def skips(tx: Transaction, alert_id: int) -> dict[str, int]:
    query = select(AlertSkip.reason, func.count().label("number")).where(AlertSkip.alert_id == alert_id)
    return {row.reason: row.number for row in await tx.session.execute(query.group_by(AlertSkip.reason))}


async def load(tx: Transaction, alert_id: int) -> AlertView | None:
    row = await tx.session.get(Alert, alert_id, populate_existing=True)
    return await view(tx, row) if row is not None else None


async def view(tx: Transaction, row: Alert) -> AlertView:
    names = await areas.names(tx, [*row.areas, *row.live_areas, row.issuer_area])
    in_force = row.live_areas if row.state in FOLLOWED else []
    points = await areas.points(tx, row.areas)
    return AlertView(
        alert_id=row.id, kind=row.kind, event=row.event, level=row.level, areas=tuple(row.areas),
        area_names=tuple(names.get(code, (code, code)) for code in row.areas), texts=row.texts,
        with_advice=row.with_advice, issuer=row.issuer, issuer_names=names.get(row.issuer_area, ("", "")),
        issued_at=row.issued_at, valid_hours=row.valid_hours, expires_at=row.expires_at, published_at=row.published_at,
        state=row.state, version=row.version, drafted_by=row.drafted_by, drafted_by_name=row.drafted_by_name,
        drafted_at=row.drafted_at, decided_by=row.decided_by, decided_by_name=row.decided_by_name or "",
        decided_at=row.decided_at, note=row.note or "", audience=row.audience,
        seconds=int(row.progress.get("seconds", 0)), fan_out_done=row.fan_out_done,
        fates=Fates.from_json(row.progress), skipped=row.progress.get("skipped", {}), finished_at=row.finished_at,
        language=row.language, action=row.action, change=row.change, prev_level=row.prev_level,
        follows=tuple(row.follows), refs=tuple(row.refs),
        live_names=tuple(names.get(code, (code, code)) for code in in_force),
        partly=bool(in_force) and list(in_force) != list(row.areas), ends_at=row.ends_at, ended_at=row.ended_at,
        evacuation=row.evacuation, fast_reason=row.fast_reason or "", published_by_name=row.published_by_name or "",
        look_open=row.look_open, looked_by_name=row.looked_by_name or "", looked_at=row.looked_at,
        objection=row.objection or "", school_closed=row.school_closed, drill=row.drill, sending=row.sending,
        digest=int(row.progress.get("digest", 0)), points=tuple(points),
        paid=row.paid, loudspeakers=await loudspeakers.count(tx, row.id), details=row.details,
    )  # fmt: skip


async def issued_since(tx: Transaction, since: datetime) -> list[Alert]:
    """What is in force, and what has ended since then, the newest first; only looked at."""
    lately = and_(Alert.state.in_(("lifted", "expired")), Alert.ended_at >= since)
    query = select(Alert).where(Alert.published_at.is_not(None), or_(Alert.state == "published", lately))
    return list(await tx.session.scalars(query.order_by(Alert.published_at.desc(), Alert.id.desc()).limit(200)))
