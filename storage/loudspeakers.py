"""Which villages were asked to read an alert aloud, and which have done so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select, update

from storage.database import Transaction
from storage.tables import Area, Loudspeaker


async def ask(tx: Transaction, alert_id: int, villages: Mapping[str, int | None]) -> list[str]:
    """Note the villages with whoever is asked there (None: nobody can be). The codes of those that are new."""
    asked = set(await tx.session.scalars(select(Loudspeaker.area).where(Loudspeaker.alert_id == alert_id)))
    new = {code: person for code, person in villages.items() if code not in asked}
    rows = [Loudspeaker(alert_id=alert_id, area=code, person_id=person) for code, person in new.items()]
    tx.session.add_all(rows)
    await tx.session.flush()
    return list(new)


async def played(tx: Transaction, alert_id: int, person_id: int, name: str, now: datetime) -> int:
    """已播 by this person: how many villages that was new for."""
    result = await tx.session.execute(
        update(Loudspeaker)
        .where(Loudspeaker.alert_id == alert_id, Loudspeaker.person_id == person_id, Loudspeaker.played_at.is_(None))
        .values(played_at=now, played_by_name=name)
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


async def is_asked(tx: Transaction, alert_id: int, person_id: int | None) -> bool:
    query = select(Loudspeaker.area).where(Loudspeaker.alert_id == alert_id, Loudspeaker.person_id == person_id)
    return await tx.session.scalar(query.limit(1)) is not None


async def count(tx: Transaction, alert_id: int) -> tuple[int, int]:
    """How many have played it, of how many."""
    query = select(func.count(Loudspeaker.played_at), func.count()).where(Loudspeaker.alert_id == alert_id)
    done, asked = (await tx.session.execute(query)).one()
    return int(done), int(asked)


async def played_in(tx: Transaction, alert_id: int) -> set[str]:
    """The villages that have said so."""
    query = select(Loudspeaker.area).where(Loudspeaker.alert_id == alert_id, Loudspeaker.played_at.is_not(None))
    return set(await tx.session.scalars(query))


async def silent(tx: Transaction, alert_id: int) -> list[tuple[str, str]]:
    """The villages (zh-Hans and zh-Hant name) that have not said that they had played it."""
    query = (
        select(Area.name, Area.name_hant)
        .join(Loudspeaker, Loudspeaker.area == Area.code)
        .where(Loudspeaker.alert_id == alert_id, Loudspeaker.played_at.is_(None))
    )
    return [(name, hant) for name, hant in await tx.session.execute(query.order_by(Area.code))]
