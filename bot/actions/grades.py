"""定级: a person of the duty room confirms the proposed grade or gives another, with a reason. Never by the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.actions import clocks, desk, escalate
from bot.actions.people import GroupPlace
from bot.rules.case_grade import CaseGrade, is_lower
from bot.rules.grading import GRADES
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log
from storage import desk as stored
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report, ReportGrade


@dataclass(frozen=True)
class GradeQuestion:
    """What may be confirmed now. `refusal` as `clocks.allowed`, and social: such events are never graded here."""

    report: Report | None
    refusal: str | None = None
    proposed: CaseGrade | None = None
    confirmed: str | None = None

    def needs_reason(self, grade: str) -> bool:
        """A grade that is not the proposal, or lower than what stands, takes a reason."""
        proposal = self.proposed.proposal.grade if self.proposed else None
        return grade != proposal or self.lowers(grade)

    def lowers(self, grade: str) -> bool:
        return self.confirmed is not None and is_lower(grade, self.confirmed)


async def look(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int
) -> GradeQuestion:
    """The proposal and what stands, if this speaker may grade this case."""
    report, refusal = await clocks.allowed(tx, speaker, group, report_id, "confirm_grade")
    if report is None or refusal:
        return GradeQuestion(report, refusal)
    proposed, standing = desk.case_grade(world, report), await stored.grade_of(tx, report.id)
    if proposed.social or report.kind != "incident":
        return GradeQuestion(report, "social", proposed)
    return GradeQuestion(report, None, proposed, standing.grade if standing else None)


async def confirm(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, grade: str,
    reason: str | None, now: datetime,
) -> GradeQuestion:  # fmt: skip
    """The grade is written down beside those before it; the clocks that hang on it start or end."""
    asked = await look(tx, world, speaker, group, report_id)
    if asked.report is None or asked.refusal:
        return asked
    if grade not in GRADES or (asked.needs_reason(grade) and not reason):
        return GradeQuestion(asked.report, "stale")
    report, proposal = asked.report, asked.proposed.proposal.grade if asked.proposed else None
    row = ReportGrade(
        report_id=report.id, grade=grade, proposed=proposal, reason=reason, at=now,
        by=speaker.telegram_id, by_name=speaker.name,
    )  # fmt: skip
    stored.add(tx, row)
    await tx.session.flush()
    words = {"grade": grade, "proposed": proposal, "before": asked.confirmed, "reason": reason}
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "graded", now, actor, words)
    follow_up = await stored.follow_up_of(tx, report.id)
    if follow_up is not None:
        await desk.set_clocks(tx, world, report, follow_up, now)
    await desk.keep_checklist(tx, world, report, now)
    await escalate.refresh_cards(tx, report, now)
    return asked
