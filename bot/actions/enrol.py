"""Enrolment: an invitation becomes a post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.people import note_person
from bot.report_types import function_named, load_functions
from bot.rules.experts import FUNCTION
from bot.rules.message import Message, Recipient
from bot.rules.roles import ROLES
from bot.rules.speaker import Speaker
from storage import areas, case_log, experts, handovers, invitations, outbox, people
from storage.case_log import Actor
from storage.database import Transaction

PRIORITIES = ("P0", "P1", "P2", "P3")
SHOWN = 10


@dataclass(frozen=True)
class Enrolled:
    """`outcome`: welcome, again (the same person, the same link), used, expired, unknown."""

    outcome: str
    role: str = ""
    rank: str | None = None
    area_names: tuple[str, str] = ("", "")
    town_names: tuple[str, str] | None = None
    function: str | None = None


class WrongInvitation(ValueError):
    """The invitation asked for cannot be made; the text says what is wrong and shows a right example."""


async def invite(
    tx: Transaction, role: str, area: str, rank: str | None, valid: timedelta, uses: int, now: datetime, by: int | None,
    function: str | None = None,
) -> str:  # fmt: skip
    """A new invitation's word. WrongInvitation names what is wrong."""
    if role not in ROLES:
        raise WrongInvitation(f"no such role: {role}; one of {', '.join(ROLES)}")
    place = await areas.area(tx, area)
    if place is None:
        raise WrongInvitation(
            f"no such area: {area}; for example 440118105230 (12 digits a village, 9 a town, 6 the city)"
        )
    if role in ("officer", "head") and place.kind in ("city", "town"):
        raise WrongInvitation(f"an officer belongs to a village, {place.name} is a {place.kind}")
    if rank is not None and (role != "officer" or rank not in ("A", "B")):
        raise WrongInvitation("--post is A or B, for officers only")
    if (role == "department") != (function is not None) and role != experts.ROLE:
        raise WrongInvitation("--function is needed for a department, and only there; for example --function 水务")
    slug = function_named(function) if function is not None else None
    if function is not None and slug is None:
        raise WrongInvitation(f"no such function: {function}; one of {', '.join(load_functions())}")
    word = await invitations.create(tx, role, area, rank, valid, uses, now, by, slug)
    await case_log.append(tx, f"area:{area}", "invited", now, Actor(by, None), {"role": role, "rank": rank})
    return word


async def accept(tx: Transaction, speaker: Speaker, word: str, now: datetime) -> Enrolled:
    """Take an invitation: the speaker holds its post from now on."""
    found = await invitations.find(tx, word)
    if found is None:
        return Enrolled("unknown")
    names = await _names(tx, found.area)
    if await invitations.used_by(tx, found.id, speaker.telegram_id):
        return Enrolled("again", found.role, found.rank, *names, found.function)
    if found.uses_left <= 0:
        return Enrolled("used")
    if found.expires_at <= now:
        return Enrolled("expired")
    if not await invitations.take(tx, found.id, speaker.telegram_id, now):
        return Enrolled("used")
    person_id = await note_person(tx, speaker, now)
    await people.give_post(tx, person_id, found.role, found.area, found.rank, now, found.created_by, found.function)
    await people.mark_reachable(tx, speaker.telegram_id)
    if found.role == experts.ROLE:
        await experts.enrol(tx, person_id, [f"{FUNCTION}{found.function}"] if found.function else ())
    if found.role == "officer":
        await _hand_over_cases(tx, speaker, person_id, found.area, now)
    await case_log.append(
        tx, f"area:{found.area}", "enrolled", now, Actor(speaker.telegram_id, speaker.name),
        {"role": found.role, "rank": found.rank},
    )  # fmt: skip
    return Enrolled("welcome", found.role, found.rank, *names, found.function)


async def _hand_over_cases(tx: Transaction, speaker: Speaker, person_id: int, village: str, now: datetime) -> None:
    """The open cases of the village stay with the post: whoever takes it hears which they are."""
    cases = [case for case in await handovers.open_cases(tx, village, PRIORITIES) if case.reporter_id != person_id]
    if not cases:
        return
    shown = [{"number": case.number, "category": case.category, "priority": case.priority} for case in cases[:SHOWN]]
    to = Recipient(speaker.telegram_id, speaker.language, person_id=person_id)
    once = f"post-cases:{village}:{person_id}:{now.isoformat()}"
    values = {"cases": shown, "number": len(cases)}
    await outbox.put(tx, Message("notice", to, "post-cases", values, once=once), now)


async def _names(tx: Transaction, code: str) -> tuple[tuple[str, str], tuple[str, str] | None]:
    area = await areas.area(tx, code)
    town = await areas.area(tx, code[:9]) if len(code) > 9 else None
    return ((area.name, area.name_hant) if area else (code, code)), ((town.name, town.name_hant) if town else None)
