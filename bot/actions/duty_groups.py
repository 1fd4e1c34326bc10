"""Duty groups: bound to a tier and area, lost, found again, moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.actions.alarm import alarm
from bot.report_types import load_functions
from bot.rules.speaker import Speaker
from storage import areas, case_log, escalations, groups, outbox
from storage.case_log import Actor
from storage.database import Transaction


@dataclass(frozen=True)
class AreaChoice:
    code: str
    names: tuple[str, str]


async def towns(tx: Transaction) -> list[AreaChoice]:
    return [AreaChoice(row.code, (row.name, row.name_hant)) for row in await areas.towns(tx)]


async def city(tx: Transaction) -> AreaChoice | None:
    row = await areas.city(tx)
    return AreaChoice(row.code, (row.name, row.name_hant)) if row else None


async def bind(
    tx: Transaction, speaker: Speaker, title: str, area: str, thread_id: int | None, language: str, now: datetime,
    function: str | None = None,
) -> tuple[str, AreaChoice] | None:  # fmt: skip
    """Bind the speaker's group to an area; the tier follows from it. None when there is no such town or city.

    `function`: it is the group of a department there, called for its own cases.
    """
    place = await areas.area(tx, area)
    if place is None or place.kind not in ("city", "town"):
        return None
    if function is not None and function not in load_functions():
        return None
    tier = "function" if function else place.kind
    await groups.bind(tx, speaker.chat_id, title, tier, area, thread_id, language, now, speaker.telegram_id, function)
    await case_log.append(
        tx, f"area:{area}", "group_bound", now, Actor(speaker.telegram_id, speaker.name),
        {"chat": speaker.chat_id, "thread": thread_id} | ({"function": function} if function else {}),
    )  # fmt: skip
    return tier, AreaChoice(place.code, (place.name, place.name_hant))


async def lost(tx: Transaction, chat_id: int, reason: str, now: datetime) -> None:
    """The bot was removed from a duty group: open climbs go on without it, and the administrators hear of it."""
    group = await groups.lose(tx, chat_id, reason, now)
    if group is None or group.area is None:
        return
    await case_log.append(tx, f"area:{group.area}", "group_lost", now, words={"chat": chat_id, "reason": reason})
    town = group.area if group.tier == "town" else None
    moved = await escalations.pull_forward(tx, town, now)
    await alarm(tx, "alarm-group-lost", {"group": group.title, "reason": reason, "open": str(moved)}, now)


async def found(tx: Transaction, chat_id: int) -> None:
    """The bot may write to this group (again): what it was bound to, it is bound to."""
    await groups.find_again(tx, chat_id)


async def moved(tx: Transaction, old_chat: int, new_chat: int, now: datetime) -> None:
    """A group became a supergroup."""
    await groups.move(tx, old_chat, new_chat)
    await outbox.move_chat(tx, old_chat, new_chat, now)
