"""A tip that was sent and reached nobody after all: the officer's account is gone, and Telegram said so only then."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from bot.actions import tip_watch, tips
from bot.rules.speaker import Speaker
from bot.rules.tip import TipDraft
from bot.settings import Settings
from bot.world import load_world
from storage import people
from storage.database import Database
from storage.tables import OutboxRow, Tip
from tests.stories.nights import VILLAGE, load_areas

NIGHT = datetime(2026, 6, 10, 14, 0, tzinfo=UTC)


async def test_a_resident_whose_tip_reached_nobody_hears_so_within_a_minute(database: Database) -> None:
    await load_areas(database)
    async with database.transaction() as tx:
        world = await load_world(tx, Settings(_env_file=None))  # type: ignore[call-arg]
        officer = await people.add(tx, "何志强", "zh-Hans", NIGHT, 7001)
        await people.give_post(tx, officer.id, "officer", VILLAGE, "A", NIGHT)
        resident = Speaker(8001, "冯阿姨", "zh-Hans", 8001, True)
        done = await tips.send(tx, world, resident, TipDraft(VILLAGE, "桥头有个洞"), NIGHT)
        assert done.outcome == "sent"
        await tx.session.execute(
            update(OutboxRow).where(OutboxRow.key == "tip-card").values(state="failed", reason="deactivated")
        )
    await tip_watch.advance_due(database, world, NIGHT + timedelta(seconds=59))
    async with database.transaction() as tx:
        assert (await tx.session.scalars(select(Tip))).one().state == "sent"
    for minutes in (1, 2):
        await tip_watch.advance_due(database, world, NIGHT + timedelta(minutes=minutes))
    async with database.transaction() as tx:
        tip = (await tx.session.scalars(select(Tip))).one()
        assert (tip.state, tip.look_at, tip.reminded) == ("unreached", None, 0)
        told = list(await tx.session.scalars(select(OutboxRow.key).where(OutboxRow.chat_id == 8001)))
        assert told == ["tip-receipt", "tip-unreached"]
