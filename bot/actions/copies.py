"""Personal copies: those on duty get a case in private too, beside the card of their group, by their own rules."""

from __future__ import annotations

from collections.abc import Collection

from bot.actions.called import Around
from bot.rules.message import Recipient
from bot.rules.personal_copies import LEVELS, chosen, switched
from bot.rules.roles import areas_of
from bot.rules.speaker import Speaker
from bot.world import World
from storage import people
from storage.database import Transaction
from storage.tables import Report

CITY_DIGITS = 6


async def copies_beside(
    around: Around, report: Report, whom: Collection[str], known: Collection[int], usual: str
) -> list[tuple[Recipient, str]]:
    """Those on duty where a group is called, who want this priority; `known` chats are called already."""
    desks = {"town_duty": report.town, "district_duty": report.area[:CITY_DIGITS]}
    found: dict[int, tuple[Recipient, str]] = {}
    for area in dict.fromkeys(desks[word] for word in whom if desks.get(word)):
        for person in await around.on_duty(str(area)):
            wanted = report.priority in chosen(person.copies, usual)
            if wanted and person.telegram_id and person.unreachable_since is None and person.telegram_id not in known:
                to = Recipient(person.telegram_id, person.language, person_id=person.id)
                found.setdefault(person.telegram_id, (to, person.name))
    return list(found.values())


async def choice(tx: Transaction, world: World, speaker: Speaker) -> tuple[str, ...] | None:
    """Of which priorities this person gets copies; None for whoever is never on duty."""
    if speaker.person_id is None or not areas_of(speaker, "see_cases"):
        return None
    person = await people.person(tx, speaker.person_id)
    return chosen(person.copies if person else None, world.settings.personal_copies)


async def switch(tx: Transaction, world: World, speaker: Speaker, level: str) -> tuple[str, ...] | None:
    """Turn the copies of one priority on or off; what is chosen now."""
    if level not in LEVELS or await choice(tx, world, speaker) is None or speaker.person_id is None:
        return None
    person = await people.person(tx, speaker.person_id)
    if person is not None:
        person.copies = switched(person.copies, world.settings.personal_copies, level)
    return await choice(tx, world, speaker)
