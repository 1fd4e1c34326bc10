"""Public alerts: drafted, looked at as residents will see them, handed in, and followed by another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.actions import alert_life
from bot.actions.approvers import approvers, standing
from bot.actions.people import GroupPlace, note_person
from bot.actions.reach import reach
from bot.report_types.alert_templates import advice
from bot.rules import alert_approval
from bot.rules.alert_approval import Refused, Rights, asks_to_move
from bot.rules.alert_draft import AlertDraft, Unfit, complete, levels, relevelled
from bot.rules.alert_levels import closes_schools
from bot.rules.alert_view import AlertView
from bot.rules.area_choice import office
from bot.rules.message import Message, Recipient
from bot.rules.public_bots import seconds
from bot.rules.roles import areas_of, covers
from bot.rules.speaker import Speaker
from bot.world import World
from storage import alerts, case_log, outbox
from storage.alerts import CARD, subject
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Alert


async def may_draft(tx: Transaction, speaker: Speaker, group: GroupPlace | None) -> tuple[str, ...]:
    """The areas that the speaker may draft for here; nothing if they may not draft."""
    return await reach(tx, speaker, group, "draft_alert")


async def own_areas(tx: Transaction, speaker: Speaker) -> tuple[str, ...]:
    """How far the drafter's own posts reach, whatever group they speak in: by this a colour is allowed or not."""
    return await reach(tx, replace(speaker, private=True), None, "draft_alert")


async def preview(tx: Transaction, world: World, draft: AlertDraft, scope: Sequence[str], now: datetime) -> AlertView:
    """The draft as it would be worded now, with the number of recipients and the seconds it takes.

    `scope`: the areas that its drafter may draft for here.
    """
    row = Alert(**_columns(draft, scope), drafted_by=0, drafted_by_name="", chat_id=0, drafted_at=now)
    readers = await alert_life.foresee(tx, row)
    row.progress = {"seconds": seconds(readers, row.audience, world.settings.messages_per_second)}
    row.id = draft.alert
    return await alerts.view(tx, row)


def _columns(draft: AlertDraft, scope: Sequence[str]) -> dict[str, Any]:
    return {
        "kind": draft.kind, "event": draft.event, "level": draft.level, "areas": list(draft.areas),
        "texts": dict(draft.texts), "with_advice": draft.with_advice, "issuer": draft.issuer,
        "issuer_area": office(scope, draft.areas),
        "issued_at": datetime.fromisoformat(draft.issued_at) if draft.issued_at else None,
        "valid_hours": draft.valid_hours or None, "action": draft.action, "change": draft.change,
        "prev_level": draft.prev_level, "follows": list(draft.follows), "whole": draft.whole,
        "ends_at": datetime.fromisoformat(draft.ends_at) if draft.ends_at else None, "drill": draft.drill,
        "school_closed": draft.action != "cancel"
        and (draft.school_closed or closes_schools(draft.event, draft.level)),
        "evacuation": _evacuation(draft), "details": dict(draft.details),
    }  # fmt: skip


def _evacuation(draft: AlertDraft) -> bool:
    """Whether it asks people to move, in what was typed or in the reviewed advice."""
    told = advice(draft.kind, draft.event, draft.level) if draft.with_advice and draft.action != "cancel" else {}
    return asks_to_move([*draft.texts.values(), *told.values()])


def draft_of(row: Alert) -> AlertDraft:
    """A returned alert as a draft again."""
    return AlertDraft(
        alert=row.id, step="preview", areas=tuple(row.areas), kind=row.kind, event=row.event, level=row.level,
        issuer=row.issuer, issued_at=row.issued_at.isoformat() if row.issued_at else "", texts=row.texts,
        with_advice=row.with_advice, valid_hours=row.valid_hours or 0, action=row.action, change=row.change,
        prev_level=row.prev_level, follows=tuple(row.follows), whole=row.whole, drill=row.drill,
        ends_at=row.ends_at.isoformat() if row.ends_at else "", school_closed=row.school_closed, details=row.details,
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
        await _corrected(tx, draft, scope, person, now)
        if draft.alert
        else await _new(tx, speaker, group, draft, scope, person, language, now)
    )
    if row is None:
        return Outcome(refusal="over")
    readers = await alert_life.foresee(tx, row)
    row.progress = {"seconds": seconds(readers, row.audience, world.settings.messages_per_second)}
    words = {"version": row.version, "kind": row.kind, "level": row.level, "areas": row.areas, "texts": row.texts}
    await case_log.append(tx, subject(row.id), "drafted", now, Actor(speaker.telegram_id, speaker.name), words)
    names = await _ask_approvers(tx, row, now)
    return Outcome(await alerts.view(tx, row), approvers=names, row=row)


async def _new(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, draft: AlertDraft, scope: Sequence[str], person: int,
    language: str, now: datetime,
) -> Alert:  # fmt: skip
    return await alerts.add(
        tx,
        Alert(
            **_columns(draft, scope), drafted_by=person, drafted_by_name=speaker.name, chat_id=speaker.chat_id,
            thread_id=group.thread_id if group else None, language=language, drafted_at=now,
        ),
    )  # fmt: skip


async def _corrected(
    tx: Transaction, draft: AlertDraft, scope: Sequence[str], person: int, now: datetime
) -> Alert | None:
    """The returned one with its corrections: a new version, so that nobody approves what they have not seen."""
    row = await alerts.get(tx, draft.alert)
    if row is None:
        return None
    try:
        row.state = alert_approval.move(standing(row), "submit", person, Rights())
    except Refused:
        return None
    for name, value in _columns(draft, scope).items():
        setattr(row, name, value)
    row.version, row.drafted_at, row.decided_by, row.decided_at = row.version + 1, now, None, None
    row.decided_by_name = row.note = None
    return row


async def _ask_approvers(tx: Transaction, row: Alert, now: datetime) -> tuple[str, ...]:
    """Cards of this version; those of earlier versions lose their buttons."""
    await alert_life.refresh_cards(tx, row, now)
    home = Recipient(row.chat_id, row.language, row.thread_id)
    once = f"alert-card:{row.id}:{row.version}"
    values: dict[str, Any] = {"version": row.version, "home": True, "private": row.chat_id > 0}
    await outbox.put(tx, Message("card", home, CARD, values, subject(row.id), once=once), now)
    names = []
    for person, leads in await approvers(tx, row, row.drafted_by):
        to = Recipient(person.telegram_id or 0, person.language, person_id=person.id)
        values = {"version": row.version, "person": person.id, "leads": leads}
        message = Message("question", to, CARD, values, subject(row.id), once=f"{once}:{person.id}")
        await outbox.put(tx, message, now)
        names.append(person.name)
    return tuple(names)


async def follow(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, alert_id: int, verb: str
) -> AlertDraft | str:
    """The draft of an update or a lifting; or the reason why not."""
    row = await alerts.get(tx, alert_id)
    return "gone" if row is None else await alert_life.follow(tx, speaker, group, alert_id, verb, draft_of(row))


async def to_relay(
    tx: Transaction, drafts: Sequence[AlertDraft], scope: tuple[str, ...], own: tuple[str, ...]
) -> tuple[list[AlertDraft], list[int]]:
    """Of the changes of an official text: those that may be drafted here, and the numbers of those known already."""
    fit, known = [], []
    for draft in drafts:
        number = await alerts.same_as(tx, draft)
        if number is not None:
            known.append(number)
        elif covers(scope, draft.areas) and draft.level in levels(draft, own):
            fit.append(draft)
    return fit, known


async def relevel(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, alert_id: int, level: str,
    language: str, now: datetime,
) -> Outcome:  # fmt: skip
    """The same alert at another level, handed in at once."""
    draft = await follow(tx, speaker, group, alert_id, "update")
    if isinstance(draft, str):
        return Outcome(refusal=draft)
    try:
        draft = relevelled(draft, level, await own_areas(tx, speaker))
    except Unfit:
        return Outcome(refusal="no_right")
    return await submit(tx, world, speaker, group, draft, language, now)


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
