"""Notices that go out at a time: set, paused, resumed, stopped, edited, taken over. Every right is asked at the tap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.actions import broadcasts
from bot.actions.people import GroupPlace, note_person
from bot.rules.calendar_rule import CalendarRule, next_time, rule_from_json
from bot.rules.message import Message, Recipient
from bot.rules.schedule_view import TAKES, ScheduleView
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, outbox, schedules
from storage.case_log import Actor
from storage.database import Transaction
from storage.schedules import CARD, subject
from storage.tables import ScheduledNotice


@dataclass(frozen=True)
class Planned:
    """What is to go out and when: by `rule`, or once at `at`. `kind`: notice or zero."""

    areas: tuple[str, ...]
    text: str
    rule: CalendarRule | None = None
    at: datetime | None = None
    kind: str = "notice"

    def first(self, world: World, now: datetime) -> datetime | None:
        """The first time; None where there is none to come."""
        if self.rule is not None:
            return next_time(self.rule, now, world.settings.zone)
        return self.at if self.at is not None and self.at > now else None


@dataclass(frozen=True)
class Done:
    """`refusal`: gone, no_right, over (it is not in a state that takes this), past (no time to come)."""

    view: ScheduleView | None = None
    refusal: str | None = None


async def create(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, planned: Planned, language: str,
    now: datetime,
) -> Done:  # fmt: skip
    """Set it; its card confirms it where it was written."""
    if not planned.areas or not await broadcasts.may_broadcast(tx, speaker, group, planned.areas):
        return Done(refusal="no_right")
    first = planned.first(world, now)
    if first is None:
        return Done(refusal="past")
    row = await schedules.add(tx, ScheduledNotice(
        kind=planned.kind, text=planned.text, areas=list(planned.areas), next_at=first,
        rule=planned.rule.to_json() if planned.rule else {}, zone=world.settings.timezone,
        by_person=await note_person(tx, speaker, now), by_name=speaker.name, chat_id=speaker.chat_id,
        thread_id=group.thread_id if group else None, language=language, created_at=now,
    ))  # fmt: skip
    words = {"text": row.text, "areas": row.areas, "rule": row.rule, "first": first.isoformat()}
    await _log(tx, row, "set", speaker, now, words)
    to = Recipient(row.chat_id, language, row.thread_id)
    await outbox.put(tx, Message("card", to, CARD, {}, subject(row.id), once=f"schedule-card:{row.id}"), now)
    return Done(await schedules.load(tx, row.id))


async def listed(tx: Transaction, speaker: Speaker, group: GroupPlace | None) -> list[ScheduleView] | None:
    """Those in the speaker's reach, the next one first. None for somebody without the right."""
    scope = await broadcasts.may_broadcast(tx, speaker, group, ())
    return await schedules.standing(tx, scope) if scope else None


async def one(tx: Transaction, speaker: Speaker, group: GroupPlace | None, number: int) -> Done:
    row = await _allowed(tx, speaker, group, number)
    return Done(refusal=row) if isinstance(row, str) else Done(await schedules.load(tx, number))


async def change(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, number: int, act: str, now: datetime
) -> Done:
    """pause, resume, stop; take: whoever taps answers for it from now on, and it goes on."""
    row = await _allowed(tx, speaker, group, number, act)
    if isinstance(row, str):
        return Done(await schedules.load(tx, number) if row == "over" else None, row)
    if act in ("resume", "take"):
        coming = _coming(row, world, now)
        if coming is None:
            return Done(await schedules.load(tx, number), "past")
        row.next_at, row.zone = coming, world.settings.timezone
    if act == "take":
        row.by_person, row.by_name = await note_person(tx, speaker, now), speaker.name
        row.chat_id, row.thread_id = speaker.chat_id, group.thread_id if group else None
    row.state = {"pause": "paused", "stop": "ended"}.get(act, "active")
    if act == "stop":
        row.next_at = None
    row.state_at, row.state_by_name = now, speaker.name
    await _log(tx, row, act, speaker, now, {})
    await refresh(tx, row, now)
    return Done(await schedules.load(tx, number))


async def edit(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, number: int, text: str, now: datetime
) -> Done:
    """Other words from the next time on."""
    row = await _allowed(tx, speaker, group, number, "edit")
    if isinstance(row, str):
        return Done(refusal=row)
    before, row.text, row.version = row.text, text[: broadcasts.TEXT_LIMIT], row.version + 1
    await _log(tx, row, "edited", speaker, now, {"before": before, "text": row.text})
    await refresh(tx, row, now)
    return Done(await schedules.load(tx, number))


async def send_now(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, number: int, now: datetime
) -> Done:
    """Once more than planned, in the name of whoever taps; the plan stays as it is."""
    row = await _allowed(tx, speaker, group, number, "now")
    if isinstance(row, str):
        return Done(refusal=row)
    if row.kind != "notice":
        return Done(refusal="over")
    sent = await broadcasts.publish(tx, world, speaker, group, row.areas, row.text, row.language, now)
    if sent is None:
        return Done(refusal="no_right")
    row.last_at, row.last_outcome, row.last_broadcast = now, "sent", sent.id
    await _log(tx, row, "sent_now", speaker, now, {"broadcast": sent.id})
    await refresh(tx, row, now)
    return Done(await schedules.load(tx, number))


async def refresh(tx: Transaction, row: ScheduledNotice, now: datetime) -> None:
    """Its card, shown anew wherever it is."""
    await tx.session.flush()
    for card in await outbox.rows_about(tx, subject(row.id), CARD):
        if card.edits is None and card.state in ("ready", "sending", "sent"):
            to = Recipient(card.chat_id, card.language, card.thread_id, card.person_id)
            await outbox.put_refresh(tx, Message("card", to, CARD, {}, subject(row.id), edits=card.id), now)


def _coming(row: ScheduledNotice, world: World, now: datetime) -> datetime | None:
    """When it goes out next, seen from now; one that goes out once keeps its moment."""
    rule = rule_from_json(row.rule)
    if rule is not None:
        return next_time(rule, now, world.settings.zone)
    return row.next_at if row.next_at is not None and row.next_at > now else None


async def _allowed(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, number: int, act: str | None = None
) -> ScheduledNotice | str:
    """The row, held until the transaction ends; or why not."""
    row = await schedules.locked(tx, number)
    if row is None:
        return "gone"
    if not await broadcasts.may_broadcast(tx, speaker, group, row.areas):
        return "no_right"
    return "over" if act is not None and act not in TAKES[row.state] else row


async def _log(
    tx: Transaction, row: ScheduledNotice, verb: str, by: Speaker, now: datetime, words: Mapping[str, Any]
) -> None:
    await case_log.append(tx, subject(row.id), verb, now, Actor(by.telegram_id, by.name), words)
