"""The walk to an alert's residents misses nobody, and goes where the danger is first, whatever the chunks."""

from __future__ import annotations

import pytest

from storage import areas, audience, outbox, people
from storage.audience import OVER, Position, Resident
from storage.database import Database, Transaction
from storage.outbox import Outcome
from storage.tables import Subscription
from tests.storage.cast import NIGHT, message

CITY, TOWN, OTHER = "440118", "440118105", "440118106"
GAOTAN, HAZARDOUS, ELSEWHERE = "440118105230", "440118105231", "440118106201"


async def settle(tx: Transaction) -> None:
    places = ((CITY, "city", None), (TOWN, "town", CITY), (OTHER, "town", CITY), (GAOTAN, "village", TOWN),
              (HAZARDOUS, "village", TOWN), (ELSEWHERE, "village", OTHER))  # fmt: skip
    for code, kind, parent in places:
        await areas.put(tx, {"code": code, "name": code, "name_hant": code, "kind": kind, "parent": parent})


async def resident(tx: Transaction, telegram: int, *wishes: str, ended: str = "") -> int:
    row = await people.add(tx, f"居民{telegram}", "zh-Hans", NIGHT, telegram)
    for area in (*wishes, *filter(None, [ended])):
        over = NIGHT if area == ended else None
        tx.session.add(Subscription(person_id=row.id, area=area, since=NIGHT, ended_at=over))
    await tx.session.flush()
    return row.id


async def walk(tx: Transaction, limit: int, exposed: list[str], refs: list[int]) -> list[Resident]:
    """All that it meets, in chunks of `limit`."""
    met: list[Resident] = []
    at = Position()
    while at.stage < OVER:
        found, at = await audience.after(tx, at, limit, [TOWN], exposed, refs)
        met += found
    return met


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
async def test_first_near_the_hazard_then_the_town_then_those_around_it_and_those_told_before(
    database: Database, limit: int
) -> None:
    async with database.transaction() as tx:
        await settle(tx)
        in_village = [await resident(tx, number, GAOTAN) for number in (1, 2, 3)]
        of_city = await resident(tx, 4, CITY)
        moved = await resident(tx, 5, ELSEWHERE)
        near = [await resident(tx, 6, HAZARDOUS), await resident(tx, 7, HAZARDOUS, GAOTAN)]
        of_town = await resident(tx, 8, TOWN)
        for telegram, wishes, ended in ((9, (ELSEWHERE,), ""), (10, (), GAOTAN), (11, (OTHER,), "")):
            await resident(tx, telegram, *wishes, ended=ended)
        copy = await outbox.put(tx, message("alert", 5, once=audience.once(3, moved)), NIGHT)
        row = await outbox.row(tx, copy or 0)
        assert row is not None
        row.subject, row.key, row.person_id = "alert:3", "alert", moved
        await outbox.settle(tx, [Outcome(row.id, "sent", NIGHT, message_id=1)])
    async with database.transaction() as tx:
        met = await walk(tx, limit, [HAZARDOUS], [3])
        order = list(dict.fromkeys(each.person_id for each in met))
        assert order == [*near, of_town, *in_village, of_city, moved]
        assert {each.person_id for each in met if each.heard.told} == {moved}
        wishes = {wish.area for each in met for wish in each.wishes if each.person_id == near[1]}
        assert wishes == {HAZARDOUS, GAOTAN}


async def test_a_walk_that_was_broken_off_goes_on_where_it_stood(database: Database) -> None:
    async with database.transaction() as tx:
        await settle(tx)
        ids = [await resident(tx, number, GAOTAN) for number in range(1, 8)]
        first, at = await audience.after(tx, Position(), 3, [TOWN], [], [])
    async with database.transaction() as tx:
        kept = Position(at.stage, at.area, at.last)
        rest, at = await audience.after(tx, kept, 100, [TOWN], [], [])
    assert [each.person_id for each in (*first, *rest)] == ids
    assert at.stage == OVER
