"""Places of refuge: the nearest to somebody, and the duty room opens and closes them."""

from __future__ import annotations

from datetime import datetime

from bot.actions.people import GroupPlace, room_of
from bot.rules.roles import areas_of, may
from bot.rules.shelters import STATES, ShelterView, nearest
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, shelters
from storage.case_log import Actor
from storage.database import Transaction

TOPIC = "shelter_where"


async def near(tx: Transaction, world: World, lat: float, lon: float) -> list[tuple[float, ShelterView]]:
    cities = [area.code for area in world.places.areas if area.kind == "city"]
    return nearest(await shelters.within(tx, cities), lat, lon)


async def kept_by(tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None) -> list[ShelterView]:
    """Those that this speaker may open and close here."""
    codes = [group.area] if group is not None else list(areas_of(speaker, "open_shelter"))
    if not codes and speaker.admin:
        codes = [area.code for area in world.places.areas if area.kind == "city"]
    return await shelters.within(tx, codes) if codes else []


async def set_state(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, code: str, state: str, now: datetime
) -> str | None:
    """None when it is done; else gone or no_right."""
    row = await shelters.get(tx, code)
    if row is None or state not in STATES:
        return "gone"
    if not may(speaker, "open_shelter", row.area, *room_of(group)):
        return "no_right"
    row.state, row.changed_at, row.changed_by_name = state, now, speaker.name
    await case_log.append(tx, f"shelter:{code}", state, now, Actor(speaker.telegram_id, speaker.name))
    return None
