"""Notes: what is said in the duty room about a case joins its timeline, and is progress. The officer never gets it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.actions import case_rooms
from bot.actions.answer_case import Answer, report_replied_to
from bot.actions.people import GroupPlace, room_of
from bot.rules.message import Message, Recipient
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from storage import case_log, evidence_files, outbox, reports, said
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report

LONGEST = 4000


@dataclass(frozen=True)
class Note:
    """What was said in one message: words, a file (as `handlers.listens_for.media_of` gives it), a place."""

    message_id: int
    text: str = ""
    file: Mapping[str, Any] | None = None
    pin: tuple[float, float] | None = None


async def case_spoken_of(tx: Transaction, chat_id: int, replied_to: int | None, thread_id: int | None) -> int | None:
    """The case that a message in a group is about: that of the message it answers, else that of its topic."""
    about = await report_replied_to(tx, chat_id, replied_to)
    return about if about is not None else await case_rooms.case_of_topic(tx, chat_id, thread_id)


async def note(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, said_now: Note, thread_id: int | None,
    now: datetime,
) -> Answer:  # fmt: skip
    """Duty talk: the duty room's timeline has it, the officer does not. Its file is kept as evidence files are."""
    report = await reports.locked(tx, report_id)
    if report is None:
        return Answer(refusal="gone")
    if not may(speaker, "note", report.area, *room_of(group)):
        return Answer(report, "no_right")
    words = {
        "text": said_now.text[:LONGEST],
        "file": dict(said_now.file) if said_now.file else None,
        "pin": list(said_now.pin) if said_now.pin else None,
        "message": said_now.message_id,
    }
    kept = {name: value for name, value in words.items() if value or name == "text"}
    await case_log.append(tx, f"report:{report.id}", "noted", now, Actor(speaker.telegram_id, speaker.name), kept)
    await said.remember(tx, speaker.chat_id, said_now.message_id, report.id, now)
    if said_now.file:
        await evidence_files.want(tx, [said_now.file], now)
    await _hint(tx, speaker, report, said_now.message_id, thread_id, group, now)
    return Answer(report)


async def _hint(
    tx: Transaction, speaker: Speaker, report: Report, message_id: int, thread_id: int | None,
    group: GroupPlace | None, now: datetime,
) -> None:  # fmt: skip
    """Once for each person: where their words have gone, and where not."""
    to = Recipient(speaker.chat_id, group.language if group else speaker.language, thread_id)
    hint = Message("card", to, "note-hint", {"number": report.number}, f"report:{report.id}",
                   once=f"note-hint:{speaker.telegram_id}", reply_to_message=message_id, silent=True)  # fmt: skip
    await outbox.put(tx, hint, now)


async def edited(tx: Transaction, speaker: Speaker, message_id: int, text: str, now: datetime) -> bool:
    """A note was edited in Telegram: what it said stays, what it says now is noted beside it."""
    report_id = await said.report_of(tx, speaker.chat_id, message_id)
    if report_id is None:
        return False
    words = {"text": text[:LONGEST], "message": message_id}
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report_id}", "note_edited", now, actor, words)
    return True
