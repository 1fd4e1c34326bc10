"""合并: the duty room says that two reports are one event, or that they are two.

Both stay as they were sent; both reporters stay followers; statistics count one. Nothing merges by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.actions import case_requests, chain, checklists, command_merging, consults, escalate
from bot.actions.people import GroupPlace, room_of
from bot.rules.message import Message, Recipient
from bot.rules.reading.answers import answers_of, reading_of
from bot.rules.reading.conversation import merge as laid_over
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, escalations, outbox, people, report_links, reports
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report


@dataclass(frozen=True)
class Decided:
    """`refusal`: gone, no_right, decided. The numbers of both."""

    refusal: str | None = None
    older: str = ""
    newer: str = ""


async def decide(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, link_id: int, one: bool, now: datetime
) -> Decided:
    """合并 (`one`) or 不合并, by whoever may for both places."""
    link = await report_links.locked(tx, link_id)
    older = await reports.locked(tx, link.older_id) if link else None
    newer = await reports.locked(tx, link.newer_id) if link else None
    if link is None or older is None or newer is None:
        return Decided("gone")
    if not all(may(speaker, "merge", case.area, *room_of(group)) for case in (older, newer)):
        return Decided("no_right", older.number, newer.number)
    if link.state != "suspected" or older.merged_into or newer.merged_into:
        return Decided("decided", older.number, newer.number)
    link.state, link.decided_at, link.decided_by = "merged" if one else "separate", now, speaker.name
    actor = Actor(speaker.telegram_id, speaker.name)
    for case, other in ((older, newer), (newer, older)):
        await case_log.append(tx, f"report:{case.id}", link.state, now, actor, {"other": other.number})
    if one:
        await _merge(tx, world, speaker, older, newer, now)
    for case in (older, newer):
        await escalate.refresh_cards(tx, case, now)
    return Decided(None, older.number, newer.number)


async def _merge(tx: Transaction, world: World, speaker: Speaker, older: Report, newer: Report, now: datetime) -> None:
    """The newer report's words are laid over the older; its own climb ends; both reporters hear."""
    newer.state, newer.state_at, newer.merged_into = "merged", now, older.id
    newer.state_by, newer.state_by_name, newer.state_note = speaker.telegram_id, speaker.name, older.number
    await escalations.stop(tx, newer.id, "merged", now)
    await case_requests.drop(tx, newer, now)
    before = reading_of(older.answers, older.kind, world.vocabulary, world.places)
    state = laid_over(before, reading_of(newer.answers, newer.kind, world.vocabulary, world.places))
    answers = {**older.answers, **answers_of(state, older.area), "place": _place(older.answers, newer.answers)}
    if newer.answers.get("what_happened"):
        answers["what_happened"] = (
            f"{older.answers.get('what_happened') or ''}\n{newer.answers['what_happened']}".strip()
        )
    await chain.record(tx, world, speaker, older, answers, now)
    await checklists.carry_over(tx, newer, older, now)
    await consults.carry_over(tx, newer, older, now)
    await command_merging.carry_over(tx, speaker, newer, older, now)
    for report, key in ((older, "told-joined"), (newer, "told-merged")):
        await _tell(tx, speaker, report, older, newer, key, now)


def _place(older: Mapping[str, Any], newer: Mapping[str, Any]) -> Any:
    """The older's place; a pin comes from whoever sent one."""
    place, other = older.get("place"), newer.get("place")
    if isinstance(place, Mapping) and place.get("lat") is None and isinstance(other, Mapping) and other.get("lat"):
        return {**place, "kind": "pin", "lat": other["lat"], "lon": other["lon"]}
    return place


async def _tell(
    tx: Transaction, speaker: Speaker, report: Report, older: Report, newer: Report, key: str, now: datetime
) -> None:
    person = await people.person(tx, report.reporter_id)
    if person is None or not person.telegram_id:
        return
    to = Recipient(person.telegram_id, person.language, person_id=person.id)
    values = {"by": speaker.name, "older": older.number, "newer": newer.number}
    once = f"{key}:{older.id}:{newer.id}"
    await outbox.put(tx, Message("acknowledgement", to, key, values, f"report:{older.id}", once=once), now)
