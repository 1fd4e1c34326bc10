"""换班: one asks by a button, the other agrees by one; then two replacements stand in the roster, and the group knows.

What was asked is looked at again when it is agreed: a roster that has changed in between makes it void.
"""

from __future__ import annotations

from datetime import datetime

from bot.actions.duty_room import subject, tell_person
from bot.actions.roster import add_override, noted
from bot.rules.roster_edit import Edit, moments
from bot.rules.shifts import SEATS, sitting
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, duty, people
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import ShiftSwap


async def ask(tx: Transaction, world: World, speaker: Speaker, edit: Edit, now: datetime) -> str:
    """asked; or stale (the shift is no longer one's own), unreachable (the other cannot be asked here)."""
    if edit.shift is None or edit.person is None or edit.seat is None or speaker.person_id is None:
        return "stale"
    since, until = moments(edit.shift)
    their_since, their_until = moments(edit.theirs) if edit.theirs else (None, None)
    row = ShiftSwap(
        area=edit.area, seat=edit.seat, asker_id=speaker.person_id, starts_at=max(since, now), ends_at=until,
        other_id=edit.person, their_starts_at=their_since, their_ends_at=their_until, asked_at=now,
    )  # fmt: skip
    if edit.person == speaker.person_id or not await _stands(tx, world, row, now):
        return "stale"
    tx.session.add(row)
    await tx.session.flush()
    other = await people.person(tx, edit.person)
    values = {**_values(row), "asker": speaker.name}
    if not await tell_person(tx, other, "swap-asked", values, f"swap:{row.id}", now, "call"):
        row.state = "void"
        return "unreachable"
    await _note(tx, row, "swap_asked", speaker, now)
    return "asked"


async def answer(tx: Transaction, world: World, speaker: Speaker, swap_id: int, yes: bool, now: datetime) -> str:
    """agreed, declined, void (the roster has changed), or no_right, over, gone."""
    row = await duty.locked_swap(tx, swap_id)
    if row is None:
        return "gone"
    if speaker.person_id != row.other_id:
        return "no_right"
    if row.state != "asked":
        return "over"
    row.answered_at = now
    row.state = ("agreed" if await _stands(tx, world, row, now) else "void") if yes else "declined"
    asker = await people.person(tx, row.asker_id)
    if row.state == "agreed" and asker is not None:
        await _exchange(tx, world, row, speaker, asker.name, now)
    await _note(tx, row, f"swap_{row.state}", speaker, now)
    values = {**_values(row), "other": speaker.name, "state": row.state}
    await tell_person(tx, asker, "swap-answered", values, f"swap:{row.id}:answered", now)
    return row.state


async def _exchange(tx: Transaction, world: World, row: ShiftSwap, other: Speaker, asker: str, now: datetime) -> None:
    since = max(row.starts_at, now)
    add_override(tx, row.area, row.seat, since, row.ends_at, row.other_id, "swap", other.name, now)
    if row.their_starts_at is not None and row.their_ends_at is not None:
        add_override(
            tx, row.area, row.seat, row.their_starts_at, row.their_ends_at, row.asker_id, "swap", other.name, now
        )
    words = {"what": "swap", "names": [asker, other.name], **_values(row)}
    await noted(tx, world, other, row.area, words, now)


async def _stands(tx: Transaction, world: World, row: ShiftSwap, now: datetime) -> bool:
    """Both still sit where it says, and both shifts are still to come."""
    planned, zone = await duty.roster(tx, row.area, now), world.settings.zone
    seat = next((seat for seat in SEATS if seat == row.seat), None)
    if seat is None or row.ends_at <= now or row.other_id not in {one.id for one in await duty.staff(tx, row.area)}:
        return False
    if sitting(planned, seat, max(row.starts_at, now), zone) != row.asker_id:
        return False
    if row.their_starts_at is None:
        return True
    return row.their_starts_at > now and sitting(planned, seat, row.their_starts_at, zone) == row.other_id


def _values(row: ShiftSwap) -> dict[str, object]:
    theirs = row.their_starts_at, row.their_ends_at
    return {
        "swap": row.id, "seat": row.seat, "from": row.starts_at.isoformat(), "to": row.ends_at.isoformat(),
        "theirs": [each.isoformat() for each in theirs if each is not None],
    }  # fmt: skip


async def _note(tx: Transaction, row: ShiftSwap, verb: str, by: Speaker, now: datetime) -> None:
    words = {**_values(row), "asker": row.asker_id, "other": row.other_id}
    await case_log.append(tx, subject(row.area), verb, now, Actor(by.telegram_id, by.name), words)
