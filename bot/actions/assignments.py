"""指派: somebody of the duty room, a village head or a department is asked by name to see to the case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.actions import answer_case, case_requests, escalate
from bot.actions.case_requests import Wish
from bot.actions.people import GroupPlace
from bot.report_types import load_functions
from bot.rules.case_request import Candidate, RequestView
from bot.rules.escalation import FUNCTION
from bot.rules.message import Recipient
from bot.rules.speaker import Speaker
from bot.world import World
from storage import areas, duty
from storage import case_requests as stored
from storage.database import Transaction
from storage.tables import CaseRequest, Person, Report

ROLES = ("duty", "leader", "head", "department")
RUNNING = ("asked", "accepted")


@dataclass(frozen=True)
class Choices:
    """`offices`: the functions with a group or people here. `running`: whom it is assigned to, or who was asked."""

    report: Report | None
    refusal: str | None = None
    people: tuple[Candidate, ...] = ()
    offices: tuple[str, ...] = ()
    running: tuple[RequestView, ...] = ()


async def look(tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, now: datetime) -> Choices:
    """Those who are on duty first, then those nearest to the place."""
    answer = await answer_case.allowed(tx, speaker, group, report_id, "assign")
    if answer.report is None or answer.refusal:
        return Choices(answer.report, answer.refusal)
    running = tuple(stored.view(row) for row in await _running(tx, report_id))
    reached = await stored.functions_reached(tx, duty.above(answer.report.area)[-2:])
    offices = tuple(slug for slug in load_functions() if slug in reached)
    return Choices(answer.report, None, await _candidates(tx, answer.report, now), offices, running)


async def _candidates(tx: Transaction, report: Report, now: datetime) -> tuple[Candidate, ...]:
    within = duty.above(report.area)
    sitting = {person.id for area in within[-2:] for person in await _sitting(tx, area, now)}
    names = await areas.names(tx, within)
    found: dict[int, Candidate] = {}
    for person, post in await stored.post_holders(tx, ROLES, within):
        candidate = Candidate(
            person.id, person.name, post.role, names.get(post.area, ("", "")), post.function, person.id in sitting
        )
        found.setdefault(person.id, candidate)
    return tuple(sorted(found.values(), key=lambda each: not each.on_duty))


async def _sitting(tx: Transaction, area: str, now: datetime) -> Sequence[Person]:
    return await duty.on_duty(tx, area, now, ("main", "deputy", "leader"))


async def assign(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, person_id: int,
    now: datetime,
) -> tuple[Report | None, str | None, str]:  # fmt: skip
    """Ask this person. `pending`: they were asked already. The name is in the answer."""
    found = await look(tx, speaker, group, report_id, now)
    if found.report is None or found.refusal:
        return found.report, found.refusal, ""
    chosen = next((each for each in found.people if each.person_id == person_id), None)
    person = await tx.session.get(Person, person_id) if chosen else None
    if chosen is None or person is None or not person.telegram_id:
        return found.report, "stale", ""
    if any(row.person_id == person_id for row in await _running(tx, report_id)):
        return found.report, "pending", chosen.name
    to = Recipient(person.telegram_id, person.language, person_id=person.id)
    wish = Wish("assignment", [(to, person.name)], person_id=person.id)
    await case_requests.ask(tx, world, speaker, found.report, wish, now)
    return found.report, None, chosen.name


async def _running(tx: Transaction, report_id: int) -> list[CaseRequest]:
    rows = await stored.of_report(tx, report_id)
    return [row for row in rows if row.kind == "assignment" and row.state in RUNNING]


async def assign_office(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, function: str,
    now: datetime,
) -> tuple[Report | None, str | None]:  # fmt: skip
    """Ask a department: whoever of it accepts sees to the case, which stays with the duty room (转办 hands it over)."""
    found = await look(tx, speaker, group, report_id, now)
    if found.report is None or found.refusal:
        return found.report, found.refusal
    if function not in found.offices:
        return found.report, "stale"
    if any(row.function == function for row in await _running(tx, report_id)):
        return found.report, "pending"
    called = await escalate.recipients_of(tx, world, found.report, (f"{FUNCTION}{function}",), now)
    if not called:
        return found.report, "nobody"
    await case_requests.ask(tx, world, speaker, found.report, Wish("assignment", called, function), now)
    return found.report, None
