"""An acknowledgement lapses when no progress is confirmed in the time set: it is said, and the climb goes on."""

from __future__ import annotations

from datetime import datetime

from bot.actions import escalate
from bot.actions.ladders_kept import ladder_from_json
from bot.actions.one_by_one import one_by_one
from bot.rules.progress import PROGRESS
from bot.rules.progress import look as judge
from bot.world import World
from storage import case_log, desk, escalations, reports
from storage.database import Database, Transaction
from storage.tables import Escalation, Report


async def watch(tx: Transaction, report: Report, now: datetime) -> None:
    """Somebody has just taken it (or it is over): from when on it is asked whether there was progress."""
    row = await escalations.of_report(tx, report.id)
    if row is None:
        return
    within = ladder_from_json(row.ladder).progress_within
    row.lapse_at = now + within if within and report.state == "acknowledged" else None


async def look(database: Database, world: World, now: datetime) -> None:
    """Look at those whose time has come."""
    async with database.transaction() as tx:
        due = await escalations.lapses_due(tx, now)

    async def one(tx: Transaction, report_id: int) -> None:
        report = await reports.locked(tx, report_id)
        row = await escalations.of_report(tx, report_id)
        if report is not None and row is not None and row.lapse_at is not None and row.lapse_at <= now:
            await _look_at(tx, world, report, row, now)

    await one_by_one(database, due, one)


async def _look_at(tx: Transaction, world: World, report: Report, row: Escalation, now: datetime) -> None:
    if report.state != "acknowledged" or report.state_at is None:
        row.lapse_at = None
        return
    ladder = ladder_from_json(row.ladder)
    follow_up = await desk.follow_up_of(tx, report.id)
    controlled = follow_up is not None and follow_up.controlled_at is not None
    progress_at = await case_log.newest(tx, f"report:{report.id}", PROGRESS)
    found = judge(report.state_at, progress_at, ladder.progress_within, controlled, now)
    row.lapse_at = found.again_at
    if found.lapsed:
        await _lapse(tx, world, report, row, now)


async def _lapse(tx: Transaction, world: World, report: Report, row: Escalation, now: datetime) -> None:
    """Open again, said under every card to the one who took it, and called out on the ladder that the case has kept."""
    ladder = ladder_from_json(row.ladder)
    minutes = int(ladder.progress_within.total_seconds() // 60) if ladder.progress_within else 0
    values = {"by": report.state_by_name or "", "by_id": report.state_by, "minutes": minutes}
    report.state, report.state_at = "open", now
    report.state_by = report.state_by_name = report.state_note = None
    await case_log.append(tx, f"report:{report.id}", "lapsed", now, words=values)
    once = f"lapsed:{report.id}:{row.round}"
    await escalate.tell_the_room(tx, report, "escalation", "acknowledgement-lapsed", values, once, now)
    kept = ladder if ladder.level == report.priority else None
    await escalate.begin_again(tx, world, report, row, now, kept)
    await escalate.refresh_cards(tx, report, now)
