"""An emergency left idle is sent as far as it got: an officer who pockets the phone has still reported."""

from __future__ import annotations

from datetime import datetime

from bot.actions import reports
from bot.world import World
from storage import conversations
from storage.database import Database


async def send_due(database: Database, world: World, now: datetime) -> None:
    """One transaction a draft, so that one that fails holds up no other."""
    async with database.transaction() as tx:
        waiting = [(row.chat_id, row.user_id) for row in await conversations.due(tx, now)]
    for chat_id, user_id in waiting:
        async with database.transaction() as tx:
            await reports.send_idle(tx, world, chat_id, user_id, now)
