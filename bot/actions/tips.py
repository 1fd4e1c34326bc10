"""Tips: a resident tells the officers of a village something. It goes to them alone, and the resident hears back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.alarm import alarm
from bot.rules.message import Message, Recipient
from bot.rules.speaker import Speaker
from bot.rules.tip import FIRST_LOOK, TipDraft, TipOfficer, wait_until
from bot.world import World
from storage import areas, case_log, groups, outbox, people, subscriptions, tips
from storage.database import Transaction
from storage.tables import Person, Post, Tip
from storage.tips import CARD, subject

WRITING, WHERE, REPLY = "tip", "tip_where", "tip_reply"
TOPICS = (WRITING, WHERE)
"""Conversations of residents about a tip that is not sent yet."""


async def villages_of(tx: Transaction, speaker: Speaker) -> list[str]:
    """Where this person has subscribed, villages and towns: what they most likely mean."""
    if speaker.person_id is None:
        return []
    return [row.area for row in await subscriptions.active(tx, speaker.person_id) if len(row.area) > 6]


async def wait(tx: Transaction, world: World, speaker: Speaker, now: datetime) -> datetime | None:
    """When this person may send their next one; None: now."""
    sent = await tips.sent_since(tx, speaker.telegram_id, now - timedelta(days=1))
    return wait_until(sent, now, world.settings.tips_per_hour, world.settings.tips_per_day)


@dataclass(frozen=True)
class Sent:
    """`outcome`: sent, unreached (nobody there can be written to), too_many (until then), nothing."""

    outcome: str
    until: datetime | None = None


async def send(tx: Transaction, world: World, speaker: Speaker, draft: TipDraft, now: datetime) -> Sent:
    """To every officer of the village that can be reached; none: the resident is told whom to call."""
    village = world.places.get(draft.village)
    if village is None or village.kind in ("city", "town") or not draft.says_something:
        return Sent("nothing")
    until = await wait(tx, world, speaker, now)
    if until is not None:
        return Sent("too_many", until)
    tip = await tips.add(tx, Tip(
        village=draft.village, telegram_id=speaker.telegram_id, name=speaker.name, phone=draft.phone,
        language=speaker.language, words=draft.words, files=[dict(item) for item in draft.files],
        place=dict(draft.place or {}), sent_at=now, look_at=now + FIRST_LOOK,
    ))  # fmt: skip
    await case_log.append(tx, subject(tip.id), "sent", now, words={"village": tip.village, "files": len(tip.files)})
    reached = [person for person, _ in await officers_of(tx, tip.village) if reachable(person)]
    if not reached:
        await reaches_nobody(tx, tip, now)
        return Sent("unreached")
    for person in {person.id: person for person in reached}.values():
        await _to_officer(tx, tip, person, now)
    await tell_resident(tx, tip, "tip-receipt", now)
    return Sent("sent")


async def officers_of(tx: Transaction, village: str) -> list[tuple[Person, Post]]:
    return await people.holders(tx, "officer", [village])


def reachable(person: Person) -> bool:
    return person.telegram_id is not None and person.unreachable_since is None


def as_rule(found: Sequence[tuple[Person, Post]]) -> list[TipOfficer]:
    return [TipOfficer(person.id, post.rank, reachable(person)) for person, post in found]


async def _to_officer(tx: Transaction, tip: Tip, person: Person, now: datetime) -> None:
    to = Recipient(person.telegram_id or 0, person.language, person_id=person.id)
    card = await outbox.put(tx, Message("notice", to, CARD, {}, subject(tip.id), once=f"tip:{tip.id}:{person.id}"), now)
    for number, item in enumerate(tip.files):
        once = f"tip:{tip.id}:{person.id}:{number}"
        values = {"kind": item["kind"], "file_id": item["file_id"]}
        file = Message("notice", to, "tip-file", values, subject(tip.id), once=once, reply_to_row=card, silent=True)
        await outbox.put(tx, file, now)


async def tell_resident(tx: Transaction, tip: Tip, key: str, now: datetime) -> None:
    """What became of it, without a word about reports or duty rooms."""
    if tip.telegram_id is not None:
        to = Recipient(tip.telegram_id, tip.language)
        await outbox.put(tx, Message("receipt", to, key, {}, subject(tip.id), once=f"{key}:{tip.id}"), now)


async def reaches_nobody(tx: Transaction, tip: Tip, now: datetime) -> None:
    """The resident hears whom to call; whoever keeps the roster hears, once a week, that the village is without.

    Nothing of what the resident said goes there.
    """
    tip.state, tip.look_at = "unreached", None
    await case_log.append(tx, subject(tip.id), "unreached", now)
    await tell_resident(tx, tip, "tip-unreached", now)
    names = await areas.names(tx, [tip.village])
    year, week, _ = now.isocalendar()
    values, once = {"names": list(names.get(tip.village, ("", "")))}, f"no-officer:{tip.village}:{year}-{week}"
    rooms = await groups.listening(tx, "town", [tip.village[:9]])
    for room in rooms:
        to = Recipient(room.chat_id, room.language, room.thread_id)
        await outbox.put(tx, Message("notice", to, "village-without-officer", values, once=f"{once}:{room.id}"), now)
    if not rooms:
        await alarm(tx, "village-without-officer", values, now, once=once)


async def refresh_cards(tx: Transaction, tip: Tip, now: datetime) -> None:
    """Every officer's copy shows what has become of it."""
    for row in await outbox.rows_about(tx, subject(tip.id), CARD):
        if row.edits is None and row.state in ("ready", "sending", "sent"):
            to = Recipient(row.chat_id, row.language, person_id=row.person_id)
            await outbox.put_refresh(tx, Message("card", to, CARD, {}, subject(tip.id), edits=row.id), now)
