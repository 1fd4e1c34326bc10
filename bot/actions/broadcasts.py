"""Broadcasts to officers: sent to whoever holds a post in the areas, each asked for 收到, with one live card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.one_by_one import one_by_one
from bot.actions.people import GroupPlace, note_person
from bot.actions.reach import reach
from bot.rules.broadcast_view import BroadcastView
from bot.rules.message import Message, Recipient
from bot.rules.roles import covers
from bot.rules.speaker import Speaker
from bot.world import World
from storage import broadcasts, case_log, fates, outbox, people
from storage.broadcasts import CARD, COPY, SILENT, subject
from storage.case_log import Actor
from storage.database import Database, Transaction
from storage.tables import Broadcast, BroadcastRecipient, Person, Post

TEXT_LIMIT = 3000
# A group takes 20 messages a minute, edits among them; half of that is left for what is urgent.
CARD_EVERY = timedelta(seconds=3)
CARD_EVERY_IN_GROUP = timedelta(seconds=6)


def card_every(chat_id: int) -> timedelta:
    """How often a live card in this chat may change."""
    return CARD_EVERY if chat_id > 0 else CARD_EVERY_IN_GROUP


@dataclass(frozen=True)
class Counted:
    """The officers of the chosen areas, and how many of them nothing can be sent to, by reason word."""

    officers: int
    unsent: dict[str, int]


async def may_broadcast(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, areas: Sequence[str]
) -> tuple[str, ...]:
    """The areas the speaker may choose from here; nothing if they may not (or not for all of `areas`)."""
    scope = await reach(tx, speaker, group, "broadcast")
    return scope if covers(scope, areas) else ()


async def count(tx: Transaction, areas: Sequence[str]) -> Counted:
    found = await _officers(tx, areas)
    unsent: dict[str, int] = {}
    for person, _ in found:
        if reason := _unsent(person):
            unsent[reason] = unsent.get(reason, 0) + 1
    return Counted(len(found), unsent)


async def _officers(tx: Transaction, areas: Sequence[str]) -> list[tuple[Person, Post]]:
    """Each once, with the first of their posts."""
    found: dict[int, tuple[Person, Post]] = {}
    for person, post in await people.officers_within(tx, areas):
        found.setdefault(person.id, (person, post))
    return list(found.values())


def _unsent(person: Person) -> str | None:
    if person.telegram_id is None:
        return "never_started"
    return person.unreachable_reason or "blocked" if person.unreachable_since is not None else None


async def publish(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, areas: Sequence[str], text: str,
    language: str, now: datetime,
) -> Broadcast | None:  # fmt: skip
    """Send it: the card first, then a copy to every officer. None for a speaker without the right."""
    if not areas or not await may_broadcast(tx, speaker, group, areas):
        return None
    chase = world.settings.broadcast_chase_minutes
    row = await broadcasts.add(
        tx,
        Broadcast(
            text=text, areas=list(areas), by_person=await note_person(tx, speaker, now), by_name=speaker.name,
            chat_id=speaker.chat_id, thread_id=group.thread_id if group else None, language=language, created_at=now,
            chase_at=now + timedelta(minutes=chase) if chase else None,
        ),
    )  # fmt: skip
    found = await _officers(tx, areas)
    await broadcasts.add_recipients(tx, [_addressed(row, person, post) for person, post in found])
    card = Recipient(row.chat_id, language, row.thread_id)
    await outbox.put(tx, Message("card", card, CARD, {}, subject(row.id), once=f"broadcast-card:{row.id}"), now)
    copies = [_copy(row, person) for person, _ in found if _unsent(person) is None]
    await outbox.put_all(tx, copies, now)
    words = {"text": text, "areas": list(areas), "officers": len(found), "sent_to": len(copies)}
    await case_log.append(tx, subject(row.id), "published", now, Actor(speaker.telegram_id, speaker.name), words)
    tx.ring("ticks")
    return row


def _addressed(row: Broadcast, person: Person, post: Post) -> BroadcastRecipient:
    return BroadcastRecipient(broadcast_id=row.id, person_id=person.id, area=post.area, unsent=_unsent(person))


def _copy(row: Broadcast, person: Person) -> Message:
    to = Recipient(person.telegram_id or 0, person.language, person_id=person.id)
    return Message("broadcast", to, COPY, {}, subject(row.id), once=f"broadcast:{row.id}:{person.id}")


@dataclass(frozen=True)
class Received:
    """`outcome`: done, again (they had said so before), not_addressed, gone."""

    outcome: str
    at: datetime | None = None
    view: BroadcastView | None = None


async def receive(tx: Transaction, speaker: Speaker, broadcast_id: int, now: datetime) -> Received:
    """收到: recorded once; the card shows it a few seconds later at most."""
    row = await broadcasts.get(tx, broadcast_id)
    if row is None:
        return Received("gone")
    to = await broadcasts.recipient(tx, broadcast_id, speaker.person_id)
    if to is None:
        return Received("not_addressed")
    if to.received_at is not None:
        return Received("again", to.received_at, await broadcasts.load(tx, broadcast_id))
    await broadcasts.mark_received(tx, broadcast_id, to.person_id, now)
    await case_log.append(tx, subject(row.id), "received", now, Actor(speaker.telegram_id, speaker.name))
    await _refresh(tx, row, now, card_every(row.chat_id))
    return Received("done", now, await broadcasts.load(tx, broadcast_id))


async def _refresh(tx: Transaction, row: Broadcast, now: datetime, after: timedelta) -> None:
    """Show the card anew, once for all that happens until then."""
    for card in await fates.copies(tx, subject(row.id), CARD):
        to = Recipient(card.chat_id, card.language, card.thread_id)
        message = Message("card", to, CARD, {}, subject(row.id), edits=card.id, not_before=now + after)
        await outbox.put_refresh(tx, message, now)


async def for_watcher(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, broadcast_id: int
) -> BroadcastView | None:
    """The broadcast, for whoever may see who is silent: its sender, those who may broadcast there, its own group."""
    row = await broadcasts.get(tx, broadcast_id)
    if row is None:
        return None
    in_its_group = group is not None and speaker.chat_id == row.chat_id
    allowed = in_its_group or row.by_person == speaker.person_id or await may_broadcast(tx, speaker, group, row.areas)
    return await broadcasts.load(tx, broadcast_id) if allowed else None


async def send_held(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, broadcast_id: int, now: datetime
) -> int | None:
    """补发 what may or may not have arrived: how many. None for whoever may not."""
    row = await broadcasts.get(tx, broadcast_id)
    if row is None or not (row.by_person == speaker.person_id or await may_broadcast(tx, speaker, group, row.areas)):
        return None
    number = await outbox.release_held(tx, subject(row.id), now)
    if number:
        row.finished_at = None
        await case_log.append(
            tx, subject(row.id), "sent_again", now, Actor(speaker.telegram_id, speaker.name), {"copies": number}
        )
        tx.ring("ticks")
    return number


async def watch(database: Database, world: World, now: datetime) -> None:
    """Look how those that are going out fare; the card is shown anew when something has changed."""
    async with database.transaction() as tx:
        waiting, silent = await broadcasts.unfinished(tx), await broadcasts.to_chase(tx, now)

    async def look(tx: Transaction, broadcast_id: int) -> None:
        row = await broadcasts.get(tx, broadcast_id)
        if row is not None and row.finished_at is None:
            await _look(tx, row, now)

    async def chase(tx: Transaction, broadcast_id: int) -> None:
        row = await broadcasts.get(tx, broadcast_id)
        if row is not None and row.chase_at is not None and row.chase_at <= now:
            await _chase(tx, row, now)

    await one_by_one(database, waiting, look)
    await one_by_one(database, silent, chase)


async def _chase(tx: Transaction, row: Broadcast, now: datetime) -> None:
    """Who has not answered in time, under the card, once. Nothing where everybody has."""
    row.chase_at = None
    silent = await broadcasts.silent(tx, row.id)
    await case_log.append(tx, subject(row.id), "chased", now, words={"silent": len(silent)})
    if not silent:
        return
    card = next((copy for copy in await fates.copies(tx, subject(row.id), CARD)), None)
    to, once = Recipient(row.chat_id, row.language, row.thread_id), f"broadcast-silent:{row.id}"
    below = card.id if card else None
    await outbox.put(tx, Message("notice", to, SILENT, {}, subject(row.id), once=once, reply_to_row=below), now)


async def _look(tx: Transaction, row: Broadcast, now: datetime) -> None:
    seen = await fates.count(tx, subject(row.id), COPY, now)
    if seen.counts() != row.progress or seen.over:
        row.progress = seen.counts()
        await _refresh(tx, row, now, timedelta() if seen.over else card_every(row.chat_id))
    if seen.over:
        row.finished_at = now
        await case_log.append(tx, subject(row.id), "finished", now, words=seen.counts())
