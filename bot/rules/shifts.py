"""Who is on duty: rotations + overrides → who sits in a seat at a moment, the next change, the gaps.

Seats of a duty desk (带班领导 + 主班 + 副班). A rotation says it in wall time ("every day at 08:30 the next one"), so a
change of the zone setting moves its changes with the wall clock; an override (a replacement, a swap, an imported line)
is two moments and stays where it is. Nobody is in a seat: a gap. Spans are half open: the one who comes has the moment.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal, get_args

Seat = Literal["leader", "main", "deputy"]
SEATS: tuple[Seat, ...] = get_args(Seat)
Kind = Literal["daily", "weekly", "day_night"]
KINDS: tuple[Kind, ...] = get_args(Kind)

# A seat whose occupant changes more seldom than this is looked at again then.
FARTHEST = timedelta(days=60)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Rotation:
    """`people` take turns in this order from `starts_on` (its day of the week is that of a weekly change).

    `change` is the wall time of a change, `night` that of the evening's one in a day/night rotation, where day and
    night shifts are dealt out one by one. `ended_at` is when it was taken down. A later one of the same seat goes
    before an earlier one from its own first change on.
    """

    id: int
    seat: Seat
    kind: Kind
    people: tuple[int, ...]
    starts_on: date
    change: time
    night: time | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True)
class Override:
    """Somebody sits in a seat for a span, whatever the rotation says. The one with the highest id counts."""

    id: int
    seat: Seat
    starts_at: datetime
    ends_at: datetime
    person: int
    why: str = "override"


@dataclass(frozen=True)
class Roster:
    """All that is planned for an area. `gone`: people who no longer hold a post there; they sit nowhere."""

    rotations: tuple[Rotation, ...] = ()
    overrides: tuple[Override, ...] = ()
    gone: frozenset[int] = field(default=frozenset())

    @property
    def seats(self) -> tuple[Seat, ...]:
        """The seats that anything is planned for."""
        planned = {each.seat for each in self.rotations} | {each.seat for each in self.overrides}
        return tuple(seat for seat in SEATS if seat in planned)

    def __bool__(self) -> bool:
        return bool(self.rotations or self.overrides)


@dataclass(frozen=True)
class Stretch:
    """One person (None: nobody) in one seat without a break."""

    seat: Seat
    starts_at: datetime
    ends_at: datetime
    person: int | None


def sitting(roster: Roster, seat: Seat, at: datetime, zone: tzinfo) -> int | None:
    """Who is in the seat at this moment; None when nobody is."""
    return _seated(*_planned(roster, seat, at, at), roster.gone, at, zone)


def on_duty(roster: Roster, at: datetime, zone: tzinfo) -> dict[Seat, int | None]:
    """Every planned seat and who is in it."""
    return {seat: sitting(roster, seat, at, zone) for seat in roster.seats}


def stretches(roster: Roster, seat: Seat, since: datetime, until: datetime, zone: tzinfo) -> list[Stretch]:
    """The seat from `since` to `until`, cut where its occupant changes. Covers the span without a hole."""
    found: list[Stretch] = []
    for turn in turns(roster, seat, since, until, zone):
        if found and found[-1].person == turn.person:
            found[-1] = Stretch(seat, found[-1].starts_at, turn.ends_at, turn.person)
        else:
            found.append(turn)
    return found


def turns(roster: Roster, seat: Seat, since: datetime, until: datetime, zone: tzinfo) -> list[Stretch]:
    """As `stretches`, but cut at every planned change, so that a week of one person's daily shifts is seven."""
    cuts = [since, *_cuts(roster, seat, since, until, zone), until]
    planned = _planned(roster, seat, since, until)
    pairs = [(start, end) for start, end in itertools.pairwise(cuts) if start < end]
    return [Stretch(seat, start, end, _seated(*planned, roster.gone, start, zone)) for start, end in pairs]


def next_change(roster: Roster, after: datetime, zone: tzinfo) -> datetime | None:
    """When somebody comes or goes in any seat, later than `after`; None within FARTHEST."""
    moments = [
        stretch.starts_at
        for seat in roster.seats
        for stretch in stretches(roster, seat, after, after + FARTHEST, zone)[1:2]
    ]
    return min(moments, default=None)


def following(roster: Roster, after: datetime, zone: tzinfo) -> tuple[datetime, dict[Seat, int | None]] | None:
    """The next change, and who is on duty from then on."""
    at = next_change(roster, after, zone)
    return None if at is None else (at, on_duty(roster, at, zone))


def gaps(
    roster: Roster, since: datetime, until: datetime, zone: tzinfo, needed: Iterable[Seat] = SEATS
) -> list[Stretch]:
    """Spans in which nobody sits in a seat that is planned at all and needed, by time."""
    wanted = [seat for seat in roster.seats if seat in set(needed)]
    found = [
        stretch for seat in wanted for stretch in stretches(roster, seat, since, until, zone) if stretch.person is None
    ]
    return sorted(found, key=lambda gap: (gap.starts_at, SEATS.index(gap.seat)))


def _planned(roster: Roster, seat: Seat, since: datetime, until: datetime) -> tuple[list[Override], list[Rotation]]:
    """What is planned for a seat in a span, each with what goes before first."""
    overrides = [each for each in roster.overrides if each.seat == seat and each.starts_at <= until]
    overrides = [each for each in overrides if each.ends_at > since]
    rotations = [each for each in roster.rotations if each.seat == seat and each.people]
    return (
        sorted(overrides, key=lambda each: -each.id),
        sorted(rotations, key=lambda each: (each.starts_on, each.id), reverse=True),
    )


def _seated(
    overrides: list[Override], rotations: list[Rotation], gone: frozenset[int], at: datetime, zone: tzinfo
) -> int | None:
    for override in overrides:
        if override.starts_at <= at < override.ends_at and override.person not in gone:
            return override.person
    for rotation in rotations:
        standing = rotation.ended_at is None or rotation.ended_at > at
        if standing and _begins(rotation, zone) <= at:
            person = _turn(rotation, at, zone)
            return None if person in gone else person
    return None


def _moment(day: date, at: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def _begins(rotation: Rotation, zone: tzinfo) -> datetime:
    return _moment(rotation.starts_on, rotation.change, zone)


def _turn(rotation: Rotation, at: datetime, zone: tzinfo) -> int:
    """Whose turn it is; `at` is not before the rotation begins."""
    days = _whole_days(rotation, at, zone)
    if rotation.kind == "weekly":
        number = days // 7
    elif rotation.kind == "day_night" and rotation.night is not None:
        day = rotation.starts_on + days * _DAY
        number = 2 * days + (at >= _evening(rotation, day, zone))
    else:
        number = days
    return rotation.people[number % len(rotation.people)]


def _whole_days(rotation: Rotation, at: datetime, zone: tzinfo) -> int:
    """How many daily changes lie between the rotation's begin and `at`. Wall days: a DST night counts as one."""
    days = (at.astimezone(zone).date() - rotation.starts_on).days + 1
    while _moment(rotation.starts_on + days * _DAY, rotation.change, zone) > at:
        days -= 1
    return max(days, 0)


def _evening(rotation: Rotation, day: date, zone: tzinfo) -> datetime:
    """The change to the night shift of the duty day that begins on `day`; past midnight it is the next date's."""
    assert rotation.night is not None
    return _moment(day if rotation.night > rotation.change else day + _DAY, rotation.night, zone)


def _cuts(roster: Roster, seat: Seat, since: datetime, until: datetime, zone: tzinfo) -> list[datetime]:
    """Every moment inside the span at which the seat's occupant may change."""
    moments: set[datetime] = set()
    for rotation in roster.rotations:
        if rotation.seat == seat and rotation.people:
            moments.update(_changes(rotation, since, until, zone))
            moments.update({rotation.ended_at} if rotation.ended_at else set())
    for override in roster.overrides:
        if override.seat == seat:
            moments.update((override.starts_at, override.ends_at))
    ordered = sorted(moments)
    return [at for at in ordered[bisect_right(ordered, since) :] if at < until]


def _changes(rotation: Rotation, since: datetime, until: datetime, zone: tzinfo) -> Iterator[datetime]:
    step = 7 if rotation.kind == "weekly" else 1
    begun = max((since.astimezone(zone).date() - rotation.starts_on).days - 2, 0)
    day = rotation.starts_on + (begun // step * step) * _DAY
    while (at := _moment(day, rotation.change, zone)) < until:
        if rotation.ended_at is not None and at > rotation.ended_at:
            return
        yield at
        if rotation.kind == "day_night" and rotation.night is not None:
            yield _evening(rotation, day, zone)
        day += step * _DAY
