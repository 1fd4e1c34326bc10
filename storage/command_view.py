"""Loads the card of somebody who was named on-scene commander, with the case as it stands."""

from __future__ import annotations

from bot.rules.command_card import CommandCard
from storage import case_view, commands
from storage.database import Transaction


async def load(tx: Transaction, command_id: int) -> CommandCard | None:
    row = await commands.get(tx, command_id)
    case = await case_view.load(tx, row.report_id) if row is not None else None
    if row is None or case is None:
        return None
    before = await commands.get(tx, row.after_id) if row.after_id else None
    return CommandCard(await commands.shown(tx, row), case, before.name if before else None)
