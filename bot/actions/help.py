"""Residents answer an alert. A request for help becomes a case that climbs until somebody answers it.

The case's reporter is a row of its own, with the name they agreed to give and no Telegram account: nothing that is
written for officers reaches them. Only `HelpRequest` knows the way back, until it is erased.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.actions import escalate, reports
from bot.actions.people import note_person
from bot.rules.help import HelpDraft, asks_back, harm_in, own_area, takes
from bot.rules.message import Message, Recipient
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, groups, outbox, people, subscriptions
from storage import help as helped
from storage import reports as stored
from storage.case_log import Actor
from storage.database import Transaction
from storage.help import CARD, subject
from storage.tables import Alert, HelpRequest, Report

TOPIC = "alert_help"
SHOWN_EVERY = timedelta(seconds=20)
"""The counts are shown anew no more often than this: a village answers within a minute."""


@dataclass(frozen=True)
class Answered:
    """`outcome`: preview, over, safe, ask (then `draft`), drill, already (help is on its way)."""

    outcome: str
    draft: HelpDraft | None = None


async def _taking(tx: Transaction, alert_id: int, now: datetime) -> tuple[Alert | None, str]:
    row = await helped.alert(tx, alert_id)
    if row is None or row.published_at is None:
        return None, "preview"
    if not asks_back(row.level, row.evacuation, row.action):
        return None, "over"
    return (row, "") if takes(row.state, row.ended_at, now) else (None, "over")


async def answer(tx: Transaction, speaker: Speaker, alert_id: int, word: str, now: datetime) -> Answered:
    """我安全 is noted at once; a request is asked about first. Under an exercise nothing becomes a case."""
    row, why = await _taking(tx, alert_id, now)
    if row is None:
        return Answered(why)
    person = await note_person(tx, speaker, now)
    mine = [each.area for each in await subscriptions.active(tx, person)]
    area = own_area(mine, list(row.areas))
    sent = await helped.open_one(tx, row.id, person)
    if word == "safe":
        await helped.answer(tx, row.id, person, area, "safe", now)
        await _show_counts(tx, row, area, now)
        if sent is not None:
            once = f"help-safe:{sent.id}"
            await escalate.tell_the_room(tx, sent, "notice", "help-now-safe", {}, once, now)
        return Answered("safe")
    if row.drill:
        return Answered("drill")
    return Answered("already") if sent is not None else Answered("ask", HelpDraft(row.id, word, area))


async def _show_counts(tx: Transaction, row: Alert, area: str, now: datetime) -> None:
    """How people are, by village: where the alert was drafted and in the duty group of the town."""
    chats = [Recipient(row.chat_id, row.language, row.thread_id)]
    town = [area[:9]] if len(area) >= 9 else []
    chats += [
        Recipient(room.chat_id, room.language, room.thread_id) for room in await groups.listening(tx, "town", town)
    ]
    shown = {card.chat_id: card for card in await outbox.rows_about(tx, subject(row.id), CARD) if card.edits is None}
    for to in {chat.chat_id: chat for chat in chats}.values():
        once = f"answers:{row.id}:{to.chat_id}"
        if to.chat_id not in shown:
            await outbox.put(tx, Message("notice", to, CARD, {}, subject(row.id), once=once, silent=True), now)
    for card in shown.values():
        to = Recipient(card.chat_id, card.language, card.thread_id)
        later = Message("card", to, CARD, {}, subject(row.id), edits=card.id, not_before=now + SHOWN_EVERY)
        await outbox.put_refresh(tx, later, now)


async def send(tx: Transaction, world: World, speaker: Speaker, draft: HelpDraft, now: datetime) -> str:
    """The request as a case of the village: the outcome (sent, or as in `Answered`). What was agreed to, no more."""
    row, why = await _taking(tx, draft.alert, now)
    if row is None or row.drill:
        return why or "drill"
    person = await note_person(tx, speaker, now)
    if await helped.open_one(tx, row.id, person) is not None:
        return "already"
    area = _where(world, draft)
    caller = await people.add(tx, speaker.name, "zh-Hans", now)
    source = reports.Source("help", caller_name=speaker.name, caller_phone=draft.phone or None, told=False)
    asking = replace(speaker, person_id=caller.id, posts=(), phone=None)
    sent = await reports.file(tx, world, asking, "incident", _answers(draft, area), now, source=source)
    await helped.add(
        tx, HelpRequest(report_id=sent.report.id, alert_id=row.id, person_id=person, kind=draft.kind, at=now)
    )
    await helped.answer(tx, row.id, person, area, draft.kind, now)
    await _show_counts(tx, row, area, now)
    await _to_officers(tx, sent.report, now)
    receipt = Message("receipt", _of(speaker), "help-receipt", {}, f"report:{sent.report.id}",
                      once=f"help-receipt:{sent.report.id}")  # fmt: skip
    await outbox.put(tx, receipt, now)
    return "sent"


def _of(speaker: Speaker) -> Recipient:
    return Recipient(speaker.telegram_id, speaker.language, person_id=speaker.person_id)


def _where(world: World, draft: HelpDraft) -> str:
    """A village by subscription; where the pin lies in another town, that town."""
    if not draft.place:
        return draft.area
    town = world.places.nearest(draft.place["lat"], draft.place["lon"])
    return draft.area if town is None or draft.area.startswith(town.code) else town.code


def _answers(draft: HelpDraft, area: str) -> Mapping[str, Any]:
    place = {"kind": "pin", **draft.place, "area": area} if draft.place else {"kind": "area", "area": area}
    words = {"what_happened": draft.words} if draft.words else {}
    return {"_form": "incident", "_help": draft.kind, "category": {"slug": "other"}, "place": place,
            "harm": harm_in(draft.words), **words}  # fmt: skip


async def _to_officers(tx: Transaction, report: Report, now: datetime) -> None:
    """Those of the village hear at once; the duty room is called by the climb."""
    for person in {person.id: person for person, _ in await people.holders(tx, "officer", [report.area])}.values():
        if person.telegram_id is None or person.unreachable_since is not None:
            continue
        to = Recipient(person.telegram_id, person.language, person_id=person.id)
        once = f"help-officer:{report.id}:{person.id}"
        await outbox.put(tx, Message("call", to, "help-officer", {}, f"report:{report.id}", once=once), now)


async def going(tx: Transaction, speaker: Speaker, report_id: int, now: datetime) -> str:
    """我去: the duty room and the resident hear who is on the way. The climb goes on until the room has answered."""
    report = await stored.locked(tx, report_id)
    request = await helped.of_report(tx, report_id) if report is not None else None
    if report is None or request is None or request.erased_at is not None:
        return "gone"
    if not may(speaker, "go_and_help", report.area):
        return "no_right"
    if report.state not in ("open", "acknowledged", "referred"):
        return "over"
    values = {"by": speaker.name, "phone": speaker.phone}
    once = f"help-going:{report.id}:{speaker.person_id}"
    await case_log.append(tx, f"report:{report.id}", "going", now, Actor(speaker.telegram_id, speaker.name))
    await escalate.tell_the_room(tx, report, "notice", "help-going", values, once, now)
    await _tell(tx, report, request, "help-coming", values, once, now)
    return "going"


async def told(tx: Transaction, report: Report, state: str, by: Speaker, now: datetime) -> None:
    """The resident hears that somebody has answered."""
    request = await helped.of_report(tx, report.id) if report.origin == "help" else None
    if request is not None:
        values = {"state": state, "phone": by.phone}
        await _tell(tx, report, request, "help-told", values, f"help-told:{report.id}:{state}", now)


async def _tell(
    tx: Transaction, report: Report, request: HelpRequest, key: str, values: Mapping[str, Any], once: str, now: datetime
) -> None:
    person = await people.person(tx, request.person_id) if request.person_id else None
    if person is None or person.telegram_id is None:
        return
    to = Recipient(person.telegram_id, person.language, person_id=person.id)
    message = Message("acknowledgement", to, key, values, f"report:{report.id}", once=f"{once}:{person.id}:{key}")
    await outbox.put(tx, message, now)
