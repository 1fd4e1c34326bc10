"""How far somebody's right reaches in the place where they speak."""

from __future__ import annotations

from bot.actions.people import GroupPlace
from bot.rules.roles import areas_of, contains, covers
from bot.rules.speaker import Speaker
from storage import areas
from storage.database import Transaction


async def reach(tx: Transaction, speaker: Speaker, group: GroupPlace | None, verb: str) -> tuple[str, ...]:
    """The areas in which this speaker may do `verb` here: in a duty group its own, in private those of their posts.

    Nothing in a group that is not bound. Of areas that lie in each other, the widest.
    """
    if not speaker.private and group is None:
        return ()
    own = list(areas_of(speaker, verb))
    city = await areas.city(tx) if speaker.admin else None
    if city is not None:
        own.append(city.code)
    if group is not None and covers(own, [group.area]):
        return (group.area,)
    return tuple(area for area in own if not any(other != area and contains(other, area) for other in own))
