"""Who a word of an escalation step stands for: groups, the people on the roster, a department, the leader.

on_duty and deputy are the people on the roster; where nobody is planned the group as a whole is on duty, and is called.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from bot.rules.escalation import FUNCTION
from bot.rules.message import Recipient
from bot.rules.policy import PERSON, POST
from bot.rules.roles import contains
from storage import duty, groups, people
from storage.database import Transaction
from storage.tables import Group, Person

CITY_DIGITS = 6
Called = list[tuple[Recipient, str]]
SEAT_OF = {"on_duty": "main", "deputy": "deputy"}


async def chats_behind(tx: Transaction, town: str | None, city: str, whom: Iterable[str], now: datetime) -> Called:
    """The chats behind these words for a place in `town` (None: the city itself), each once, with a name to show."""
    found: dict[int, tuple[Recipient, str]] = {}
    for word in whom:
        for to, name in await _behind(tx, town, city, word, now):
            found.setdefault(to.chat_id, (to, name))
    return list(found.values())


async def _behind(tx: Transaction, town: str | None, city: str, word: str, now: datetime) -> Called:
    here = [area for area in (town, city) if area]
    if word == "leader":
        return await _leader(tx, here, now)
    if word in SEAT_OF:
        sitting = _in_private(await duty.on_duty(tx, here[0], now, (SEAT_OF[word],)))
        return sitting or await _group(tx, "town" if town else "city", here[0])
    if word.startswith((POST, PERSON)):
        return []  # `named_behind` finds them
    if word.startswith(FUNCTION):
        return await _department(tx, here, word.removeprefix(FUNCTION))
    tier, area = ("town", town) if word == "town_duty" else ("city", city)
    return await _group(tx, tier, area) if area else []


async def _leader(tx: Transaction, areas: list[str], now: datetime) -> Called:
    """The leaders on duty of town and district; for an area without one on the roster, everybody who leads there."""
    found: Called = []
    for area in areas:
        planned = _in_private(await duty.on_duty(tx, area, now, ("leader",)))
        found += planned or _in_private([person for person, _ in await people.holders(tx, "leader", [area])])
    return found


async def _department(tx: Transaction, areas: list[str], function: str) -> Called:
    """The town's office of this function, its group and people; where the town has none, the district's."""
    for area in areas:
        bound = [_to_group(group) for group in await groups.of_function(tx, function, [area])]
        found = bound + _in_private(await people.of_function(tx, function, [area]))
        if found:
            return found
    return []


async def _group(tx: Transaction, tier: str, area: str) -> Called:
    return [_to_group(group) for group in await groups.listening(tx, tier, [area])]


def _to_group(group: Group) -> tuple[Recipient, str]:
    return Recipient(group.chat_id, group.language, group.thread_id), group.title


def _in_private(found: Iterable[Person]) -> Called:
    """Those who can be written to."""
    return [
        (Recipient(person.telegram_id, person.language, person_id=person.id), person.name)
        for person in found
        if person.telegram_id and person.unreachable_since is None
    ]


async def named_behind(tx: Transaction, village: str, whom: Iterable[str], known: Collection[int]) -> Called:
    """The officers of a village (post:A) and people named one by one (person:12); `known` chats are called already."""
    words = tuple(whom)
    ranks = {word.removeprefix(POST) for word in words if word.startswith(POST)}
    ids = [int(word.removeprefix(PERSON)) for word in words if word.startswith(PERSON)]
    officers = await people.holders(tx, "officer", [village]) if ranks else []
    named = await people.some(tx, ids) if ids else {}
    found = [person for person, post in officers if post.rank in ranks] + list(named.values())
    return [(to, name) for to, name in _in_private(found) if to.chat_id not in known]


async def roles_there(tx: Transaction, to: Recipient, area: str) -> list[str] | None:
    """As whom the reader of a card may tap in this area; None: as anybody, as in a duty room, or not known."""
    if to.person_id is not None:
        held = {post.role for post in await people.posts_of(tx, to.person_id) if contains(post.area, area)}
        return sorted(held) or None
    group = await groups.by_chat(tx, to.chat_id)
    return ["department", "office"] if group is not None and group.function else None
