"""What the duty room does with a card: 接报, 转办 in words, 误报, 办结. Every right is checked here, at the tap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.actions import case_requests, escalate, interventions, lapses, reviews, storms
from bot.actions import help as residents
from bot.actions.people import GroupPlace, room_of
from bot.actions.reporters import tell_reporters
from bot.metrics import ACKNOWLEDGED
from bot.rules.deadlines import ENDED
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from storage import case_log, outbox, reports
from storage import case_requests as stored_requests
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report

# state → the verbs it still takes
ALWAYS = {"refer", "ask", "false_alarm", "triage", "assign", "raise_priority"}
TAKES = {
    "open": ALWAYS | {"acknowledge"},
    "acknowledged": ALWAYS | {"close"},
    "referred": ALWAYS | {"close"},
    "false_alarm": set[str](),
    "closed": set[str](),
    "merged": set[str](),
}


@dataclass(frozen=True)
class Answer:
    """`refusal` names why not: gone, no_right, over (`report` then says what the case is now)."""

    report: Report | None = None
    refusal: str | None = None


async def allowed(tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, verb: str) -> Answer:
    """The case, if this speaker may do this to it now."""
    report = await reports.locked(tx, report_id)
    if report is None:
        return Answer(refusal="gone")
    if not may(speaker, verb, report.area, *room_of(group)):
        return Answer(report, "no_right")
    if verb not in TAKES[report.state] or (verb == "ask" and report.origin == "help"):
        return Answer(report, "over")
    return Answer(report)


async def acknowledge(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, now: datetime
) -> Answer:
    """The first 接报: a named person answers, the climb stops, everybody who was called sees who."""
    answer = await allowed(tx, speaker, group, report_id, "acknowledge")
    if answer.report is not None and answer.refusal is None:
        report = answer.report
        ACKNOWLEDGED.labels(report.priority).observe(max((now - report.sent_at).total_seconds(), 0))
        await _settle(tx, speaker, report, "acknowledged", None, now)
        await storms.card_for_whoever_took_it(tx, report, speaker.chat_id, now)
    return answer


async def refer(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, where: str, now: datetime
) -> Answer:
    """转办 to whoever has no account here, in words: names who referred it where; stops the climb. `pending`: a
    function has been asked already."""
    answer = await allowed(tx, speaker, group, report_id, "refer")
    if answer.report is not None and await case_requests.waiting(tx, report_id, "referral") is not None:
        answer = Answer(answer.report, answer.refusal or "pending")
    if answer.report is not None and answer.refusal is None:
        await _settle(tx, speaker, answer.report, "referred", where, now)
    return answer


async def call_false(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, reason: str, now: datetime
) -> Answer:
    """误报, by an enrolled duty role, with a reason. The report itself stays as it was sent."""
    answer = await allowed(tx, speaker, group, report_id, "false_alarm")
    if answer.report is not None and answer.refusal is None:
        await _settle(tx, speaker, answer.report, "false_alarm", reason, now)
    return answer


async def close(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, reason: str | None, now: datetime
) -> Answer:
    """办结: after a final report (终报) or an early sign's outcome, or a reason. `words_due` where none is there."""
    answer = await allowed(tx, speaker, group, report_id, "close")
    if answer.report is None or answer.refusal is not None:
        return answer
    reason = reason or await interventions.outcome_of(tx, answer.report)
    final = any(version.kind in ("final", "verified") for version in await reports.versions(tx, report_id))
    if not final and not reason:
        return Answer(answer.report, "words_due")
    await _settle(tx, speaker, answer.report, "closed", reason, now)
    await reviews.begin(tx, answer.report, speaker, now)
    return answer


async def _settle(
    tx: Transaction, speaker: Speaker, report: Report, state: str, note: str | None, now: datetime
) -> None:
    report.state, report.state_at, report.state_note = state, now, note
    report.state_by, report.state_by_name = speaker.telegram_id, speaker.name
    await escalate.settle(tx, report, state, now)
    if state in ENDED:
        await case_requests.drop(tx, report, now)
    await lapses.watch(tx, report, now)
    await case_log.append(
        tx,
        f"report:{report.id}",
        state,
        now,
        Actor(speaker.telegram_id, speaker.name),
        {"note": note} if note else None,
    )
    await escalate.refresh_cards(tx, report, now)
    await residents.told(tx, report, state, speaker, now)
    values = {"state": state, "by": speaker.name, "note": note, "phone": speaker.phone}
    await tell_reporters(tx, report, "reporter-told", values, f"told:{report.id}:{state}:{now.isoformat()}", now)


async def report_replied_to(tx: Transaction, chat_id: int, message_id: int | None) -> int | None:
    """The report that a message of ours in this chat is about."""
    row = await outbox.row_of_message(tx, chat_id, message_id) if message_id else None
    kind, _, number = (row.subject or "").partition(":") if row else ("", "", "")
    if kind == "request" and number.isdigit():
        request = await stored_requests.get(tx, int(number))
        return request.report_id if request is not None else None
    return int(number) if kind == "report" and number.isdigit() else None
