"""What an invited officer says to a drill: 能参加, 不能参加, 签到. Minds may change until the end."""

from __future__ import annotations

from datetime import datetime

from bot.actions.drills import refresh_card
from bot.rules.message import Message, Recipient
from bot.rules.speaker import Speaker
from storage import case_log, drills, outbox
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Drill, DrillParticipant

ANSWERS = ("can", "cannot")


async def answer(
    tx: Transaction, speaker: Speaker, drill_id: int, deed: str, message_id: int | None, now: datetime
) -> str:
    """How it went, as a word for the toast: can, cannot, signed, again; or why not."""
    drill = await drills.locked(tx, drill_id)
    if drill is None:
        return "gone"
    row = await drills.participant(tx, drill.id, speaker.person_id)
    if row is None:
        return "not_invited"
    refusal = _refusal(drill, row, deed)
    if refusal:
        return refusal
    if deed == "sign":
        row.signed_in_at, row.answer = now, "can"
    row.answer = deed if deed in ANSWERS else row.answer
    row.answered_at = now
    actor = Actor(speaker.telegram_id, speaker.name)
    verb = "signed_in" if deed == "sign" else "answered"
    await case_log.append(tx, drills.subject(drill.id), verb, now, actor, {"answer": row.answer, "area": row.area})
    await _show(tx, speaker, drill, message_id, now)
    await refresh_card(tx, drill, now)
    return "signed" if deed == "sign" else deed


def _refusal(drill: Drill, row: DrillParticipant, deed: str) -> str | None:
    """Why this tap changes nothing: over, cancelled, not_yet, signed_already, again."""
    if drill.state in ("ended", "cancelled"):
        return "over" if drill.state == "ended" else "cancelled"
    if deed == "sign" and drill.state == "planned":
        return "not_yet"
    if row.signed_in_at is not None:
        return "signed_already"
    return "again" if row.answer == deed else None


async def _show(tx: Transaction, speaker: Speaker, drill: Drill, message_id: int | None, now: datetime) -> None:
    """The message whose button was tapped says what was answered."""
    shown = await drills.told(tx, drill.id, speaker.person_id or 0, message_id)
    if shown is None:
        return
    to = Recipient(speaker.chat_id, speaker.language, person_id=speaker.person_id)
    again = Message("receipt", to, shown.key, shown.values, shown.subject, edits=shown.id)
    await outbox.put_refresh(tx, again, now)
