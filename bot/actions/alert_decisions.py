"""What is decided about a public alert: approved by a second person or returned, published, looked at afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.actions import alert_life, alert_looks
from bot.actions.alerts import Outcome
from bot.actions.approvers import standing
from bot.rules import alert_approval
from bot.rules.alert_approval import NEEDS_REASON, Refused, Rights, right_to_approve
from bot.rules.message import Message, Recipient
from bot.rules.roles import areas_of
from bot.rules.speaker import Speaker
from bot.world import World
from storage import alerts, case_log, fates, outbox
from storage.alerts import CARD, DECIDED, subject
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Alert


def _rights(speaker: Speaker, row: Alert) -> Rights:
    right = right_to_approve(row.level, row.evacuation)
    return Rights(areas_of(speaker, right), areas_of(speaker, "publish_fast"))


async def decide(
    tx: Transaction, world: World, speaker: Speaker, alert_id: int, verb: str, version: int, now: datetime,
    note: str = "",
) -> Outcome:  # fmt: skip
    """A verb of the life's table (approve, return, publish …): if this person may, and it is as they saw it.

    A verb that needs a reason does nothing without one: then only the right is looked at.
    """
    row = await alerts.get(tx, alert_id)
    if row is None:
        return Outcome(refusal="gone")
    try:
        after = alert_approval.move(standing(row), verb, speaker.person_id, _rights(speaker, row))
        if version != row.version:
            raise Refused("changed")
        if verb in ("publish", "fast") and alert_approval.too_late(
            row.drafted_at, row.valid_hours, row.ends_at, now, _review(world)
        ):
            raise Refused("too_late")
    except Refused as refused:
        return Outcome(await alerts.view(tx, row), refused.reason)
    if verb != "edit" and (note or verb not in NEEDS_REASON):
        await _moved(tx, world, row, verb, after, speaker, note, now)
    return Outcome(await alerts.view(tx, row), row=row)


def _review(world: World) -> timedelta:
    return timedelta(hours=world.settings.alert_review_hours)


async def _moved(
    tx: Transaction, world: World, row: Alert, verb: str, state: str, speaker: Speaker, note: str, now: datetime
) -> None:
    row.state = state
    match verb:
        case "approve" | "return":
            row.decided_by, row.decided_by_name, row.decided_at = speaker.person_id, speaker.name, now
            row.note = note or None
        case "fast":
            row.decided_by, row.decided_by_name, row.decided_at = speaker.person_id, speaker.name, now
            row.fast_reason, row.look_open = note, True
        case "looked" | "objected":
            alert_looks.end(row)
            row.looked_by_name, row.looked_at = speaker.name, now
            row.objection = note or None
    words = {"version": row.version} | ({"reason": note} if note else {})
    line = verb if verb in ("fast", "looked", "objected") else state
    await case_log.append(tx, subject(row.id), line, now, Actor(speaker.telegram_id, speaker.name), words)
    if verb in ("publish", "fast"):
        row.published_by_name = speaker.name
        await alert_life.publish(tx, world, row, now)
    await alert_life.refresh_cards(tx, row, now)
    if verb in ("approve", "return", "objected"):
        await _tell_drafter(tx, row, verb, now)
    if verb == "fast":
        await alert_looks.begin(tx, row, now)


async def _tell_drafter(tx: Transaction, row: Alert, verb: str, now: datetime) -> None:
    """The decision, under the card in the drafter's chat: an edit alone makes no sound."""
    to = Recipient(row.chat_id, row.language, row.thread_id)
    objected = verb == "objected"
    by, note = (row.looked_by_name, row.objection) if objected else (row.decided_by_name, row.note)
    state = "objected" if objected else row.state
    values = {"state": state, "by": by, "note": note, "version": row.version}
    cards = [card for card in await fates.copies(tx, subject(row.id), CARD) if card.chat_id == row.chat_id]
    once = f"alert-decided:{row.id}:{row.version}:{state}:{now.isoformat()}"
    message = Message("acknowledgement", to, DECIDED, values, subject(row.id), once=once,
                      reply_to_row=cards[-1].id if cards else None)  # fmt: skip
    await outbox.put(tx, message, now)
