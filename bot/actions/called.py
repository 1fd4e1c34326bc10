"""Who a word of an escalation step stands for: groups, the people on the roster, a department, the leader.

on_duty and deputy are the people on the roster; where nobody is planned the group as a whole is on duty, and is called.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from bot.rules.escalation import FUNCTION
from bot.rules.message import Recipient
from bot.rules.policy import PERSON, POST
from bot.rules.roles import contains
from bot.rules.speaker import HeldPost
from storage import duty, groups, people
from storage.database import Transaction
from storage.tables import Group, Person, Post

CITY_DIGITS = 6
Called = list[tuple[Recipient, str]]
SEAT_OF = {"on_duty": "main", "deputy": "deputy"}


class Around:
    """Who can be called in some areas, as it stands in one transaction: each thing is looked up when first asked for,
    for all of the areas at once."""

    def __init__(self, tx: Transaction, areas: Iterable[str | None], now: datetime) -> None:
        self.tx, self.now = tx, now
        self._areas = sorted({area for area in areas if area})
        self._groups: list[Group] | None = None
        self._planned: dict[str, duty.Planned] | None = None
        self._leaders: list[tuple[Person, Post]] | None = None
        self._offices: dict[tuple[str, str], Called] = {}
        self._posts: dict[int, tuple[HeldPost, ...]] = {}

    async def groups(self) -> list[Group]:
        if self._groups is None:
            self._groups = await groups.all_listening(self.tx, self._areas)
        return self._groups

    async def chats(self) -> set[int]:
        """Of the groups."""
        return {group.chat_id for group in await self.groups()}

    async def group(self, tier: str, area: str) -> Called:
        return [_to_group(group) for group in await self.groups() if (group.tier, group.area) == (tier, area)]

    async def on_duty(self, area: str, seats: Sequence[str] = ("main", "deputy")) -> list[Person]:
        if self._planned is None:
            self._planned = await duty.planned_among(self.tx, self._areas, self.now)
        planned = self._planned.get(area)
        return planned.answering(self.now, seats) if planned is not None else []

    async def leaders(self, area: str) -> list[Person]:
        """Everybody who leads there."""
        if self._leaders is None:
            self._leaders = await people.holders(self.tx, "leader", self._areas)
        return [person for person, post in self._leaders if post.area == area]

    async def office(self, function: str, area: str) -> Called:
        """The group and the people of a department in one area."""
        if (function, area) not in self._offices:
            bound = [group for group in await self.groups() if (group.tier, group.area) == ("function", area)]
            found = [_to_group(group) for group in bound if group.function == function]
            self._offices[function, area] = found + _in_private(await people.of_function(self.tx, function, [area]))
        return self._offices[function, area]

    async def roles(self, to: Recipient, area: str) -> list[str] | None:
        """As whom the reader of a card may tap in this area; None: as anybody, as in a duty room, or not known."""
        if to.person_id is not None:
            if to.person_id not in self._posts:
                self._posts[to.person_id] = await people.posts_of(self.tx, to.person_id)
            return sorted({post.role for post in self._posts[to.person_id] if contains(post.area, area)}) or None
        known = [group for group in await self.groups() if group.chat_id == to.chat_id]
        group = known[0] if known else await groups.by_chat(self.tx, to.chat_id)
        return ["department", "office"] if group is not None and group.function else None


async def chats_behind(tx: Transaction, town: str | None, city: str, whom: Iterable[str], now: datetime) -> Called:
    """The chats behind these words for a place in `town` (None: the city itself), each once, with a name to show."""
    return await chats_around(Around(tx, [town, city], now), town, city, whom)


async def chats_around(around: Around, town: str | None, city: str, whom: Iterable[str]) -> Called:
    """The same, by what was looked up for several places."""
    found: dict[int, tuple[Recipient, str]] = {}
    for word in whom:
        for to, name in await _behind(around, town, city, word):
            found.setdefault(to.chat_id, (to, name))
    return list(found.values())


async def _behind(around: Around, town: str | None, city: str, word: str) -> Called:
    here = [area for area in (town, city) if area]
    if word == "leader":
        return await _leader(around, here)
    if word in SEAT_OF:
        sitting = _in_private(await around.on_duty(here[0], (SEAT_OF[word],)))
        return sitting or await around.group("town" if town else "city", here[0])
    if word.startswith((POST, PERSON)):
        return []  # `named_behind` finds them
    if word.startswith(FUNCTION):
        return await _department(around, here, word.removeprefix(FUNCTION))
    tier, area = ("town", town) if word == "town_duty" else ("city", city)
    return await around.group(tier, area) if area else []


async def _leader(around: Around, areas: list[str]) -> Called:
    """The leaders on duty of town and district; for an area without one on the roster, everybody who leads there."""
    found: Called = []
    for area in areas:
        planned = _in_private(await around.on_duty(area, ("leader",)))
        found += planned or _in_private(await around.leaders(area))
    return found


async def _department(around: Around, areas: list[str], function: str) -> Called:
    """The town's office of this function, its group and people; where the town has none, the district's."""
    for area in areas:
        if found := await around.office(function, area):
            return found
    return []


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
