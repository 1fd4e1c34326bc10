"""Reports, their versions, evidence, questions and running numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select, update

from bot.rules.case_query import search_text
from storage import evidence_files
from storage.database import Transaction
from storage.tables import CaseNumber, Evidence, Question, Report, ReportVersion, plain

# Written once (storage.tables.plain says why).
_EVIDENCE = select(Evidence).where(Evidence.report_id == bindparam("report")).order_by(Evidence.id)
_NUMBERS = plain(CaseNumber)
_NEXT_NUMBER = (
    update(_NUMBERS)
    .where(_NUMBERS.c.area == bindparam("in_area"), _NUMBERS.c.day == bindparam("on_day"))
    .values(last=_NUMBERS.c.last + 1)
    .returning(_NUMBERS.c.last)
)


async def next_number(tx: Transaction, area: str, day: date) -> int:
    """The next running number of this town on this day; two at once never get the same."""
    given = (await tx.session.execute(_NEXT_NUMBER, {"in_area": area, "on_day": day})).scalar()
    if given is None:
        await tx.insert_new(CaseNumber, [{"area": area, "day": day, "last": 0}], "area", "day")
        given = (await tx.session.execute(_NEXT_NUMBER, {"in_area": area, "on_day": day})).scalar_one()
    return int(given)


@dataclass(frozen=True)
class Said:
    """What a version is and whose words made it (storage.tables.ReportVersion)."""

    by: int
    by_name: str | None = None
    kind: str = "supplement"
    words: str | None = None


async def add(tx: Transaction, report: Report, said: Said) -> Report:
    """Store a report and its first version."""
    report.search_text = search_text(report.number, report.answers)
    report.last_at = report.sent_at
    tx.session.add(report)
    await tx.session.flush()
    await _add_version(tx, report, report.sent_at, replace(said, kind="first"))
    return report


async def _add_version(tx: Transaction, report: Report, now: datetime, said: Said) -> ReportVersion:
    tx.touched.add(report.id)
    version = ReportVersion(
        report_id=report.id, version=report.version, answers=dict(report.answers), at=now, by_person=said.by,
        kind=said.kind, words=said.words, by_name=said.by_name,
        ordinal=await _ordinal(tx, report.id) if said.kind == "followup" else 0,
    )  # fmt: skip
    tx.session.add(version)
    await tx.session.flush()
    return version


async def _ordinal(tx: Transaction, report_id: int) -> int:
    query = select(func.count()).where(ReportVersion.report_id == report_id, ReportVersion.kind == "followup")
    return int(await tx.session.scalar(query) or 0) + 1


async def revise(
    tx: Transaction, report: Report, answers: Mapping[str, Any], now: datetime, said: Said
) -> ReportVersion:
    """A new version; the ones before stay as they were sent."""
    report.version += 1
    report.answers, report.last_at = dict(answers), now
    report.search_text = search_text(report.number, answers)
    return await _add_version(tx, report, now, said)


async def versions(tx: Transaction, report_id: int) -> list[ReportVersion]:
    """All of them, the first one first."""
    query = select(ReportVersion).where(ReportVersion.report_id == report_id).order_by(ReportVersion.version)
    return list(await tx.session.scalars(query))


async def recent_of(
    tx: Transaction, person_id: int, area: str | None, since: datetime, limit: int = 10
) -> list[Report]:
    """The newest cases that an officer may be speaking of: their own, and those of their village."""
    joined = select(Report.merged_into).where(Report.reporter_id == person_id, Report.merged_into.is_not(None))
    whose = or_(Report.reporter_id == person_id, Report.id.in_(joined))
    query = (
        select(Report)
        .where(or_(whose, Report.area == area) if area else whose)
        .where(Report.sent_at >= since, Report.merged_into.is_(None))
        .order_by(func.coalesce(Report.last_at, Report.sent_at).desc(), Report.id.desc())
        .limit(limit)
    )
    return list(await tx.session.scalars(query))


async def signs_in(tx: Transaction, area: str, since: datetime) -> list[Report]:
    """The early signs of a village since then, the newest first."""
    query = select(Report).where(Report.kind == "sign", Report.area == area, Report.sent_at >= since)
    return list(await tx.session.scalars(query.order_by(Report.id.desc()).limit(10)))


async def get(tx: Transaction, report_id: int) -> Report | None:
    return await tx.session.get(Report, report_id)


async def locked(tx: Transaction, report_id: int) -> Report | None:
    """The report, held until the transaction ends: of two taps at once the second sees what the first did."""
    query = select(Report).where(Report.id == report_id).with_for_update()
    return await tx.session.scalar(query.execution_options(populate_existing=True))


async def by_number(tx: Transaction, number: str) -> Report | None:
    return await tx.session.scalar(select(Report).where(Report.number == number))


async def add_evidence(
    tx: Transaction, report_id: int, items: Sequence[Mapping[str, Any]], now: datetime, by: int
) -> int:
    """Attach files; one that is there already is not attached twice. The number of new ones.

    Their bytes are fetched later, by a task of its own (`storage.evidence_files`).
    """
    rows = [
        {
            "report_id": report_id,
            "kind": item["kind"],
            "file_id": item["file_id"],
            "unique_id": item["unique_id"],
            "size": item.get("size"),
            "caption": item.get("caption"),
            "forwarded": bool(item.get("forwarded")),
            "message_at": _moment(item.get("message_at")),
            "original_at": _moment(item.get("original_at")),
            "at": now,
            "by_person": by,
        }
        for item in items
    ]
    tx.touched.add(report_id)
    await evidence_files.want(tx, items, now)
    return len(await tx.insert_new(Evidence, rows, "report_id", "unique_id"))


def _moment(said: object) -> datetime | None:
    return datetime.fromisoformat(said) if isinstance(said, str) else None


async def evidence_of(tx: Transaction, report_id: int) -> list[Evidence]:
    return list(await tx.session.scalars(_EVIDENCE, {"report": report_id}))


async def with_evidence(tx: Transaction, report_ids: Collection[int]) -> set[int]:
    """Those of these reports that have any file."""
    return set(await tx.session.scalars(select(Evidence.report_id).where(Evidence.report_id.in_(report_ids))))


async def ask(tx: Transaction, question: Question) -> Question:
    tx.session.add(question)
    await tx.session.flush()
    return question


async def question(tx: Transaction, question_id: int) -> Question | None:
    return await tx.session.get(Question, question_id)


async def open_question(tx: Transaction, officer_id: int, since: datetime) -> Question | None:
    """The newest question this officer has not answered, asked after `since`."""
    query = (
        select(Question)
        .where(Question.officer_id == officer_id, Question.answered_at.is_(None), Question.asked_at >= since)
        .order_by(Question.id.desc())
        .limit(1)
    )
    return await tx.session.scalar(query)
