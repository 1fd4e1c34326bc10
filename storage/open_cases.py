"""The open cases, a slice at each look: what is to be proved of each costs the same however many there are."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, bindparam, select

from storage.database import Transaction
from storage.tables import Report
from storage.tables.cases import GOING_ON

# As long as no more are open, every look sees them all.
SLICE = 200

_AFTER = select(Report.id).where(Report.id > bindparam("after"), GOING_ON).order_by(Report.id).limit(SLICE)
IN_SLICE: ColumnElement[bool] = and_(Report.id.between(bindparam("first"), bindparam("last")), GOING_ON)
"""Holds for the cases of a slice; takes what `Slice.bounds` gives."""


@dataclass(frozen=True)
class Slice:
    """Ids from `first` to `last`; both 0 when nothing is open. The next slice begins after `after`."""

    first: int
    last: int
    after: int

    @property
    def bounds(self) -> dict[str, int]:
        return {"first": self.first, "last": self.last}


async def next_slice(tx: Transaction, after: int) -> Slice:
    """The open cases that come after this one; behind the last it begins anew."""
    ids = list(await tx.session.scalars(_AFTER, {"after": after}))
    if not ids and after:
        return await next_slice(tx, 0)
    return Slice(ids[0], ids[-1], ids[-1] if len(ids) == SLICE else 0) if ids else Slice(0, 0, 0)
