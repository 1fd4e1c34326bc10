"""Reports made in a drill: into the drill's own space, with its organiser, and nowhere else.

Not a report: no number, no priority, no climb, no statistics. Every copy begins and ends with 【演练】 (domain §6).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.rules.message import Message, Recipient
from bot.rules.speaker import Speaker
from storage import case_log, drills, outbox
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Drill


async def take(
    tx: Transaction, speaker: Speaker, drill: Drill, answers: Mapping[str, Any], text: str, now: datetime
) -> None:
    """To the organiser's chat, structured like a real one; the officer hears that it has arrived."""
    actor, about = Actor(speaker.telegram_id, speaker.name), drills.subject(drill.id)
    line = await case_log.append(tx, about, "drill_report", now, actor, {"text": text, "answers": dict(answers)})
    area = speaker.officer.area_names if speaker.officer else ("", "")
    values = {"by": speaker.name, "area": list(area), "text": text, "answers": dict(answers)}
    organiser = Recipient(drill.chat_id, drill.language, drill.thread_id)
    await outbox.put(tx, Message("notice", organiser, "drill-report", values, about, once=f"drill-report:{line}"), now)
    officer = Recipient(speaker.chat_id, speaker.language, person_id=speaker.person_id)
    got = Message("receipt", officer, "drill-report-kept", {}, about, once=f"drill-report-kept:{line}")
    await outbox.put(tx, got, now)
