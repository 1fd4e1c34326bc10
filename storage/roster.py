"""The roster as a whole: what `load` writes and what `doctor` counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from storage.database import Transaction
from storage.tables import Area, Group, Person, Post, Subscription


async def by_phone(tx: Transaction, phone: str) -> list[Person]:
    return list(await tx.session.scalars(select(Person).where(Person.phone == phone)))


async def by_name(tx: Transaction, name: str) -> list[Person]:
    return list(await tx.session.scalars(select(Person).where(Person.name == name)))


async def held(
    tx: Transaction, person_id: int, role: str, area: str, rank: str | None, function: str | None = None
) -> bool:
    query = select(Post.id).where(
        Post.person_id == person_id, Post.role == role, Post.area == area, Post.until.is_(None),
        Post.rank.is_(None) if rank is None else Post.rank == rank, Post.function == function,
    )  # fmt: skip
    return await tx.session.scalar(query.limit(1)) is not None


async def subscribe(tx: Transaction, person_id: int, area: str, now: datetime) -> bool:
    """True when the person had no subscription to this area; one that they ended themselves stays ended."""
    query = select(Subscription).where(Subscription.person_id == person_id, Subscription.area == area)
    if await tx.session.scalar(query) is not None:
        return False
    tx.session.add(Subscription(person_id=person_id, area=area, since=now))
    await tx.session.flush()
    return True


@dataclass(frozen=True)
class Places:
    """How many areas of each kind there are."""

    cities: int
    towns: int
    villages: int


async def count_places(tx: Transaction) -> Places:
    query = select(Area.kind, func.count()).where(Area.closed_at.is_(None)).group_by(Area.kind)
    kinds: dict[str, int] = {}
    for kind, count in await tx.session.execute(query):
        kinds[kind] = count
    city, town = kinds.pop("city", 0), kinds.pop("town", 0)
    return Places(city, town, sum(kinds.values()))


async def areas_without_group(tx: Transaction) -> list[Area]:
    """The towns and cities for which no group listens."""
    listening = select(Group.area).where(Group.area.is_not(None), Group.bound_at.is_not(None), Group.lost_at.is_(None))
    query = select(Area).where(Area.kind.in_(("city", "town")), Area.closed_at.is_(None), Area.code.not_in(listening))
    return list(await tx.session.scalars(query.order_by(Area.code)))


async def villages_without_officer(tx: Transaction, rank: str) -> list[tuple[str, str]]:
    """Town's and village's name of every village whose A (or B) post nobody holds."""
    taken = select(Post.area).where(Post.role == "officer", Post.rank == rank, Post.until.is_(None))
    town = select(Area.code, Area.name).where(Area.kind == "town").subquery()
    query = (
        select(func.coalesce(town.c.name, ""), Area.name)
        .outerjoin(town, town.c.code == Area.parent)
        .where(Area.kind.not_in(("city", "town")), Area.closed_at.is_(None), Area.code.not_in(taken))
        .order_by(Area.code)
    )
    return [(of_town, name) for of_town, name in await tx.session.execute(query)]


async def areas_without(tx: Transaction, role: str, kinds: Sequence[str]) -> list[Area]:
    """The areas of these kinds in which nobody holds the role."""
    taken = select(Post.area).where(Post.role == role, Post.until.is_(None))
    query = select(Area).where(Area.kind.in_(kinds), Area.closed_at.is_(None), Area.code.not_in(taken))
    return list(await tx.session.scalars(query.order_by(Area.code)))


async def lost_groups(tx: Transaction) -> list[Group]:
    return list(await tx.session.scalars(select(Group).where(Group.bound_at.is_not(None), Group.lost_at.is_not(None))))


async def unreachable(tx: Transaction) -> list[tuple[Person, bool]]:
    """Who cannot be written to, and whether they hold a post."""
    posts = select(Post.person_id).where(Post.until.is_(None))
    query = select(Person, Person.id.in_(posts)).where(Person.unreachable_since.is_not(None)).order_by(Person.id)
    return [(person, bool(in_post)) for person, in_post in await tx.session.execute(query)]


async def in_post_without_telegram(tx: Transaction) -> list[str]:
    """Names of post holders who have never opened the bot: nobody can call them. An expert may be rung up."""
    posts = select(Post.person_id).where(Post.until.is_(None), Post.role != "expert")
    query = select(Person.name).where(Person.telegram_id.is_(None), Person.id.in_(posts)).order_by(Person.id)
    return list(await tx.session.scalars(query))


async def count_holders(tx: Transaction, roles: Sequence[str]) -> int:
    """How many people hold any of these roles."""
    query = select(func.count(Post.person_id.distinct())).where(Post.role.in_(roles), Post.until.is_(None))
    return int(await tx.session.scalar(query) or 0)
