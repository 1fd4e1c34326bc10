"""Who is speaking, and what people may change about themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.rules.public_bots import bound_to, hears_again
from bot.rules.speaker import Speaker
from storage import bots, case_log, conversations, experts, groups, people, roster
from storage.case_log import Actor
from storage.database import Transaction

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
# When somebody was last heard is kept to within so long: one row more a day, not one an update.
HEARD_WITHIN = timedelta(hours=12)


@dataclass(frozen=True)
class GroupPlace:
    """The bound duty group that somebody speaks in; `function` for the group of a department (tier `function`)."""

    area: str
    tier: str
    language: str
    thread_id: int | None
    title: str
    function: str | None = None


def room_of(group: GroupPlace | None) -> tuple[str | None, str | None]:
    """Area and function of the group that somebody speaks in, as `bot.rules.roles.may` asks for them."""
    return (group.area, group.function) if group else (None, None)


async def who_speaks(
    tx: Transaction, telegram_id: int, name: str, username: str | None, chat_id: int, private: bool, language: str,
    admins: frozenset[int], heard_at: datetime | None = None, bot_id: int = 0,
) -> Speaker:  # fmt: skip
    """The person behind a Telegram id, as far as we know them. `language` is the phone's, used for strangers.

    `heard_at`: the moment, if this is a word or tap of theirs, no change of membership; in private it shows that they
    can be reached. `bot_id`: the public bot that they speak to, 0 for the duty bot.
    """
    talk = await conversations.load(tx, chat_id, telegram_id)
    known = await people.who(tx, telegram_id)
    if known is None:
        return Speaker(telegram_id, name, language, chat_id, private, username=username, talk=talk,
                       admin=telegram_id in admins, bot_id=bot_id)  # fmt: skip
    if heard_at is not None and private:
        if known.unreachable_since is not None:
            in_post = bool(known.posts) or telegram_id in admins
            await _heard_again(tx, telegram_id, known.bot_id, bot_id, in_post, heard_at)
        if known.heard_at is None or heard_at - known.heard_at > HEARD_WITHIN:
            await people.heard(tx, known.id, heard_at)
    return Speaker(
        telegram_id=telegram_id,
        name=known.name,
        language=known.language,
        chat_id=chat_id,
        private=private,
        person_id=known.id,
        phone=known.phone,
        username=username,
        posts=known.posts,
        admin=telegram_id in admins or any(post.role == "admin" for post in known.posts),
        talk=talk,
        bot_id=bot_id,
    )


async def _heard_again(
    tx: Transaction, telegram_id: int, before: int, bot_id: int, in_post: bool, now: datetime
) -> None:
    bound = bound_to(before, bot_id, started=False, reachable=False, in_post=in_post)
    if bound != before:
        await bots.bind(tx, telegram_id, bound, now)
    if hears_again(bound, bot_id, in_post=in_post):
        await people.mark_reachable(tx, telegram_id)


async def group_place(
    tx: Transaction, chat_id: int, spoken_in: bool = False, forum: bool | None = None
) -> GroupPlace | None:
    """`spoken_in`: somebody speaks to us there, so that the group is not lost, whatever was seen before. `forum`:
    whether it has topics."""
    row = await groups.by_chat(tx, chat_id)
    if row is not None and spoken_in and row.forum != bool(forum):
        row.forum = bool(forum)
    if row is None or row.area is None or row.tier is None or row.bound_at is None:
        return None
    if spoken_in and row.lost_at is not None:
        row.lost_at, row.lost_reason = None, None
    return GroupPlace(row.area, row.tier, row.language, row.thread_id, row.title, row.function)


async def note_person(tx: Transaction, speaker: Speaker, now: datetime) -> int:
    """The speaker's row, written down when they are new; its id."""
    if speaker.person_id is not None:
        return speaker.person_id
    row = await people.by_telegram(tx, speaker.telegram_id)
    if row is None:
        row = await people.add(
            tx, speaker.name, speaker.language, now, speaker.telegram_id, bot_id=speaker.bot_id
        )  # fmt: skip
    return row.id


async def keep_phone(tx: Transaction, speaker: Speaker, phone: str, now: datetime) -> bool:
    """Keep the number of a person who shared their own contact; posts entered under that number become theirs.

    Telegram vouches for the number. False for somebody the roster does not know: nothing is kept.
    """
    number = ("+" + "".join(digit for digit in phone if digit.isdecimal()))[:20]
    waiting = [row for row in await roster.by_phone(tx, number) if row.telegram_id is None]
    if speaker.person_id is None and not waiting:
        return False
    person_id = await note_person(tx, speaker, now)
    row = await people.person(tx, person_id)
    if row is not None:
        row.phone = number
    for entered in waiting:
        await people.hand_over_posts(tx, entered.id, person_id, now)
        await experts.move(tx, entered.id, person_id)
        await case_log.append(
            tx, f"person:{person_id}", "claimed_by_phone", now, Actor(speaker.telegram_id, speaker.name),
            {"entered": entered.id},
        )  # fmt: skip
    return True


async def change_language(tx: Transaction, speaker: Speaker, language: str, now: datetime) -> str | None:
    """In private the person's language, in a duty group the group's. None for a language we do not speak."""
    if language not in LANGUAGES:
        return None
    if speaker.private:
        row = await people.person(tx, await note_person(tx, speaker, now))
        if row is not None:
            row.language = language
        return language
    group = await groups.by_chat(tx, speaker.chat_id)
    if group is not None:
        group.language = language
    return language


async def again(tx: Transaction, speaker: Speaker) -> Speaker:
    """The speaker as they are now, after something about them has changed."""
    row = await people.by_telegram(tx, speaker.telegram_id)
    if row is None:
        return speaker
    return replace(speaker, person_id=row.id, phone=row.phone, posts=await people.posts_of(tx, row.id))


async def seen(tx: Transaction, speaker: Speaker, now: datetime) -> None:
    """They have opened this bot (again): whoever was unreachable can be written to, and a resident moves to it."""
    in_post = bool(speaker.posts) or speaker.admin
    if speaker.person_id is not None and not in_post:
        await bots.bind(tx, speaker.telegram_id, speaker.bot_id, now)
    if hears_again(speaker.bot_id, speaker.bot_id, in_post=in_post):
        await people.mark_reachable(tx, speaker.telegram_id)
