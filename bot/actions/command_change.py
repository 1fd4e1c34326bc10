"""The moment in which somebody begins to command, and the lines of the case log about it."""

from __future__ import annotations

from datetime import datetime

from bot.actions import checklist_facts
from bot.actions.command_news import refresh_card, say_to, tell
from bot.rules.command import after
from bot.rules.speaker import Speaker
from storage import case_log, commands
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report, SceneCommand


async def stand(
    tx: Transaction, report: Report, row: SceneCommand, step: str, speaker: Speaker, now: datetime
) -> None:  # fmt: skip
    """From now on this one commands; the old one until this moment."""
    old = commands.standing(await commands.of_report(tx, report.id))
    if old is not None:
        old.state = after(old.state, "hand_over") or old.state
        old.ended_at, old.ended_why = now, "handed_over"
        await refresh_card(tx, old, now)
        await say_to(tx, old, "command-relieved", {"name": row.name}, now)
    row.state = after(row.state, "told" if row.told else "accept") or row.state
    row.answered_at, row.due_at = now, None
    await tx.session.flush()
    await checklist_facts.look(tx, report, now)
    await refresh_card(tx, row, now)
    await tell(tx, report, row, step, speaker.name, now, old=old.name if old else None)


async def log(
    tx: Transaction, report: Report, verb: str, speaker: Speaker, text: str | None, now: datetime
) -> None:  # fmt: skip
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", verb, now, actor, {"text": text} if text else None)
