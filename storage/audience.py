"""The residents to whom an alert goes, a chunk at a time: a walk through an index, however many there are.

First those who live where a hazard is on record, then all inside of the alert's areas, then whoever subscribed to what
these lie in, then those who were told of an alert that this one follows, and at last those who read of it in a daily
message or follow the event. Some are met twice; a copy is written once. Where the walk stands is kept with the alert,
so that a kill resumes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select, tuple_, union

from bot.rules.area_choice import around
from bot.rules.audience import UNHEARD, Heard, Wish
from storage.database import Transaction
from storage.tables import AlertFollow, DigestItem, OutboxRow, Person, Subscription, plain

COPY = "alert"
REACHED = ("sent", "held", "sending")
EXPOSED, INSIDE, WIDER, TOLD, BESIDES, OVER = range(6)


@dataclass(frozen=True, slots=True)
class Position:
    """Where the walk stands: its stage, the area (or, of those told, the alert) and the last one met there."""

    stage: int = EXPOSED
    area: str = ""
    last: int = 0


@dataclass(frozen=True)
class Resident:
    """`heard`: what they have to do with the alerts that this one follows. `wishes`: all that they have now."""

    person_id: int
    telegram_id: int | None
    language: str
    reachable: bool
    wishes: tuple[Wish, ...]
    heard: Heard = UNHEARD


# Written once (storage.tables.plain says why).
_WISHES, _PEOPLE, _COPIES = plain(Subscription), plain(Person), plain(OutboxRow)
_INSIDE = (
    select(_WISHES.c.area, _WISHES.c.person_id)
    .where(tuple_(_WISHES.c.area, _WISHES.c.person_id) > tuple_(bindparam("area"), bindparam("last")))
    .where(_WISHES.c.area < bindparam("end"), _WISHES.c.ended_at.is_(None))
    .order_by(_WISHES.c.area, _WISHES.c.person_id)
    .limit(bindparam("limit"))
)
_TOLD = (
    select(_COPIES.c.id, _COPIES.c.person_id)
    .where(_COPIES.c.subject == bindparam("subject"), _COPIES.c.key == COPY, _COPIES.c.id > bindparam("last"))
    .where(_COPIES.c.edits.is_(None), _COPIES.c.state.in_(REACHED), _COPIES.c.person_id.is_not(None))
    .order_by(_COPIES.c.id)
    .limit(bindparam("limit"))
)
_READ = select(DigestItem.person_id).where(DigestItem.taken_at.is_not(None), DigestItem.left_out.is_(None))
_FOLLOW = select(AlertFollow.person_id).where(AlertFollow.ended_at.is_(None))
_EITHER = union(
    _READ.where(DigestItem.alert_id == bindparam("ref")), _FOLLOW.where(AlertFollow.alert_id == bindparam("ref"))
).subquery()
_BESIDES = (
    select(_EITHER.c.person_id.label("id"), _EITHER.c.person_id)
    .where(_EITHER.c.person_id > bindparam("last")).order_by(_EITHER.c.person_id).limit(bindparam("limit"))
)  # fmt: skip
_RESIDENTS = (
    select(
        _PEOPLE.c.id, _PEOPLE.c.telegram_id, _PEOPLE.c.language, _PEOPLE.c.unreachable_since, _WISHES.c.area,
        _WISHES.c.kinds, _WISHES.c.lowest_level, _WISHES.c.quiet_from, _WISHES.c.quiet_to, _WISHES.c.digest_below,
        _WISHES.c.digest_at,
    )
    .outerjoin_from(_PEOPLE, _WISHES, (_WISHES.c.person_id == _PEOPLE.c.id) & _WISHES.c.ended_at.is_(None))
    .where(_PEOPLE.c.id.in_(bindparam("ids", expanding=True)))
)  # fmt: skip
_SOME: Any = bindparam("ids", expanding=True)
_EARLIER: Any = bindparam("refs", expanding=True)
_HAVE_READ = _READ.where(DigestItem.person_id.in_(_SOME), DigestItem.alert_id.in_(_EARLIER))
_ARE_FOLLOWING = _FOLLOW.where(AlertFollow.person_id.in_(_SOME), AlertFollow.alert_id.in_(_EARLIER))
_WERE_TOLD = select(_COPIES.c.person_id).where(
    _COPIES.c.once.in_(bindparam("once", expanding=True)), _COPIES.c.state.in_(REACHED)
)


def once(alert_id: int, person_id: int) -> str:
    """The key that keeps a second copy of an alert from one person."""
    return f"alert:{alert_id}:{person_id}"


async def after(
    tx: Transaction, position: Position, limit: int, areas: Sequence[str], exposed: Sequence[str], refs: Sequence[int]
) -> tuple[list[Resident], Position]:
    """The next residents, in the order of the walk, and where it stands then (stage OVER: there are no more)."""
    met: list[int] = []
    while len(met) < limit and position.stage < OVER:
        room = limit - len(met)
        if position.stage in (TOLD, BESIDES):
            found, position = await _told_before(tx, position, room, refs)
        else:
            places = {EXPOSED: exposed, INSIDE: areas, WIDER: _wider(areas)}[position.stage]
            found, position = await _living_in(tx, position, room, places)
        met += found
    return await _residents(tx, dict.fromkeys(met), refs), position


def _wider(areas: Iterable[str]) -> list[str]:
    """What these areas lie in."""
    return sorted({outer for code in areas for outer in around(code) if outer != code})


async def _living_in(
    tx: Transaction, position: Position, limit: int, places: Collection[str]
) -> tuple[list[int], Position]:
    found: list[int] = []
    for code in sorted(places):
        end = code + ("0" if position.stage == WIDER else "a")  # itself alone; or all that begins with its digits
        start = max((position.area, position.last), (code, 0))
        if start[0] >= end:
            continue
        ask = {"area": start[0], "last": start[1], "end": end, "limit": limit - len(found)}
        rows = (await tx.session.execute(_INSIDE, ask)).all()
        if rows:
            found += [row.person_id for row in rows]
            position = Position(position.stage, rows[-1].area, rows[-1].person_id)
        if len(found) >= limit:
            return found, position
    return found, Position(position.stage + 1)


async def _told_before(
    tx: Transaction, position: Position, limit: int, refs: Sequence[int]
) -> tuple[list[int], Position]:
    found: list[int] = []
    for ref in sorted(refs):
        if position.area and ref < int(position.area):
            continue
        last = position.last if position.area == str(ref) else 0
        whom: dict[str, Any] = {"subject": f"alert:{ref}"} if position.stage == TOLD else {"ref": ref}
        ask = whom | {"last": last, "limit": limit - len(found)}
        rows = (await tx.session.execute(_TOLD if position.stage == TOLD else _BESIDES, ask)).all()
        found += [row.person_id for row in rows]
        position = Position(position.stage, str(ref), rows[-1].id if rows else last)
        if len(found) >= limit:
            return found, position
    return found, Position(position.stage + 1)


async def _residents(tx: Transaction, ids: Collection[int], refs: Sequence[int]) -> list[Resident]:
    if not ids:
        return []
    heard = await _heard(tx, ids, refs) if refs else {}
    wishes: defaultdict[int, list[Wish]] = defaultdict(list)
    people: dict[int, Any] = {}
    for row in await tx.session.execute(_RESIDENTS, {"ids": list(ids)}):
        people[row.id] = row
        if row.area is not None:
            wishes[row.id].append(Wish(row.area, tuple(row.kinds), row.lowest_level, row.quiet_from, row.quiet_to,
                                       row.digest_below, row.digest_at))  # fmt: skip
    found = [people[id_] for id_ in ids if id_ in people]
    return [
        Resident(row.id, row.telegram_id, row.language, row.unreachable_since is None and row.telegram_id is not None,
                 tuple(wishes[row.id]), heard.get(row.id, UNHEARD))
        for row in found
    ]  # fmt: skip


async def _heard(tx: Transaction, ids: Collection[int], refs: Sequence[int]) -> dict[int, Heard]:
    """Of these people, what they have to do with the earlier alerts."""
    keys = [once(ref, person) for ref in refs for person in ids]
    told = set(await tx.session.scalars(_WERE_TOLD, {"once": keys}))
    mine = {"ids": list(ids), "refs": list(refs)}
    read, following = [set(await tx.session.scalars(each, mine)) for each in (_HAVE_READ, _ARE_FOLLOWING)]
    return {each: Heard(each in told, each in read, each in following) for each in ids}
