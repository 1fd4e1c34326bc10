"""Sending a published alert: the residents are looked up a chunk at a time, then it is watched until all is out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.actions import calls
from bot.actions.broadcasts import card_every
from bot.actions.people import GroupPlace
from bot.actions.reach import reach
from bot.rules.audience import Verdict, Warned, verdict
from bot.rules.fates import Fates
from bot.rules.message import Message, Recipient
from bot.rules.roles import covers
from bot.rules.speaker import Speaker
from bot.world import World
from storage import alert_counts, alerts, audience, case_log, digests, fates, outbox
from storage.alerts import PROGRESS, subject
from storage.audience import COPY, EXPOSED, OVER, Position, Resident
from storage.case_log import Actor
from storage.database import Database, Transaction
from storage.tables import Alert

# So many at once: the database is held no longer than an escalation may wait.
CHUNK = 100
# Then the next alert has its turn; 3,000 a second is more than even a paid broadcast sends.
CHUNKS_A_LOOK = 30
# While nothing but quiet hours is waited for.
LOOK_AT_LEAST_EVERY = timedelta(seconds=60)
# With so many still waiting the card changes half as often: it takes a place among the messages of a second itself.
MANY_WAIT = 900
ENDED = ("updated", "lifted", "expired")


async def begin(tx: Transaction, row: Alert, now: datetime) -> None:
    """Published: the residents are looked up by the tick, a chunk at a time; the progress card goes first."""
    row.next_look_at = now
    row.progress = {}
    to = Recipient(row.chat_id, row.language, row.thread_id)
    await outbox.put(tx, Message("card", to, PROGRESS, {}, subject(row.id), once=f"alert-progress:{row.id}"), now)
    tx.ring("ticks")


async def go_out(database: Database, world: World, now: datetime) -> None:
    """Carry on with every published alert: look up who gets it, then watch how it fares. A kill resumes here."""
    async with database.transaction() as tx:
        waiting = await alerts.going_out(tx, now)
    faults: list[Exception] = []
    for alert_id in waiting:
        try:
            for _ in range(CHUNKS_A_LOOK):
                if not await _fan_out(database, world, alert_id, now):
                    await _look(database, alert_id, now)
                    break
        except Exception as fault:  # one alert that fails holds up no other
            faults.append(fault)
    if faults:
        raise ExceptionGroup("alerts that could not go on", faults)


async def _fan_out(database: Database, world: World, alert_id: int, now: datetime) -> bool:
    """The next chunk of residents, in one transaction of its own. False when there is none left for now.

    A copy is written once, however often the walk meets somebody.
    """
    async with database.transaction() as tx:
        row = await alerts.get(tx, alert_id)
        if row is None or row.fan_out_done or row.published_at is None or row.sending == "paused":
            return False
        if row.state in ENDED or row.sending == "stopped":  # a newer one says more, or somebody said stop
            row.fan_out_done = True
            return False
        at = Position(row.fan_pass, row.fanned_out_in, row.fanned_out_to)
        if at == Position():
            row.audience = 0
            if row.action != "cancel":
                await calls.follow_alert(tx, world, row, now)
        exposed = await alert_counts.exposed(tx, row.areas) if at.stage == EXPOSED else []
        residents, at = await audience.after(tx, at, CHUNK, row.areas, exposed, row.refs)
        await _write_copies(tx, world, row, residents, now)
        row.fan_pass, row.fanned_out_in, row.fanned_out_to = at.stage, at.area, at.last
        row.fan_out_done = at.stage == OVER
        return not row.fan_out_done


async def _write_copies(
    tx: Transaction, world: World, row: Alert, residents: Sequence[Resident], now: datetime
) -> None:
    before = await alerts.several(tx, row.refs)
    lifting = row.action == "cancel"
    warned = Warned(
        tuple(row.areas), row.kind, row.level, row.expires_at, lifting, lifting and bool(row.refs),
        tuple(area for each in before for area in each.live_areas),
    )  # fmt: skip
    zone = world.settings.zone
    verdicts = [(each, verdict(each.wishes, each.reachable, warned, now, zone, each.heard)) for each in residents]
    copies = [_copy(row, each, found, now) for each, found in verdicts if found.at is not None and not found.digest]
    row.audience += len(await outbox.put_all(tx, copies, now))
    waits = {each.person_id: found.at for each, found in verdicts if found.at is not None and found.digest}
    await digests.add(tx, row.id, waits)
    await alert_counts.skip(tx, row.id, {each.person_id: found.reason for each, found in verdicts if found.reason})


def _copy(row: Alert, resident: Resident, found: Verdict, now: datetime) -> Message:
    values = ({"paid": True} if row.paid else {}) | ({"followed": True} if found.followed else {})
    return Message(
        "red_alert" if row.level == "red" and row.action != "cancel" else "alert",
        Recipient(resident.telegram_id or 0, resident.language, person_id=resident.person_id),
        COPY, values, subject(row.id), once=audience.once(row.id, resident.person_id),
        not_before=found.at if found.at != now else None, expires_at=row.expires_at, silent=row.action == "cancel",
    )  # fmt: skip


async def _look(database: Database, alert_id: int, now: datetime) -> None:
    """How far it is; the progress card is shown anew when something has changed."""
    async with database.reading() as tx:
        due_at = await alerts.next_look(tx, alert_id)
        seen = await fates.count(tx, subject(alert_id), COPY, now)
        skipped = await alert_counts.skips(tx, alert_id)
        daily = await digests.count(tx, alert_id)
    async with database.transaction() as tx:
        row = await alerts.get(tx, alert_id)
        if row is not None and row.fan_out_done and row.next_look_at == due_at:  # else somebody has just changed it
            await _note(tx, row, seen, {"skipped": skipped, "digest": daily}, now)


async def _note(tx: Transaction, row: Alert, seen: Fates, besides: Mapping[str, Any], now: datetime) -> None:
    if row.sending == "paused":  # one that failed for a moment has come back meanwhile
        await alerts.hold_back(tx, row.id)
    before = row.progress
    changed = seen.counts() != {name: before.get(name) for name in seen.counts()}
    row.progress = {**seen.counts(), **besides, "rate": _rate(before, seen, now), "at": now.isoformat()}
    if seen.over:
        row.finished_at, row.next_look_at = now, None
        await case_log.append(tx, subject(row.id), "finished", now, words={**seen.counts(), **besides})
    else:
        quiet_ends = await fates.next_later(tx, subject(row.id), now) if not seen.waiting else None
        every = card_every(row.chat_id) * (2 if seen.waiting > MANY_WAIT else 1)
        row.next_look_at = min(quiet_ends or now + every, now + LOOK_AT_LEAST_EVERY)
    if changed or seen.over:
        await show_progress(tx, row, now)


def _rate(before: Mapping[str, Any], seen: Fates, now: datetime) -> float:
    """Copies a second since the last look; 0 when nothing is known yet."""
    if "at" not in before:
        return 0.0
    span = (now - datetime.fromisoformat(before["at"])).total_seconds()
    return max(seen.sent - int(before.get("sent", 0)), 0) / span if span > 0 else 0.0


async def show_progress(tx: Transaction, row: Alert, now: datetime) -> None:
    for card in await fates.copies(tx, subject(row.id), PROGRESS):
        to = Recipient(card.chat_id, card.language, card.thread_id)
        await outbox.put_refresh(tx, Message("card", to, PROGRESS, {}, subject(row.id), edits=card.id), now)


async def goes_on(tx: Transaction, about: str | None, now: datetime) -> None:
    """A copy that had failed goes out once more: its alert is watched until that is out too."""
    kind, _, number = (about or "").partition(":")
    row = await alerts.get(tx, int(number)) if kind == "alert" and number.isdecimal() else None
    if row is not None and row.published_at is not None:
        row.finished_at, row.next_look_at = None, now
        tx.ring("ticks")


async def send_held(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, alert_id: int, now: datetime
) -> int | None:
    """补发 the copies whose fate is unknown: how many. None for whoever may not: drafter, approver, and those who may
    draft for all its areas may."""
    row = await alerts.get(tx, alert_id)
    if row is None or row.published_at is None:
        return None
    known = speaker.person_id is not None and speaker.person_id in (row.drafted_by, row.decided_by)
    if not known and not covers(await reach(tx, speaker, group, "draft_alert"), row.areas):
        return None
    number = await outbox.release_held(tx, subject(row.id), now)
    if number:
        row.finished_at, row.next_look_at = None, now
        actor = Actor(speaker.telegram_id, speaker.name)
        await case_log.append(tx, subject(row.id), "sent_again", now, actor, {"copies": number})
        tx.ring("ticks")
    return number
