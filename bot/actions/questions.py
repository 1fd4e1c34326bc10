"""追问: a question of the duty room to the officer, and the answer that comes back under the card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.answer_case import Answer, allowed
from bot.actions.people import GroupPlace
from bot.rules.message import Message, Recipient
from bot.rules.speaker import Speaker
from storage import case_log, outbox, people, reports
from storage.case_log import Actor
from storage.case_view import CARD
from storage.database import Transaction
from storage.tables import Question, Report


async def ask(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, text: str, now: datetime
) -> Answer:
    """The question goes to the officer; the climb goes on, because a question is not an answer."""
    answer = await allowed(tx, speaker, group, report_id, "ask")
    report = answer.report
    if report is None or answer.refusal is not None:
        return answer
    officer = await people.officer_of(tx, report.reporter_id, report.area)
    question = await reports.ask(tx, Question(
        report_id=report.id, officer_id=officer.id if officer is not None else report.reporter_id,
        asked_by=speaker.telegram_id, asked_by_name=speaker.name, asked_in=speaker.chat_id,
        asked_thread=group.thread_id if group else None, text=text, asked_at=now,
    ))  # fmt: skip
    actor, subject = Actor(speaker.telegram_id, speaker.name), f"report:{report.id}"
    await case_log.append(tx, subject, "asked", now, actor, {"text": text})
    if officer is not None and officer.telegram_id:
        to = Recipient(officer.telegram_id, officer.language, person_id=officer.id)
        values = {"question": question.id, "by": speaker.name, "text": text}
        await outbox.put(tx, Message("question", to, "question", values, subject, once=f"question:{question.id}"), now)
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
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "answered", now, actor, {"answer": kept})
    if words.item:
        await reports.add_evidence(tx, report.id, [words.item], now, speaker.person_id or 0)
    values = {"by": speaker.name, "question": question.text, **kept}
    for key, mark in (("officers-answer", "answer"), ("officers-pin", "answer-pin")):
        if key == "officers-answer" or words.pin:
            await _bring(tx, speaker, report, question, key, values, f"{mark}:{question.id}:{now.isoformat()}", now)
    return report


async def _bring(
    tx: Transaction, speaker: Speaker, report: Report, question: Question, key: str, values: Mapping[str, object],
    once: str, now: datetime,
) -> None:  # fmt: skip
    """To where it was asked, under the card there."""
    cards = [row for row in await outbox.rows_about(tx, f"report:{report.id}", CARD) if row.edits is None]
    card = next((row for row in cards if row.chat_id == question.asked_in), None)
    to = Recipient(question.asked_in, card.language if card else speaker.language, question.asked_thread)
    under = card.id if card else None
    message = Message("question", to, key, values, f"report:{report.id}", reply_to_row=under, once=once)
    await outbox.put(tx, message, now)


async def question_replied_to(tx: Transaction, speaker: Speaker, message_id: int | None) -> Question | None:
    """The question whose message the officer replied to."""
    row = await outbox.row_of_message(tx, speaker.chat_id, message_id) if message_id else None
    if row is None or row.key != "question":
        return None
    return await reports.question(tx, int(row.values["question"]))


async def open_question(tx: Transaction, speaker: Speaker, now: datetime, within: timedelta) -> Question | None:
    """The newest question this officer has not answered."""
    return await reports.open_question(tx, speaker.person_id, now - within) if speaker.person_id else None
