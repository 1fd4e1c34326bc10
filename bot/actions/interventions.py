"""提前介入: an early sign is given to a unit, a named person takes it, the outcome goes back to whoever reported it.

Rights are checked here, at the tap: town and district give it out, a department may take it and settle it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.actions import escalate
from bot.actions.one_by_one import one_by_one
from bot.actions.people import GroupPlace, room_of
from bot.actions.reporters import tell_reporters
from bot.report_types.referrals import load_units
from bot.rules.case_view import CaseView
from bot.rules.deadlines import ENDED
from bot.rules.escalation import FUNCTION
from bot.rules.intervention import LONGEST_OUTCOME, LONGEST_UNIT, RUNNING, after, due_after, next_nudge
from bot.rules.roles import may, of_function
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, case_view, interventions, reports
from storage.case_log import Actor
from storage.database import Database, Transaction
from storage.tables import Intervention, Report

Done = tuple[Report | None, str | None]
VERBS = {"give": "give_intervention", "take": "take_intervention", "settle": "take_intervention"}
NAMES = "see_names"


async def allowed(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, verb: str
) -> tuple[Report | None, str | None]:
    """The early sign, held, and why not: gone, no_right, over (the case), stale (its task is not at that point)."""
    report = await reports.locked(tx, report_id)
    if report is None or report.kind != "sign":
        return None, "gone"
    if not may(speaker, VERBS[verb], report.area, *room_of(group)):
        return report, "no_right"
    if report.state in ENDED:
        return report, "over"
    row = await interventions.newest(tx, report_id)
    if verb != "give" and (row is None or after(row.state, verb) is None):
        return report, "stale"
    return report, None


async def give(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, unit: str, days: int,
    now: datetime, *, typed: bool = False,
) -> Done:  # fmt: skip
    """To a unit of the table, or `typed` one, with so many days. A task that ran is passed on by it."""
    report, refusal = await allowed(tx, speaker, group, report_id, "give")
    if report is None or refusal:
        return report, refusal
    known = None if typed else load_units().get(unit)
    if (known is None and not typed) or not unit.strip():
        return report, "stale"
    before = await interventions.newest(tx, report_id)
    if before is not None and before.state in RUNNING:
        before.state, before.nudge_at = "passed_on", None
    due_at = due_after(days, now)
    slug, name = (known.slug, None) if known else (None, unit.strip()[:LONGEST_UNIT])
    row = await interventions.add(tx, Intervention(
        report_id=report.id, unit_slug=slug, unit=name, given_at=now, given_by_name=speaker.name, due_at=due_at,
        nudge_at=due_at,
    ))  # fmt: skip
    words = {"unit": known.names["zh-Hans"] if known else unit[:LONGEST_UNIT], "due": due_at.isoformat()}
    await _log(tx, report, "intervention_given", speaker, words, now)
    if known is not None and known.function:  # its department, where it is bound here, sees the card
        await escalate.include(tx, world, report, (f"{FUNCTION}{known.function}",), now)
    await _tell(tx, report, row, "given", speaker, now)
    tx.ring("ticks")
    return report, None


async def take(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, name: str | None, now: datetime
) -> Done:
    """A named person answers for it: whoever tapped, or the `name` that was typed for somebody else."""
    report, refusal = await allowed(tx, speaker, group, report_id, "take")
    row = await interventions.newest(tx, report_id) if report is not None and not refusal else None
    if report is None or row is None:
        return report, refusal or "stale"
    row.state, row.taken_at, row.taken_by_name = "taken", now, (name or speaker.name).strip()[:LONGEST_UNIT]
    await _log(tx, report, "intervention_taken", speaker, {"by": row.taken_by_name}, now)
    await _tell(tx, report, row, "taken", speaker, now)
    return report, None


async def settle(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, outcome: str, now: datetime
) -> Done:
    """What came of it, in a person's words."""
    report, refusal = await allowed(tx, speaker, group, report_id, "settle")
    row = await interventions.newest(tx, report_id) if report is not None and not refusal else None
    if report is None or row is None:
        return report, refusal or "stale"
    row.state, row.outcome, row.settled_at = "settled", outcome.strip()[:LONGEST_OUTCOME], now
    row.settled_by_name, row.nudge_at = speaker.name, None
    row.taken_by_name, row.taken_at = row.taken_by_name or speaker.name, row.taken_at or now
    await _log(tx, report, "intervention_settled", speaker, {"outcome": row.outcome}, now)
    await _tell(tx, report, row, "settled", speaker, now)
    return report, None


async def names_for(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int
) -> tuple[CaseView | None, str | None]:
    """A restricted sign with its names, for those posts alone that must act on it; being in the group is not enough."""
    report = await reports.get(tx, report_id)
    if report is None:
        return None, "gone"
    category = world.categories.get(report.category)
    leads = category.lead_functions if category else ()
    if not may(of_function(speaker, leads), NAMES, report.area):
        return None, "no_right"
    return await case_view.load(tx, report_id), None


async def advance_due(database: Database, world: World, now: datetime) -> None:
    """Tasks that are overdue: shown on the card, and the group is told, once a day."""
    async with database.transaction() as tx:
        waiting = await interventions.due(tx, now)

    async def nudge(tx: Transaction, report_id: int) -> None:
        report = await reports.locked(tx, report_id)
        row = await interventions.newest(tx, report_id)
        if report is None or row is None or row.nudge_at is None or row.nudge_at > now or report.state in ENDED:
            return
        row.nudged, row.nudge_at = row.nudged + 1, next_nudge(row.due_at, now)
        once = f"intervention:{row.id}:{row.nudged}"
        await escalate.tell_the_room(tx, report, "notice", "intervention-overdue", {}, once, now)
        await case_log.append(tx, f"report:{report.id}", "intervention_overdue", now, words={"nudge": row.nudged})
        await escalate.refresh_cards(tx, report, now)

    await one_by_one(database, waiting, nudge)


async def outcome_of(tx: Transaction, report: Report) -> str | None:
    """With it an early sign can be closed as it stands."""
    row = await interventions.newest(tx, report.id) if report.kind == "sign" else None
    return row.outcome if row is not None and row.state == "settled" else None


async def _log(
    tx: Transaction, report: Report, verb: str, speaker: Speaker, words: Mapping[str, object], now: datetime
) -> None:
    await case_log.append(tx, f"report:{report.id}", verb, now, Actor(speaker.telegram_id, speaker.name), words)


async def _tell(tx: Transaction, report: Report, row: Intervention, step: str, speaker: Speaker, now: datetime) -> None:
    """The cards show it; whoever reported the sign hears it in their own language."""
    await escalate.refresh_cards(tx, report, now)
    values = {
        "step": step, "unit_slug": row.unit_slug, "unit": row.unit, "by": row.taken_by_name,
        "due": row.due_at.isoformat(), "outcome": row.outcome,
    }  # fmt: skip
    once = f"intervention:{row.id}:{step}:{now.isoformat()}"
    await tell_reporters(tx, report, "intervention-told", values, once, now, but=speaker.telegram_id)
