"""Zero reports: rounds, their days, and who has answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select

from bot.rules.zero_report import DayView, Village, VillageOfficer
from storage import areas, people
from storage.database import Transaction
from storage.tables import Person, Post, Report, ZeroAnswer, ZeroDay, ZeroRound, plain

LIST = "zero-list"
_ROUNDS = plain(ZeroRound)
_DUE = select(_ROUNDS.c.id).where(_ROUNDS.c.next_step_at <= bindparam("now")).order_by(_ROUNDS.c.next_step_at)


def subject(day_id: int) -> str:
    return f"zero:{day_id}"


async def open_round(tx: Transaction, area: str) -> ZeroRound | None:
    """The open round of exactly this area."""
    return await tx.session.scalar(select(ZeroRound).where(ZeroRound.area == area, ZeroRound.ended_at.is_(None)))


async def open_over(tx: Transaction, codes: Collection[str], day: date) -> list[ZeroRound]:
    """The rounds that ask these areas (a village, its town, its district) on this day."""
    around = {code[:digits] for code in codes for digits in (6, 9, 12)}
    query = select(ZeroRound).where(ZeroRound.area.in_(around), ZeroRound.ended_at.is_(None))
    query = query.where(ZeroRound.from_day <= day, ZeroRound.until_day >= day)
    return list(await tx.session.scalars(query.order_by(ZeroRound.id)))


async def begin(tx: Transaction, row: Mapping[str, Any]) -> ZeroRound | None:
    """None when the area has an open round already."""
    if await open_round(tx, str(row["area"])) is not None:
        return None
    ids = await tx.insert_new(ZeroRound, [row])
    return await locked(tx, int(ids[0])) if ids else None


async def locked(tx: Transaction, round_id: int) -> ZeroRound | None:
    return await tx.session.get(ZeroRound, round_id, with_for_update=True, populate_existing=True)


async def due(tx: Transaction, now: datetime) -> list[int]:
    return list(await tx.session.scalars(_DUE, {"now": now}))


async def day_of(tx: Transaction, round_id: int, day: date, due_at: datetime) -> ZeroDay:
    """The row of this day, made when it is not there yet."""
    await tx.insert_new(ZeroDay, [{"round_id": round_id, "day": day, "due_at": due_at}], "round_id", "day")
    query = select(ZeroDay).where(ZeroDay.round_id == round_id, ZeroDay.day == day)
    return (await tx.session.scalars(query)).one()


async def day(tx: Transaction, day_id: int) -> ZeroDay | None:
    return await tx.session.get(ZeroDay, day_id)


async def days_of(tx: Transaction, rounds: Iterable[int], on: date) -> list[ZeroDay]:
    query = select(ZeroDay).where(ZeroDay.round_id.in_(list(rounds)), ZeroDay.day == on)
    return list(await tx.session.scalars(query))


async def record(tx: Transaction, rows: list[dict[str, Any]]) -> int:
    """Answers that are not there yet; how many were new. The first answer of a village on a day stays."""
    return len(await tx.insert_new(ZeroAnswer, rows, "round_id", "day", "village"))


async def answer_of(tx: Transaction, round_id: int, on: date, village: str) -> tuple[ZeroAnswer, str] | None:
    """What a village answered on a day, and who."""
    query = select(ZeroAnswer, Person.name).join(Person, Person.id == ZeroAnswer.person_id)
    query = query.where(ZeroAnswer.round_id == round_id, ZeroAnswer.day == on, ZeroAnswer.village == village)
    found = (await tx.session.execute(query)).first()
    return (found[0], found[1]) if found else None


async def filed(
    tx: Transaction, villages: Collection[str], since: datetime, before: datetime
) -> list[tuple[str, int, datetime]]:
    """(village, person, sent at) of each report that an officer of one of these villages sent in this time.

    One that somebody else keyed in for a caller counts for the village it is about.
    """
    query = (
        select(Post.area, Report.reporter_id, Report.sent_at)
        .join(Post, Post.person_id == Report.reporter_id)
        .where(Post.role == "officer", Post.until.is_(None), Post.area.in_(villages))
        .where(Report.sent_at >= since, Report.sent_at < before)
        .order_by(Report.sent_at)
    )
    keyed = (
        select(Report.area, Report.reporter_id, Report.sent_at)
        .where(Report.origin.in_(("behalf", "duty")), Report.area.in_(villages))
        .where(Report.sent_at >= since, Report.sent_at < before)
    )
    found = [(str(row[0]), int(row[1]), row[2]) for each in (query, keyed) for row in await tx.session.execute(each)]
    return sorted(found, key=lambda one: one[2])


async def load(tx: Transaction, day_id: int) -> DayView | None:
    """A day with everything its list shows."""
    row = await tx.session.get(ZeroDay, day_id, populate_existing=True)
    round_ = await tx.session.get(ZeroRound, row.round_id) if row else None
    if row is None or round_ is None:
        return None
    area = await areas.area(tx, round_.area)
    return DayView(
        day_id=row.id,
        round_id=round_.id,
        area=round_.area,
        area_names=(area.name, area.name_hant) if area else (round_.area, round_.area),
        day=row.day,
        hour=round_.hour,
        due_at=row.due_at,
        villages=await _villages(tx, round_, row.day),
        towns={town.code: (town.name, town.name_hant) for town in await areas.towns(tx)},
        stopped=round_.ended_by_name is not None,
    )


async def _villages(tx: Transaction, round_: ZeroRound, on: date) -> tuple[Village, ...]:
    officers: dict[str, list[VillageOfficer]] = {}
    for person, post in await people.officers_within(tx, [round_.area]):
        reachable = person.telegram_id is not None and person.unreachable_since is None
        held = VillageOfficer(person.id, person.name, person.phone, post.rank, reachable)
        officers.setdefault(post.area, []).append(held)
    query = select(ZeroAnswer).where(ZeroAnswer.round_id == round_.id, ZeroAnswer.day == on)
    answers = {answer.village: answer for answer in await tx.session.scalars(query)}
    return tuple(
        Village(
            area.code, (area.name, area.name_hant), tuple(officers.get(area.code, ())),
            answers[area.code].how if area.code in answers else None,
            answers[area.code].at if area.code in answers else None,
        )
        for area in await areas.villages_of(tx, [round_.area])
    )  # fmt: skip
