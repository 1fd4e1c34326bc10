"""Rounds of 叫应: villages, steps with their due times, and everything that cards and lists show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Select, or_, select, update

from bot.rules.call_round import Holder, Step
from storage.database import Transaction
from storage.tables import CallRound, CallStep, CallVillage, OutboxRow, Person, Post

CARD, BOARD, TOWN = "called", "call-board", "call-town"


def subject(call_id: int) -> str:
    return f"call:{call_id}"


def village_subject(village_id: int) -> str:
    """What a person's card is about: their village in this round."""
    return f"called:{village_id}"


async def holders(tx: Transaction, villages: Sequence[str]) -> dict[str, list[Holder]]:
    """By village: its officers and its head."""
    query = (
        select(Post.area, Post.role, Post.rank, Person)
        .join(Person, Person.id == Post.person_id)
        .where(Post.role.in_(("officer", "head")), Post.until.is_(None), Post.area.in_(villages))
        .order_by(Post.area, Post.rank, Post.id)
    )
    found: dict[str, list[Holder]] = defaultdict(list)
    for area, role, rank, person in await tx.session.execute(query):
        found[area].append(Holder(person.id, "head" if role == "head" else "officer", rank, _unsent(person)))
    return found


def _unsent(person: Person) -> str | None:
    if person.telegram_id is None:
        return "never_started"
    return person.unreachable_reason or "blocked" if person.unreachable_since is not None else None


async def add(tx: Transaction, row: CallRound, plans: Mapping[str, Sequence[Step]], now: datetime) -> CallRound:
    """The round with its villages (by area) and their steps. A step that is over before it began is done now."""
    tx.session.add(row)
    await tx.session.flush()
    villages = {area: CallVillage(call_id=row.id, area=area) for area in plans}
    tx.session.add_all(villages.values())
    await tx.session.flush()
    tx.session.add_all(
        CallStep(
            call_id=row.id, village_id=villages[area].id, number=step.number, whom=step.whom, person_id=step.person_id,
            due_at=step.due_at, done_at=now if step.outcome else None, outcome=step.outcome,
        )
        for area, steps in plans.items() for step in steps
    )  # fmt: skip
    await tx.session.flush()
    return row


async def locked(tx: Transaction, call_id: int) -> CallRound | None:
    """The round, held against a tap or tick of the same moment: whatever changes a round holds it first."""
    return await tx.session.get(CallRound, call_id, with_for_update=True, populate_existing=True)


async def village(tx: Transaction, call_id: int, village_id: int) -> CallVillage | None:
    """A village of this round; None for one of another."""
    row = await tx.session.get(CallVillage, village_id, populate_existing=True)
    return row if row is not None and row.call_id == call_id else None


async def village_of(tx: Transaction, village_id: int) -> CallVillage | None:
    return await tx.session.get(CallVillage, village_id)


async def of_alert(tx: Transaction, alert_id: int) -> int | None:
    """The round that this alert has started."""
    return await tx.session.scalar(select(CallRound.id).where(CallRound.alert_id == alert_id))


async def steps(tx: Transaction, village_ids: Iterable[int], *, waiting: bool = False) -> dict[int, list[CallStep]]:
    """By village, in order; `waiting`: only those that are not done."""
    query = select(CallStep).where(CallStep.village_id.in_(list(village_ids)))
    if waiting:
        query = query.where(CallStep.done_at.is_(None))
    found: dict[int, list[CallStep]] = defaultdict(list)
    for row in await tx.session.scalars(query.order_by(CallStep.village_id, CallStep.number, CallStep.id)):
        found[row.village_id].append(row)
    return found


async def due(tx: Transaction, now: datetime) -> list[int]:
    """The rounds that have something to do: somebody's turn has come, or their time is over."""
    turns = select(CallStep.call_id).where(CallStep.done_at.is_(None), CallStep.due_at <= now)
    query = select(CallRound.id).where(
        CallRound.ended_at.is_(None), or_(CallRound.deadline_at <= now, CallRound.id.in_(turns))
    )
    return list(await tx.session.scalars(query.order_by(CallRound.id)))


async def due_villages(tx: Transaction, call_id: int, now: datetime) -> list[CallVillage]:
    """The villages of a round in which somebody's turn has come."""
    turns = select(CallStep.village_id).where(
        CallStep.call_id == call_id, CallStep.done_at.is_(None), CallStep.due_at <= now
    )
    return list(
        await tx.session.scalars(select(CallVillage).where(CallVillage.id.in_(turns)).order_by(CallVillage.area))
    )


async def waiting_steps(tx: Transaction, call_id: int) -> dict[int, list[CallStep]]:
    """By village, the steps of a round that are not done."""
    found: dict[int, list[CallStep]] = defaultdict(list)
    query = select(CallStep).where(CallStep.call_id == call_id, CallStep.done_at.is_(None))
    for row in await tx.session.scalars(query.order_by(CallStep.village_id, CallStep.number)):
        found[row.village_id].append(row)
    return found


async def running(tx: Transaction) -> list[int]:
    return list(await tx.session.scalars(select(CallRound.id).where(CallRound.ended_at.is_(None))))


async def close_steps(tx: Transaction, call_id: int, village_id: int | None, outcome: str, now: datetime) -> None:
    """Nobody else is called: for this village, or (None) for the whole round."""
    which = CallStep.call_id == call_id if village_id is None else CallStep.village_id == village_id
    await tx.session.execute(
        update(CallStep)
        .where(which, CallStep.done_at.is_(None))
        .values(done_at=now, outcome=outcome)
        .execution_options(synchronize_session="fetch")
    )


async def open_again(tx: Transaction, village_id: int, now: datetime) -> None:
    """The steps that an answer had closed wait again, none of them before now."""
    shut = select(CallStep).where(CallStep.village_id == village_id, CallStep.outcome == "answered")
    for row in await tx.session.scalars(shut):
        row.done_at, row.outcome, row.due_at = None, None, max(row.due_at, now)


async def step_of(tx: Transaction, village_id: int, person_id: int | None) -> CallStep | None:
    query = select(CallStep).where(CallStep.village_id == village_id, CallStep.person_id == person_id)
    return await tx.session.scalar(query)


async def people_of(tx: Transaction, person_ids: Iterable[int]) -> dict[int, Person]:
    query = select(Person).where(Person.id.in_(list(person_ids)))
    return {person.id: person for person in await tx.session.scalars(query)}


async def waits_for_place(tx: Transaction, person_id: int, since: datetime) -> CallVillage | None:
    """The village for which this person said 已到岗 since then without saying where."""
    query = select(CallVillage).where(
        CallVillage.arrived_by == person_id, CallVillage.lat.is_(None), CallVillage.arrived_at >= since
    )
    return await tx.session.scalar(query.order_by(CallVillage.arrived_at.desc()).limit(1))


async def cards_of(tx: Transaction, village_id: int) -> list[OutboxRow]:
    """The cards that people of this village got or are about to get."""
    query = _cards(village_subject(village_id), CARD).where(OutboxRow.state.in_(("ready", "sending", "sent", "held")))
    return list(await tx.session.scalars(query))


async def last_told(tx: Transaction, call_id: int, chat_id: int) -> datetime | None:
    """When a town's group last got a message about the silent villages of this round."""
    query = _cards(subject(call_id), TOWN).where(OutboxRow.chat_id == chat_id)
    newest = await tx.session.scalar(query.order_by(None).order_by(OutboxRow.id.desc()).limit(1))
    return newest.created_at if newest is not None else None


def _cards(about: str, key: str) -> Select[OutboxRow]:
    return (
        select(OutboxRow)
        .where(OutboxRow.subject == about, OutboxRow.key == key, OutboxRow.edits.is_(None))
        .order_by(OutboxRow.id)
    )


def span(row: CallRound) -> timedelta:
    """How long each person has."""
    return timedelta(minutes=row.wait_minutes)
