"""An emergency left idle is sent as far as it got: an officer who pockets the phone has still reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions import drafts, talks
from bot.actions.one_by_one import one_by_one
from bot.rules import report_form
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
    in_hand = replace(talk, topic=drafts.DRAFT, data=parked) if parked else talk
    speaker = replace(await _speaker(tx, person, chat_id), talk=in_hand)
    held = drafts.draft_of(world, speaker)
    finished = report_form.sent_when_idle(*held) if held else None
    if held is None or finished is None:
        return
    await drafts.send(tx, world, speaker, held[0], finished, now)
    if parked:
        await _go_on(tx, chat_id, user_id, talk, now)


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
