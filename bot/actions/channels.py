"""Public channels: noted when the bot becomes an administrator there, tied to an area by an administrator of ours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.actions.alarm import alarm
from bot.rules.message import Message, Recipient
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from storage import areas, case_log, channels, outbox
from storage.case_log import Actor
from storage.database import Transaction

ADDED = "channel-added"


@dataclass(frozen=True)
class Known:
    """A channel as it is listed: `area` and its names are empty until it is tied to one."""

    channel_id: int
    title: str
    area: str | None
    names: tuple[str, str]


async def added(tx: Transaction, speaker: Speaker, chat_id: int, title: str, now: datetime) -> None:
    """The bot may post in this channel. Whoever made it so is asked for which area, if they are an administrator."""
    row = await channels.known(tx, chat_id, title)
    if not may(speaker, "bind_group"):
        return
    to = Recipient(speaker.telegram_id, speaker.language, person_id=speaker.person_id)
    once = f"channel-added:{row.id}:{now.isoformat()}"
    values = {"channel": row.id, "title": row.title}
    await outbox.put(tx, Message("notice", to, ADDED, values, once=once), now)


async def lost(tx: Transaction, chat_id: int, reason: str, now: datetime) -> None:
    if await channels.lose(tx, chat_id, reason, now):
        await alarm(tx, "alarm-channel-lost", {"reason": reason}, now, once=f"channel-lost:{chat_id}:{now.isoformat()}")


async def every(tx: Transaction) -> list[Known]:
    rows = await channels.every(tx)
    names = await areas.names(tx, [row.area for row in rows if row.area])
    return [Known(row.id, row.title, row.area, names.get(row.area or "", ("", ""))) for row in rows]


async def bind(tx: Transaction, speaker: Speaker, channel_id: int, area: str | None, now: datetime) -> Known | None:
    """Tie it to an area, or (None) to no area any more. None for a channel or an area that is not there."""
    row = await channels.get(tx, channel_id)
    place = await areas.area(tx, area) if area else None
    if row is None or (area and place is None):
        return None
    row.area, row.bound_at, row.bound_by = area, now if area else None, speaker.person_id
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"channel:{row.id}", "bound" if area else "unbound", now, actor, {"area": area})
    return Known(row.id, row.title, area, (place.name, place.name_hant) if place else ("", ""))
