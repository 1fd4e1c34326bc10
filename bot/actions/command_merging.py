"""合并: whoever commands, or is asked to, in the report that joins another goes with it, unless somebody does there."""

from __future__ import annotations

from datetime import datetime

from bot.actions.command_news import refresh_card, tell
from bot.rules.command import RUNNING
from bot.rules.speaker import Speaker
from storage import commands
from storage.database import Transaction
from storage.tables import Report


async def carry_over(tx: Transaction, speaker: Speaker, merged: Report, into: Report, now: datetime) -> None:
    """Both reports are held. Where somebody commands or is asked already, the other command ends with its case."""
    there = await commands.of_report(tx, into.id)
    if commands.standing(there) is not None or commands.waiting(there) is not None:
        return
    for row in await commands.of_report(tx, merged.id):
        if row.state in RUNNING:
            row.report_id = into.id
            await tx.session.flush()
            await refresh_card(tx, row, now)
            step = "carried" if row.state == "standing" else "named"
            await tell(tx, into, row, step, speaker.name, now)
