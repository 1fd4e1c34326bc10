"""Tips of residents. Whoever sent one is kept in its row alone, so that they can be forgotten."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select, update

from bot.rules.tip import TipView
from storage import areas
from storage.database import Transaction
from storage.tables import Conversation, OutboxRow, Report, Tip, plain

CARD = "tip-card"
_TIPS = plain(Tip)
_DUE = select(_TIPS.c.id).where(_TIPS.c.look_at <= bindparam("now")).order_by(_TIPS.c.look_at)


def subject(tip_id: int) -> str:
    return f"tip:{tip_id}"


async def add(tx: Transaction, tip: Tip) -> Tip:
    tx.session.add(tip)
    await tx.session.flush()
    return tip


async def locked(tx: Transaction, tip_id: int) -> Tip | None:
    """Held until the transaction ends: of two officers who decide at once the second sees what the first did."""
    return await tx.session.get(Tip, tip_id, with_for_update=True, populate_existing=True)


async def sent_since(tx: Transaction, telegram_id: int, since: datetime) -> list[datetime]:
    query = select(Tip.sent_at).where(Tip.telegram_id == telegram_id, Tip.sent_at > since)
    return list(await tx.session.scalars(query))


async def due(tx: Transaction, now: datetime) -> list[int]:
    return list(await tx.session.scalars(_DUE, {"now": now}))


async def load(tx: Transaction, tip_id: int) -> TipView | None:
    row = await tx.session.get(Tip, tip_id, populate_existing=True)
    if row is None:
        return None
    names = await areas.names(tx, [row.village])
    report = await tx.session.get(Report, row.report_id) if row.report_id else None
    return TipView(
        row.id, names.get(row.village, (row.village, row.village)), row.words, len(row.files), row.place, row.name,
        row.phone, row.sent_at, row.state, row.decided_by_name, row.decided_at, row.answer,
        report.number if report else None, row.erased_at is not None,
    )  # fmt: skip


async def forget(tx: Transaction, now: datetime, keep: timedelta, topics: Collection[str]) -> int:
    """Erase what residents said and who they are, of tips older than `keep`; what they left half said, too."""
    before = now - keep
    old = list(await tx.session.scalars(select(Tip.id).where(Tip.sent_at < before, Tip.erased_at.is_(None))))
    await tx.session.execute(
        update(Tip)
        .where(Tip.id.in_(old))
        .values(telegram_id=None, name=None, phone=None, words="", files=[], place={}, answer=None, look_at=None,
                erased_at=now)
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    settled = OutboxRow.state.not_in(("ready", "sending"))
    about = [subject(tip_id) for tip_id in old]
    await tx.session.execute(
        delete(OutboxRow).where(OutboxRow.subject.in_(about), settled).execution_options(synchronize_session=False)
    )
    await tx.session.execute(
        update(Conversation)
        .where(Conversation.topic.in_(topics), Conversation.updated_at < before)
        .values(topic=None, data={}, due_at=None)
        .execution_options(synchronize_session=False)
    )
    return len(old)
