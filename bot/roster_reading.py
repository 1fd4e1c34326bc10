"""Reads the duty tables that were sent as files, outside of any transaction, and hands them to the action."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime

import structlog

from bot.actions import roster_files
from bot.actions.roster_files import Waiting
from bot.rules.roster_tables import Row
from bot.table_files import CannotRead, read_sheets
from bot.world import World
from storage.database import Database
from storage.evidence_store import EvidenceStore

log = structlog.get_logger(__name__)


async def read_waiting(database: Database, world: World, now: datetime) -> None:
    async with database.transaction() as tx:
        found = await roster_files.waiting(tx, now)
    store = EvidenceStore(world.settings.evidence_folder)
    for each in found:
        table = await asyncio.to_thread(_table, store, each)
        async with database.transaction() as tx:
            await roster_files.settle(tx, world, each.id, table, now)


def _table(store: EvidenceStore, each: Waiting) -> tuple[Sequence[str], Sequence[Row]] | str:
    """The first sheet, or why there is none, a reason word."""
    if each.sha256 is None:
        return each.reason or "not_there"
    try:
        sheet = read_sheets(store.path(each.sha256), each.name)[0]
    except CannotRead as fault:
        log.info("roster_file_unreadable", file=each.id, detail=str(fault)[:200])
        return "no_table"
    return sheet.columns, sheet.rows
