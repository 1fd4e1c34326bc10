"""升级, 降级 by hand, with a reason. Against the figures, or down from P0 in a town, a leader must confirm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.actions import answer_case, case_requests, desk, escalate, reports
from bot.actions.called import CITY_DIGITS, chats_behind
from bot.actions.case_requests import Wish
from bot.actions.people import GroupPlace, room_of
from bot.rules.priority import LEVELS, figures_of, is_graver
from bot.rules.priority_by_hand import BY_HAND, right_for
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, escalations
from storage import desk as stored_desk
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report


@dataclass(frozen=True)
class Look:
    """What this speaker may do. `refusal` as in `answer_case`, or same, stale. `needs` names the right it takes;
    `alone`: they hold it, else a leader is asked to confirm."""

    report: Report | None
    refusal: str | None = None
    needs: str = ""
    alone: bool = False

    @property
    def lowers(self) -> bool:
        return self.needs.startswith("lower")


async def look(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, level: str, now: datetime
) -> Look:
    """Whether and how the case may come to this priority."""
    answer = await answer_case.allowed(tx, speaker, group, report_id, "raise_priority")
    if answer.report is None or answer.refusal:
        return Look(answer.report, answer.refusal)
    report = answer.report
    if level not in LEVELS:
        return Look(report, "stale")
    if level == report.priority:
        return Look(report, "same")
    needs = right(world, report, level, now)
    if needs == "raise_priority":
        return Look(report, None, needs, alone=True)
    if not may(speaker, "lower_priority", report.area, *room_of(group)):
        return Look(report, "no_right", needs)
    return Look(report, None, needs, may(speaker, needs, report.area, *room_of(group)))


def right(world: World, report: Report, level: str, now: datetime) -> str:
    """The right that bringing this case to this priority takes."""
    demanded = reports.priority_now(world, report.kind, report.answers, now).level
    return right_for(report.priority, level, demanded, figures_of(report.answers))


async def change(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, level: str, reason: str,
    now: datetime,
) -> Look:  # fmt: skip
    """Done at once where they may; else a leader is asked. `nobody`: no leader can be reached; `pending`: asked."""
    found = await look(tx, world, speaker, group, report_id, level, now)
    if found.report is None or found.refusal:
        return found
    if found.alone:
        await apply(tx, world, found.report, level, Actor(speaker.telegram_id, speaker.name), reason, now)
        return found
    if await case_requests.waiting(tx, report_id, "lowering") is not None:
        return Look(found.report, "pending", found.needs)
    report = found.report
    called = await chats_behind(tx, report.town, report.area[:CITY_DIGITS], ("leader",), now)
    if not called:
        return Look(report, "nobody", found.needs)
    await case_requests.ask(tx, world, speaker, report, Wish("lowering", called, level=level, reason=reason), now)
    return found


async def apply(
    tx: Transaction, world: World, report: Report, level: str, by: Actor, reason: str, now: datetime,
    confirmed_by: str | None = None,
) -> None:  # fmt: skip
    """The new priority: told to everybody who was called, on the timeline with before and after, the climb follows."""
    before, raised = report.priority, is_graver(level, report.priority)
    report.priority, report.priority_reason = level, BY_HAND
    await case_requests.drop(tx, report, now, "lowering")
    words = {"before": before, "after": level, "reason": reason}
    if confirmed_by:
        words["confirmed_by"] = confirmed_by
    line = await case_log.append(
        tx, f"report:{report.id}", "priority_raised" if raised else "priority_lowered", now, by, words
    )
    told = {**words, "by": by.name, "raised": raised}
    await escalate.tell_the_room(tx, report, "question", "priority-set", told, f"priority:{line}", now)
    await _climb_at(tx, world, report, raised, now)
    follow_up = await stored_desk.follow_up_of(tx, report.id)
    if follow_up is not None:
        await desk.rest(tx, world, report, follow_up)
        await desk.set_clocks(tx, world, report, follow_up, now)
    await desk.keep_checklist(tx, world, report, now)
    await escalate.refresh_cards(tx, report, now)


async def _climb_at(tx: Transaction, world: World, report: Report, raised: bool, now: datetime) -> None:
    """Raised: the steeper ladder begins, or calls its first once where somebody has the case. Lowered: the slower one
    goes on from its first step, which has just been told."""
    row = await escalations.of_report(tx, report.id)
    if row is None:
        return
    if not raised:
        await escalate.descend(tx, world, report, row, now)
    elif row.stopped_at is None:
        await escalate.begin_again(tx, world, report, row, now)
    else:
        await escalate.include_first(tx, world, report, now)
    tx.ring("ticks")
