"""What an expert does with a question in their private chat: answers in CAN form, cannot, wants to be called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot.actions import escalate
from bot.rules.can import PARTS, Can, read_can
from bot.rules.deadlines import ENDED
from bot.rules.message import Message, Recipient
from bot.rules.speaker import Speaker
from storage import case_log, consults, experts, outbox, reports
from storage.case_log import Actor
from storage.case_view import CARD
from storage.database import Transaction
from storage.tables import ConsultRequest, Report

LONGEST_REASON = 300
HALF_SAID = timedelta(minutes=10)
"""What was said to one prompt and not carried on goes to the room after this."""


@dataclass(frozen=True)
class Mine:
    """`refusal`: gone, no_right (somebody else's), over (the case has ended), answered, empty. `said`: what has gone to
    the room."""

    report: Report | None = None
    request: ConsultRequest | None = None
    refusal: str | None = None
    said: Can = field(default_factory=Can)


async def mine(tx: Transaction, speaker: Speaker, request_id: int, *, answered: bool = False) -> Mine:
    """The speaker's own request, held with its report. `answered`: one that has its answer will do too."""
    row = await consults.get(tx, request_id)
    report = await reports.locked(tx, row.report_id) if row is not None else None
    row = await consults.get(tx, request_id)
    if row is None or report is None:
        return Mine(refusal="gone")
    if row.person_id != speaker.person_id:
        return Mine(report, row, "no_right")
    if row.state == "withdrawn" or report.state in ENDED:
        return Mine(report, row, "over")
    return Mine(report, row, "answered" if row.state == "answered" and not answered else None)


async def say_part(tx: Transaction, speaker: Speaker, request_id: int, step: int, text: str, now: datetime) -> Mine:
    """One of the three prompts. Kept at once, so that a half-given answer is not lost."""
    found = await mine(tx, speaker, request_id)
    if found.request is None or found.refusal:
        return found
    can = _can(found.request).with_part(PARTS[step], text)
    found.request.condition, found.request.action, found.request.need = can.condition, can.action, can.need
    found.request.state, found.request.step_at = "asked", now + HALF_SAID
    return found


def _can(row: ConsultRequest) -> Can:
    return Can(row.condition, row.action, row.need)


async def finish(tx: Transaction, speaker: Speaker, request_id: int, now: datetime) -> Mine:
    """The three prompts are through. `empty`: nothing was said to any."""
    found = await mine(tx, speaker, request_id)
    if found.request is None or found.report is None or found.refusal:
        return found
    if _can(found.request).is_empty:
        return Mine(found.report, found.request, "empty")
    actor = Actor(speaker.telegram_id, speaker.name)
    await settle_answer(tx, found.report, found.request, actor, now)
    return replace(found, said=_can(found.request))


async def say_all(tx: Transaction, speaker: Speaker, request_id: int, text: str, now: datetime) -> Mine:
    """One message in free words; after the answer, something to add to it."""
    found = await mine(tx, speaker, request_id, answered=True)
    row, report = found.request, found.report
    if row is None or report is None or found.refusal:
        return found
    said = read_can(text)
    if said.is_empty:
        return Mine(report, row, "empty")
    if row.state == "answered":
        await _add(tx, speaker, report, row, said, now)
        return replace(found, said=said)
    can = _can(row)
    for part in PARTS:
        can = can.with_part(part, getattr(said, part) or "")
    row.condition, row.action, row.need = can.condition, can.action, can.need
    await settle_answer(tx, report, row, Actor(speaker.telegram_id, speaker.name), now)
    return replace(found, said=can)


async def _add(
    tx: Transaction, speaker: Speaker, report: Report, row: ConsultRequest, said: Can, now: datetime
) -> None:
    values = {"name": row.name, "condition": said.condition, "action": said.action, "need": said.need}
    once = f"consult-added:{row.id}:{now.isoformat()}"
    await escalate.tell_the_room(tx, report, "question", "consult-added", values, once, now)
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "expert_added", now, actor, {"text": in_one_line(said)})


async def settle_answer(tx: Transaction, report: Report, row: ConsultRequest, actor: Actor, now: datetime) -> None:
    """The answer stands: under every card as one block, on the timeline, on the card's line."""
    row.state, row.ended_at, row.step_at = "answered", now, None
    row.minutes = max(int((now - row.asked_at).total_seconds()) // 60, 0)
    employer = await experts.row(tx, row.person_id)
    values = {
        "name": row.name, "employer": employer.employer if employer else None, "minutes": row.minutes,
        "condition": row.condition, "action": row.action, "need": row.need, "by": row.recorded_by_name,
    }  # fmt: skip
    await escalate.tell_the_room(tx, report, "question", "consult-answer", values, f"consult-answer:{row.id}", now)
    heard = f"{row.name}：" if row.recorded_by_name else ""
    words = {"text": heard + in_one_line(_can(row)), "minutes": row.minutes}
    await case_log.append(tx, f"report:{report.id}", "expert_answered", now, actor, words)
    await show_anew(tx, report, row, now)


def in_one_line(can: Can) -> str:
    parts = (("情况", can.condition), ("建议", can.action), ("需要", can.need))
    return "；".join(f"{label}：{text}" for label, text in parts if text)


async def refuse(tx: Transaction, speaker: Speaker, request_id: int, reason: str, now: datetime) -> Mine:
    """不能答. `consult_steps.refuse` tells the room, and who could be asked instead."""
    found = await mine(tx, speaker, request_id)
    row, report = found.request, found.report
    if row is None or report is None or found.refusal:
        return found
    row.state, row.reason, row.ended_at, row.step_at = "refused", reason[:LONGEST_REASON], now, None
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "expert_refused", now, actor, {"reason": row.reason})
    await show_anew(tx, report, row, now)
    return found


async def wants_a_call(tx: Transaction, speaker: Speaker, request_id: int, now: datetime) -> Mine:
    """请打电话给我: the room has the number, and somebody writes down what was said."""
    found = await mine(tx, speaker, request_id)
    row, report = found.request, found.report
    if row is None or report is None or found.refusal:
        return found
    if not row.call_me:
        row.call_me = True
        values = {
            "request": row.id,
            "name": row.name,
            "phone": speaker.phone,
            "telegram": speaker.telegram_id,
            "asked_for": True,
        }
        await tell_whoever_asked(tx, report, row, "consult-call", values, f"consult-ring:{row.id}", now)
        actor = Actor(speaker.telegram_id, speaker.name)
        await case_log.append(tx, f"report:{report.id}", "expert_wants_call", now, actor)
    return found


async def tell_whoever_asked(
    tx: Transaction, report: Report, row: ConsultRequest, key: str, values: Mapping[str, Any], once: str, now: datetime
) -> None:
    """Under the card in the chat that asked; where the card is not there, under every copy of it."""
    asked = await consults.consultation(tx, row.consultation_id)
    chat = asked.asked_in if asked is not None else None
    cards = await outbox.rows_about(tx, f"report:{report.id}", CARD)
    there = any(card.chat_id == chat and card.edits is None and card.state != "failed" for card in cards)
    only = {chat} if chat is not None and there else None
    await escalate.tell_the_room(tx, report, "question", key, values, once, now, only)


async def show_anew(tx: Transaction, report: Report, row: ConsultRequest, now: datetime) -> None:
    """The cards, and the expert's own message, which loses its buttons when there is nothing left to answer."""
    await escalate.refresh_cards(tx, report, now)
    for asked in await outbox.rows_about(tx, f"consult:{row.id}", "consult-asked"):
        if asked.edits is None and asked.state in ("ready", "sending", "sent"):
            to = Recipient(asked.chat_id, asked.language, asked.thread_id, asked.person_id)
            edit = Message("card", to, asked.key, asked.values, asked.subject, edits=asked.id)
            await outbox.put_refresh(tx, edit, now)


async def request_replied_to(tx: Transaction, speaker: Speaker, message_id: int | None) -> int | None:
    """The request whose message somebody replied to in their private chat."""
    row = await outbox.row_of_message(tx, speaker.chat_id, message_id) if message_id else None
    kind, _, number = (row.subject or "").partition(":") if row else ("", "", "")
    return int(number) if kind == "consult" and number.isdigit() else None


async def waiting_for(tx: Transaction, speaker: Speaker) -> list[int]:
    """The requests that somebody who is an expert and nothing else has not answered, newest first."""
    if speaker.person_id is None or any(post.role != experts.ROLE for post in speaker.posts):
        return []
    return [row.id for row in await consults.waiting_for(tx, speaker.person_id)]
