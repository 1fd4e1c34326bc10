"""The roster, edited: rotations, replacements, notes for the next shift. Every right is checked here, at the tap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.actions.duty_desk import wake
from bot.actions.duty_room import subject, tell_room
from bot.actions.people import GroupPlace
from bot.actions.roster_view import picture
from bot.rules.message import Message, Recipient
from bot.rules.roles import areas_of, may
from bot.rules.roster_edit import Edit, Offered, moments
from bot.rules.shifts import Stretch, turns
from bot.rules.speaker import Speaker
from bot.world import World
from storage import areas, case_log, duty, outbox, people
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import DutyNote, RotationRow, ShiftOverride

SHIFTS_SHOWN, SWAP_AHEAD = 14, timedelta(days=14)
CALENDAR_AHEAD = timedelta(days=62)


async def editable(tx: Transaction, speaker: Speaker, group: GroupPlace | None) -> list[str]:
    """The towns and districts whose roster this speaker may edit from here."""
    if group is not None:
        return [group.area] if group.function is None and may(speaker, "edit_roster", group.area) else []
    if not speaker.private:
        return []
    if speaker.admin:
        city = await areas.city(tx)
        return [*([city.code] if city else []), *(town.code for town in await areas.towns(tx))]
    return [area for area in areas_of(speaker, "edit_roster") if len(area) <= 9]


def allowed(speaker: Speaker, area: str) -> bool:
    return len(area) in (6, 9) and may(speaker, "edit_roster", area)


@dataclass(frozen=True)
class Desk:
    """A roster with all that its screens show. `names` of everybody who may sit or is planned."""

    area: str
    picture: Mapping[str, Any]
    names: Mapping[int, str]
    staff: tuple[int, ...]
    rotations: tuple[RotationRow, ...]
    shifts: tuple[Stretch, ...]
    notes: tuple[DutyNote, ...]


async def desk(tx: Transaction, world: World, area: str, now: datetime) -> Desk:
    """The area's roster and its shifts of the next seven days, every seat."""
    zone = world.settings.zone
    planned = await duty.roster(tx, area, now)
    staff = await duty.staff(tx, area)
    standing = tuple(row for row in await duty.rotations(tx, area) if row.ended_at is None)
    coming = [
        turn
        for seat in planned.seats
        for turn in turns(planned, seat, now, now + timedelta(days=7), zone)[:SHIFTS_SHOWN]
    ]
    named = {person for row in standing for person in row.people} | {turn.person for turn in coming if turn.person}
    names = {person.id: person.name for person in staff}
    names |= {person.id: person.name for person in (await people.some(tx, named)).values()}
    return Desk(
        area, await picture(tx, area, now, zone), names, tuple(person.id for person in staff), standing,
        tuple(sorted(coming, key=lambda turn: turn.starts_at)), tuple(await duty.open_notes(tx, area)),
    )  # fmt: skip


async def offered(tx: Transaction, world: World, speaker: Speaker, edit: Edit, now: datetime) -> Offered:
    """What may be tapped at this step."""
    zone = world.settings.zone
    planned = await duty.roster(tx, edit.area, now)
    staff = tuple(person.id for person in await duty.staff(tx, edit.area))
    rotations = tuple(row.id for row in await duty.rotations(tx, edit.area) if row.ended_at is None)
    shifts: list[Stretch] = []
    others: list[Stretch] = []
    for seat in planned.seats:
        ahead = timedelta(days=7) if edit.what == "override" else SWAP_AHEAD
        coming = turns(planned, seat, now, now + ahead, zone)
        if edit.what == "override":
            shifts += coming if edit.seat == seat else []
        elif edit.what == "swap":
            shifts += [turn for turn in coming if turn.person == speaker.person_id]
            mine = edit.shift is not None and edit.seat == seat
            theirs = [turn for turn in coming if turn.person not in (None, speaker.person_id)]
            others += [turn for turn in theirs if mine and turn.starts_at > now]
    if edit.what == "override" and edit.seat is not None and edit.seat not in planned.seats:
        shifts = [Stretch(edit.seat, now, now + timedelta(days=1), None)]  # type: ignore[arg-type]
    shifts.sort(key=lambda turn: turn.starts_at)
    if edit.what == "swap":
        staff = tuple(person for person in staff if person != speaker.person_id)
    return Offered(
        staff, tuple((turn.seat, *_iso(turn)) for turn in shifts[:SHIFTS_SHOWN]),
        tuple((*_iso(turn), turn.person or 0) for turn in others[:SHIFTS_SHOWN]), rotations,
        now.astimezone(zone).date(),
    )  # fmt: skip


def _iso(turn: Stretch) -> tuple[str, str]:
    return turn.starts_at.isoformat(timespec="seconds"), turn.ends_at.isoformat(timespec="seconds")


async def save(tx: Transaction, world: World, speaker: Speaker, edit: Edit, now: datetime) -> str:
    """Write a finished edit. saved, no_right or stale."""
    if not allowed(speaker, edit.area):
        return "no_right"
    if edit.step != "summary":
        return "stale"
    words = await _write(tx, world, speaker, edit, now)
    if words is None:
        return "stale"
    await noted(tx, world, speaker, edit.area, words, now)
    return "saved"


async def noted(
    tx: Transaction, world: World, speaker: Speaker, area: str, words: Mapping[str, Any], now: datetime
) -> None:
    """A change of the roster: into the log, to the group, and the desk looks again."""
    actor = Actor(speaker.telegram_id, speaker.name)
    await tx.session.flush()
    await case_log.append(tx, subject(area), "roster_changed", now, actor, words)
    once = f"roster-edited:{area}:{now.isoformat()}"
    await tell_room(tx, area, "roster-edited", {**words, "by": speaker.name}, once, now)
    await wake(tx, world, area, now)


async def _write(tx: Transaction, world: World, speaker: Speaker, edit: Edit, now: datetime) -> dict[str, Any] | None:
    staff = {person.id: person.name for person in await duty.staff(tx, edit.area)}
    if edit.what == "rotation" and edit.seat and edit.kind and edit.day and set(edit.people) <= set(staff):
        settings = world.settings
        night = settings.shift_change_night if edit.kind == "day_night" else None
        tx.session.add(RotationRow(
            area=edit.area, seat=edit.seat, kind=edit.kind, people=list(edit.people), made_at=now,
            starts_on=date.fromisoformat(edit.day), change=settings.shift_change, night=night,
            made_by_name=speaker.name,
        ))  # fmt: skip
        names = [staff[person] for person in edit.people]
        return {"what": "rotation", "seat": edit.seat, "kind": edit.kind, "names": names, "from": edit.day}
    if edit.what == "override" and edit.seat and edit.shift and edit.person in staff:
        since, until = moments(edit.shift)
        if until <= now:
            return None
        since = max(since, now)
        add_override(tx, edit.area, edit.seat, since, until, edit.person, "override", speaker.name, now)
        span = {"from": since.isoformat(), "to": until.isoformat()}
        return {"what": "override", "seat": edit.seat, "names": [staff[edit.person]], **span}
    if edit.what == "end":
        row = await tx.session.get(RotationRow, edit.rotation)
        if row is not None and row.area == edit.area and row.ended_at is None:
            row.ended_at = now
            return {"what": "end", "seat": row.seat, "kind": row.kind, "names": []}
    return None


def add_override(
    tx: Transaction, area: str, seat: str, since: datetime, until: datetime, person: int, why: str, by: str,
    now: datetime,
) -> None:  # fmt: skip
    tx.session.add(ShiftOverride(
        area=area, seat=seat, starts_at=since, ends_at=until, person_id=person, why=why, made_at=now, made_by_name=by
    ))  # fmt: skip


async def add_note(tx: Transaction, speaker: Speaker, area: str, text: str, now: datetime) -> bool:
    """Something the next shift must know; it stays in every handover until it is done."""
    if not allowed(speaker, area):
        return False
    tx.session.add(DutyNote(area=area, text=text[:500], at=now, by_person=speaker.person_id, by_name=speaker.name))
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, subject(area), "duty_note", now, actor, {"text": text[:500]})
    return True


async def note_done(tx: Transaction, speaker: Speaker, area: str, note_id: int, now: datetime) -> bool:
    row = await tx.session.get(DutyNote, note_id)
    if row is None or row.area != area or row.done_at is not None or not allowed(speaker, area):
        return False
    row.done_at, row.done_by_name = now, speaker.name
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, subject(area), "duty_note_done", now, actor, {"note": note_id})
    return True


async def send_calendar(
    tx: Transaction, world: World, speaker: Speaker, area: str, thread_id: int | None, language: str, now: datetime
) -> bool:
    """The shifts of the next two months as a file for a calendar, into this chat."""
    if not allowed(speaker, area):
        return False
    zone = world.settings.zone
    planned = await duty.roster(tx, area, now)
    found = [
        turn for seat in planned.seats for turn in turns(planned, seat, now, now + CALENDAR_AHEAD, zone) if turn.person
    ]
    known = await people.some(tx, {turn.person for turn in found if turn.person})
    shifts = [[turn.seat, *_iso(turn), known[turn.person].name] for turn in found if turn.person in known]
    names = (await areas.names(tx, [area])).get(area, (area, area))
    to = Recipient(speaker.chat_id, language, thread_id, speaker.person_id if speaker.private else None)
    values = {"area": area, "area_names": list(names), "shifts": shifts, "made_at": now.isoformat(timespec="seconds")}
    once = f"calendar:{area}:{speaker.chat_id}:{now.isoformat()}"
    await outbox.put(tx, Message("receipt", to, "roster-calendar", values, once=once), now)
    return True
