"""The named person answers: 接受, or 不能 with a reason. Silence is told to the room; a case that is over ends it."""

from __future__ import annotations

from datetime import datetime

from bot.actions import escalate
from bot.actions.command_change import log, stand
from bot.actions.command_news import ASK, refresh_card, say_to, tell
from bot.actions.one_by_one import one_by_one
from bot.actions.scene_command import Done
from bot.rules.command import LONGEST_NOTE, after, still_in_post
from bot.rules.deadlines import ENDED
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, commands, reports
from storage.database import Database, Transaction
from storage.tables import Report, SceneCommand


async def _asked(
    tx: Transaction, speaker: Speaker, command_id: int, verb: str
) -> tuple[Report | None, SceneCommand | None, str | None]:
    """The case and the naming, held; why this speaker may not answer it: gone, no_right, over, stale."""
    row = await commands.get(tx, command_id)
    report = await reports.locked(tx, row.report_id) if row is not None else None
    if row is None or report is None:
        return None, None, "gone"
    await tx.session.refresh(row)
    if row.person_id is None or row.person_id != speaker.person_id or not still_in_post(speaker.posts, report.area):
        return report, row, "no_right"
    if report.state in ENDED:
        return report, row, "over"
    return report, row, None if after(row.state, verb) else "stale"


async def accept(tx: Transaction, speaker: Speaker, command_id: int, now: datetime) -> Done:
    """接受, by the named person alone; whoever commanded until now is relieved by it."""
    report, row, refusal = await _asked(tx, speaker, command_id, "accept")
    if report is None or row is None or refusal:
        return report, refusal
    row.answered_by_name = speaker.name
    before = commands.standing(await commands.of_report(tx, report.id))
    verb = "command_taken_over" if before else "command_accepted"
    await log(tx, report, verb, speaker, before.name if before else None, now)
    await stand(tx, report, row, "taken_over" if before else "accepted", speaker, now)
    await escalate.refresh_cards(tx, report, now)
    return report, None


async def refusable(tx: Transaction, speaker: Speaker, command_id: int) -> Done:
    report, _, refusal = await _asked(tx, speaker, command_id, "refuse")
    return report, refusal


async def refuse(tx: Transaction, speaker: Speaker, command_id: int, reason: str, now: datetime) -> Done:
    """不能, with the reason; the room hears it at once, and whoever was to be relieved: they stay."""
    report, row, refusal = await _asked(tx, speaker, command_id, "refuse")
    if report is None or row is None or refusal:
        return report, refusal
    row.state, row.answered_at, row.due_at, row.ended_at = "refused", now, None, now
    row.reason, row.answered_by_name = reason[:LONGEST_NOTE], speaker.name
    await log(tx, report, "command_refused", speaker, row.reason, now)
    await refresh_card(tx, row, now)
    await _you_stay(tx, report, "command-stay-refused", row, now)
    await tell(tx, report, row, "refused", speaker.name, now)
    await escalate.refresh_cards(tx, report, now)
    return report, None


async def _you_stay(tx: Transaction, report: Report, key: str, row: SceneCommand, now: datetime) -> None:
    old = commands.standing(await commands.of_report(tx, report.id))
    if old is not None:
        await say_to(tx, old, key, {"name": row.name, "reason": row.reason, "command": row.id}, now)


async def look(database: Database, _world: World, now: datetime) -> None:
    """Whoever has not answered in time is told to the room, and called once more; a case that is over ends command."""
    async with database.transaction() as tx:
        found = await commands.due(tx, now)

    async def one(tx: Transaction, report_id: int) -> None:
        report = await reports.locked(tx, report_id)
        if report is None:
            return
        for row in await commands.of_report(tx, report_id):
            if report.state in ENDED and after(row.state, "end"):
                await _end(tx, report, row, now)
            elif row.state == "named" and row.due_at is not None and row.due_at <= now:
                await _silent(tx, report, row, now)

    await one_by_one(database, found, one)


async def not_delivered(tx: Transaction, subject: str | None, key: str, now: datetime) -> None:
    """They cannot be asked: the room hears at once that nobody answers, instead of when the time is over."""
    kind, _, number = (subject or "").partition(":")
    row = await commands.get(tx, int(number)) if kind == "command" and key == ASK and number.isdigit() else None
    if row is not None and row.state == "named" and row.due_at is not None:
        row.due_at = min(row.due_at, now)
        tx.ring("ticks")


async def _silent(tx: Transaction, report: Report, row: SceneCommand, now: datetime) -> None:
    row.due_at, row.silent_at = None, now
    await case_log.append(tx, f"report:{report.id}", "command_silent", now, words={"text": row.name})
    await say_to(tx, row, "command-again", {}, now)
    await _you_stay(tx, report, "command-stay-silent", row, now)
    await tell(tx, report, row, "silent", None, now)
    await escalate.refresh_cards(tx, report, now)


async def _end(tx: Transaction, report: Report, row: SceneCommand, now: datetime) -> None:
    commanded = row.state == "standing"
    row.state, row.ended_at, row.ended_why, row.due_at = "ended", now, report.state, None
    if commanded:
        await case_log.append(tx, f"report:{report.id}", "command_ended", now, words={"text": row.name})
    await refresh_card(tx, row, now)
    key = "command-over" if commanded else "command-not-needed-over"
    await say_to(tx, row, key, {"state": report.state}, now)
    await escalate.refresh_cards(tx, report, now)
