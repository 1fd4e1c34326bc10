"""Messages edited in Telegram: the record stays as it was sent; what it says now is noted in the case log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.rules.speaker import Speaker
from storage import case_log, reports, said
from storage.case_log import Actor
from storage.database import Transaction

LONGEST = 4000
# A draft of more messages than this has been typed by no officer.
MOST = 100


def said_so_far(speaker: Speaker, draft: Mapping[str, Any]) -> list[int]:
    """The messages that a draft was made of, by its stored state, with the one just sent."""
    before = [int(each) for each in draft.get("said") or ()]
    return list(dict.fromkeys([*before, *([speaker.message_id] if speaker.message_id else [])]))[-MOST:]


async def remember_draft(
    tx: Transaction, speaker: Speaker, draft: Mapping[str, Any], report_id: int, now: datetime
) -> None:
    """A draft has become this report: so have the messages it was made of."""
    await said.remember_all(tx, speaker.chat_id, said_so_far(speaker, draft), report_id, now)


@dataclass(frozen=True)
class Pin:
    """A location as it was sent: degrees, when, and whether it was forwarded (it is somebody else's place then)."""

    lat: float
    lon: float
    at: datetime
    forwarded: bool = False


async def remember(tx: Transaction, speaker: Speaker, pin: Pin | None, now: datetime) -> None:
    """After a message was handled: it is part of every report that has grown by it. A location is evidence too: the
    log keeps it as it was sent, whatever the place of the report becomes later."""
    if speaker.message_id is None:
        return
    for report_id in sorted(tx.touched):
        await said.remember(tx, speaker.chat_id, speaker.message_id, report_id, now)
        if pin is not None:
            words = {"lat": pin.lat, "lon": pin.lon, "message_at": pin.at.isoformat(), "forwarded": pin.forwarded}
            actor = Actor(speaker.telegram_id, speaker.name)
            await case_log.append(tx, f"report:{report_id}", "located", now, actor, words)


async def note(tx: Transaction, speaker: Speaker, text: str, now: datetime) -> str | None:
    """Note the new words of the message that the speaker has edited; the number of its report, if it has one."""
    report_id = await said.report_of(tx, speaker.chat_id, speaker.message_id) if speaker.message_id else None
    report = await reports.get(tx, report_id) if report_id is not None else None
    if report is None:
        return None
    words = {"text": text[:LONGEST], "message": speaker.message_id}
    await case_log.append(tx, f"report:{report.id}", "edited", now, Actor(speaker.telegram_id, speaker.name), words)
    return report.number
