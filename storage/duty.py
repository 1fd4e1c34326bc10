"""The duty roster of a town or the district: what is planned, who sits where now, what was handed over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, bindparam, func, or_, select

from bot.rules.shifts import KINDS, SEATS, Override, Roster, Rotation, Seat, sitting
from storage.database import Transaction
from storage.tables import DutyDesk, DutyNote, Handover, Person, Post, RotationRow, ShiftOverride, ShiftSwap

DEFAULT_ZONE = "Asia/Shanghai"
# Who may sit at a desk: holders of these roles in the area, or in the district above it.
STAFF = ("duty", "leader")

# Written once (storage.tables.plain says why), for several areas at once.
_AREAS: BindParameter[Any] = bindparam("areas", expanding=True)
_STAFF = (
    select(Person, Post.area)
    .join(Post, Post.person_id == Person.id)
    .where(Post.role.in_(STAFF), Post.area.in_(_AREAS), Post.until.is_(None))
    .order_by(func.length(Post.area).desc(), Post.id)
)
_STANDING = (
    select(RotationRow)
    .where(RotationRow.area.in_(_AREAS))
    .where(or_(RotationRow.ended_at.is_(None), RotationRow.ended_at > bindparam("now")))
    .order_by(RotationRow.id)
)
_REPLACED = (
    select(ShiftOverride)
    .where(ShiftOverride.area.in_(_AREAS), ShiftOverride.ends_at > bindparam("now"))
    .where(ShiftOverride.cancelled_at.is_(None))
    .order_by(ShiftOverride.id)
)
_DESKS = select(DutyDesk).where(DutyDesk.area.in_(_AREAS))
_WAITING = (
    select(Handover).where(Handover.area.in_(_AREAS), Handover.state.in_(("open", "refused"))).order_by(Handover.id)
)


def above(area: str) -> list[str]:
    """The area and what it lies in: 440118105 → 440118105, 440118."""
    return [area[:digits] for digits in (12, 9, 6) if len(area) >= digits]


async def staff(tx: Transaction, area: str) -> list[Person]:
    """Who may sit at this desk: its own people first, then the district's."""
    return list({person.id: person for person, _ in await _staff(tx, above(area))}.values())


async def _staff(tx: Transaction, areas: Collection[str]) -> list[tuple[Person, str]]:
    return [(person, area) for person, area in await tx.session.execute(_STAFF, {"areas": list(areas)})]


# Written once (storage.tables.plain says why). A call asks for the roster of town and district, which many do not keep.
_KEPT = select(
    or_(
        select(RotationRow.id).where(RotationRow.area == bindparam("here")).exists(),
        select(ShiftOverride.id)
        .where(ShiftOverride.area == bindparam("here"), ShiftOverride.ends_at > bindparam("since"))
        .exists(),
    )
)
_ROTATIONS = select(RotationRow).where(RotationRow.area == bindparam("here")).order_by(RotationRow.id)


async def rotations(tx: Transaction, area: str) -> list[RotationRow]:
    """Those that stand, and those taken down lately."""
    return list(await tx.session.scalars(_ROTATIONS, {"here": area}))


async def overrides(tx: Transaction, area: str, since: datetime) -> list[ShiftOverride]:
    query = (
        select(ShiftOverride)
        .where(ShiftOverride.area == area, ShiftOverride.ends_at > since, ShiftOverride.cancelled_at.is_(None))
        .order_by(ShiftOverride.id)
    )
    return list(await tx.session.scalars(query))


async def roster(tx: Transaction, area: str, now: datetime) -> Roster:
    """What is planned for an area from now on; people who have left their post there sit nowhere.

    A seat whose last shift is over is not planned any more: that it would be was told as a gap before.
    """
    if not (await tx.session.execute(_KEPT, {"here": area, "since": now})).scalar():
        return Roster((), (), frozenset())
    asked = {"areas": [area], "now": now}
    turning = [_rotation(row) for row in await tx.session.scalars(_STANDING, asked)]
    replaced = [_override(row) for row in await tx.session.scalars(_REPLACED, asked)]
    there = {person.id for person in await staff(tx, area)} if turning or replaced else ()
    return _roster(turning, replaced, there)


def _roster(turning: Iterable[Rotation], replaced: Iterable[Override], staff: Collection[int]) -> Roster:
    found = Roster(tuple(turning), tuple(replaced))
    named = {person for each in found.rotations for person in each.people} | {each.person for each in found.overrides}
    return replace(found, gone=frozenset(named - set(staff)))


def _override(row: ShiftOverride) -> Override:
    return Override(row.id, _seat(row.seat), row.starts_at, row.ends_at, row.person_id, row.why)


def _rotation(row: RotationRow) -> Rotation:
    kind = next(kind for kind in KINDS if kind == row.kind)
    return Rotation(
        row.id, _seat(row.seat), kind, tuple(row.people), row.starts_on, time.fromisoformat(row.change),
        time.fromisoformat(row.night) if row.night else None, row.ended_at,
    )  # fmt: skip


def _seat(word: str) -> Seat:
    return next(seat for seat in SEATS if seat == word)


async def desk(tx: Transaction, area: str) -> DutyDesk | None:
    return await tx.session.get(DutyDesk, area)


async def locked_desk(tx: Transaction, area: str) -> DutyDesk:
    """The desk, made where there is none; nobody else changes it until the commit."""
    await tx.insert_new(DutyDesk, [{"area": area, "zone": "", "known": {}}], "area")
    query = select(DutyDesk).where(DutyDesk.area == area).with_for_update()
    return (await tx.session.scalars(query.execution_options(populate_existing=True))).one()


async def zone_of(tx: Transaction, area: str) -> ZoneInfo:
    """The zone setting, as the tick has noted it at the desk."""
    found = await desk(tx, area)
    return ZoneInfo(found.zone if found is not None and found.zone else DEFAULT_ZONE)


async def on_duty(tx: Transaction, area: str, now: datetime, seats: Sequence[str] = ("main", "deputy")) -> list[Person]:
    """Who answers for an area at this moment, seat by seat; empty when nobody is planned: then the group as a whole.

    While a handover (交接班) is open the one before is still responsible and comes first, the one to come is called
    too; after a refusal the one before alone.
    """
    planned = (await planned_among(tx, [area], now)).get(area)
    return planned.answering(now, seats) if planned is not None else []


@dataclass(frozen=True)
class Planned:
    """What tells who is on duty in one area. `staff` by id; `waiting`: the newest handover that waits, by seat."""

    roster: Roster
    zone: ZoneInfo
    staff: dict[int, Person]
    waiting: dict[str, Handover]

    def answering(self, now: datetime, seats: Sequence[str]) -> list[Person]:
        wanted: list[int] = []
        for seat in SEATS:
            if seat in seats:
                wanted += _answering(self.waiting.get(seat), sitting(self.roster, seat, now, self.zone))
        # whoever left their post answers for nothing
        return [self.staff[person] for person in dict.fromkeys(wanted) if person in self.staff]


async def planned_among(tx: Transaction, areas: Collection[str], now: datetime) -> dict[str, Planned]:
    """Those of these areas that anything is planned for: two statements where nothing is, five where something is."""
    asked = {"areas": list(areas), "now": now}
    turning: dict[str, list[Rotation]] = {}
    replaced: dict[str, list[Override]] = {}
    for rotation in await tx.session.scalars(_STANDING, asked):
        turning.setdefault(rotation.area, []).append(_rotation(rotation))
    for override in await tx.session.scalars(_REPLACED, asked):
        replaced.setdefault(override.area, []).append(_override(override))
    busy = {"areas": sorted({*turning, *replaced})}
    if not busy["areas"]:
        return {}
    people = await _staff(tx, {each for area in busy["areas"] for each in above(area)})
    zones = {desk.area: desk.zone for desk in await tx.session.scalars(_DESKS, busy)}
    waiting = {(row.area, row.seat): row for row in await tx.session.scalars(_WAITING, busy)}
    found = {}
    for area in busy["areas"]:
        there = {person.id: person for person, post_area in people if post_area in above(area)}
        roster = _roster(turning.get(area, ()), replaced.get(area, ()), there)
        seats = {seat: row for (where, seat), row in waiting.items() if where == area}
        found[area] = Planned(roster, ZoneInfo(zones.get(area) or DEFAULT_ZONE), there, seats)
    return found


def _answering(handover: Handover | None, planned: int | None) -> list[int]:
    if handover is None:
        return [planned] if planned is not None else []
    if handover.state == "refused" or planned is None:
        return [handover.from_person]
    return [handover.from_person, planned]


async def waiting_handover(tx: Transaction, area: str, seat: str) -> Handover | None:
    """The newest handover of a seat that nobody has accepted yet."""
    query = (
        select(Handover)
        .where(Handover.area == area, Handover.seat == seat, Handover.state.in_(("open", "refused")))
        .order_by(Handover.id.desc())
        .limit(1)
    )
    return await tx.session.scalar(query)


async def locked_handover(tx: Transaction, handover_id: int) -> Handover | None:
    return await tx.session.get(Handover, handover_id, with_for_update=True, populate_existing=True)


async def reminders_due(tx: Transaction, now: datetime) -> list[int]:
    query = select(Handover.id).where(Handover.remind_at <= now, Handover.state.in_(("open", "refused")))
    return list(await tx.session.scalars(query.order_by(Handover.id)))


async def locked_swap(tx: Transaction, swap_id: int) -> ShiftSwap | None:
    return await tx.session.get(ShiftSwap, swap_id, with_for_update=True, populate_existing=True)


async def desks_due(tx: Transaction, now: datetime, zone: str) -> list[str]:
    """The desks that something is to be looked at now: a change, the gaps, the weekly list, the test call."""
    columns = (DutyDesk.next_change_at, DutyDesk.gaps_at, DutyDesk.list_at, DutyDesk.call_at)
    query = select(DutyDesk.area).where(or_(DutyDesk.zone != zone, *(column <= now for column in columns)))
    return list(await tx.session.scalars(query.order_by(DutyDesk.area)))


async def areas_without_desk(tx: Transaction, areas: Collection[str]) -> list[str]:
    there = set(await tx.session.scalars(select(DutyDesk.area)))
    return [area for area in areas if area not in there]


async def open_notes(tx: Transaction, area: str) -> list[DutyNote]:
    query = select(DutyNote).where(DutyNote.area == area, DutyNote.done_at.is_(None)).order_by(DutyNote.id)
    return list(await tx.session.scalars(query))
