"""What the days of a zero report bring: the villages are asked, those missing are listed, late reports are noticed.

Each happens once a day: the day's own row says what is done, in the transaction that writes the messages.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.actions import zero
from bot.actions.one_by_one import one_by_one
from bot.rules.message import Message, Recipient
from bot.rules.zero_report import DayView, Round, by_town, hour_of, step, to_ask
from bot.world import World
from storage import case_log, groups, outbox, people, zero_reports
from storage.database import Database, Transaction
from storage.tables import ZeroDay, ZeroRound
from storage.zero_reports import LIST, subject


async def advance_due(database: Database, world: World, now: datetime) -> None:
    """Every round for which something is due."""
    async with database.transaction() as tx:
        waiting = await zero_reports.due(tx, now)

    async def advance(tx: Transaction, round_id: int) -> None:
        row = await zero_reports.locked(tx, round_id)
        if row is not None and row.next_step_at is not None and row.next_step_at <= now:
            await _advance(tx, world, row, now)

    await one_by_one(database, waiting, advance)


async def _advance(tx: Transaction, world: World, row: ZeroRound, now: datetime) -> None:
    local = now.astimezone(world.settings.zone)
    plan = _plan(row, world)
    if not row.from_day <= local.date() <= row.until_day:
        row.next_step_at = step(plan, local, False, False).next_at
        if row.next_step_at is None:
            row.ended_at = now
            await case_log.append(tx, f"zero-round:{row.id}", "ended", now)
        return
    due_at = datetime.combine(local.date(), plan.due, local.tzinfo)
    day = await zero_reports.day_of(tx, row.id, local.date(), due_at)
    if await _count_reports(tx, row, local) and day.listed_at is not None:
        await zero.refresh_lists(tx, [row.id], day.day, now)
    view = await zero_reports.load(tx, day.id)
    assert view is not None
    done = step(plan, local, day.asked_at is not None, day.listed_at is not None, not view.missing)
    if done.ask:
        await _ask(tx, day, view, local)
    if done.listing:
        await _list(tx, row, day, view, now)
    row.next_step_at = done.next_at


def _plan(row: ZeroRound, world: World) -> Round:
    lead = timedelta(minutes=world.settings.zero_report_lead_minutes)
    return Round(row.from_day, row.until_day, hour_of(row.hour) or time(8), lead)


async def _count_reports(tx: Transaction, row: ZeroRound, local: datetime) -> int:
    """A report that an officer of the village filed today counts; how many villages that makes."""
    midnight = datetime.combine(local.date(), time(), local.tzinfo)
    villages = {post.area for _, post in await people.officers_within(tx, [row.area])}
    filed = await zero_reports.filed(tx, villages, midnight, midnight + timedelta(days=1))
    first: dict[str, tuple[int, datetime]] = {}
    for village, person, at in filed:
        first.setdefault(village, (person, at))
    return await zero_reports.record(tx, [
        {"round_id": row.id, "day": local.date(), "village": village, "person_id": person, "at": at, "how": "report"}
        for village, (person, at) in first.items()
    ])  # fmt: skip


async def _ask(tx: Transaction, day: ZeroDay, view: DayView, local: datetime) -> None:
    """One message a day to each officer, however many rounds ask their village."""
    day.asked_at = local
    midnight = datetime.combine(day.day + timedelta(days=1), time(), local.tzinfo)
    asked = to_ask(view.villages)
    known = await people.some(tx, [officer.person_id for _, officer in asked])
    await outbox.put_all(tx, [
        Message(
            "reminder", Recipient(person.telegram_id, person.language, person_id=person.id), "zero-ask",
            {"village": village.code}, subject(day.id), once=f"zero:{day.day}:{village.code}:{person.id}",
            expires_at=midnight,
        )
        for village, officer in asked
        if (person := known[officer.person_id]).telegram_id is not None
    ], local)  # fmt: skip
    words = {"day": day.day.isoformat(), "officers": len(asked), "villages": len(view.villages)}
    await case_log.append(tx, f"zero-round:{day.round_id}", "asked", local, words=words)


async def _list(tx: Transaction, row: ZeroRound, day: ZeroDay, view: DayView, now: datetime) -> None:
    """To the duty group of the area, or where it was switched on; in a district also to each town its own part."""
    day.listed_at = now
    own = await zero.rooms_of(tx, row)
    private = row.set_by if row.chat_id > 0 else None
    lists = [(to, row.area) for to in own or [Recipient(row.chat_id, row.language, row.thread_id, private)]]
    towns = [] if row.area in by_town(view.villages) else list(by_town(view.villages))
    for group in await groups.listening(tx, "town", towns):
        lists.append((Recipient(group.chat_id, group.language, group.thread_id), group.area or ""))
    for to, area in lists:
        once = f"zero-list:{day.id}:{to.chat_id}"
        await outbox.put(tx, Message("notice", to, LIST, {"area": area}, subject(day.id), once=once), now)
    words = {
        "day": day.day.isoformat(), "reported": len(view.reported),
        "missing": [village.code for village in view.missing],
        "without_officer": [village.code for village in view.without_officer],
    }  # fmt: skip
    await case_log.append(tx, f"zero-round:{row.id}", "listed", now, words=words)
