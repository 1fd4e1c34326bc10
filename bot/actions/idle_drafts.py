"""What was left idle goes out: an emergency as far as it got, words that nobody has explained to a person who reads.

An officer who pockets the phone has still reported.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions import drafts, spoken, supplements, talks
from bot.actions.one_by_one import one_by_one
from bot.rules import report_form
from bot.rules.question import Form
from bot.rules.report_form import Draft
from bot.rules.speaker import Speaker, Talk
from bot.world import World
from storage import conversations, people
from storage.database import Database, Transaction
from storage.tables import Person


async def send_due(database: Database, world: World, now: datetime) -> None:
    """Every draft that is due."""
    async with database.transaction() as tx:
        waiting = [(row.chat_id, row.user_id) for row in await conversations.due(tx, now)]
    await one_by_one(database, waiting, lambda tx, who: send_idle(tx, world, *who, now))


async def send_idle(tx: Transaction, world: World, chat_id: int, user_id: int, now: datetime) -> None:
    """Send an emergency that was left idle, also one that is parked, unless its officer has just gone on."""
    talk = await conversations.load(tx, chat_id, user_id)
    if talk.due_at is None or talk.due_at > now:
        return
    # whatever comes of it, it is due no more
    talk = await conversations.save(tx, chat_id, user_id, talk.topic, talk.data, now)
    person = await people.by_telegram(tx, user_id)
    if person is None:
        return
    parked = talk.data.get(talks.PARKED) if talk.topic != drafts.DRAFT else None
    if talk.topic == spoken.DRILL_OR_REAL:  # what is parked under it has its own turn, at once
        asked = replace(talk, due_at=now if parked else None)
        await spoken.settle_drill(tx, world, replace(await _speaker(tx, person, chat_id), talk=asked), None, now)
        return
    in_hand = replace(talk, topic=drafts.DRAFT, data=parked) if parked else talk
    speaker = replace(await _speaker(tx, person, chat_id), talk=in_hand)
    held = drafts.draft_of(world, speaker)
    finished = report_form.sent_when_idle(*held) if held else None
    if held is not None and finished is None and in_hand.data.get("unsaid"):
        await _to_a_person(tx, world, speaker, *held, now)
        return
    if talk.topic == talks.TYPED:
        await _unexplained(tx, world, speaker, now)
        return
    if held is None or finished is None:
        return
    await drafts.send(tx, world, speaker, held[0], finished, now)
    if parked:
        await _go_on(tx, chat_id, user_id, talk, now)


async def _unexplained(tx: Transaction, world: World, speaker: Speaker, now: datetime) -> None:
    """Words, photos or a place that nobody explained: to the case they may belong to, else to a person who reads."""
    brought, about = drafts.brought_by(speaker), speaker.talk.data.get("about")
    if brought is not None and about and await supplements.add_all(tx, world, speaker, int(about), brought, now):
        return
    await spoken.file_unread(tx, world, speaker, spoken.Said(""), now)


async def _to_a_person(
    tx: Transaction, world: World, speaker: Speaker, form: Form, draft: Draft, now: datetime
) -> None:
    """Typed out of nothing, and never said what it is: the duty room reads it, with what was stated."""
    data = speaker.talk.data
    words = str(data.get("words") or "")
    known = {key: value for key, value in draft.answers.items() if key not in ("category", "what_happened", "media")}
    said = spoken.Said(words, tuple(data.get("files") or ()))
    await spoken.file_unread(tx, world, replace(speaker, talk=replace(speaker.talk, topic=None)), said, now, known)


async def _go_on(tx: Transaction, chat_id: int, user_id: int, talk: Talk, now: datetime) -> None:
    """The officer was busy with something else when it went out: they still are."""
    left = (await conversations.load(tx, chat_id, user_id)).data.get(talks.PARKED)
    data = {key: value for key, value in talk.data.items() if key != talks.PARKED}
    data |= {talks.PARKED: left} if left else {}
    await conversations.save(tx, chat_id, user_id, talk.topic, data, now)


async def _speaker(tx: Transaction, person: Person, chat_id: int) -> Speaker:
    posts = await people.posts_of(tx, person.id)
    return Speaker(
        person.telegram_id or 0, person.name, person.language, chat_id, True, person.id, person.phone, posts=posts
    )
