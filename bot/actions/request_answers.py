"""接受 or 不接受: only whoever was asked may answer, and only while it waits; 收回 by whoever asked, or may ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.actions import case_requests, checklist_facts, escalate, lapses, priorities
from bot.actions import help as residents
from bot.actions.people import GroupPlace, room_of
from bot.actions.reporters import tell_reporters
from bot.rules.case_request import LONGEST_REASON, after
from bot.rules.deadlines import ENDED
from bot.rules.escalation import FUNCTION
from bot.rules.policy import PERSON
from bot.rules.roles import may, of_function
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_requests as stored
from storage import reports
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import CaseRequest, Report

# Whoever may ask for it may take it back.
ASKS = {"referral": "refer", "assignment": "assign", "lowering": "lower_priority"}


@dataclass(frozen=True)
class Answered:
    """`refusal`: gone, no_right, over (the case has ended), answered (`row` says how)."""

    report: Report | None = None
    row: CaseRequest | None = None
    refusal: str | None = None


async def allowed(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, request_id: int, verb: str, now: datetime
) -> Answered:
    """The request, its case held, if this speaker may do this to it now."""
    row = await stored.get(tx, request_id)
    report = await reports.locked(tx, row.report_id) if row is not None else None
    row = await stored.get(tx, request_id)  # as it stands under the case's lock
    if row is None or report is None:
        return Answered(refusal="gone")
    may_answer = _may_withdraw if verb == "withdraw" else _is_asked
    if not may_answer(world, speaker, group, report, row, now):
        return Answered(report, row, "no_right")
    if report.state in ENDED:
        return Answered(report, row, "over")
    return Answered(report, row, None if after(row.state, verb) else "answered")


def _is_asked(
    world: World, speaker: Speaker, group: GroupPlace | None, report: Report, row: CaseRequest, now: datetime
) -> bool:
    if row.kind == "lowering":
        needed = priorities.right(world, report, row.level or "", now) if row.state == "asked" else "lower_p0"
        return may(speaker, needed if needed.startswith("lower_") else "lower_p0", report.area)
    if row.function is None:
        return speaker.person_id is not None and speaker.person_id == row.person_id
    room = room_of(group) if group is not None and group.function == row.function else (None, None)
    return may(of_function(speaker, {row.function}), "accept_referral", report.area, *room)


def _may_withdraw(
    world: World, speaker: Speaker, group: GroupPlace | None, report: Report, row: CaseRequest, now: datetime
) -> bool:
    return speaker.telegram_id == row.asked_by or may(speaker, ASKS[row.kind], report.area, *room_of(group))


async def accept(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, request_id: int, now: datetime
) -> Answered:
    """A named person takes it. 转办: the case is referred and the climb stops; 降级: it is done."""
    found = await allowed(tx, world, speaker, group, request_id, "accept", now)
    report, row = found.report, found.row
    if report is None or row is None or found.refusal:
        return found
    await case_requests.settle(tx, report, row, "accept", speaker, None, now)
    if row.kind == "referral":
        await _referred(tx, world, report, row, speaker, now)
    elif row.kind == "assignment":
        whom = f"{FUNCTION}{row.function}" if row.function else f"{PERSON}{row.person_id}"
        await escalate.include(tx, world, report, (whom,), now)
    elif row.level and row.level != report.priority:
        by = Actor(row.asked_by, row.asked_by_name)
        await priorities.apply(tx, world, report, row.level, by, row.reason or "", now, speaker.name)
    return found


async def _referred(
    tx: Transaction, world: World, report: Report, row: CaseRequest, speaker: Speaker, now: datetime
) -> None:
    """Its card names who referred it and who took it; the officer hears whom to ring."""
    report.state, report.state_at = "referred", now
    report.state_by, report.state_by_name = row.asked_by, row.asked_by_name
    report.state_note = f"{case_requests.named(row)} {speaker.name}"[:1000]
    await escalate.settle(tx, report, "referred", now)
    await lapses.watch(tx, report, now)
    await escalate.include(tx, world, report, (f"{FUNCTION}{row.function}",), now)
    await checklist_facts.look(tx, report, now)
    await escalate.refresh_cards(tx, report, now)
    await residents.told(tx, report, "referred", speaker, now)
    values = {"by": row.asked_by_name, "function": row.function, "who": speaker.name, "phone": speaker.phone}
    await tell_reporters(tx, report, "referral-taken", values, f"referral-taken:{row.id}", now)


async def refuse(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, request_id: int, reason: str,
    now: datetime,
) -> Answered:  # fmt: skip
    """不接受, with a reason: it goes back to whoever asked."""
    found = await allowed(tx, world, speaker, group, request_id, "refuse", now)
    if found.report is not None and found.row is not None and not found.refusal:
        answer = reason.strip()[:LONGEST_REASON]
        await case_requests.settle(tx, found.report, found.row, "refuse", speaker, answer, now)
    return found


async def withdraw(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, request_id: int, now: datetime
) -> Answered:
    """收回. An accepted 转办 has become the case's state and is not taken back; an assignment may be."""
    found = await allowed(tx, world, speaker, group, request_id, "withdraw", now)
    if found.report is None or found.row is None or found.refusal:
        return found
    if found.row.kind != "assignment" and found.row.state != "asked":
        return Answered(found.report, found.row, "answered")
    await case_requests.settle(tx, found.report, found.row, "withdraw", speaker, None, now)
    return found
