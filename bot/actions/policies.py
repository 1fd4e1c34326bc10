"""Escalation policies: which ladder a case begins with, and how an administrator makes and ends one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time

from bot.actions.ladders_kept import ladder_from_json, ladder_to_json
from bot.report_types.categories import function_named
from bot.rules.escalation import Ladder, Step, Whom
from bot.rules.policy import PERSON, Policy, Scope, chosen
from bot.rules.policy_reading import Draft, Fault, Names, read
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, people, policies, roster
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import PolicyRow, Report


async def ladder_for(tx: Transaction, world: World, report: Report, now: datetime) -> Ladder:
    """The ladder a case begins with: an administrator's policy, else the built-in one of its priority."""
    there = [policy_of(row) for row in await policies.standing(tx, report.priority)]
    at = now.astimezone(world.settings.zone).time()
    found = chosen(there, report.priority, report.area, report.category, at) if there else None
    if found is None:
        return world.ladder(report.priority)
    lapses = world.settings.acknowledgement_lapses
    return found.ladder if lapses else replace(found.ladder, progress_within=None)


def policy_of(row: PolicyRow) -> Policy:
    ladder = ladder_from_json(row.ladder)
    hours = tuple(time.fromisoformat(part) for part in row.hours.split("-")) if row.hours else None
    scope = Scope(ladder.level, row.area, tuple(row.categories.get("slugs", ())), hours)  # type: ignore[arg-type]
    return Policy(row.id, row.version, scope, ladder)


async def typed(tx: Transaction, world: World, text: str) -> Draft | Fault:
    """What an administrator has typed, with the people in it found by name."""
    draft = read(text, _names(world))
    if isinstance(draft, Fault):
        return draft
    ladder = draft.ladder
    steps = [await _with_people(tx, step) for step in (*ladder.steps, *([ladder.repeat] if ladder.repeat else []))]
    for step in steps:
        if isinstance(step, Fault):
            return step
    found = tuple(step for step in steps if isinstance(step, Step))
    count = len(ladder.steps)
    repeat = found[count] if len(found) > count else None
    usual = world.ladder(ladder.level).progress_within
    progress = ladder.progress_within or usual
    return Draft(draft.scope, replace(ladder, steps=found[:count], repeat=repeat, progress_within=progress))


def _names(world: World) -> Names:
    areas = {name: area.code for area in world.places.areas if area.kind in ("city", "town")
             for name in (area.name, area.name_hant)}  # fmt: skip
    slugs = {str(word): slug for slug, each in world.categories.items() for word in (slug, *each.names.values())}
    return Names(areas.get, slugs.get, function_named)


async def _with_people(tx: Transaction, step: Step) -> Step | Fault:
    whom: list[Whom] = []
    for word in step.whom:
        if not word.startswith(PERSON):
            whom.append(word)
            continue
        name = word.removeprefix(PERSON)
        found = [person for person in await roster.by_name(tx, name) if person.telegram_id]
        if len(found) != 1:
            return Fault("policy-fault-person" if not found else "policy-fault-persons", name)
        whom.append(f"{PERSON}{found[0].id}")
    return replace(step, whom=tuple(whom))


async def save(tx: Transaction, world: World, speaker: Speaker, text: str, now: datetime) -> PolicyRow | Fault:
    """A new version; cases that are climbing keep the ladder they began with."""
    draft = await typed(tx, world, text)
    if isinstance(draft, Fault):
        return draft
    if not may(speaker, "edit_policy"):
        return Fault("policy-admins-only")
    scope = draft.scope
    hours = "-".join(f"{at:%H:%M}" for at in scope.hours) if scope.hours else None
    mark = "|".join((scope.level, scope.area or "", ",".join(sorted(scope.categories)), hours or ""))[:300]
    row = PolicyRow(
        scope=mark, version=1, level=scope.level, area=scope.area, categories={"slugs": list(scope.categories)},
        hours=hours, ladder=ladder_to_json(draft.ladder), text=text, made_at=now, made_by_name=speaker.name,
    )  # fmt: skip
    await policies.put(tx, row, now)
    words = {"text": text, "version": row.version}
    await case_log.append(tx, f"policy:{row.id}", "policy_made", now, Actor(speaker.telegram_id, speaker.name), words)
    return row


async def end(tx: Transaction, speaker: Speaker, policy_id: int, now: datetime) -> PolicyRow | None:
    """Taken down: the next wider policy holds, or the built-in ladder."""
    row = await policies.locked(tx, policy_id) if may(speaker, "edit_policy") else None
    if row is None or row.ended_at is not None:
        return None
    row.ended_at, row.ended_by_name = now, speaker.name
    await case_log.append(tx, f"policy:{row.id}", "policy_ended", now, Actor(speaker.telegram_id, speaker.name))
    return row


async def standing(tx: Transaction) -> list[PolicyRow]:
    return await policies.standing(tx)


async def version(tx: Transaction, policy_id: int) -> PolicyRow | None:
    return await policies.version(tx, policy_id)


@dataclass(frozen=True)
class Past:
    """A version that no longer holds: since when, and who replaced it or took it down."""

    number: int
    version: int
    scope: Scope
    at: datetime
    by: str


def past(row: PolicyRow) -> Past | None:
    """None for one that holds."""
    if row.ended_at is None:
        return None
    return Past(row.id, row.version, policy_of(row).scope, row.ended_at, row.ended_by_name or "")


async def ended(tx: Transaction, page: int, per_page: int) -> tuple[list[Past], bool]:
    """A page of the versions that no longer hold, the last to end first, and whether there are more."""
    rows = await policies.ended(tx, page * per_page, per_page + 1)
    return [found for row in rows[:per_page] if (found := past(row))], len(rows) > per_page


async def people_in(tx: Transaction, ladder: Ladder) -> dict[str, str]:
    """Names of the people that a ladder calls, by their word."""
    steps = (*ladder.steps, *([ladder.repeat] if ladder.repeat else []))
    ids = {int(word.removeprefix(PERSON)) for step in steps for word in step.whom if word.startswith(PERSON)}
    return {f"{PERSON}{row.id}": row.name for row in (await people.some(tx, ids)).values()} if ids else {}
