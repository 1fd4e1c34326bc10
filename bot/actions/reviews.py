"""复盘: written in three short parts, waived with a reason, its items done. Every right is asked at the tap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.actions import escalate
from bot.actions.duty_room import tell_person
from bot.actions.people import GroupPlace
from bot.rules.review import Item, ReviewView, read_items, remind_at, who_is
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, outbox, people, reports, reviews
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import CaseReview, Report, ReviewItem

ASK = "review-ask"


@dataclass(frozen=True)
class Done:
    """`refusal`: gone (no review is asked for), no_right, over (written or waived before)."""

    view: ReviewView | None = None
    refusal: str | None = None


async def begin(tx: Transaction, report: Report, speaker: Speaker, now: datetime) -> None:
    """A case was closed. Whether its priority asks for a review is looked at by the tick."""
    if report.kind == "incident":
        await reviews.begin(tx, report.id, speaker.telegram_id, now)


async def look(tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int) -> Done:
    """The review as it stands, for whoever may see the case's desk."""
    report = await reports.get(tx, report_id)
    if report is None:
        return Done(refusal="gone")
    if not may(speaker, "see_cases", report.area, group.area if group else None):
        return Done(refusal="no_right")
    view = await reviews.view(tx, report_id)
    return Done(view, None if view else "gone")


async def may_write(tx: Transaction, speaker: Speaker, report_id: int) -> Done:
    row = await _open(tx, speaker, report_id)
    return Done(refusal=row) if isinstance(row, str) else Done(await reviews.view(tx, report_id))


async def asked_in(tx: Transaction, chat_id: int, message_id: int) -> int | None:
    """The case whose review this message of ours asks for."""
    row = await outbox.row_of_message(tx, chat_id, message_id)
    if row is None or row.key != ASK or row.subject is None:
        return None
    return int(row.subject.partition(":")[2])


async def _open(tx: Transaction, speaker: Speaker, report_id: int) -> tuple[CaseReview, Report] | str:
    report, row = await reports.locked(tx, report_id), await reviews.locked(tx, report_id)
    if report is None or row is None:
        return "gone"
    if not may(speaker, "write_review", report.area):
        return "no_right"
    return "over" if row.state in ("written", "waived") else (row, report)


async def invite(tx: Transaction, speaker: Speaker, report_id: int, now: datetime) -> bool:
    """The question, into their private chat. False when they cannot be written to."""
    person = await people.person(tx, speaker.person_id) if speaker.person_id else None
    once = f"review-invite:{report_id}:{now.isoformat()}"
    return await tell_person(tx, person, ASK, {}, once, now, about=f"review:{report_id}")


def items_in(world: World, text: str, now: datetime) -> tuple[Item, ...]:
    """As they will be kept, for the look before it is kept."""
    return read_items(text, now.astimezone(world.settings.zone))


async def write(
    tx: Transaction, world: World, speaker: Speaker, report_id: int, parts: Mapping[str, str], now: datetime
) -> Done:
    """Keep it: on the timeline, on the card, and everybody named hears what they are to change."""
    found = await _open(tx, speaker, report_id)
    if isinstance(found, str):
        return Done(await reviews.view(tx, report_id), found)
    row, report = found
    row.state, row.ask_at, row.at = "written", None, now
    row.by_name, row.by_person = speaker.name, speaker.person_id
    row.good, row.change = parts.get("good", ""), parts.get("change", "")
    known = await reviews.people_around(tx, report.area)
    hour, zone = world.settings.review_hour, world.settings.zone
    rows = [
        ReviewItem(
            report_id=report.id, who=item.who[:200], person_id=who_is(item.who, known), due_on=item.due,
            text=item.text, remind_at=remind_at(item.due, hour, zone) if item.due else None,
        )
        for item in items_in(world, parts.get("items", ""), now)
    ]  # fmt: skip
    await reviews.add_items(tx, rows)
    note = f"{row.good} / {row.change}"
    items = [[item.who, item.due_on.isoformat() if item.due_on else None, item.text] for item in rows]
    await _log(tx, report.id, "reviewed", speaker, now, {"note": note, "items": items})
    for item in rows:
        person = await people.person(tx, item.person_id) if item.person_id else None
        if person is not None and person.id != speaker.person_id:
            await tell_person(tx, person, "review-yours", {}, f"review-item:{item.id}", now, about=f"item:{item.id}")
    await escalate.refresh_cards(tx, report, now)
    return Done(await reviews.view(tx, report_id))


async def waive(tx: Transaction, speaker: Speaker, report_id: int, reason: str, now: datetime) -> Done:
    """不需要, with a reason that stays."""
    found = await _open(tx, speaker, report_id)
    if isinstance(found, str):
        return Done(await reviews.view(tx, report_id), found)
    row, report = found
    row.state, row.ask_at, row.at, row.by_name, row.reason = "waived", None, now, speaker.name, reason[:1000]
    await _log(tx, report.id, "review_waived", speaker, now, {"reason": row.reason})
    await escalate.refresh_cards(tx, report, now)
    return Done(await reviews.view(tx, report_id))


async def finish(tx: Transaction, speaker: Speaker, group: GroupPlace | None, item_id: int, now: datetime) -> Done:
    """已改好, by the one who was named or whoever may write the review."""
    item = await reviews.item(tx, item_id)
    report = await reports.locked(tx, item.report_id) if item is not None else None
    if item is None or report is None:
        return Done(refusal="gone")
    own = item.person_id is not None and item.person_id == speaker.person_id
    if not own and not may(speaker, "write_review", report.area):
        return Done(refusal="no_right")
    if item.done_at is not None:
        return Done(await reviews.view(tx, report.id), "over")
    item.done_at, item.done_by_name, item.remind_at = now, speaker.name, None
    await _log(tx, report.id, "review_item_done", speaker, now, {"text": item.text})
    return Done(await reviews.view(tx, report.id))


async def _log(
    tx: Transaction, report_id: int, verb: str, by: Speaker, now: datetime, words: Mapping[str, Any]
) -> None:
    await case_log.append(tx, f"report:{report_id}", verb, now, Actor(by.telegram_id, by.name), words)
