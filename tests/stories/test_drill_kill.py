"""kill -9 while a drill speaks: nobody is reminded twice, nobody is forgotten, and what is in doubt is shown."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, select

from bot.actions import drills
from bot.rules.drill_plan import Plan
from bot.rules.drill_steps import Facts
from bot.rules.speaker import HeldPost, Speaker
from practice.phone import Phone, until_true
from storage.database import Database
from storage.tables import Drill, OutboxRow
from tests.stories.nights import TOWN, Night
from tests.stories.test_kill import Process, a_killable_night, settled

pytestmark = pytest.mark.slow

KEYS = ("drill-invitation", "drill-reminder", "drill-sign-in", "drill-thanks")
TIMES = {"drill-reminder": 2}  # a day and an hour before
WORDS = {
    "drill-invitation": "邀请您参加演练",
    "drill-reminder": "演练还有",
    "drill-sign-in": "请签到",
    "drill-thanks": "结束了",
}


async def a_drill(night: Night) -> Drill:
    """Published by 陈值班 in the town's group, in a day and an hour's time; the bot is not running."""
    assert night.app is not None
    world, now = night.app.world, night.app.clock.now()
    assert world is not None
    chen = night.phones["陈值班"]
    speaker = Speaker(chen.id, chen.name, "zh-Hans", night.town.id, False, posts=(HeldPost("duty", TOWN, "派潭镇"),))
    plan = Plan(
        name="防汛转移", scenario="flood", kind="field", areas=(TOWN,), place="", minutes=60, step="summary",
        starts_at=now + timedelta(days=1, hours=1),
    )  # fmt: skip
    facts = Facts(world.places, (TOWN,), lambda code: True, now.astimezone(world.settings.zone))
    async with night.database.transaction() as tx:
        drill = await drills.publish(tx, world, speaker, plan, facts, None, "zh-Hans", now)
    assert isinstance(drill, Drill)
    return drill


async def enrol_more(night: Night, process: Process) -> list[Phone]:
    """Six more officers of six more villages."""
    await process.kill()
    await night.start()
    officers = [await night.enrolled(f"信息员{n}", "officer", f"44011810523{n}", "A") for n in range(1, 7)]
    await night.settled()
    await night.stop()
    return [night.phones["何志强"], *officers]


async def test_a_drill_is_killed_again_and_again_and_says_everything_once(database_url: str) -> None:
    chance = random.Random(5)
    async with a_killable_night(database_url) as (night, process):
        officers = await enrol_more(night, process)
        await a_drill(night)
        await process.start()
        for hours, written in ((0.0, 7), (1.01, 14), (23.0, 21), (1.0, 28), (1.0, 35)):
            await night.forward(hours=hours)
            await asyncio.sleep(chance.uniform(0.3, 2.3))
            await process.kill_and_start()
            await until_true(partial(_written, night, written), within=30)
        await settled(night)
        async with night.database.transaction() as tx:
            rows = list(await tx.session.scalars(select(OutboxRow).where(OutboxRow.key.in_(KEYS))))
            drill = (await tx.session.scalars(select(Drill))).one()
        assert drill.state == "ended"
        said = Counter((row.key, row.chat_id) for row in rows)
        assert said == Counter({(key, officer.id): TIMES.get(key, 1) for key in KEYS for officer in officers})
        # what was on the wire when the bot died is held, not repeated; everything else has arrived exactly once
        for officer in officers:
            screen = await officer.screen()
            for key in KEYS:
                arrived = sum(WORDS[key] in text for text in screen)
                states = Counter(row.state for row in rows if (row.chat_id, row.key) == (officer.id, key))
                assert states["sent"] <= arrived <= TIMES.get(key, 1), (officer.name, key, states)
                assert arrived + states["held"] + states["dropped"] >= TIMES.get(key, 1), (officer.name, key, states)
        records = [text for text in await night.phones["陈值班"].screen(night.town) if "记录" in text]
        assert len(records) >= 1


async def _written(night: Night, number: int) -> bool:
    async with night.database.transaction() as tx:
        query = select(func.count()).where(OutboxRow.key.in_(KEYS), OutboxRow.edits.is_(None))
        return int(await tx.session.scalar(query) or 0) >= number


async def test_two_ticks_at_once_remind_once(database_url: str) -> None:
    async with a_killable_night(database_url) as (night, process):
        await process.kill()
        drill = await a_drill(night)
        assert night.app is not None
        assert night.app.world is not None
        world, others = night.app.world, [Database(database_url) for _ in range(3)]
        for hours in (1.5, 24.5, 25.5, 26.5):
            at = drill.starts_at - timedelta(days=1, hours=1) + timedelta(hours=hours)
            await asyncio.gather(*(drills.advance_due(database, world, at) for database in (night.database, *others)))
        async with night.database.transaction() as tx:
            rows = list(await tx.session.scalars(select(OutboxRow).where(OutboxRow.key.in_((*KEYS, "drill-record")))))
        assert Counter(row.key for row in rows) == Counter(
            {"drill-invitation": 1, "drill-reminder": 2, "drill-sign-in": 1, "drill-thanks": 1, "drill-record": 1}
        )
        for database in others:
            await database.close()
