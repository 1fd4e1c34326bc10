"""A duty table becomes replacements in the roster; what cannot be read is said by line. Twice is the same as once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from bot.actions.roster import add_override, allowed, noted
from bot.rules.roster_import import Around, Planned, Unreadable, read, rows_of_text
from bot.rules.roster_tables import Row
from bot.rules.speaker import Speaker
from bot.world import World
from storage import duty
from storage.database import Transaction


@dataclass(frozen=True)
class Imported:
    """How many shifts are new, how many stood already or are over, and what could not be read."""

    new: int
    same: int
    faults: tuple[Unreadable, ...]


async def from_text(
    tx: Transaction, world: World, speaker: Speaker, area: str, text: str, now: datetime
) -> Imported | None:
    """Pasted lines. None without the right."""
    columns, rows = rows_of_text(text)
    return await from_rows(tx, world, speaker, area, columns, rows, now)


async def from_rows(
    tx: Transaction, world: World, speaker: Speaker, area: str, columns: Sequence[str], rows: Sequence[Row],
    now: datetime,
) -> Imported | None:  # fmt: skip
    """The lines of a table. None without the right."""
    if not allowed(speaker, area):
        return None
    settings = world.settings
    staff = {person.id: (person.name, person.phone) for person in await duty.staff(tx, area)}
    around = Around(
        staff, time.fromisoformat(settings.shift_change), time.fromisoformat(settings.shift_change_night),
        now.astimezone(settings.zone).date(), settings.zone,
    )  # fmt: skip
    good, bad = read(columns, rows, around)
    standing = {(row.seat, row.starts_at, row.ends_at): row.person_id for row in await duty.overrides(tx, area, now)}
    new = [each for each in good if each.ends_at > now and standing.get(_key(each)) != each.person]
    for each in new:
        add_override(tx, area, each.seat, each.starts_at, each.ends_at, each.person, "import", speaker.name, now)
    if new:
        await noted(tx, world, speaker, area, {"what": "import", "number": len(new)}, now)
    return Imported(len(new), len(good) - len(new), tuple(bad))


def _key(each: Planned) -> tuple[str, datetime, datetime]:
    return each.seat, each.starts_at, each.ends_at
