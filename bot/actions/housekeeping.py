"""Forgetting: the words of handled updates are erased after some days (personal data only as long as needed)."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.actions.help import TOPIC
from bot.actions.tips import TOPICS
from bot.world import World
from storage import digests, follows, help, inbox, storms, tips
from storage.database import Database


async def forget_old(database: Database, world: World, now: datetime) -> None:
    async with database.transaction() as tx:
        await inbox.forget_handled(tx, now, timedelta(days=world.settings.inbox_keep_days))
        await tips.forget(tx, now, timedelta(days=world.settings.tip_keep_days), (*TOPICS, TOPIC))
        await help.forget(tx, now, timedelta(days=world.settings.help_keep_days))
        await follows.forget(tx, now - timedelta(days=world.settings.help_keep_days))
        await digests.forget(tx, now - timedelta(days=world.settings.help_keep_days))
        await storms.forget(tx, now - timedelta(days=1))
