"""处置清单: steps join as a case grows, people tick them by name, the group is told once of each that is overdue.

Rights are checked here, at the tap. The report's lock is that of its checklist, so of two taps at once one is second.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions import checklist_facts, escalate
from bot.actions.people import GroupPlace, room_of
from bot.rules.category import Category
from bot.rules.checklist import (
    Facts,
    Kept,
    added,
    kept_as_json,
    kept_from_json,
    next_nudge,
    plan_as_json,
    plan_for,
    plan_from_json,
    tapped,
)
from bot.rules.deadlines import ENDED
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, checklists, outbox, reports
from storage.case_log import Actor
from storage.case_view import CARD
from storage.database import Transaction
from storage.tables import Checklist, Report

VERB = "tick"
LINES = {"tick": "ticked", "na": "step_set_aside", "undo": "unticked"}


@dataclass(frozen=True)
class Done:
    """`refusal`: gone, no_right, over, none (the case has no list), so_already (`step` says since when and by whom)."""

    report: Report | None = None
    refusal: str | None = None
    step: Kept | None = None


async def keep_in_step(
    tx: Transaction, world: World, report: Report, grade: str | None, now: datetime, *, new: bool = False
) -> None:
    """A case gets its list; new figures, another grade or category bring further steps. Nothing ticked is lost."""
    if report.kind != "incident" or report.state in ENDED:
        return
    row = None if new else await checklists.of_report(tx, report.id)
    category = world.categories.get(report.category, world.categories["other"])
    if row is None:
        _begin(tx, world, report, category, grade, now)
        return
    await _grow(tx, world, report, row, category, grade, now)


def _begin(
    tx: Transaction, world: World, report: Report, category: Category, grade: str | None, now: datetime
) -> Checklist | None:
    """The minutes of a case that is new run from its report."""
    plan = plan_for(world.checklists, category)
    if plan is None:
        return None
    steps = added((), plan.steps, Facts(report.answers, report.priority, grade), "start", now, now)
    row = Checklist(
        report_id=report.id, names=dict(plan.names), plan=plan_as_json(plan.steps), steps=kept_as_json(steps),
        category=report.category, priority=report.priority, grade=grade, started_at=now,
        nudge_at=next_nudge(steps, None),
    )  # fmt: skip
    checklists.add(tx, row)
    return row


async def _grow(
    tx: Transaction, world: World, report: Report, row: Checklist, category: Category, grade: str | None, now: datetime
) -> None:
    moved, plan = row.category != report.category, plan_from_json(row.plan)
    if moved:  # another category: its steps join those of the snapshot
        known, other = {step.key for step in plan}, plan_for(world.checklists, category)
        plan = (*plan, *(step for step in (other.steps if other else ()) if step.key not in known))
        row.plan, row.names = plan_as_json(plan), dict(other.names) if other else row.names
    graver = (row.priority, row.grade) != (report.priority, grade)
    row.category, row.priority, row.grade = report.category, report.priority, grade
    kept = kept_from_json(row.steps)
    why = "category" if moved else "grade" if graver else "figures"
    new = added(kept, plan, Facts(report.answers, report.priority, grade), why, now, now)
    if not new:
        return
    await _keep(tx, row, await checklist_facts.ticked(tx, report, row, (*kept, *new), now))
    words = {"text": "、".join(step.names["zh-Hans"] for step in new), "why": why}
    await case_log.append(tx, f"report:{report.id}", "steps_added", now, words=words)


async def _keep(tx: Transaction, row: Checklist, steps: tuple[Kept, ...]) -> None:
    row.steps, row.nudge_at = kept_as_json(steps), next_nudge(steps, row.nudged_at)
    await tx.session.flush()


async def allowed(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, now: datetime,
    *, ended: bool = True,
) -> tuple[Done, Checklist | None]:  # fmt: skip
    """The case, held, and its list. A case of before there were lists gets its own when it is first looked at."""
    report = await reports.locked(tx, report_id)
    if report is None or report.kind != "incident":
        return Done(refusal="gone"), None
    if not may(speaker, VERB, report.area, *room_of(group)):
        return Done(report, "no_right"), None
    if report.state in ENDED and not ended:
        return Done(report, "over"), None
    row = await checklists.of_report(tx, report.id)
    if row is None and report.state not in ENDED:
        category = world.categories.get(report.category, world.categories["other"])
        row = _begin(tx, world, report, category, None, now)
        await tx.session.flush()
    return Done(report, None if row is not None else "none"), row


async def tap(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, number: int, act: str,
    now: datetime, note: str | None = None,
) -> Done:  # fmt: skip
    """tick, na (with a reason) or undo, by name."""
    done, row = await allowed(tx, world, speaker, group, report_id, now, ended=False)
    if done.report is None or row is None or done.refusal:
        return done
    kept = kept_from_json(row.steps)
    step = next((step for step in kept if step.number == number), None)
    if step is None:
        return Done(done.report, "gone")
    after = tapped(step, act, speaker.name, now, note)
    if after is None:
        return Done(done.report, "so_already", step)
    await _keep(tx, row, tuple(after if each.number == number else each for each in kept))
    name = step.names["zh-Hans"]
    words = {"text": f"{name}（{note}）" if note and act == "na" else name, "step": step.key}
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report_id}", LINES[act], now, actor, words)
    await escalate.refresh_cards(tx, done.report, now)
    return Done(done.report, None, after)


async def nudge(tx: Transaction, world: World, report_id: int, now: datetime) -> None:
    """One message of all that has become overdue, to the groups that have the card; never twice for a step."""
    report = await reports.locked(tx, report_id)
    row = await checklists.of_report(tx, report_id)
    if report is None or row is None or report.state in ENDED or row.nudge_at is None or row.nudge_at > now:
        return
    kept = await checklist_facts.ticked(tx, report, row, kept_from_json(row.steps), now)
    late = [step for step in kept if step.due_at is not None and step.due_at <= now]
    told = {step.number for step in late if step.state == "open" and not step.nudged}
    row.nudged_at = now
    await _keep(tx, row, tuple(replace(step, nudged=step.nudged or step.number in told) for step in kept))
    if not told:
        return
    cards = await outbox.rows_about(tx, f"report:{report.id}", CARD)
    groups = {card.chat_id for card in cards if card.chat_id < 0}
    once = f"checklist:{report.id}:{min(told)}:{now.isoformat()}"
    values = {"steps": sorted(told)}
    await escalate.tell_the_room(tx, report, "notice", "checklist-overdue", values, once, now, groups or None)
    words = {"text": "、".join(step.names["zh-Hans"] for step in kept if step.number in told)}
    await case_log.append(tx, f"report:{report.id}", "steps_overdue", now, words=words)
    await escalate.refresh_cards(tx, report, now)


async def carry_over(tx: Transaction, merged: Report, into: Report, now: datetime) -> None:
    """合并: what was ticked or set aside in the report that is no longer its own case holds in the one that stays."""
    theirs, ours = await checklists.of_report(tx, merged.id), await checklists.of_report(tx, into.id)
    if theirs is None or ours is None:
        return
    settled = {step.key: step for step in kept_from_json(theirs.steps) if step.state != "open"}
    steps = tuple(
        replace(step, state=settled[step.key].state, at=settled[step.key].at, by=settled[step.key].by,
                note=settled[step.key].note)
        if step.state == "open" and step.key in settled else step
        for step in kept_from_json(ours.steps)
    )  # fmt: skip
    await _keep(tx, ours, steps)
