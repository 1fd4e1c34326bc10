"""The village loudspeakers: an officer of each village is asked to read an alert aloud, and says 已播."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.rules.loudspeaker import is_loud
from bot.rules.message import Message, Recipient
from bot.rules.speaker import Speaker
from storage import alerts, areas, case_log, fates, loudspeakers, outbox, people
from storage.alerts import CARD, SCRIPT, subject
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Alert, Person

RECORDING = "alert-recording"
# One that could not be made or sent by then is of no use.
RECORDING_KEEPS = timedelta(hours=2)


async def ask(tx: Transaction, row: Alert, now: datetime, voices: Sequence[str] = ()) -> None:
    """One officer a village, the A post before the B; a village where nobody can be asked is counted all the same.

    `voices`: in which the script also comes as audio, after everybody has been warned.
    """
    heard = any(each.evacuation or is_loud(each.level, False) for each in await alerts.several(tx, row.follows))
    if not (is_loud(row.level, row.evacuation) or heard):
        return
    villages: dict[str, Person | None] = {area.code: None for area in await areas.villages_of(tx, row.areas)}
    for person, post in await people.officers_within(tx, row.areas):
        if person.telegram_id and person.unreachable_since is None and villages.get(post.area, person) is None:
            villages[post.area] = person
    codes = await loudspeakers.ask(tx, row.id, {code: who.id if who else None for code, who in villages.items()})
    messages = [_message(row, code, who) for code in codes if (who := villages[code]) is not None]
    await outbox.put_all(tx, messages, now)
    recordings = [_recording(row, code, who, voice, now)
                  for code in codes if (who := villages[code]) is not None for voice in voices]  # fmt: skip
    await outbox.put_all(tx, recordings, now)


def _recording(row: Alert, village: str, person: Person, voice: str, now: datetime) -> Message:
    to = Recipient(person.telegram_id or 0, person.language, person_id=person.id)
    once = f"alert-recording:{row.id}:{village}:{voice}"
    return Message("recording", to, RECORDING, {"voice": voice}, subject(row.id), once=once,
                   expires_at=now + RECORDING_KEEPS)  # fmt: skip


def _message(row: Alert, village: str, person: Person) -> Message:
    to = Recipient(person.telegram_id or 0, person.language, person_id=person.id)
    values = {"person": person.id, "village": village}
    return Message("notice", to, SCRIPT, values, subject(row.id), once=f"alert-script:{row.id}:{village}")


async def played(tx: Transaction, speaker: Speaker, alert_id: int, now: datetime) -> bool | None:
    """已播: True when that was new, False when it was known, None for whoever was not asked."""
    if speaker.person_id is None or not await loudspeakers.is_asked(tx, alert_id, speaker.person_id):
        return None
    number = await loudspeakers.played(tx, alert_id, speaker.person_id, speaker.name, now)
    if not number:
        return False
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, subject(alert_id), "read_aloud", now, actor, {"villages": number})
    for key in (CARD, SCRIPT):
        for card in await fates.copies(tx, subject(alert_id), key):
            if key == SCRIPT and card.person_id != speaker.person_id:
                continue
            values = card.values | ({"played": True} if key == SCRIPT else {})
            to = Recipient(card.chat_id, card.language, card.thread_id, card.person_id)
            again = Message("card", to, key, values, subject(alert_id), edits=card.id)
            await outbox.put_refresh(tx, again, now)
    return True


async def over(tx: Transaction, row: Alert, now: datetime) -> None:
    """Whoever was asked to read it aloud sees that it is not to be read any more."""
    done = await loudspeakers.played_in(tx, row.id)
    for card in await fates.copies(tx, subject(row.id), SCRIPT):
        values = card.values | {"over": True} | ({"played": True} if card.values.get("village") in done else {})
        to = Recipient(card.chat_id, card.language, card.thread_id, card.person_id)
        await outbox.put_refresh(tx, Message("card", to, SCRIPT, values, subject(row.id), edits=card.id), now)


async def silent(tx: Transaction, alert_id: int) -> list[tuple[str, str]]:
    """The villages that have not said that they read it."""
    return await loudspeakers.silent(tx, alert_id)
