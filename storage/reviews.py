"""复盘: what is asked for, what was written, what is to be better."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from bot.rules.review import ItemView, ReviewView
from storage.database import Transaction
from storage.tables import CaseReview, Person, Post, Report, ReviewItem

AT_ONCE = 50
ASKED_FOR = ("new", "waiting")


async def locked(tx: Transaction, report_id: int) -> CaseReview | None:
    return await tx.session.get(CaseReview, report_id, with_for_update=True, populate_existing=True)


async def begin(tx: Transaction, report_id: int, closed_by: int, now: datetime) -> None:
    """The case was closed. One that has a written review keeps it."""
    row = await locked(tx, report_id)
    if row is None:
        tx.session.add(CaseReview(report_id=report_id, closed_at=now, closed_by=closed_by, ask_at=now))
    elif row.state != "written":
        row.state, row.closed_at, row.closed_by, row.ask_at, row.asked = "new", now, closed_by, now, 0


async def forget(tx: Transaction, row: CaseReview) -> None:
    """Nothing is asked for: the case is open again, or of a priority that needs no review."""
    await tx.session.delete(row)


async def due(tx: Transaction, now: datetime) -> list[int]:
    query = select(CaseReview.report_id).where(CaseReview.state.in_(ASKED_FOR), CaseReview.ask_at <= now)
    return list(await tx.session.scalars(query.order_by(CaseReview.ask_at).limit(AT_ONCE)))


async def items_due(tx: Transaction, now: datetime) -> list[int]:
    query = select(ReviewItem.id).where(ReviewItem.remind_at <= now).order_by(ReviewItem.remind_at).limit(AT_ONCE)
    return list(await tx.session.scalars(query))


async def item(tx: Transaction, item_id: int) -> ReviewItem | None:
    return await tx.session.get(ReviewItem, item_id, with_for_update=True, populate_existing=True)


async def add_items(tx: Transaction, rows: Sequence[ReviewItem]) -> None:
    tx.session.add_all(rows)
    await tx.session.flush()


async def items_of(tx: Transaction, report_id: int) -> list[ReviewItem]:
    return list(await tx.session.scalars(select(ReviewItem).where(ReviewItem.report_id == report_id)
                                         .order_by(ReviewItem.id)))  # fmt: skip


async def view(tx: Transaction, report_id: int) -> ReviewView | None:
    """The review of a case, for its screen, its card and its export. None where none is asked for."""
    row = await tx.session.get(CaseReview, report_id, populate_existing=True)
    report = await tx.session.get(Report, report_id)
    if row is None or report is None:
        return None
    items = tuple(
        ItemView(each.id, each.who, each.due_on, each.text, each.done_at, each.done_by_name)
        for each in await items_of(tx, report_id)
    )
    return ReviewView(
        report_id, report.number, row.state, row.closed_at, row.good, row.change, items, row.by_name, row.at, row.reason
    )


async def view_of_item(tx: Transaction, item_id: int) -> tuple[ReviewView, ItemView] | None:
    """One item with its review, for the message about it."""
    row = await tx.session.get(ReviewItem, item_id, populate_existing=True)
    whole = await view(tx, row.report_id) if row is not None else None
    if whole is None:
        return None
    return whole, next(each for each in whole.items if each.id == item_id)


async def people_around(tx: Transaction, area: str) -> list[tuple[int, str]]:
    """Everybody who holds a post in the village, its town or its city: id and name."""
    codes = [area[:digits] for digits in (6, 9, 12) if digits <= len(area)]
    query = (
        select(Person.id, Person.name)
        .join(Post, Post.person_id == Person.id)
        .where(Post.until.is_(None), Post.area.in_(codes))
        .distinct()
    )
    return [(number, name) for number, name in await tx.session.execute(query)]


async def unwritten(tx: Transaction, codes: Sequence[str]) -> list[tuple[CaseReview, str, str]]:
    """Asked for as often as is polite and still not there, with number and priority of the case."""
    query = (
        select(CaseReview, Report.number, Report.priority, Report.area)
        .join(Report, Report.id == CaseReview.report_id)
        .where(CaseReview.state == "silent")
    )
    wide = tuple(codes)
    return [(row, number, priority) for row, number, priority, area in await tx.session.execute(query)
            if area.startswith(wide)]  # fmt: skip
