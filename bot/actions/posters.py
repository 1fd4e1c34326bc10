"""An area's poster, for whoever may have it printed."""

from __future__ import annotations

from datetime import datetime

from bot.actions.people import GroupPlace
from bot.actions.reach import reach
from bot.rules.area_link import full_names
from bot.rules.message import Message, Recipient
from bot.rules.places import Area
from bot.rules.public_bots import for_village
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from bot.world import World
from storage import outbox
from storage.database import Transaction


async def ask(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, area: Area, bot: str, now: datetime
) -> bool:
    """The file comes through the outbox. False for whoever may not. `bot`: the duty bot's name."""
    if not may(speaker, "make_poster", area.code, group.area if group else None):
        return False
    bot = public_bot_of(world, area.code) or bot
    to = Recipient(speaker.chat_id, group.language if group else speaker.language, group.thread_id if group else None)
    values = {"bot": bot, "code": area.code, "names": list(full_names(area, world.places))}
    await outbox.put(tx, Message("receipt", to, "area-poster", values), now)
    return True


def public_bot_of(world: World, code: str) -> str:
    """The name of the public bot that an area's poster leads to; empty where it leads to the duty bot."""
    known = [number for number in world.settings.tokens_of_public_bots if world.usernames.get(number)]
    spread = world.settings.poster_bots == "public"
    return world.usernames.get(for_village(code, known), "") if known and spread else ""


async def areas(tx: Transaction, speaker: Speaker, group: GroupPlace | None) -> tuple[str, ...]:
    """The areas of which somebody may have posters made here."""
    return await reach(tx, speaker, group, "make_poster")
