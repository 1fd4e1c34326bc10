"""指派: somebody of the duty room, a village head or a department is asked by name to see to the case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.actions import answer_case, case_requests
from bot.actions.case_requests import Wish
from bot.actions.people import GroupPlace
from bot.rules.case_request import Candidate, RequestView
from bot.rules.message import Recipient
from bot.rules.speaker import Speaker
from bot.world import World
from storage import areas, duty
from storage import case_requests as stored
from storage.database import Transaction
from storage.tables import Person, Report

ROLES = ("duty", "leader", "head", "department")
RUNNING = ("asked", "accepted")


@dataclass(frozen=True)
class Choices:
    """`running`: whom it is assigned to, or who has been asked."""

    report: Report | None
    refusal: str | None = None
    people: tuple[Candidate, ...] = ()
    running: tuple[RequestView, ...] = ()


async def look(tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, now: datetime) -> Choices:
    """Those who are on duty first, then those nearest to the place."""
    answer = await answer_case.allowed(tx, speaker, group, report_id, "assign")
    if answer.report is None or answer.refusal:
        return Choices(answer.report, answer.refusal)
    rows = await stored.of_report(tx, report_id)
    running = tuple(stored.view(row) for row in rows if row.kind == "assignment" and row.state in RUNNING)
    return Choices(answer.report, None, await _candidates(tx, answer.report, now), running)


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
    rows = await stored.of_report(tx, report_id)
    if any(row.person_id == person_id and row.kind == "assignment" and row.state in RUNNING for row in rows):
        return found.report, "pending", chosen.name
    to = Recipient(person.telegram_id, person.language, person_id=person.id)
    wish = Wish("assignment", [(to, person.name)], person_id=person.id)
    await case_requests.ask(tx, world, speaker, found.report, wish, now)
    return found.report, None, chosen.name
