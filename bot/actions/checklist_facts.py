"""The steps of a 处置清单 that the system itself knows to be done: ticked by 系统, with the moment."""

from __future__ import annotations

from datetime import datetime

from bot.rules.checklist import Kept, kept_as_json, kept_from_json, known_done, next_nudge, plan_from_json
from bot.rules.deadlines import ENDED
from storage import case_log, case_requests, checklists, commands, consults, outbox
from storage.case_view import CARD
from storage.database import Transaction
from storage.tables import Checklist, Report


async def look(tx: Transaction, report: Report, now: datetime) -> None:
    """Something was settled in this case, whose lock is held: its list follows."""
    row = await checklists.of_report(tx, report.id) if report.state not in ENDED else None
    if row is not None:
        steps = await ticked(tx, report, row, kept_from_json(row.steps), now)
        row.steps, row.nudge_at = kept_as_json(steps), next_nudge(steps, row.nudged_at)
        await tx.session.flush()


async def ticked(
    tx: Transaction, report: Report, row: Checklist, kept: tuple[Kept, ...], now: datetime
) -> tuple[Kept, ...]:
    """The steps, those that are known to be done ticked and in the log."""
    done_by = {step.key: step.done_by for step in plan_from_json(row.plan) if step.done_by}
    if not any(step.state == "open" and step.key in done_by for step in kept):
        return kept
    after = known_done(kept, done_by, await _facts(tx, report), now)
    for before, step in zip(kept, after, strict=True):
        if step is not before:
            words = {"text": step.names["zh-Hans"], "step": step.key}
            await case_log.append(tx, f"report:{report.id}", "ticked", now, None, words)
    return after


async def _facts(tx: Transaction, report: Report) -> frozenset[str]:
    """Of `bot.rules.checklist.FACTS`, those that hold."""
    found: set[str] = set()
    if commands.standing(await commands.of_report(tx, report.id)) is not None:
        found.add("commander")
    if await consults.view(tx, report.id) is not None:
        found.add("consult")
    for request in await case_requests.of_report(tx, report.id):
        if request.kind == "referral" and request.state == "accepted":
            found |= {"referral", f"referral:{request.function}"}
    cards = await outbox.rows_about(tx, f"report:{report.id}", CARD)
    if any(card.state == "sent" and "leader" in (card.values.get("roles") or ()) for card in cards):
        found.add("leader")
    return frozenset(found)
