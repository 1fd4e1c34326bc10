"""What stands beside a case at the duty desk is kept in step with it: clocks, follow-ups, the proposed grade."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.actions import checklists, escalate
from bot.rules.case_grade import CaseGrade, grade_of_case, is_lower, traits_of
from bot.rules.case_view import CaseView
from bot.rules.deadlines import Deed, Due, Facts, clocks_of
from bot.rules.follow_up import next_follow_up
from bot.rules.sensitive import TRAITS, sensitive_words
from bot.world import World
from storage import case_view, desk, reports
from storage.database import Transaction
from storage.tables import Clock, FollowUp, Report, ReportVersion

FINAL = ("final", "verified")
# The time left is shown anew this often, from this long before a deadline on.
SHOWN_EVERY, NEAR = timedelta(minutes=5), timedelta(minutes=60)


async def keep_in_step(tx: Transaction, world: World, report: Report, now: datetime, *, new: bool = False) -> None:
    """Set what a new case needs, and what a new version changes. Saying it twice changes nothing.

    `new`: it was stored in this very transaction, so there is nothing to look for.
    """
    if report.kind != "incident":
        return
    follow_up = None if new else await desk.follow_up_of(tx, report.id)
    if follow_up is None:
        follow_up = FollowUp(report_id=report.id, seen_version=0, last_at=report.sent_at)
        desk.add(tx, follow_up)
    versions = [] if new else await desk.versions_since(tx, report.id, follow_up.seen_version)
    follow_up.seen_version = report.version
    final = _heard(follow_up, versions)
    if new or versions:
        await rest(tx, world, report, follow_up)
    await set_clocks(tx, world, report, follow_up, now, new=new)
    if final is not None:
        await meet(tx, report, "final", None, final.by_name or "", now)
    if not new:
        await _say_graver(tx, world, report, now)
    await keep_checklist(tx, world, report, now, new=new)


async def keep_checklist(tx: Transaction, world: World, report: Report, now: datetime, *, new: bool = False) -> None:
    """The steps of the grade that stands: the one a person confirmed, else the proposal."""
    confirmed = None if new else await desk.grade_of(tx, report.id)
    grade = confirmed.grade if confirmed else case_grade(world, report).proposal.grade
    await checklists.keep_in_step(tx, world, report, grade, now, new=new)


def _heard(follow_up: FollowUp, versions: Sequence[ReportVersion]) -> ReportVersion | None:
    """Each version is a follow-up. A final one says: under control; one that opens the case again: not."""
    final = None
    for version in versions:
        follow_up.last_at, follow_up.last_how, follow_up.last_by = version.at, "reported", version.by_name
        if version.kind in FINAL:
            final = version
            if follow_up.controlled_at is None:
                follow_up.controlled_at, follow_up.controlled_by = version.at, version.by_name
        elif version.kind == "late":
            final, follow_up.controlled_at, follow_up.controlled_by = None, None, None
    return final


async def rest(tx: Transaction, world: World, report: Report, follow_up: FollowUp) -> None:
    """After any word about the case, the wait for the next one begins anew."""
    controlled = follow_up.controlled_at is not None
    follow_up.due_at = next_follow_up(
        world.deadlines.follow_ups, report.priority, follow_up.last_at, controlled, world.settings.zone
    )
    follow_up.step_at, follow_up.nudged = follow_up.due_at, 0


async def set_clocks(
    tx: Transaction, world: World, report: Report, follow_up: FollowUp, now: datetime, *, new: bool = False
) -> None:
    """The clocks that the case has now. One that was met or noted as over stays as it was."""
    confirmed = None if new else await desk.grade_of(tx, report.id)
    facts = facts_of(world, report, follow_up, confirmed.grade if confirmed else None)
    wanted = {due.deadline.name: due for due in clocks_of(world.deadlines, facts)}
    there = {} if new else {row.name: row for row in await desk.clocks_of(tx, report.id)}
    for name, due in wanted.items():
        row = there.get(name)
        if row is None:
            there[name] = row = _row(report, due)
            desk.add(tx, row)
        row.ended_at = None
        if row.met_at is None and row.passed_noted_at is None:
            row.basis, row.started_at, row.due_at = due.basis, due.started_at, due.due_at
    for name, row in there.items():
        if name not in wanted and row.met_at is None and row.ended_at is None:
            row.ended_at = now
    follow_up.refresh_at = next_look(there.values(), now)


def next_look(clocks: Iterable[Clock], now: datetime) -> datetime | None:
    """When the time left on the cards is worth showing anew. None: no deadline runs."""
    ahead = [row.due_at for row in clocks if row.met_at is None and row.ended_at is None and row.due_at > now]
    return max(now + SHOWN_EVERY, min(ahead) - NEAR) if ahead else None


def _row(report: Report, due: Due) -> Clock:
    deadline = due.deadline
    return Clock(
        report_id=report.id, name=deadline.name, names=dict(deadline.names), owed_by=deadline.owed_by,
        basis=due.basis, minutes=int(due.limit.total_seconds()) // 60, source=deadline.source,
        met_when=list(deadline.met_when), started_at=due.started_at, due_at=due.due_at,
    )  # fmt: skip


def facts_of(world: World, report: Report, follow_up: FollowUp, confirmed: str | None) -> Facts:
    """What the deadlines look at. A grade that a person confirmed goes before the proposal."""
    proposed = case_grade(world, report).proposal.grade
    answers = report.answers
    said = [str(answers.get(key) or "") for key in ("what_happened", "what_done", "description")]
    place = answers.get("place")
    said.append(str(place.get("text") or "") if isinstance(place, dict) else "")
    return Facts(
        category=world.categories.get(report.category, world.categories["other"]),
        priority=report.priority,
        area=report.area,
        sent_at=report.sent_at,
        learned_at=report.learned_at,
        occurred_at=_occurred(answers.get("time")),
        controlled_at=follow_up.controlled_at,
        grade=confirmed or proposed,
        sensitive=bool(sensitive_words(said) or traits_of(answers) & set(TRAITS)),
    )


def _occurred(answer: object) -> datetime | None:
    at = answer.get("at") if isinstance(answer, dict) else None
    return datetime.fromisoformat(str(at)) if at else None


def case_grade(world: World, report: Report) -> CaseGrade:
    return grade_of_case(world.categories.get(report.category, world.categories["other"]), report.answers)


async def _say_graver(tx: Transaction, world: World, report: Report, now: datetime) -> None:
    """The figures now propose more than a person confirmed: said aloud, once for each grade."""
    confirmed = await desk.grade_of(tx, report.id)
    proposed = case_grade(world, report).proposal.grade
    if confirmed is None or proposed is None or not is_lower(confirmed.grade, proposed):
        return
    once = f"graver:{report.id}:{confirmed.id}:{proposed}"
    values = {"grade": proposed, "before": confirmed.grade}
    await escalate.tell_the_room(tx, report, "notice", "grade-graver", values, once, now)


async def meet(tx: Transaction, report: Report, deed: Deed, tier: str | None, by: str, now: datetime) -> list[Clock]:
    """Mark the running clocks that this deed of this tier meets (None: whosever they are); those marked."""
    met = [
        row
        for row in await desk.clocks_of(tx, report.id)
        if deed in row.met_when and tier in (None, row.owed_by) and row.met_at is None and row.ended_at is None
    ]
    for row in met:
        row.met_at, row.met_by = now, by
    return met


async def catch_up(tx: Transaction, world: World, report_id: int, now: datetime) -> None:
    """A version that came some other way, or a case that was taken in while this was not running."""
    report = await reports.locked(tx, report_id)
    if report is not None:
        await keep_in_step(tx, world, report, now)
        await escalate.refresh_cards(tx, report, now)


async def view(tx: Transaction, report_id: int) -> CaseView | None:
    """The case as its card shows it."""
    return await case_view.load(tx, report_id)
