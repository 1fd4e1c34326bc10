"""Finding lines of the case log for whoever may read them, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, cast, func, literal, or_, select

from bot.rules.log_query import LogQuery
from bot.rules.log_view import LogFile, LogLine
from storage import areas
from storage.case_search import in_area
from storage.database import Transaction
from storage.tables import CaseLogDetail, CaseLogLine, Report

# Subjects that name an area; leaders read those of their own.
OF_AREAS = ("roster", "area")
MOST = 3000
_ABOUT_REPORT = literal("report:").concat(cast(Report.id, String))


@dataclass(frozen=True)
class Search:
    """`areas` None: the whole log. `since` and `until` bound the day that was asked for."""

    query: LogQuery
    areas: tuple[str, ...] | None = None
    since: datetime | None = None
    until: datetime | None = None


async def find(tx: Transaction, search: Search, skip: int, limit: int) -> list[LogLine]:
    query = (
        select(CaseLogLine, CaseLogDetail)
        .outerjoin(CaseLogDetail, CaseLogDetail.line_id == CaseLogLine.id)
        .where(*_conditions(search))
        .order_by(CaseLogLine.id.desc())
        .offset(skip)
        .limit(limit)
    )
    return await _told(tx, [(line, detail) for line, detail in await tx.session.execute(query)])


def _conditions(search: Search) -> list[ColumnElement[bool]]:
    asked, wanted = search.query, list[ColumnElement[bool]]()
    if search.areas is not None:
        of_cases = CaseLogLine.subject.in_(select(_ABOUT_REPORT).where(or_(*(in_area(code) for code in search.areas))))
        of_areas = (CaseLogLine.subject.startswith(f"{kind}:{code}") for kind in OF_AREAS for code in search.areas)
        wanted.append(or_(of_cases, *of_areas))
    if asked.number:
        tail = asked.number.startswith("-")
        numbered = Report.number.endswith(asked.number) if tail else Report.number == asked.number
        wanted.append(CaseLogLine.subject.in_(select(_ABOUT_REPORT).where(numbered)))
    wanted += [func.lower(CaseLogDetail.actor_name).contains(name.lower(), autoescape=True) for name in asked.names]
    wanted += [CaseLogLine.at >= search.since] if search.since else []
    wanted += [CaseLogLine.at < search.until] if search.until else []
    return wanted


async def _told(tx: Transaction, found: Sequence[tuple[CaseLogLine, CaseLogDetail | None]]) -> list[LogLine]:
    ids = {int(number) for kind, number in _subjects(found) if kind == "report" and number.isdigit()}
    query = select(Report.id, Report.number, Report.kind, Report.category, Report.area).where(Report.id.in_(ids))
    cases: dict[str, Any] = {f"report:{row.id}": row for row in await tx.session.execute(query)} if ids else {}
    named = {code for kind, code in _subjects(found) if kind in OF_AREAS}
    names = await areas.names(tx, named) if named else {}
    lines = []
    for line, detail in found:
        case, (kind, _, code) = cases.get(line.subject), line.subject.partition(":")
        place = case.area if case else code if kind in OF_AREAS else None
        lines.append(
            LogLine(
                line.id, line.at, line.subject, line.verb, detail.actor_name if detail else None,
                detail.words if detail else None, place, names.get(code), case.number if case else None,
                case.kind if case else "", case.category if case else "",
            )
        )  # fmt: skip
    return lines


def _subjects(found: Iterable[tuple[CaseLogLine, object]]) -> Iterable[tuple[str, str]]:
    for line, _ in found:
        kind, _, rest = line.subject.partition(":")
        yield kind, rest


def as_words(search: Search, names_in: Sequence[str]) -> dict[str, Any]:
    """What was looked for, as a line of the log keeps it."""
    since, until = search.since, search.until
    return {
        "query": search.query.raw, "number": search.query.number, "names": list(search.query.names),
        "areas": list(search.areas) if search.areas is not None else None, "names_in": list(names_in),
        "since": since.isoformat() if since else None, "until": until.isoformat() if until else None,
    }  # fmt: skip


async def load_file(tx: Transaction, line_id: int) -> LogFile | None:
    """What the line `log_exported` says was taken out: the lines before it, newest first."""
    detail = await tx.session.get(CaseLogDetail, line_id)
    if detail is None:
        return None
    said = detail.words
    query = LogQuery(str(said["query"]), said["number"], None, tuple(said["names"]))
    moments = [datetime.fromisoformat(said[key]) if said[key] else None for key in ("since", "until")]
    search = Search(query, tuple(said["areas"]) if said["areas"] is not None else None, *moments)
    lines = [line for line in await find(tx, search, 0, MOST + 1) if line.id < line_id]
    return LogFile(tuple(lines[:MOST]), query.raw, len(lines) > MOST, tuple(said["names_in"]))
