"""Drills: the plan, who was invited, when the next word is due, and everything that their messages show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import and_, bindparam, func, or_, select, update

from bot.rules.drill_reminders import Reminder
from bot.rules.drill_view import DrillView, Invited
from storage import areas
from storage.database import Transaction
from storage.tables import Drill, DrillParticipant, DrillReminder, OutboxRow, Person, Post
from storage.tables.delivery import HELD

CARD = "drill-card"


def subject(drill_id: int) -> str:
    return f"drill:{drill_id}"


async def add(tx: Transaction, drill: Drill) -> Drill:
    tx.session.add(drill)
    await tx.session.flush()
    return drill


async def locked(tx: Transaction, drill_id: int) -> Drill | None:
    """The drill, held against a tap or tick of the same moment."""
    query = select(Drill).where(Drill.id == drill_id).with_for_update().execution_options(populate_existing=True)
    return await tx.session.scalar(query)


async def invite(tx: Transaction, drill_id: int, people: Iterable[tuple[int, str]]) -> None:
    """Person and village; somebody who holds two posts is invited once, for the first."""
    first: dict[int, str] = {}
    for person_id, area in people:
        first.setdefault(person_id, area)
    rows = [{"drill_id": drill_id, "person_id": person_id, "area": area} for person_id, area in first.items()]
    await tx.insert_new(DrillParticipant, rows, "drill_id", "person_id")


async def participant(tx: Transaction, drill_id: int, person_id: int | None) -> DrillParticipant | None:
    query = select(DrillParticipant).where(
        DrillParticipant.drill_id == drill_id, DrillParticipant.person_id == person_id
    )
    return await tx.session.scalar(query)


async def invited(tx: Transaction, drill_id: int) -> list[tuple[DrillParticipant, Person]]:
    query = (
        select(DrillParticipant, Person)
        .join(Person, Person.id == DrillParticipant.person_id)
        .where(DrillParticipant.drill_id == drill_id)
        .order_by(DrillParticipant.area, DrillParticipant.id)
    )
    return [(row, person) for row, person in await tx.session.execute(query)]


async def plan_reminders(tx: Transaction, drill_id: int, reminders: Sequence[Reminder]) -> None:
    rows = [{"drill_id": drill_id, "what": reminder.what, "remind_at": reminder.at} for reminder in reminders]
    await tx.insert_new(DrillReminder, rows, "drill_id", "what")


async def waiting_reminders(tx: Transaction, drill_id: int) -> list[Reminder]:
    query = select(DrillReminder.what, DrillReminder.remind_at).where(
        DrillReminder.drill_id == drill_id, DrillReminder.done_at.is_(None)
    )
    return [Reminder(what, at) for what, at in await tx.session.execute(query.order_by(DrillReminder.remind_at))]


async def reminders_done(tx: Transaction, drill_id: int, what: Sequence[str], now: datetime) -> None:
    await tx.session.execute(
        update(DrillReminder)
        .where(DrillReminder.drill_id == drill_id, DrillReminder.what.in_(what), DrillReminder.done_at.is_(None))
        .values(done_at=now)
        .execution_options(synchronize_session=False)
    )


async def due(tx: Transaction, now: datetime) -> list[int]:
    """Drills for which something is due: a reminder, the start, the end."""
    reminded = select(DrillReminder.drill_id).where(DrillReminder.done_at.is_(None), DrillReminder.remind_at <= now)
    query = select(Drill.id).where(
        or_(
            and_(Drill.state == "planned", or_(Drill.starts_at <= now, Drill.id.in_(reminded))),
            and_(Drill.state == "running", Drill.ends_at <= now),
        )
    )
    return list(await tx.session.scalars(query.order_by(Drill.id)))


async def held_unshown(tx: Transaction) -> list[int]:
    """Drills with held messages of which the card does not know yet."""
    query = (
        select(OutboxRow.subject, func.count())
        .where(HELD, OutboxRow.subject.like("drill:%"))
        .group_by(OutboxRow.subject)
    )
    found = []
    for about, count in (await tx.session.execute(query)).all():
        drill_id = int(str(about).partition(":")[2])
        card = await newest_card(tx, drill_id, failed_too=True)
        if card is not None and card.values.get("held") != count:
            found.append(drill_id)
    return found


async def held_count(tx: Transaction, drill_id: int) -> int:
    query = select(func.count()).where(OutboxRow.subject == subject(drill_id), OutboxRow.state == "held")
    return int(await tx.session.scalar(query) or 0)


async def newest_card(tx: Transaction, drill_id: int, failed_too: bool = False) -> OutboxRow | None:
    """The newest copy or edit of the organiser's card, held against the sender's claim.

    One that still waits will show what this transaction changes: it is worded when it is claimed.
    """
    lost = () if failed_too else ("failed", "dropped", "held")
    query = (
        select(OutboxRow)
        .where(OutboxRow.subject == subject(drill_id), OutboxRow.key == CARD, OutboxRow.state.not_in(lost))
        .order_by(OutboxRow.id.desc())
        .limit(1)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return await tx.session.scalar(query)


async def told(tx: Transaction, drill_id: int, person_id: int, message_id: int | None) -> OutboxRow | None:
    """The row behind a message that an officer tapped. One that was sent this moment may not know its message yet."""
    query = (
        select(OutboxRow)
        .where(OutboxRow.subject == subject(drill_id), OutboxRow.person_id == person_id, OutboxRow.key != CARD)
        .where(OutboxRow.edits.is_(None), OutboxRow.state.in_(("sending", "sent", "held")))
        .where(or_(OutboxRow.message_id == message_id, OutboxRow.message_id.is_(None)))
        .order_by(OutboxRow.message_id.is_(None), OutboxRow.id.desc())
        .limit(1)
    )
    row = await tx.session.scalar(query)
    if row is not None and row.state == "held":  # its fate is known now: it is on the phone that tapped it
        row.state, row.message_id, row.reason = "sent", message_id, None
    return row


async def load_view(tx: Transaction, drill_id: int) -> DrillView | None:
    drill = await tx.session.get(Drill, drill_id)
    if drill is None:
        return None
    people = await invited(tx, drill_id)
    villages = [row.area for row, _ in people]
    names = await areas.names(tx, {*drill.areas, *villages, *(code[:9] for code in villages)})
    lost = await _not_delivered(tx, drill_id)
    ranks = await _ranks(tx, [person.id for _, person in people])
    organiser = await tx.session.get(Person, drill.organiser_id)
    return DrillView(
        drill_id=drill.id, name=drill.name, scenario=drill.scenario, kind=drill.kind, place=drill.place,
        areas=tuple((code, names[code]) for code in drill.areas if code in names),
        starts_at=drill.starts_at, ends_at=drill.ends_at, state=drill.state,
        organiser=organiser.name if organiser else "",
        invited=tuple(
            Invited(
                person_id=person.id, name=person.name, rank=ranks.get((person.id, row.area)), area=row.area,
                area_names=names.get(row.area, (row.area, row.area)), town_names=names.get(row.area[:9]),
                answer=row.answer, signed_in_at=row.signed_in_at,
                unreachable=lost.get(person.id) if person.telegram_id else "never_started",
            )
            for row, person in people
        ),
        held=await held_count(tx, drill_id), closed_by=drill.closed_by_name, closed_at=drill.closed_at,
    )  # fmt: skip


async def _not_delivered(tx: Transaction, drill_id: int) -> dict[int, str]:
    """By person: why the newest message about this drill that was tried did not arrive."""
    query = (
        select(OutboxRow.person_id, OutboxRow.state, OutboxRow.reason)
        .where(OutboxRow.subject == subject(drill_id), OutboxRow.person_id.is_not(None))
        .where(OutboxRow.edits.is_(None), OutboxRow.key != CARD, OutboxRow.state.in_(("sent", "failed")))
        .order_by(OutboxRow.id)
    )
    newest: dict[int, str | None] = {}
    for person_id, state, reason in await tx.session.execute(query):
        newest[int(person_id or 0)] = (reason or "refused") if state == "failed" else None
    return {person_id: reason for person_id, reason in newest.items() if reason is not None}


async def _ranks(tx: Transaction, people: Sequence[int]) -> dict[tuple[int, str], str | None]:
    query = select(Post.person_id, Post.area, Post.rank).where(
        Post.person_id.in_(people), Post.role == "officer", Post.until.is_(None)
    )
    return {(person_id, area): rank for person_id, area, rank in await tx.session.execute(query)}


async def running_for(tx: Transaction, person_id: int) -> Drill | None:
    """The drill that is going on and to which this person was invited."""
    return await tx.session.scalar(_RUNNING_FOR, {"person": person_id})


# Asked for each report: written once (storage.tables.plain says why).
_RUNNING_FOR = (
    select(Drill)
    .join(DrillParticipant, DrillParticipant.drill_id == Drill.id)
    .where(Drill.state == "running", DrillParticipant.person_id == bindparam("person"))
    .order_by(Drill.id.desc())
    .limit(1)
)
