"""One's own entry in the register of experts: fields, and whether one may be asked now."""

from __future__ import annotations

import re
from datetime import datetime

from bot.report_types.expert_fields import stored_field
from bot.rules.experts import MOST_FIELDS, Expert
from bot.rules.speaker import Speaker
from storage import case_log, experts
from storage.case_log import Actor
from storage.database import Transaction


async def of_speaker(tx: Transaction, speaker: Speaker) -> Expert | None:
    if speaker.person_id is None or speaker.post(experts.ROLE) is None:
        return None
    return await experts.one(tx, speaker.person_id)


async def set_fields(tx: Transaction, speaker: Speaker, text: str, now: datetime) -> bool:
    """Typed with any sign between them. False where none is left, one is too long, or there are too many."""
    if await of_speaker(tx, speaker) is None or speaker.person_id is None:
        return False
    fields = [stored_field(said) for said in re.split(r"[\s;；、,，/]+", text.strip()) if said]
    found = [field for field in dict.fromkeys(fields) if field]
    row = await experts.row(tx, speaker.person_id)
    if row is None or not found or None in fields or len(found) > MOST_FIELDS:
        return False
    row.fields = found
    actor, words = Actor(speaker.telegram_id, speaker.name), {"fields": found}
    await case_log.append(tx, f"person:{speaker.person_id}", "expert_fields", now, actor, words)
    return True


async def set_away(tx: Transaction, speaker: Speaker, away: bool, now: datetime) -> None:
    """暂停 / 恢复: who is away is not proposed."""
    if await of_speaker(tx, speaker) is None or speaker.person_id is None:
        return
    row = await experts.row(tx, speaker.person_id)
    if row is not None and row.away != away:
        row.away = away
        actor = Actor(speaker.telegram_id, speaker.name)
        await case_log.append(
            tx, f"person:{speaker.person_id}", "expert_away" if away else "expert_here", now, actor
        )  # fmt: skip
