"""撤回: the reporter says it was a mistake. Nothing is deleted and the climb goes on until a duty officer verifies.

突发事件应对法 art. 61: nobody may be kept from reporting, and nobody may be made to take a report back.
"""

from __future__ import annotations

from datetime import datetime

from bot.actions import escalate
from bot.rules.speaker import Speaker
from storage import case_log
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report


async def ask(tx: Transaction, speaker: Speaker, report: Report, now: datetime) -> None:
    """Mark it on the card and tell the room; tapped twice it says nothing new."""
    if report.answers.get("_withdrawn"):
        return
    report.answers = {**report.answers, "_withdrawn": "yes"}
    subject = f"report:{report.id}"
    await case_log.append(tx, subject, "withdrawal_asked", now, Actor(speaker.telegram_id, speaker.name))
    once = f"withdrawn:{report.id}"
    await escalate.tell_the_room(tx, report, "question", "withdrawn", {"by": speaker.name}, once, now)
    await escalate.refresh_cards(tx, report, now)
