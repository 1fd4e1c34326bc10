"""People and the posts they hold."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, or_, select, update

from bot.rules.speaker import HeldPost
from storage.database import Transaction
from storage.tables import Administrator, Area, Person, Post

_POSTS = (
    select(Post.role, Post.area, Area.name, Post.rank, Area.name_hant, Post.function)
    .join(Area, Area.code == Post.area)
    .where(Post.person_id == bindparam("person"), Post.until.is_(None))
    .order_by(Post.id)
)
# A person and the posts they hold in one look, a row each post; a person without one has one row without a role.
_WHO = (
    select(
        Person.id, Person.name, Person.language, Person.phone, Person.unreachable_since,
        Post.role, Post.area, Area.name.label("area_name"), Post.rank, Area.name_hant, Post.function, Person.heard_at,
        Person.bot_id,
    )
    .outerjoin(Post, and_(Post.person_id == Person.id, Post.until.is_(None)))
    .outerjoin(Area, Area.code == Post.area)
    .where(Person.telegram_id == bindparam("telegram"))
    .order_by(Post.id)
)  # fmt: skip


@dataclass(frozen=True)
class Known:
    """Who is behind a Telegram id, as far as an answer to them needs it."""

    id: int
    name: str
    language: str
    phone: str | None
    unreachable_since: datetime | None
    posts: tuple[HeldPost, ...]
    heard_at: datetime | None = None
    bot_id: int = 0


async def who(tx: Transaction, telegram_id: int) -> Known | None:
    """The person and their posts; asked at every update, so it is one statement that is written once."""
    rows = (await tx.session.execute(_WHO, {"telegram": telegram_id})).all()
    if not rows:
        return None
    first = rows[0]
    held = [row for row in rows if row.role is not None]
    posts = tuple(HeldPost(row.role, row.area, row.area_name, row.rank, row.name_hant, row.function) for row in held)
    away, heard_at = first.unreachable_since, first.heard_at
    return Known(first.id, first.name, first.language, first.phone, away, posts, heard_at, first.bot_id)


async def by_telegram(tx: Transaction, telegram_id: int) -> Person | None:
    return await tx.session.scalar(select(Person).where(Person.telegram_id == telegram_id))


async def person(tx: Transaction, person_id: int) -> Person | None:
    return await tx.session.get(Person, person_id)


async def some(tx: Transaction, person_ids: Collection[int]) -> dict[int, Person]:
    query = select(Person).where(Person.id.in_(person_ids))
    return {row.id: row for row in await tx.session.scalars(query)}


async def add(
    tx: Transaction, name: str, language: str, now: datetime, telegram_id: int | None = None, phone: str | None = None,
    bot_id: int = 0,
) -> Person:  # fmt: skip
    row = Person(
        telegram_id=telegram_id, name=name, language=language, phone=phone, created_at=now, bot_id=bot_id
    )  # fmt: skip
    tx.session.add(row)
    await tx.session.flush()
    return row


async def posts_of(tx: Transaction, person_id: int) -> tuple[HeldPost, ...]:
    """The posts held now, with the area's name."""
    return tuple(HeldPost(*row) for row in await tx.session.execute(_POSTS, {"person": person_id}))


async def give_post(
    tx: Transaction, person_id: int, role: str, area: str, rank: str | None, now: datetime, by: int | None = None,
    function: str | None = None,
) -> Post:  # fmt: skip
    """Give a post; whoever held the same ranked post of the area leaves it, and keeps its history.

    Whoever holds a post is written to by the duty bot.
    """
    await tx.session.execute(
        update(Person).where(Person.id == person_id, Person.bot_id != 0).values(bot_id=0)
        .execution_options(synchronize_session="fetch")
    )  # fmt: skip
    if rank is not None:
        await tx.session.execute(
            update(Post)
            .where(Post.role == role, Post.area == area, Post.rank == rank, Post.until.is_(None))
            .where(Post.person_id != person_id)
            .values(until=now)
            .execution_options(synchronize_session=False)
        )
    held = await tx.session.scalar(
        select(Post).where(
            Post.person_id == person_id, Post.role == role, Post.area == area, Post.rank == rank, Post.until.is_(None),
            Post.function == function,
        )
    )  # fmt: skip
    if held is not None:
        return held
    row = Post(person_id=person_id, role=role, area=area, rank=rank, since=now, given_by=by, function=function)
    tx.session.add(row)
    await tx.session.flush()
    return row


async def hand_over_posts(tx: Transaction, from_person: int, to_person: int, now: datetime) -> None:
    """The posts of a person who was entered by phone only go to the one who proved to have that phone."""
    held = await tx.session.scalars(select(Post).where(Post.person_id == from_person, Post.until.is_(None)))
    for post in list(held):
        post.until = now
        await give_post(tx, to_person, post.role, post.area, post.rank, now, post.given_by, post.function)
    entered = await tx.session.get(Person, from_person)
    if entered is not None:
        entered.phone = None


async def holders(tx: Transaction, role: str, areas: Sequence[str]) -> list[tuple[Person, Post]]:
    """Who holds a role in any of exactly these areas, A before B."""
    query = (
        select(Person, Post)
        .join(Post, Post.person_id == Person.id)
        .where(Post.role == role, Post.area.in_(areas), Post.until.is_(None))
        .order_by(Post.area, Post.rank, Post.id)
    )
    return [(person, post) for person, post in await tx.session.execute(query)]


async def telegrams_of(tx: Transaction, role: str) -> list[int]:
    """The accounts of everybody who holds this role anywhere."""
    query = (
        select(Person.telegram_id)
        .join(Post, Post.person_id == Person.id)
        .where(Post.role == role, Post.until.is_(None), Person.telegram_id.is_not(None))
        .order_by(Person.telegram_id)
        .distinct()
    )
    return [number for number in await tx.session.scalars(query) if number]


async def of_function(tx: Transaction, function: str, areas: Sequence[str]) -> list[Person]:
    """The people of a department in exactly these areas."""
    query = (
        select(Person)
        .join(Post, Post.person_id == Person.id)
        .where(Post.role == "department", Post.function == function, Post.area.in_(areas), Post.until.is_(None))
        .order_by(Post.id)
    )
    return list(await tx.session.scalars(query))


async def heard(tx: Transaction, person_id: int, now: datetime) -> None:
    """They have tapped or written something in private."""
    await tx.session.execute(
        update(Person).where(Person.id == person_id).values(heard_at=now).execution_options(synchronize_session=False)
    )


async def officers_within(tx: Transaction, areas: Sequence[str]) -> list[tuple[Person, Post]]:
    """The officers of these areas and of every village inside them."""
    towns_of_cities = select(Area.code).where(Area.parent.in_(areas), Area.kind == "town")
    query = (
        select(Person, Post)
        .join(Post, Post.person_id == Person.id)
        .join(Area, Area.code == Post.area)
        .where(Post.role == "officer", Post.until.is_(None))
        .where(or_(Area.code.in_(areas), Area.parent.in_(areas), Area.parent.in_(towns_of_cities)))
        .order_by(Post.area, Post.rank, Post.id)
    )
    return [(person, post) for person, post in await tx.session.execute(query)]


async def officer_of(tx: Transaction, reporter_id: int, village: str) -> Person | None:
    """Who answers for a report of a village now: its reporter, or whoever took over the post they held.

    A reporter who left a post that nobody holds is still the one to ask.
    """
    query = (
        select(Post.person_id, Post.rank, Post.until)
        .where(Post.role == "officer", Post.area == village)
        .order_by(Post.until.is_not(None), Post.rank, Post.id.desc())
    )
    posts = list(await tx.session.execute(query))
    held = [post for post in posts if post.until is None]
    if not any(post.person_id == reporter_id for post in held):
        left = next((post.rank for post in posts if post.person_id == reporter_id), None)
        same = [post.person_id for post in held if post.rank == left and left is not None]
        now_there = same or [post.person_id for post in held if left is not None]
        if now_there:
            return await person(tx, now_there[0])
    return await person(tx, reporter_id)


async def mark_unreachable(tx: Transaction, person_id: int, reason: str, now: datetime) -> None:
    row = await tx.session.get(Person, person_id)
    if row is not None and row.unreachable_since is None:
        row.unreachable_since, row.unreachable_reason = now, reason


async def mark_reachable(tx: Transaction, telegram_id: int) -> None:
    await tx.session.execute(
        update(Person)
        .where(Person.telegram_id == telegram_id, Person.unreachable_since.is_not(None))
        .values(unreachable_since=None, unreachable_reason=None)
        .execution_options(synchronize_session=False)
    )


async def set_administrators(tx: Transaction, telegram_ids: Sequence[int], language: str) -> None:
    """BOT_ADMINS of this start. A person who is known keeps their own language."""
    await tx.session.execute(delete(Administrator).where(Administrator.telegram_id.not_in(telegram_ids)))
    rows = []
    for telegram_id in dict.fromkeys(telegram_ids):
        known = await by_telegram(tx, telegram_id)
        rows.append({"telegram_id": telegram_id, "language": known.language if known else language})
    await tx.insert_new(Administrator, rows, "telegram_id")


async def administrators(tx: Transaction) -> list[tuple[int, str]]:
    """Telegram id and language of everybody who hears alarms: BOT_ADMINS and holders of an admin post."""
    named = await tx.session.execute(select(Administrator.telegram_id, Administrator.language))
    by_post = await tx.session.execute(
        select(Person.telegram_id, Person.language)
        .join(Post, Post.person_id == Person.id)
        .where(Post.role == "admin", Post.until.is_(None), Person.telegram_id.is_not(None))
    )
    return list({telegram_id: (telegram_id, language) for telegram_id, language in [*named, *by_post]}.values())
