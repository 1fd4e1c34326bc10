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


async def test_silence_of_both_posts_is_told_to_the_resident_once(database: Database) -> None:
    await load_areas(database)
    async with database.transaction() as tx:
        world = await load_world(tx, Settings(_env_file=None))  # type: ignore[call-arg]
        for name, telegram_id, rank in (("何志强", 7001, "A"), ("李秀英", 7002, "B")):
            officer = await people.add(tx, name, "zh-Hans", NIGHT, telegram_id)
            await people.give_post(tx, officer.id, "officer", VILLAGE, rank, NIGHT)
        await tips.send(tx, world, Speaker(8001, "冯阿姨", "zh-Hans", 8001, True), TipDraft(VILLAGE, "洞"), NIGHT)
    for minutes in (1, 29, 30, 31, 59, 60, 61, 89, 90, 91, 120, 600):
        await tip_watch.advance_due(database, world, NIGHT + timedelta(minutes=minutes))
    async with database.transaction() as tx:
        rows = await tx.session.execute(select(OutboxRow.key, OutboxRow.chat_id, OutboxRow.created_at))
        late = [(key, chat, at) for key, chat, at in rows if at > NIGHT]
        assert late == [
            ("tip-again", 7001, NIGHT + timedelta(minutes=30)),
            ("tip-again", 7002, NIGHT + timedelta(minutes=60)),
            ("tip-unanswered", 8001, NIGHT + timedelta(minutes=90)),
        ]
        assert (await tx.session.scalars(select(Tip))).one().look_at is None
