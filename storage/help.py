"""Residents' answers to alerts and their requests for help."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update

from bot.rules.case_query import search_text
from bot.rules.help import Counted, Tally
from storage import areas, case_log
from storage.database import Transaction
from storage.tables import Alert, AlertAnswer, HelpRequest, OutboxRow, Person, Report, ReportVersion

CARD = "alert-answers"
GONE = "—"


def subject(alert_id: int) -> str:
    return f"answers:{alert_id}"


async def alert(tx: Transaction, alert_id: int) -> Alert | None:
    """Only looked at: a thousand residents who answer at once do not wait for each other."""
    return await tx.session.get(Alert, alert_id)


async def answer(tx: Transaction, alert_id: int, person_id: int, area: str, word: str, now: datetime) -> None:
    """Their newest answer counts."""
    row = {"alert_id": alert_id, "person_id": person_id, "area": area, "answer": word, "at": now}
    if await tx.insert_new(AlertAnswer, [row], "alert_id", "person_id"):
        return
    await tx.session.execute(
        update(AlertAnswer)
        .where(AlertAnswer.alert_id == alert_id, AlertAnswer.person_id == person_id)
        .values(area=area, answer=word, at=now)
        .execution_options(synchronize_session=False)
    )


async def tally(tx: Transaction, alert_id: int) -> Tally | None:
    row = await tx.session.get(Alert, alert_id)
    if row is None:
        return None
    counted: defaultdict[str, dict[str, int]] = defaultdict(dict)
    query = select(AlertAnswer.area, AlertAnswer.answer, func.count()).where(AlertAnswer.alert_id == alert_id)
    for area, word, number in await tx.session.execute(query.group_by(AlertAnswer.area, AlertAnswer.answer)):
        counted[area][word] = number
    names = await areas.names(tx, sorted(counted))
    places = tuple(
        Counted(names.get(code, (code, code)), *(counted[code].get(word, 0) for word in ("safe", "help", "family")))
        for code in sorted(counted)
    )
    return Tally(row.id, (row.kind, row.event, row.level), places, row.drill)


async def add(tx: Transaction, request: HelpRequest) -> None:
    tx.session.add(request)
    await tx.session.flush()


async def of_report(tx: Transaction, report_id: int) -> HelpRequest | None:
    return await tx.session.get(HelpRequest, report_id)


async def open_one(tx: Transaction, alert_id: int, person_id: int) -> Report | None:
    """This person's request under this alert that nobody has closed."""
    query = (
        select(Report)
        .join(HelpRequest, HelpRequest.report_id == Report.id)
        .where(HelpRequest.alert_id == alert_id, HelpRequest.person_id == person_id)
        .where(Report.state.in_(("open", "acknowledged", "referred")))
    )
    return await tx.session.scalar(query.order_by(Report.id.desc()).limit(1))


async def forget(tx: Transaction, now: datetime, keep: timedelta) -> int:
    """Erase who asked for help and what they said, once the event has been over for `keep` and somebody has answered.

    The case stays, without them: when, in which village, who took it. Answers of those who are safe go, too.
    """
    over = select(Alert.id).where(
        Alert.published_at.is_not(None),
        func.coalesce(Alert.ended_at, Alert.expires_at, Alert.published_at) < now - keep,
    )
    await tx.session.execute(
        delete(AlertAnswer).where(AlertAnswer.alert_id.in_(over)).execution_options(synchronize_session=False)
    )
    query = (
        select(HelpRequest, Report)
        .join(Report, Report.id == HelpRequest.report_id)
        .where(HelpRequest.alert_id.in_(over), HelpRequest.erased_at.is_(None), Report.state != "open")
    )
    found = list(await tx.session.execute(query))
    for request, report in found:
        await _erase(tx, request, report, now)
    return len(found)


async def _erase(tx: Transaction, request: HelpRequest, report: Report, now: datetime) -> None:
    request.person_id, request.erased_at = None, now
    report.caller_name = report.caller_phone = report.state_note = None
    report.answers = _without(report)
    report.search_text = search_text(report.number, report.answers)
    caller = await tx.session.get(Person, report.reporter_id)
    if caller is not None and caller.telegram_id is None:
        caller.name, caller.phone = GONE, None
    await tx.session.execute(
        update(ReportVersion)
        .where(ReportVersion.report_id == report.id)
        .values(answers=report.answers, words=None, by_name=None)
        .execution_options(synchronize_session=False)
    )
    about = OutboxRow.subject == f"report:{report.id}"
    await tx.session.execute(
        delete(OutboxRow)
        .where(about, OutboxRow.state.not_in(("ready", "sending")))
        .execution_options(synchronize_session=False)
    )
    await case_log.erase(tx, f"report:{report.id}", now, "help_keep_days")


def _without(report: Report) -> dict[str, object]:
    """The answers without words, and with the area alone for a place."""
    kept = {key: value for key, value in report.answers.items() if key not in ("what_happened", "what_done")}
    return kept | {"place": {"kind": "area", "area": report.area}}
