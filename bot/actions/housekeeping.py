"""Forgetting: the words of handled updates are erased after some days (personal data only as long as needed)."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.actions.help import TOPIC
from bot.actions.tips import TOPICS
from bot.world import World
from storage import digests, follows, help, inbox, retention, storms, tips
from storage.database import Database

# So many messages in one transaction, so many transactions at a look: nobody who writes waits for long.
PIECE, PIECES = 500, 5


async def forget_old(database: Database, world: World, now: datetime) -> None:
    async with database.transaction() as tx:
        await inbox.forget_handled(tx, now, timedelta(days=world.settings.inbox_keep_days))
        await tips.forget(tx, now, timedelta(days=world.settings.tip_keep_days), (*TOPICS, TOPIC))
        await help.forget(tx, now, timedelta(days=world.settings.help_keep_days))
        await follows.forget(tx, now - timedelta(days=world.settings.help_keep_days))
        await digests.forget(tx, now - timedelta(days=world.settings.help_keep_days))
        await storms.forget(tx, now - timedelta(days=1))
        await retention.forget_typed_commanders(tx, now - timedelta(days=world.settings.commander_keep_days), now)


class Letters:
    """Goes through the old messages, some at each look; then begins anew."""

    def __init__(self) -> None:
        self._after = 0

    async def look(self, database: Database, world: World, now: datetime) -> None:
        before = now - timedelta(days=world.settings.outbox_keep_days)
        for _ in range(PIECES):
            async with database.transaction() as tx:
                walked = await retention.forget_letters(tx, self._after, before, PIECE)
            self._after = 0 if walked.ended else walked.after
            if walked.ended:
                return
