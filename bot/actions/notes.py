"""A note: what is said in the duty room in reply to a case's card joins its timeline, and is progress."""

from __future__ import annotations

from datetime import datetime

from bot.actions.answer_case import Answer
from bot.actions.people import GroupPlace
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from storage import case_log, reports
from storage.case_log import Actor
from storage.database import Transaction

LONGEST = 2000


async def note(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, text: str, now: datetime
) -> Answer:
    """Duty talk: the duty room's timeline has it, the officer does not."""
    report = await reports.locked(tx, report_id)
    if report is None:
        return Answer(refusal="gone")
    if not may(speaker, "note", report.area, group.area if group else None):
        return Answer(report, "no_right")
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "noted", now, actor, {"text": text[:LONGEST]})
    return Answer(report)
