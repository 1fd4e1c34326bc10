"""Public alerts: their rows and copies, and how they are shown. How many get one: `storage.alert_counts`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, or_, select, update

from bot.rules.alert_approval import FOLLOWED
from bot.rules.alert_chain import Live
from bot.rules.alert_draft import AlertDraft
from bot.rules.alert_view import AlertView
from bot.rules.fates import Fates
from storage import areas, loudspeakers
from storage.audience import COPY, REACHED
from storage.database import Transaction
from storage.tables import Alert, OutboxRow

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
