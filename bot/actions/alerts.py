"""Public alerts: handed in, approved by a second person or returned, published, and watched until they are out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.actions import alert_sending
from bot.actions.people import GroupPlace, note_person
from bot.actions.reach import reach
from bot.rules import alert_approval
from bot.rules.alert_approval import Refused, Standing
from bot.rules.alert_draft import AlertDraft, complete
from bot.rules.alert_view import AlertView
from bot.rules.area_choice import common
from bot.rules.message import Message, Recipient
from bot.rules.roles import areas_of, covers
from bot.rules.speaker import Speaker
from bot.world import World
from storage import alerts, case_log, fates, outbox, people
from storage.alerts import CARD, DECIDED, subject
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Alert, Person

APPROVERS = ("approver", "leader")


async def may_draft(tx: Transaction, speaker: Speaker, group: GroupPlace | None) -> tuple[str, ...]:
    """The areas that the speaker may draft for here; nothing if they may not draft."""
    return await reach(tx, speaker, group, "draft_alert")


async def own_areas(tx: Transaction, speaker: Speaker) -> tuple[str, ...]:
    """How far the drafter's own posts reach, whatever group they speak in: by this a colour is allowed or not."""
    return await reach(tx, replace(speaker, private=True), None, "draft_alert")


async def preview(tx: Transaction, world: World, draft: AlertDraft, now: datetime) -> AlertView:
    """The draft as it would be worded now, with the number of recipients and the seconds it takes."""
    number = await alerts.audience(tx, draft.areas, draft.kind, draft.level)
    row = Alert(**_columns(draft), drafted_by=0, drafted_by_name="", chat_id=0, drafted_at=now)
    row.audience, row.progress = number, {"seconds": seconds(world, number)}
    row.id = draft.alert
    return await alerts.view(tx, row)


def seconds(world: World, number: int) -> int:
    """How long so many messages take at the rate that Telegram allows."""
    return -(-number // max(int(world.settings.messages_per_second), 1))


def _columns(draft: AlertDraft) -> dict[str, Any]:
    issuing = common(draft.areas)
    return {
        "kind": draft.kind, "event": draft.event, "level": draft.level, "areas": list(draft.areas),
        "texts": dict(draft.texts), "with_advice": draft.with_advice, "issuer": draft.issuer,
        "issuer_area": (issuing[-1] if issuing else draft.areas[0])[:9],
        "issued_at": datetime.fromisoformat(draft.issued_at) if draft.issued_at else None,
        "valid_hours": draft.valid_hours or None,
    }  # fmt: skip


def draft_of(row: Alert) -> AlertDraft:
    """A returned alert as a draft again."""
    return AlertDraft(
        alert=row.id, step="preview", areas=tuple(row.areas), kind=row.kind, event=row.event, level=row.level,
        issuer=row.issuer, issued_at=row.issued_at.isoformat() if row.issued_at else "", texts=row.texts,
        with_advice=row.with_advice, valid_hours=row.valid_hours or 0,
    )  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """What came of a tap: the alert as it stands now, or why not. `approvers`: the names of those who were asked."""

    view: AlertView | None = None
    refusal: str | None = None
    approvers: tuple[str, ...] = ()
    row: Alert | None = None


async def submit(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, draft: AlertDraft, language: str,
    now: datetime,
) -> Outcome:  # fmt: skip
    """Hand a draft in: a card for the drafter's chat and, privately, for everybody who may approve it."""
    scope = await may_draft(tx, speaker, group)
    if not covers(scope, draft.areas) or not complete(draft, await own_areas(tx, speaker)):
        return Outcome(refusal="no_right")
    person = await note_person(tx, speaker, now)
    row = (
        await _corrected(tx, draft, person, now)
        if draft.alert
        else await _new(tx, speaker, group, draft, person, language, now)
    )
    if row is None:
        return Outcome(refusal="over")
    row.audience = await alerts.audience(tx, row.areas, row.kind, row.level)
    row.progress = {"seconds": seconds(world, row.audience)}
    words = {"version": row.version, "kind": row.kind, "level": row.level, "areas": row.areas, "texts": row.texts}
    await case_log.append(tx, subject(row.id), "drafted", now, Actor(speaker.telegram_id, speaker.name), words)
    names = await _ask_approvers(tx, row, now)
    return Outcome(await alerts.view(tx, row), approvers=names, row=row)


async def _new(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, draft: AlertDraft, person: int, language: str,
    now: datetime,
) -> Alert:  # fmt: skip
    return await alerts.add(
        tx,
        Alert(
            **_columns(draft), drafted_by=person, drafted_by_name=speaker.name, chat_id=speaker.chat_id,
            thread_id=group.thread_id if group else None, language=language, drafted_at=now,
        ),
    )  # fmt: skip


async def _corrected(tx: Transaction, draft: AlertDraft, person: int, now: datetime) -> Alert | None:
    """The returned one with its corrections: a new version, so that nobody approves what they have not seen."""
    row = await alerts.get(tx, draft.alert)
    if row is None:
        return None
    try:
        row.state = alert_approval.move(_standing(row), "submit", person, ())
    except Refused:
        return None
    for name, value in _columns(draft).items():
        setattr(row, name, value)
    row.version, row.drafted_at, row.decided_by, row.decided_at = row.version + 1, now, None, None
    row.decided_by_name = row.note = None
    return row


async def _ask_approvers(tx: Transaction, row: Alert, now: datetime) -> tuple[str, ...]:
    """Cards of this version; those of earlier versions lose their buttons."""
    await refresh_cards(tx, row, now)
    home = Recipient(row.chat_id, row.language, row.thread_id)
    once = f"alert-card:{row.id}:{row.version}"
    values: dict[str, Any] = {"version": row.version, "home": True, "private": row.chat_id > 0}
    await outbox.put(tx, Message("card", home, CARD, values, subject(row.id), once=once), now)
    names = []
    for person in await _approvers(tx, row):
        to = Recipient(person.telegram_id or 0, person.language, person_id=person.id)
        values = {"version": row.version, "person": person.id}
        message = Message("question", to, CARD, values, subject(row.id), once=f"{once}:{person.id}")
        await outbox.put(tx, message, now)
        names.append(person.name)
    return tuple(names)


async def _approvers(tx: Transaction, row: Alert) -> list[Person]:
    """Whoever may approve in all its areas and can be written to; never the drafter."""
    found: dict[int, Person] = {}
    for role in APPROVERS:
        for person, _ in await people.holders(tx, role, common(row.areas)):
            if person.telegram_id and person.unreachable_since is None and person.id != row.drafted_by:
                found.setdefault(person.id, person)
    return list(found.values())


def _standing(row: Alert) -> Standing:
    return Standing(row.state, row.drafted_by, row.decided_by, tuple(row.areas))


async def decide(
    tx: Transaction, speaker: Speaker, alert_id: int, verb: str, version: int, now: datetime, note: str = ""
) -> Outcome:
    """approve, return (with its reason), publish, withdraw, edit: if this person may, and it is as they saw it."""
    row = await alerts.get(tx, alert_id)
    if row is None:
        return Outcome(refusal="gone")
    try:
        after = alert_approval.move(_standing(row), verb, speaker.person_id, areas_of(speaker, "approve_alert"))
    except Refused as refused:
        return Outcome(await alerts.view(tx, row), refused.reason)
    if version != row.version:
        return Outcome(await alerts.view(tx, row), "changed")
    if verb != "edit" and not (verb == "return" and not note):
        await _moved(tx, row, verb, after, speaker, note, now)
    return Outcome(await alerts.view(tx, row), row=row)


async def _moved(
    tx: Transaction, row: Alert, verb: str, state: str, speaker: Speaker, note: str, now: datetime
) -> None:
    row.state = state
    if verb in ("approve", "return"):
        row.decided_by, row.decided_by_name, row.decided_at = speaker.person_id, speaker.name, now
        row.note = note or None
    words = {"version": row.version} | ({"reason": note} if note else {})
    await case_log.append(tx, subject(row.id), state, now, Actor(speaker.telegram_id, speaker.name), words)
    await refresh_cards(tx, row, now)
    if verb in ("approve", "return"):
        await _tell_drafter(tx, row, now)
    if verb == "publish":
        await alert_sending.begin(tx, row, now)


async def _tell_drafter(tx: Transaction, row: Alert, now: datetime) -> None:
    """The decision, under the card in the drafter's chat: an edit alone makes no sound."""
    to = Recipient(row.chat_id, row.language, row.thread_id)
    values = {"state": row.state, "by": row.decided_by_name, "note": row.note, "version": row.version}
    cards = [card for card in await fates.copies(tx, subject(row.id), CARD) if card.chat_id == row.chat_id]
    once = f"alert-decided:{row.id}:{row.version}:{row.state}:{now.isoformat()}"
    message = Message("acknowledgement", to, DECIDED, values, subject(row.id), once=once,
                      reply_to_row=cards[-1].id if cards else None)  # fmt: skip
    await outbox.put(tx, message, now)


async def refresh_cards(tx: Transaction, row: Alert, now: datetime) -> None:
    """Every copy of the card shows the alert as it stands."""
    for key in (CARD, DECIDED):
        for card in await fates.copies(tx, subject(row.id), key):
            to = Recipient(card.chat_id, card.language, card.thread_id, card.person_id)
            message = Message("card", to, key, card.values, subject(row.id), edits=card.id)
            await outbox.put_refresh(tx, message, now)


async def for_looking(tx: Transaction, speaker: Speaker, group: GroupPlace | None, alert_id: int) -> AlertView | None:
    """The alert, for whoever may see it before it is public: in its drafter's chat, and those who may draft or approve
    for all its areas."""
    row = await alerts.get(tx, alert_id)
    if row is None:
        return None
    allowed = (
        (group is not None and speaker.chat_id == row.chat_id)
        or (speaker.person_id is not None and speaker.person_id in (row.drafted_by, row.decided_by))
        or covers(areas_of(speaker, "approve_alert"), row.areas)
        or covers(await may_draft(tx, speaker, group), row.areas)
    )
    return await alerts.view(tx, row) if allowed else None
