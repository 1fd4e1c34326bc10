"""What happens by itself at a duty desk: a change of shift is told, gaps are told before they are there.

Every desk has its next look as columns (`storage.tables.duty.DutyDesk`); a look that was missed is made good by the
next, and several changes that passed in the meantime are told as one.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from bot.actions import handover, wake_list
from bot.actions.alarm import alarm
from bot.actions.duty_room import subject, tell_person, tell_room
from bot.actions.one_by_one import one_by_one
from bot.actions.roster_view import AHEAD, picture, unreachable_ahead
from bot.rules.calendar_look import next_at, next_monthly, next_weekly
from bot.rules.shifts import FARTHEST, gaps, next_change, on_duty
from bot.world import World
from storage import case_log, duty, groups, people
from storage.database import Database, Transaction
from storage.tables import DutyDesk

# A test call belongs to its silent hour: after downtime it is left out.
TEST_CALL_LATE = timedelta(hours=1)


async def look(database: Database, world: World, now: datetime) -> None:
    """Every desk whose next look is due, a transaction each."""
    zone = world.settings.timezone
    async with database.transaction() as tx:
        bound = {group.area for group in await groups.bound(tx) if group.area is not None}
        new = await duty.areas_without_desk(tx, bound)
        waiting = await duty.desks_due(tx, now, zone)

    async def look_at(tx: Transaction, area: str) -> None:
        await _look_at(tx, world, await duty.locked_desk(tx, area), now)

    await one_by_one(database, dict.fromkeys([*new, *waiting]), look_at)


async def wake(tx: Transaction, world: World, area: str, now: datetime) -> None:
    """The roster has changed: the desk is looked at again at once."""
    desk = await duty.locked_desk(tx, area)
    desk.zone, desk.next_change_at = world.settings.timezone, now
    tx.ring("ticks")


async def _look_at(tx: Transaction, world: World, desk: DutyDesk, now: datetime) -> None:
    settings = world.settings
    fresh = desk.zone != settings.timezone
    if fresh:  # reckoned in another zone: everything is looked at anew
        desk.zone, desk.gaps_at = settings.timezone, None
    daily = desk.gaps_at is None or desk.gaps_at <= now
    if fresh or daily or (desk.next_change_at is not None and desk.next_change_at <= now):
        await _change(tx, world, desk, now)  # daily too: somebody may have left their post in the meantime
    if daily:
        if desk.gaps_at is not None:
            await _tell_gaps(tx, world, desk.area, now)
        desk.gaps_at = next_at(now.astimezone(settings.zone), time.fromisoformat(settings.roster_look_at))
    await _look_at_villages(tx, world, desk, now, fresh)


async def _look_at_villages(tx: Transaction, world: World, desk: DutyDesk, now: datetime, fresh: bool) -> None:
    """The weekly list and the monthly test call. A moment that was missed by long is not made good at any odd hour."""
    local, settings = now.astimezone(world.settings.zone), world.settings
    if desk.list_at is not None and desk.list_at <= now and settings.wake_list:
        await wake_list.tell_weekly(tx, world, desk.area, now)
    if desk.call_at is not None and desk.call_at <= now <= desk.call_at + TEST_CALL_LATE and settings.test_call:
        await wake_list.test_call(tx, desk.area, now)
    if fresh or desk.list_at is None or desk.list_at <= now:
        desk.list_at = next_weekly(local, settings.wake_list)
    if fresh or desk.call_at is None or desk.call_at <= now:
        desk.call_at = next_monthly(local, settings.test_call)


async def _change(tx: Transaction, world: World, desk: DutyDesk, now: datetime) -> None:
    """Whoever sits now is told to the group, if it is somebody else than was told last; the officer hands over."""
    zone = world.settings.zone
    planned = await duty.roster(tx, desk.area, now)
    sitting: dict[str, int | None] = {str(seat): person for seat, person in on_duty(planned, now, zone).items()}
    before: dict[str, Any] = dict(desk.known)
    farthest = now + FARTHEST if planned else None
    desk.next_change_at = next_change(planned, now, zone) or farthest
    if sitting == before:
        return
    desk.known = dict(sitting)
    await case_log.append(tx, subject(desk.area), "on_duty", now, words={"before": before, "now": sitting})
    await handover.at_change(tx, world, desk.area, before.get("main"), sitting.get("main"), now)
    shown = await picture(tx, desk.area, now, zone)
    await tell_room(tx, desk.area, "duty-change", shown, f"duty-change:{desk.area}:{now.isoformat()}", now)
    for seat, person in sitting.items():
        if person is not None and person != before.get(seat):
            once = f"duty-yours:{desk.area}:{seat}:{now.isoformat()}"
            newcomer = await people.person(tx, person)
            await tell_person(tx, newcomer, "duty-yours", {**shown, "seat": seat}, once, now)


async def _tell_gaps(tx: Transaction, world: World, area: str, now: datetime) -> None:
    """Once a day: where nobody will be in the next seven days, and who of the planned would not hear a call."""
    planned = await duty.roster(tx, area, now)
    silent = await unreachable_ahead(tx, planned, now)
    if not silent and not gaps(planned, now, now + AHEAD, world.settings.zone):
        return
    shown = {**await picture(tx, area, now, world.settings.zone), "silent": silent}
    once = f"duty-gaps:{area}:{now.astimezone(world.settings.zone):%Y-%m-%d}"
    await tell_room(tx, area, "duty-gaps", shown, once, now)
    await alarm(tx, "duty-gaps", shown, now, once=once)
