"""What the duty room does with a card: 接报, 转办, 误报, 追问. Every right is checked here, at the tap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions import case_requests, escalate, interventions, lapses, storms
from bot.actions import help as residents
from bot.actions.people import GroupPlace, room_of
from bot.actions.reporters import tell_reporters
from bot.metrics import ACKNOWLEDGED
from bot.rules.deadlines import ENDED
from bot.rules.message import Message, Recipient
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from storage import case_log, outbox, people, reports
from storage.case_log import Actor
from storage.case_view import CARD
from storage.database import Transaction
from storage.tables import Question, Report

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


async def ask(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, text: str, now: datetime
) -> Answer:
    """追问: the question goes to the officer; the climb goes on, because a question is not an answer."""
    answer = await allowed(tx, speaker, group, report_id, "ask")
    report = answer.report
    if report is None or answer.refusal is not None:
        return answer
    officer = await people.officer_of(tx, report.reporter_id, report.area)
    question = await reports.ask(
        tx,
        Question(
            report_id=report.id,
            officer_id=officer.id if officer is not None else report.reporter_id,
            asked_by=speaker.telegram_id,
            asked_by_name=speaker.name,
            asked_in=speaker.chat_id,
            asked_thread=group.thread_id if group else None,
            text=text,
            asked_at=now,
        ),
    )
    await case_log.append(
        tx, f"report:{report.id}", "asked", now, Actor(speaker.telegram_id, speaker.name), {"text": text}
    )
    if officer is not None and officer.telegram_id:
        to = Recipient(officer.telegram_id, officer.language, person_id=officer.id)
        values = {"question": question.id, "by": speaker.name, "text": text}
        await outbox.put(
            tx, Message("question", to, "question", values, f"report:{report.id}", once=f"question:{question.id}"), now
        )
    return answer


@dataclass(frozen=True)
class OfficersAnswer:
    """An officer's words or file in answer to a question: `text`, `item` (media), or `pin`."""

    text: str | None = None
    item: dict[str, object] | None = None
    pin: tuple[float, float] | None = None


async def answer_question(
    tx: Transaction, speaker: Speaker, question: Question, words: OfficersAnswer, now: datetime
) -> Report | None:
    """The officer's answer comes back as a reply under the card it was asked from; a file becomes evidence too."""
    report = await reports.get(tx, question.report_id)
    if report is None or question.officer_id != speaker.person_id:
        return None
    question.answered_at = now
    tx.touched.add(report.id)
    kept = {"text": words.text, "pin": words.pin, "item": words.item}
    await case_log.append(
        tx, f"report:{report.id}", "answered", now, Actor(speaker.telegram_id, speaker.name), {"answer": kept}
    )
    if words.item:
        await reports.add_evidence(tx, report.id, [words.item], now, speaker.person_id or 0)
    cards = [row for row in await outbox.rows_about(tx, f"report:{report.id}", CARD) if row.edits is None]
    card = next((row for row in cards if row.chat_id == question.asked_in), None)
    language = card.language if card else speaker.language
    to = Recipient(question.asked_in, language, question.asked_thread)
    values = {"by": speaker.name, "question": question.text, **kept}
    message = Message(
        "question",
        to,
        "officers-answer",
        values,
        f"report:{report.id}",
        reply_to_row=card.id if card else None,
        once=f"answer:{question.id}:{now.isoformat()}",
    )
    await outbox.put(tx, message, now)
    if words.pin:
        await outbox.put(
            tx,
            Message(
                "question",
                to,
                "officers-pin",
                values,
                f"report:{report.id}",
                reply_to_row=card.id if card else None,
                once=f"answer-pin:{question.id}:{now.isoformat()}",
            ),
            now,
        )
    return report


async def question_replied_to(tx: Transaction, speaker: Speaker, message_id: int | None) -> Question | None:
    """The question whose message the officer replied to."""
    row = await outbox.row_of_message(tx, speaker.chat_id, message_id) if message_id else None
    if row is None or row.key != "question":
        return None
    return await reports.question(tx, int(row.values["question"]))


async def report_replied_to(tx: Transaction, chat_id: int, message_id: int | None) -> int | None:
    """The report that a message of ours in this chat is about."""
    row = await outbox.row_of_message(tx, chat_id, message_id) if message_id else None
    kind, _, number = (row.subject or "").partition(":") if row else ("", "", "")
    return int(number) if kind == "report" and number.isdigit() else None


async def open_question(tx: Transaction, speaker: Speaker, now: datetime, within: timedelta) -> Question | None:
    """The newest question this officer has not answered."""
    return await reports.open_question(tx, speaker.person_id, now - within) if speaker.person_id else None
