"""Areas: the city, its towns, its villages and communities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import or_, select

from bot.rules.places import Area as Place
from storage.database import Transaction
from storage.tables import Area


async def all_places(tx: Transaction) -> list[Place]:
    """Every open area as the rules know it."""
    rows = await tx.session.scalars(select(Area).where(Area.closed_at.is_(None)).order_by(Area.code))
    return [Place(a.code, a.name, a.name_hant, a.kind, a.parent or "", a.lat, a.lon) for a in rows]


async def area(tx: Transaction, code: str) -> Area | None:
    return await tx.session.get(Area, code)


async def names(tx: Transaction, codes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """zh-Hans and zh-Hant name by code."""
    query = select(Area.code, Area.name, Area.name_hant).where(Area.code.in_(list(codes)))
    return {code: (name, hant) for code, name, hant in await tx.session.execute(query)}


async def points(tx: Transaction, codes: Sequence[str]) -> list[tuple[float, float]]:
    """Latitude and longitude of these areas, as far as they are known; of a village without any, its town's."""
    wanted = {code for area in codes for code in (area, area[:9])}
    query = select(Area.code, Area.lat, Area.lon).where(
        Area.code.in_(wanted), Area.lat.is_not(None), Area.lon.is_not(None)
    )
    known = {code: (lat or 0.0, lon or 0.0) for code, lat, lon in await tx.session.execute(query)}
    return [point for area in codes if (point := known.get(area) or known.get(area[:9])) is not None]


async def towns(tx: Transaction) -> list[Area]:
    return list(await tx.session.scalars(select(Area).where(Area.kind == "town").order_by(Area.code)))


async def city(tx: Transaction) -> Area | None:
    return await tx.session.scalar(select(Area).where(Area.kind == "city").order_by(Area.code).limit(1))


async def villages_of(tx: Transaction, codes: Iterable[str]) -> list[Area]:
    """The villages and communities inside the given areas (a city or town stands for all of its own)."""
    wanted = list(codes)
    towns_of_cities = select(Area.code).where(Area.parent.in_(wanted), Area.kind == "town")
    query = select(Area).where(
        Area.kind.not_in(("city", "town")),
        Area.closed_at.is_(None),
        or_(Area.code.in_(wanted), Area.parent.in_(wanted), Area.parent.in_(towns_of_cities)),
    )
    return list(await tx.session.scalars(query.order_by(Area.code)))


async def put(tx: Transaction, row: Mapping[str, Any]) -> bool:
    """Add or correct one area by its code. True when it is new."""
    known = await tx.session.get(Area, row["code"])
    if known is None:
        tx.session.add(Area(**row))
        await tx.session.flush()
        return True
    for name, value in row.items():
        setattr(known, name, value)
    return False
