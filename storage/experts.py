"""The register of experts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import func, select, update

from bot.rules.experts import Expert
from storage import people
from storage.database import Transaction
from storage.tables import ConsultRequest, ExpertRow, Person, Post

ROLE = "expert"
Change = Literal["new", "changed", "same"]


async def all_of_them(tx: Transaction, only: Collection[int] | None = None) -> list[Expert]:
    """Everybody with an expert's post somewhere, with how quickly they have answered so far."""
    query = (
        select(Person, ExpertRow, Post.area)
        .join(Post, Post.person_id == Person.id)
        .join(ExpertRow, ExpertRow.person_id == Person.id)
        .where(Post.role == ROLE, Post.until.is_(None))
        .order_by(Person.id, Post.id)
    )
    rows = list(await tx.session.execute(query if only is None else query.where(Person.id.in_(only))))
    areas: dict[int, list[str]] = {}
    for person, _, area in rows:
        areas.setdefault(person.id, []).append(area)
    quick = await _answers(tx)
    return [
        _expert(person, row, areas[person.id], quick.get(person.id, (0, None)))
        for person, row in {person.id: (person, row) for person, row, _ in rows}.values()
    ]


async def one(tx: Transaction, person_id: int) -> Expert | None:
    return next(iter(await all_of_them(tx, [person_id])), None)


def _expert(person: Person, row: ExpertRow, areas: Sequence[str], quick: tuple[int, int | None]) -> Expert:
    return Expert(
        person_id=person.id, name=person.name, phone=person.phone, fields=tuple(row.fields), areas=tuple(areas),
        employer=row.employer, language=person.language, away=row.away, until=row.until,
        reachable=person.telegram_id is not None and person.unreachable_since is None,
        answers=quick[0], mean_minutes=quick[1],
    )  # fmt: skip


async def _answers(tx: Transaction) -> dict[int, tuple[int, int | None]]:
    query = (
        select(ConsultRequest.person_id, func.count(), func.avg(ConsultRequest.minutes))
        .where(ConsultRequest.state == "answered", ConsultRequest.minutes.is_not(None))
        .group_by(ConsultRequest.person_id)
    )
    return {person: (count, round(float(mean))) for person, count, mean in await tx.session.execute(query)}


async def row(tx: Transaction, person_id: int) -> ExpertRow | None:
    return await tx.session.get(ExpertRow, person_id)


async def enrol(tx: Transaction, person_id: int, fields: Sequence[str] = ()) -> ExpertRow:
    """The person's row of the register; fields that are given join those they have."""
    known = await row(tx, person_id)
    if known is None:
        known = ExpertRow(person_id=person_id, fields=list(dict.fromkeys(fields)))
        tx.session.add(known)
        await tx.session.flush()
    elif fields:
        known.fields = list(dict.fromkeys((*known.fields, *fields)))
    return known


async def put(
    tx: Transaction, person_id: int, areas: Sequence[str], values: Mapping[str, Any], now: datetime
) -> Change:
    """As a table says it: these areas and no others. new, changed or same."""
    known = await row(tx, person_id)
    held = set(await tx.session.scalars(_areas_of(person_id)))
    for area in areas:
        if area not in held:
            await people.give_post(tx, person_id, ROLE, area, None, now)
    gone = held - set(areas)
    if gone:
        await tx.session.execute(
            update(Post)
            .where(Post.person_id == person_id, Post.role == ROLE, Post.area.in_(gone), Post.until.is_(None))
            .values(until=now)
            .execution_options(synchronize_session=False)
        )
    if known is None:
        tx.session.add(ExpertRow(person_id=person_id, **values))
        await tx.session.flush()
        return "new"
    before = {name: getattr(known, name) for name in values}
    for name, value in values.items():
        setattr(known, name, value)
    return "same" if before == dict(values) and held == set(areas) else "changed"


def _areas_of(person_id: int) -> Any:
    return select(Post.area).where(Post.person_id == person_id, Post.role == ROLE, Post.until.is_(None))


async def move(tx: Transaction, from_person: int, to_person: int) -> None:
    """Somebody who was entered by phone has proved to be this person: entry and requests are theirs."""
    entered = await row(tx, from_person)
    if entered is None:
        return
    mine = await enrol(tx, to_person, entered.fields)
    mine.employer, mine.until, mine.away = mine.employer or entered.employer, entered.until, entered.away
    await tx.session.execute(
        update(ConsultRequest)
        .where(ConsultRequest.person_id == from_person)
        .values(person_id=to_person)
        .execution_options(synchronize_session=False)
    )
    await tx.session.delete(entered)
