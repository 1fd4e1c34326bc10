"""Places of refuge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import or_, select

from bot.rules.shelters import ShelterView
from storage import areas
from storage.database import Transaction
from storage.tables import Shelter


async def get(tx: Transaction, code: str) -> Shelter | None:
    return await tx.session.get(Shelter, code, with_for_update=True, populate_existing=True)


async def put(tx: Transaction, row: dict[str, Any]) -> Literal["new", "changed", "same"]:
    """new, changed or same. Whether it is open is the duty room's word once somebody has said it by a button."""
    known = await get(tx, row["code"])
    if known is None:
        tx.session.add(Shelter(**row))
        await tx.session.flush()
        return "new"
    told = {name: value for name, value in row.items() if name != "state" or known.changed_at is None}
    if all(getattr(known, name) == value for name, value in told.items()):
        return "same"
    for name, value in told.items():
        setattr(known, name, value)
    return "changed"


async def within(tx: Transaction, codes: Sequence[str]) -> list[ShelterView]:
    """All that lie in one of these areas."""
    inside = or_(*(Shelter.area.startswith(code) for code in codes))
    rows = list(await tx.session.scalars(select(Shelter).where(inside).order_by(Shelter.code)))
    names = await areas.names(tx, sorted({row.area for row in rows}))
    return [
        ShelterView(row.code, row.name, row.kind, row.area, names.get(row.area, (row.area, row.area)), row.lat,
                    row.lon, row.capacity, row.state, tuple(row.unsuitable))
        for row in rows
    ]  # fmt: skip
