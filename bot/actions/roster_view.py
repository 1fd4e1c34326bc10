"""The roster of an area as it is shown: who sits now, who comes next, where nobody will be.

A picture is plain data (times in ISO 8601), so that a message can carry it: `planned`, `now` and `next` (a dict a seat:
seat, name or None, phone, trouble), `next_at`, `handover` (from, to, state), `gaps` (seat, from, to).
"""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import Any

from bot.rules.shifts import Roster, Seat, Stretch, following, gaps, on_duty
from storage import areas, duty, people
from storage.database import Transaction
from storage.tables import Person

AHEAD = timedelta(days=7)


async def picture(tx: Transaction, area: str, now: datetime, zone: tzinfo) -> dict[str, Any]:
    """What /duty and a change of shift show."""
    planned = await duty.roster(tx, area, now)
    sitting = on_duty(planned, now, zone)
    coming = following(planned, now, zone)
    known = await people.some(tx, {person for person in (*sitting.values(), *_next(coming).values()) if person})
    names = (await areas.names(tx, [area])).get(area, (area, area))
    return {
        "area": area,
        "area_names": list(names),
        "planned": bool(planned),
        "now": [_seat(seat, known.get(sitting[seat] or 0)) for seat in planned.seats],
        "handover": await _handover(tx, area),
        "next_at": coming[0].isoformat() if coming else None,
        "next": [_seat(seat, known.get(person or 0)) for seat, person in _next(coming).items()],
        "gaps": [_gap(each) for each in gaps(planned, now, now + AHEAD, zone)],
    }


def _next(coming: tuple[datetime, dict[Seat, int | None]] | None) -> dict[Seat, int | None]:
    return coming[1] if coming else {}


def _seat(seat: str, person: Person | None) -> dict[str, Any]:
    if person is None:
        return {"seat": seat, "name": None}
    return {"seat": seat, "name": person.name, "phone": person.phone, "trouble": trouble(person)}


def trouble(person: Person) -> str | None:
    """Why somebody would not hear a call, a reason word; None when they would."""
    if person.unreachable_since is not None:
        return person.unreachable_reason or "refused"
    return None if person.telegram_id is not None else "never_started"


def _gap(stretch: Stretch) -> dict[str, str]:
    return {"seat": stretch.seat, "from": stretch.starts_at.isoformat(), "to": stretch.ends_at.isoformat()}


async def _handover(tx: Transaction, area: str) -> dict[str, Any] | None:
    waiting = await duty.waiting_handover(tx, area, "main")
    if waiting is None:
        return None
    known = await people.some(tx, [waiting.from_person, waiting.to_person])
    return {"from": known[waiting.from_person].name, "to": known[waiting.to_person].name, "state": waiting.state}


async def unreachable_ahead(tx: Transaction, planned: Roster, now: datetime) -> list[dict[str, Any]]:
    """Who is planned and would not hear a call as things stand."""
    named = {person for each in planned.rotations if each.ended_at is None for person in each.people}
    named |= {each.person for each in planned.overrides if each.ends_at > now}
    known = await people.some(tx, named - planned.gone)
    found = [(person, trouble(person)) for _, person in sorted(known.items())]
    return [{"name": person.name, "phone": person.phone, "trouble": why} for person, why in found if why]
