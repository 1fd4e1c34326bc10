"""Storm control: calls into a group by the minute, and the list cards of a burst."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select

from bot.rules.storm import ListedCase, ListKind, ListView, list_kind, worst_first
from storage.database import Transaction
from storage.tables import Area, Report, StormLine, StormList, plain

LIST = "storm-list"

# Written once (storage.tables.plain says why).
_OWN = (
    select(StormLine.chat_id, func.count())
    .where(StormLine.chat_id.in_(bindparam("chats", expanding=True)), StormLine.at > bindparam("since"))
    .where(StormLine.list_id.is_(None))
    .group_by(StormLine.chat_id)
)
_NOTE = insert(plain(StormLine))
_LISTS_OF = select(StormLine.list_id).where(StormLine.report_id == bindparam("report"), StormLine.list_id.is_not(None))
_NEWEST = (
    select(StormList)
    .where(StormList.chat_id == bindparam("chat"), StormList.kind == bindparam("kind"))
    .order_by(StormList.started_at.desc(), StormList.id.desc())
    .limit(1)
)
_LINES = select(func.count(StormLine.report_id.distinct())).where(StormLine.list_id == bindparam("list"))


async def own_since(tx: Transaction, chats: Collection[int], since: datetime) -> dict[int, int]:
    """How many calls of their own went into each of these groups since then."""
    counted = await tx.session.execute(_OWN, {"chats": list(chats), "since": since})
    return dict.fromkeys(chats, 0) | {chat: int(count) for chat, count in counted}


async def note_own(tx: Transaction, calls: Sequence[tuple[int, int]], now: datetime) -> None:
    """Calls on cards of their own: chat and report."""
    rows = [{"chat_id": chat, "report_id": report, "list_id": None, "at": now} for chat, report in calls]
    if rows:
        await tx.session.execute(_NOTE, rows)


def note_listed(tx: Transaction, chat_id: int, report_id: int, list_id: int, now: datetime) -> None:
    tx.session.add(StormLine(chat_id=chat_id, report_id=report_id, list_id=list_id, at=now))


async def newest(tx: Transaction, chat_id: int, kind: str) -> tuple[StormList, int] | None:
    """The list begun last, and how many cases it has."""
    await tx.session.flush()
    found = await tx.session.scalar(_NEWEST, {"chat": chat_id, "kind": kind})
    return None if found is None else (found, int(await tx.session.scalar(_LINES, {"list": found.id}) or 0))


async def begin(tx: Transaction, chat_id: int, kind: str, now: datetime) -> StormList:
    row = StormList(chat_id=chat_id, kind=kind, started_at=now)
    tx.session.add(row)
    await tx.session.flush()
    return row


async def lists_of(tx: Transaction, report_id: int) -> set[int]:
    """The lists that a case is on."""
    return {int(found) for found in await tx.session.scalars(_LISTS_OF, {"report": report_id}) if found is not None}


async def kind_of(tx: Transaction, list_id: int) -> ListKind | None:
    row = await tx.session.get(StormList, list_id)
    return list_kind(row.kind) if row is not None else None


async def load(tx: Transaction, list_id: int) -> ListView | None:
    """A list as it stands, for its card."""
    row = await tx.session.get(StormList, list_id)
    if row is None:
        return None
    query = (
        select(Report, Area)
        .join(Area, Area.code == Report.area)
        .where(Report.id.in_(select(StormLine.report_id).where(StormLine.list_id == list_id)))
    )
    cases = [
        ListedCase(
            report.id, report.number, report.priority, report.category, (area.name, area.name_hant), report.state,
            report.state_by_name, report.sent_at,
        )
        for report, area in await tx.session.execute(query)
    ]  # fmt: skip
    return ListView(list_kind(row.kind), worst_first(cases))


async def forget(tx: Transaction, before: datetime) -> None:
    """Calls on cards of their own count for a minute; the lines of lists stay with their cards."""
    await tx.session.execute(delete(StormLine).where(StormLine.at < before, StormLine.list_id.is_(None)))
