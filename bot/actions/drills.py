"""Drills: published, begun, ended, cancelled, by a tap or when their time comes; and the organiser's one card.

Everything that a drill says to its officers is a reminder: it waits while they are filling in a report.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions import people as speakers
from bot.actions import talks
from bot.actions.one_by_one import one_by_one
from bot.actions.people import GroupPlace
from bot.rules.drill_plan import Plan
from bot.rules.drill_reminders import due, schedule
from bot.rules.drill_rights import may_lead
from bot.rules.drill_steps import Facts
from bot.rules.message import Message, Recipient
from bot.rules.question import Fault
from bot.rules.speaker import Speaker
from bot.world import World
from storage import areas, case_log, drills, outbox, people
from storage.case_log import Actor
from storage.database import Database, Transaction
from storage.tables import Drill, DrillParticipant, Person

# At most one edit of the card in so long. In a group edits and calls for help share twenty messages a minute.
CARD_PAUSE, CARD_PAUSE_IN_GROUP = timedelta(seconds=3), timedelta(seconds=6)
# tap → the states in which it can be done
TAKES = {"start": ("planned",), "end": ("running",), "cancel": ("planned", "running")}


@dataclass(frozen=True)
class Audience:
    """How many officers a drill would invite, and how many of its villages have none."""

    officers: int
    villages: int
    without: int


async def audience(tx: Transaction, codes: Iterable[str]) -> Audience:
    wanted = list(codes)
    villages = {area.code for area in await areas.villages_of(tx, wanted)}
    holders = await people.officers_within(tx, wanted)
    return Audience(
        len({person.id for person, _ in holders}), len(villages), len(villages - {post.area for _, post in holders})
    )


async def publish(
    tx: Transaction, world: World, speaker: Speaker, plan: Plan, facts: Facts, thread_id: int | None, language: str,
    now: datetime,
) -> Drill | Fault:  # fmt: skip
    """The plan becomes a drill: officers are invited at once, the organiser's card comes into this chat."""
    if not plan.complete or plan.starts_at is None or plan.minutes is None:
        return Fault("drill-tap-stale")
    if not all(facts.allowed(code) for code in plan.areas):
        return Fault("drill-fault-no-right")
    if plan.starts_at <= now:
        return Fault("drill-fault-time-over")
    holders = await people.officers_within(tx, plan.areas)
    if not holders:
        return Fault("drill-fault-nobody")
    drill = await drills.add(tx, Drill(
        name=plan.name or "", scenario=plan.scenario, kind=plan.kind or "field", place=plan.place or "",
        areas=list(plan.areas), starts_at=plan.starts_at, ends_at=plan.starts_at + timedelta(minutes=plan.minutes),
        organiser_id=await speakers.note_person(tx, speaker, now), chat_id=speaker.chat_id, thread_id=thread_id,
        language=language, created_at=now,
    ))  # fmt: skip
    await drills.invite(tx, drill.id, [(person.id, post.area) for person, post in holders])
    await drills.plan_reminders(tx, drill.id, schedule(drill.starts_at, now, world.settings.drill_reminders_minutes))
    await _note(tx, drill, "published", now, speaker, invited=len({person.id for person, _ in holders}))
    await refresh_card(tx, drill, now)
    await _tell(tx, drill, "drill-invitation", "invite", await drills.invited(tx, drill.id), now, drill.starts_at)
    await talks.close_talk(tx, speaker, now)
    return drill


async def leadable(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, drill_id: int, deed: str
) -> tuple[Drill | None, str | None]:
    """The drill, and why this speaker cannot start, end, cancel it or resend now: gone, no_right, over."""
    drill = await drills.locked(tx, drill_id)
    if drill is None:
        return None, "gone"
    if not may_lead(speaker, drill.organiser_id, drill.areas, group.area if group else None):
        return drill, "no_right"
    return drill, "over" if deed in TAKES and drill.state not in TAKES[deed] else None


async def lead(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, drill_id: int, deed: str, now: datetime
) -> tuple[Drill | None, str | None]:
    """Do it, or say why not, as `leadable` does."""
    drill, refusal = await leadable(tx, speaker, group, drill_id, deed)
    if drill is None or refusal:
        return drill, refusal
    if deed == "resend":
        count = await outbox.release_held(tx, drills.subject(drill.id), now)
        await _note(tx, drill, "resent", now, speaker, count=count)
        await refresh_card(tx, drill, now)
    elif deed == "start":
        drill.starts_at, drill.ends_at = now, now + (drill.ends_at - drill.starts_at)
        await _start(tx, drill, now, speaker)
    elif deed == "end":
        drill.ends_at = now
        await _end(tx, drill, now, speaker)
    elif deed == "cancel":
        await _cancel(tx, drill, now, speaker)
    return drill, None


async def advance_due(database: Database, world: World, now: datetime) -> None:
    """Reminders, starts and ends that are due."""
    async with database.transaction() as tx:
        waiting, held = await drills.due(tx, now), await drills.held_unshown(tx)

    async def advance(tx: Transaction, drill_id: int) -> None:
        drill = await drills.locked(tx, drill_id)
        if drill is not None:
            await _advance(tx, drill, now)

    await one_by_one(database, dict.fromkeys([*waiting, *held]), advance)


async def _advance(tx: Transaction, drill: Drill, now: datetime) -> None:
    step = due(drill.state, drill.starts_at, drill.ends_at, await drills.waiting_reminders(tx, drill.id), now)
    await drills.reminders_done(tx, drill.id, step.passed, now)
    if "remind" in step.deeds:
        guests = [(row, person) for row, person in await drills.invited(tx, drill.id) if row.answer != "cannot"]
        nearest = min(step.passed, key=int)
        await _tell(tx, drill, "drill-reminder", f"before-{nearest}", guests, now, drill.starts_at)
        await _note(tx, drill, "reminded", now, before=nearest, people=len(guests))
    if "start" in step.deeds:
        await _start(tx, drill, now, asks="end" not in step.deeds)
    if "end" in step.deeds:
        await _end(tx, drill, now)
    await refresh_card(tx, drill, now)


async def _start(tx: Transaction, drill: Drill, now: datetime, by: Speaker | None = None, asks: bool = True) -> None:
    """Everybody who has not declined is asked to sign in. `asks` False: it is over already."""
    drill.state = "running"
    await drills.reminders_done(tx, drill.id, [each.what for each in await drills.waiting_reminders(tx, drill.id)], now)
    await _note(tx, drill, "started", now, by)
    if asks:
        guests = [(row, person) for row, person in await drills.invited(tx, drill.id) if row.answer != "cannot"]
        await _tell(tx, drill, "drill-sign-in", "start", guests, now, drill.ends_at)
        await refresh_card(tx, drill, now)


async def _end(tx: Transaction, drill: Drill, now: datetime, by: Speaker | None = None) -> None:
    """Thanks to whoever came, the end to whoever was asked, the record to the organiser."""
    drill.state, drill.closed_at, drill.closed_by_name = "ended", now, by.name if by else None
    invited = await drills.invited(tx, drill.id)
    guests = [(row, person) for row, person in invited if row.answer != "cannot" or row.signed_in_at]
    await _tell(tx, drill, "drill-thanks", "end", guests, now)
    await tx.session.flush()
    view = await drills.load_view(tx, drill.id)
    assert view is not None
    await _note(
        tx, drill, "ended", now, by, invited=len(view.invited), can=len(view.answered("can")),
        cannot=len(view.answered("cannot")), unanswered=len(view.unanswered), unreachable=len(view.unreachable),
        signed_in=[one.person_id for one in view.signed_in],
    )  # fmt: skip
    for page in range(view.record_pages):
        once = f"drill:{drill.id}:record:{page}"
        message = Message("receipt", _organiser(drill), "drill-record", {"page": page}, drills.subject(drill.id), once)
        await outbox.put(tx, message, now)
    await refresh_card(tx, drill, now)


async def _cancel(tx: Transaction, drill: Drill, now: datetime, by: Speaker) -> None:
    begun = drill.state == "running"
    drill.state, drill.closed_at, drill.closed_by_name = "cancelled", now, by.name
    await drills.reminders_done(tx, drill.id, [each.what for each in await drills.waiting_reminders(tx, drill.id)], now)
    await _note(tx, drill, "cancelled", now, by, begun=begun)
    await _tell(tx, drill, "drill-cancelled", "cancel", await drills.invited(tx, drill.id), now)
    await refresh_card(tx, drill, now)


async def _tell(
    tx: Transaction, drill: Drill, key: str, what: str, guests: Iterable[tuple[DrillParticipant, Person]],
    now: datetime, until: datetime | None = None,
) -> None:  # fmt: skip
    """One message to each; `until` is when it has become pointless."""
    await outbox.put_all(tx, [
        Message(
            "reminder", Recipient(person.telegram_id, person.language, person_id=person.id), key, {"person": person.id},
            drills.subject(drill.id), once=f"drill:{drill.id}:{what}:{person.id}", expires_at=until,
        )
        for _, person in guests if person.telegram_id
    ], now)  # fmt: skip


def _organiser(drill: Drill) -> Recipient:
    private = drill.chat_id > 0
    return Recipient(drill.chat_id, drill.language, drill.thread_id, drill.organiser_id if private else None)


async def refresh_card(tx: Transaction, drill: Drill, now: datetime) -> None:
    """The organiser's card shows what is now: the first time it is sent, then edited, not oftener than CARD_PAUSE."""
    await tx.session.flush()
    newest = await drills.newest_card(tx, drill.id)
    if newest is not None and newest.state == "ready":
        return
    same_chat = newest is not None and newest.chat_id == drill.chat_id
    pause = CARD_PAUSE if drill.chat_id > 0 else CARD_PAUSE_IN_GROUP
    message = Message(
        "card", _organiser(drill), drills.CARD, {"held": await drills.held_count(tx, drill.id)},
        drills.subject(drill.id), edits=newest.id if newest and same_chat else None,
        not_before=max(now, newest.next_at + pause) if newest and same_chat else None,
    )  # fmt: skip
    await outbox.put(tx, message, now)


async def not_delivered(tx: Transaction, about: str | None, key: str, now: datetime) -> None:
    """A message of a drill could not be delivered: the card counts whom it did not reach."""
    kind, _, number = (about or "").partition(":")
    if kind == "drill" and number.isdigit() and key not in (drills.CARD, "drill-record"):
        drill = await drills.locked(tx, int(number))
        if drill is not None:
            await refresh_card(tx, drill, now)


async def _note(
    tx: Transaction, drill: Drill, verb: str, now: datetime, by: Speaker | None = None, **words: object
) -> None:
    actor = Actor(by.telegram_id, by.name) if by else None
    await case_log.append(tx, drills.subject(drill.id), verb, now, actor, words)
