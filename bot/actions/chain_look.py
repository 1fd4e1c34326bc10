"""The chain of the case log is walked from end to end every hour, piece by piece; where it breaks is told at once."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.actions.alarm import alarm
from bot.rules.log_view import ChainState
from bot.world import World
from storage import case_log, chain_looks
from storage.case_log import PIECE, START, Walked
from storage.database import Database, Transaction
from storage.tables import ChainLook

EVERY = timedelta(hours=1)
# So many pieces a tick: a log of millions takes minutes, and nothing else waits for it.
PIECES = 5
# A log of so few lines is walked while the asker waits (a tenth of a second).
SHORT = 3000


async def look(database: Database, world: World, now: datetime) -> None:
    """Go on with the walk that is due, from where it was left."""
    for _ in range(PIECES):
        async with database.transaction() as tx:
            row = await chain_looks.locked(tx, now)
            if row.next_at > now and row.reached == 0:
                return
            walked = await case_log.walk(tx, row.reached, row.hash, PIECE)
            if walked.ended:
                await _note(tx, row, walked, now)
                return
            row.reached, row.hash = walked.reached, walked.hash


async def state(tx: Transaction, now: datetime) -> ChainState:
    """How the chain stands: a short log is walked at once; of a long one, what the last walk found."""
    row = await chain_looks.locked(tx, now)
    if await case_log.count(tx) <= SHORT:
        lines, fault = await case_log.verify(tx)
        await _note(tx, row, Walked(lines, "", ended=True, fault=fault), now)
    return ChainState(row.lines, row.done_at, row.fault_line, row.fault)


async def _note(tx: Transaction, row: ChainLook, walked: Walked, now: datetime) -> None:
    row.reached, row.hash, row.next_at = 0, START, now + EVERY
    row.done_at, row.lines = now, walked.reached
    fault = walked.fault
    row.fault_line, row.fault = (fault.line_id, fault.what) if fault else (None, None)
    if fault is not None:
        values = {"line": str(fault.line_id), "fault": fault.what}
        await alarm(tx, "alarm-chain-broken", values, now, once=f"chain:{fault.line_id}:{fault.what}")
