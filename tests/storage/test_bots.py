"""Which bot a row of the outbox goes through, and which sender takes it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.rules.message import Message, Recipient
from storage import bots, outbox, people
from storage.database import Database
from storage.tables import OutboxRow
from tests.storage.cast import NIGHT

ONE, TWO = 4200011, 4200012
LEASE = timedelta(seconds=60)


def to(chat: int, **more: object) -> Message:
    return Message("receipt", Recipient(chat, "zh-Hans"), "words", **more)  # type: ignore[arg-type]


async def ways(database: Database) -> list[tuple[int, int]]:
    async with database.transaction() as tx:
        rows = await tx.session.scalars(select(OutboxRow).order_by(OutboxRow.id))
        return [(row.chat_id, row.bot_id) for row in rows]


async def test_a_row_goes_to_the_bot_of_whoever_it_is_for(database: Database) -> None:
    database.public_bots = frozenset({ONE, TWO})
    async with database.transaction() as tx:
        await people.add(tx, "冯阿姨", "zh-Hans", NIGHT, 501, bot_id=ONE)
        await people.add(tx, "老柳", "zh-Hans", NIGHT, 502)
        first = await outbox.put(tx, to(501), NIGHT)
        await outbox.put_all(tx, [to(502), to(-100), to(503)], NIGHT)
    async with database.transaction() as tx:
        tx.heard = (503, TWO)  # a stranger speaks, and is not written down
        await outbox.put(tx, to(503), NIGHT)
    async with database.transaction() as tx:
        await outbox.put(tx, to(503), NIGHT)
        await bots.bind(tx, 501, TWO, NIGHT)
        await outbox.put_all(tx, [to(501), to(501, edits=first)], NIGHT)
    expected = [(501, TWO), (502, 0), (-100, 0), (503, 0), (503, TWO), (503, TWO), (501, TWO), (501, TWO)]
    assert await ways(database) == expected, "what waited has moved with her"
    async with database.transaction() as tx:
        taken = await outbox.claim(tx, 100, NIGHT, NIGHT, LEASE, "sender", bot_id=TWO)
        assert {row.bot_id for row in taken} == {TWO}
        assert len(taken) == 5
        assert await outbox.recover(tx, NIGHT, NIGHT, "another", alone=True, bot_id=ONE) == (0, 0)
        assert await outbox.recover(tx, NIGHT, NIGHT, "another", alone=True, bot_id=TWO) == (5, 0)


async def test_with_the_duty_bot_alone_nothing_is_looked_up(database: Database) -> None:
    async with database.transaction() as tx:
        await people.add(tx, "冯阿姨", "zh-Hans", NIGHT, 501, bot_id=ONE)
        await outbox.put(tx, to(501), NIGHT)
    assert await ways(database) == [(501, 0)]
