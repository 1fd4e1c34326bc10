"""What `doctor` reads of rosters, handovers and invitations: who sits nowhere in the next days, and what lies still."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from bot.actions.roster_view import AHEAD, unreachable_ahead
from bot.rules.shifts import gaps
from storage import areas, duty, groups, handovers, invitations, people
from storage.database import Transaction

# A handover takes minutes; one that waits for longer was forgotten or refused.
HANDOVER_WAITS = timedelta(hours=2)
EXPIRED_SINCE = timedelta(days=30)


@dataclass(frozen=True)
class Gap:
    """Nobody sits in `seat` of the desk of `area` (a name) from then on."""

    area: str
    seat: str
    since: datetime


@dataclass(frozen=True)
class Duty:
    """Names throughout. `planned`: how many desks have a roster; `without`: those with a group and none; `silent`: who
    is planned and would not hear a call, with the reason word; `waiting`: handovers (area, from, to); `expired`:
    invitations that nobody took (role, area) to posts that nobody holds."""

    planned: int
    without: tuple[str, ...]
    gaps: tuple[Gap, ...]
    silent: tuple[tuple[str, str], ...]
    waiting: tuple[tuple[str, str, str], ...]
    expired: tuple[tuple[str, str], ...]


async def read_duty(tx: Transaction, now: datetime, zone: tzinfo) -> Duty:
    desks = {group.area for group in await groups.bound(tx) if group.area is not None and group.function is None}
    named = await areas.names(tx, desks)
    planned, without, holes = 0, list[str](), list[Gap]()
    silent: dict[str, str] = {}
    for area in sorted(desks):
        name = named.get(area, (area, area))[0]
        roster = await duty.roster(tx, area, now)
        if not roster:
            without.append(name)
            continue
        planned += 1
        holes += [Gap(name, each.seat, each.starts_at) for each in gaps(roster, now, now + AHEAD, zone)]
        silent |= {str(each["name"]): str(each["trouble"]) for each in await unreachable_ahead(tx, roster, now)}
    return Duty(
        planned, tuple(without), tuple(holes), tuple(silent.items()), await _waiting(tx, now), await _expired(tx, now)
    )


async def _waiting(tx: Transaction, now: datetime) -> tuple[tuple[str, str, str], ...]:
    rows = await handovers.waiting_since(tx, now - HANDOVER_WAITS)
    named = await areas.names(tx, {row.area for row in rows})
    known = await people.some(tx, {person for row in rows for person in (row.from_person, row.to_person)})
    return tuple(
        (named.get(row.area, (row.area,))[0], known[row.from_person].name, known[row.to_person].name) for row in rows
    )


async def _expired(tx: Transaction, now: datetime) -> tuple[tuple[str, str], ...]:
    rows = await invitations.expired_unused(tx, now - EXPIRED_SINCE, now)
    empty = [row for row in rows if not await people.holders(tx, row.role, [row.area])]
    named = await areas.names(tx, {row.area for row in empty})
    return tuple(dict.fromkeys((row.role, named.get(row.area, (row.area,))[0]) for row in empty))
