"""Loads what the timeline of a case is told from."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from bot.rules.timeline import File, Line, Version
from storage import case_log, evidence_files
from storage.database import Transaction
from storage.tables import Person, ReportVersion


async def load(tx: Transaction, report_id: int) -> tuple[list[Line], list[Version], list[File]]:
    """The lines of its log, its versions and its files, each oldest first."""
    written = await case_log.lines(tx, f"report:{report_id}")
    log = [
        Line(line.at, line.verb, detail.actor_name if detail else None, detail.words if detail else None)
        for line, detail in written
    ]
    query = select(ReportVersion).where(ReportVersion.report_id == report_id).order_by(ReportVersion.version)
    rows = list(await tx.session.scalars(query))
    pieces = await evidence_files.files_of_report(tx, report_id)
    names = await _names(tx, [*(row.by_person for row in rows), *(evidence.by_person for evidence, _ in pieces)])
    versions = [
        Version(
            row.at, row.answers, row.by_name or names.get(row.by_person), row.kind, row.ordinal,
        )
        for row in rows
    ]  # fmt: skip
    files = [
        File(piece.at, piece.kind, names.get(piece.by_person), piece.forwarded, file.state if file else None)
        for piece, file in pieces
    ]
    return log, versions, files


async def _names(tx: Transaction, people: Iterable[int]) -> dict[int, str]:
    query = select(Person.id, Person.name).where(Person.id.in_(sorted(set(people))))
    return {number: name for number, name in await tx.session.execute(query)}  # noqa: C416  (rows are no pairs)
