"""What falls due of the scheduled notices: sent, missed, or held because its author may not send it any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.actions import broadcasts, schedules, zero
from bot.actions.alarm import alarm
from bot.actions.one_by_one import one_by_one
from bot.actions.people import GroupPlace, group_place
from bot.rules.calendar_rule import look, next_time, rule_from_json
from bot.rules.message import Message, Recipient
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, outbox, people
from storage import schedules as stored
from storage.database import Database, Transaction
from storage.schedules import subject
from storage.tables import ScheduledNotice

# A zero report that is switched on by the calendar is due so long afterwards.
ZERO_WITHIN = timedelta(hours=2)


async def fire_due(database: Database, world: World, now: datetime) -> None:
    """Every notice whose time has come, a transaction each: sent and moved on to its next time together."""
    async with database.transaction() as tx:
        waiting = await stored.due(tx, now, world.settings.timezone)

    async def fire(tx: Transaction, number: int) -> None:
        row = await stored.locked(tx, number)
        if row is not None and row.state == "active" and row.next_at is not None:
            await look_at(tx, world, row, now)

    await one_by_one(database, waiting, fire)


async def look_at(tx: Transaction, world: World, row: ScheduledNotice, now: datetime) -> None:
    rule, zone = rule_from_json(row.rule), world.settings.zone
    assert row.next_at is not None, "only those that have a time are looked at"
    if row.zone != world.settings.timezone:
        row.zone = world.settings.timezone
        if rule is not None and row.next_at > now:  # reckoned in another zone; a moment that was chosen stays
            row.next_at = next_time(rule, now, zone)
    if row.next_at is None or row.next_at > now:
        return
    due = look(rule, row.next_at, now, zone, timedelta(minutes=world.settings.notice_grace_minutes))
    was_due, row.next_at = row.next_at, due.next_at
    if due.missed:
        await _missed(tx, row, was_due, due.missed, now)
    if due.send:
        await _send(tx, world, row, now)
    if row.next_at is None and row.state == "active":
        row.state, row.state_at, row.state_by_name = "ended", now, None
    await schedules.refresh(tx, row, now)


async def _missed(tx: Transaction, row: ScheduledNotice, was_due: datetime, times: int, now: datetime) -> None:
    """The bot was down for longer than the grace: it is said, and not sent at an odd hour."""
    row.last_at, row.last_outcome = was_due, "missed"
    await case_log.append(tx, subject(row.id), "missed", now, words={"times": times, "due": was_due.isoformat()})
    values = {"due": was_due.isoformat(), "times": times}
    await _tell(tx, row, "schedule-missed", values, f"schedule-missed:{row.id}:{was_due.isoformat()}", now)


async def _send(tx: Transaction, world: World, row: ScheduledNotice, now: datetime) -> None:
    """In its author's name, with the rights that they have now."""
    author = await author_of(tx, row)
    group = await group_place(tx, row.chat_id) if row.chat_id < 0 else None
    row.last_at = now
    if author is None or not await broadcasts.may_broadcast(tx, author, group, row.areas):
        await _hold(tx, row, now)
    elif row.kind == "zero":
        await _switch_on(tx, world, row, author, group, now)
    else:
        sent = await broadcasts.publish(tx, world, author, group, row.areas, row.text, row.language, now)
        assert sent is not None, "asked above"
        row.last_outcome, row.last_broadcast = "sent", sent.id
        await case_log.append(tx, subject(row.id), "sent", now, words={"broadcast": sent.id})


async def _switch_on(
    tx: Transaction, world: World, row: ScheduledNotice, author: Speaker, group: GroupPlace | None, now: datetime
) -> None:
    """A zero report of one day, in each of its areas; one that runs there already is let be."""
    hour = f"{(now + ZERO_WITHIN).astimezone(world.settings.zone):%H:%M}"
    refused: dict[str, str] = {}
    for area in row.areas:
        done = await zero.switch_on(tx, world, author, group, area, hour, 1, row.language, now)
        if isinstance(done, str):
            refused[area] = done
    row.last_outcome = "switched"
    await case_log.append(tx, subject(row.id), "switched_on", now, words={"hour": hour, "refused": refused})


async def _hold(tx: Transaction, row: ScheduledNotice, now: datetime) -> None:
    """Its author lost the right: nothing is sent until somebody who has it takes it over."""
    row.state, row.state_at, row.state_by_name, row.last_outcome = "held", now, None, "held"
    await case_log.append(tx, subject(row.id), "held", now, words={"author": row.by_name})
    once = f"schedule-held:{row.id}:{now.isoformat()}"
    await _tell(tx, row, "schedule-held", {}, once, now)
    values = {"number": str(row.id), "by": row.by_name, "text": row.text[:200]}
    await alarm(tx, "alarm-schedule-held", values, now, once=once)


async def author_of(tx: Transaction, row: ScheduledNotice) -> Speaker | None:
    """Its author as they are now, speaking where they wrote it. None for somebody without an account."""
    person = await people.person(tx, row.by_person)
    if person is None or person.telegram_id is None:
        return None
    admins = {telegram_id for telegram_id, _ in await people.administrators(tx)}
    return Speaker(
        person.telegram_id, row.by_name, row.language, row.chat_id, row.chat_id > 0, person_id=person.id,
        phone=person.phone, posts=await people.posts_of(tx, person.id), admin=person.telegram_id in admins,
    )  # fmt: skip


async def _tell(
    tx: Transaction, row: ScheduledNotice, key: str, values: dict[str, object], once: str, now: datetime
) -> None:
    to = Recipient(row.chat_id, row.language, row.thread_id)
    await outbox.put(tx, Message("notice", to, key, values, subject(row.id), once=once), now)
