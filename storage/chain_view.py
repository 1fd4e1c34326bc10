"""Loads a case with all its versions, and gives official texts their issue numbers."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select

from bot.rules.chain_view import ChainView, VersionView
from storage import case_view
from storage.database import Transaction
from storage.tables import Area, OfficialText, Person, ReportVersion


async def load(tx: Transaction, report_id: int) -> ChainView | None:
    case = await case_view.load(tx, report_id)
    query = (
        select(ReportVersion, Person.name)
        .outerjoin(Person, Person.id == ReportVersion.by_person)
        .where(ReportVersion.report_id == report_id)
        .order_by(ReportVersion.version)
    )
    rows = (await tx.session.execute(query)).all()
    if case is None or not rows:
        return None
    return ChainView(case, tuple(_version(row, name) for row, name in rows))


def _version(row: ReportVersion, name: str) -> VersionView:
    kind = "first" if row.version == 1 else row.kind
    return VersionView(row.version, kind, row.ordinal, row.at, row.by_name or name or "", row.answers, row.words)


async def issue_of(
    tx: Transaction, report_id: int, version: int, office: str, year: int, now: datetime, by: str
) -> OfficialText:
    """The issue number of a version's text at an office: given once, the next of the year; two at once never share."""
    await tx.session.execute(select(Area.code).where(Area.code == office).with_for_update())
    given = await tx.session.scalar(
        select(OfficialText).where(
            OfficialText.report_id == report_id, OfficialText.version == version, OfficialText.office == office
        )
    )
    if given is not None:
        return given
    count = select(func.max(OfficialText.issue)).where(OfficialText.office == office, OfficialText.year == year)
    total = select(func.max(OfficialText.total)).where(OfficialText.office == office)
    row = OfficialText(
        report_id=report_id, version=version, office=office, year=year, at=now, by_name=by,
        issue=int(await tx.session.scalar(count) or 0) + 1, total=int(await tx.session.scalar(total) or 0) + 1,
    )  # fmt: skip
    tx.session.add(row)
    await tx.session.flush()
    return row
