"""Links between reports that may be of one event, and who follows a case once they are merged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select

from storage.database import Transaction
from storage.tables import Report, ReportLink


async def open_near(
    tx: Transaction, town: str | None, since: datetime, but: int | None = None, limit: int = 50
) -> list[Report]:
    """The newest open incidents of a town since then."""
    query = (
        select(Report)
        .where(Report.town == town, Report.kind == "incident", Report.sent_at >= since)
        .where(Report.state.in_(("open", "acknowledged", "referred")), Report.merged_into.is_(None))
        .order_by(Report.id.desc())
        .limit(limit)
    )
    return [row for row in await tx.session.scalars(query) if row.id != but]


async def suspect(tx: Transaction, older: int, newer: int, why: str, now: datetime) -> bool:
    """Note that these two may be one; False when that was asked before."""
    row = {"older_id": older, "newer_id": newer, "why": why, "at": now, "state": "suspected"}
    return bool(await tx.insert_new(ReportLink, [row], "older_id", "newer_id"))


async def locked(tx: Transaction, link_id: int) -> ReportLink | None:
    query = select(ReportLink).where(ReportLink.id == link_id).with_for_update()
    return await tx.session.scalar(query.execution_options(populate_existing=True))


async def suspected(tx: Transaction, report_id: int) -> list[tuple[ReportLink, Report]]:
    """The open questions about a report, each with the other report."""
    links = select(ReportLink).where(
        or_(ReportLink.older_id == report_id, ReportLink.newer_id == report_id), ReportLink.state == "suspected"
    )
    found = []
    for link in list(await tx.session.scalars(links.order_by(ReportLink.id))):
        other = await tx.session.get(Report, link.older_id if link.newer_id == report_id else link.newer_id)
        if other is not None:
            found.append((link, other))
    return found


async def merged(tx: Transaction, report_id: int) -> Sequence[Report]:
    """The reports that were merged into this one."""
    query = select(Report).where(Report.merged_into == report_id).order_by(Report.id)
    return list(await tx.session.scalars(query))


async def followers(tx: Transaction, report: Report) -> list[int]:
    """Everybody who reported it, the first one first: person ids."""
    return list(dict.fromkeys([report.reporter_id, *(each.reporter_id for each in await merged(tx, report.id))]))
