"""The duty roster of a town or the district: what is planned, who sits where now, what was handed over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, or_, select

from bot.rules.shifts import KINDS, SEATS, Override, Roster, Rotation, Seat, sitting
from storage.database import Transaction
from storage.tables import DutyDesk, DutyNote, Handover, Person, Post, RotationRow, ShiftOverride, ShiftSwap

DEFAULT_ZONE = "Asia/Shanghai"
# Who may sit at a desk: holders of these roles in the area, or in the district above it.
STAFF = ("duty", "leader")


def above(area: str) -> list[str]:
    """The area and what it lies in: 440118105 → 440118105, 440118."""
    return [area[:digits] for digits in (12, 9, 6) if len(area) >= digits]


async def staff(tx: Transaction, area: str) -> list[Person]:
    """Who may sit at this desk: its own people first, then the district's."""
    query = (
        select(Person, Post.area)
        .join(Post, Post.person_id == Person.id)
        .where(Post.role.in_(STAFF), Post.area.in_(above(area)), Post.until.is_(None))
        .order_by(func.length(Post.area).desc(), Post.id)
    )
    return list({person.id: person for person, _ in await tx.session.execute(query)}.values())


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
    standing = [row for row in await rotations(tx, area) if row.ended_at is None or row.ended_at > now]
    turning = [_rotation(row) for row in standing]
    replaced = [
        Override(row.id, _seat(row.seat), row.starts_at, row.ends_at, row.person_id, row.why)
        for row in await overrides(tx, area, now)
    ]
    named = {person for each in turning for person in each.people} | {each.person for each in replaced}
    gone = named - {person.id for person in await staff(tx, area)} if named else set()
    return Roster(tuple(turning), tuple(replaced), frozenset(gone))


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
    planned = await roster(tx, area, now)
    if not planned:
        return []
    zone = await zone_of(tx, area)
    wanted: list[int] = []
    for seat in SEATS:
        if seat in seats:
            wanted += await _answering(tx, area, seat, sitting(planned, seat, now, zone))
    there = {person.id: person for person in await staff(tx, area)}  # whoever left their post answers for nothing
    return [there[person] for person in dict.fromkeys(wanted) if person in there]


async def _answering(tx: Transaction, area: str, seat: str, planned: int | None) -> list[int]:
    handover = await waiting_handover(tx, area, seat)
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
