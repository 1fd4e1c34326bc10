"""是另一件: words that joined a case were about another one, or about something that nobody has reported yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions import chain, spoken, supplements
from bot.actions.spoken import Said
from bot.rules.hearing import Way
from bot.rules.question import Fault
from bot.rules.reading.intent import Intent
from bot.rules.speaker import Speaker
from bot.world import World
from storage import reports as stored
from storage.database import Transaction
from storage.tables import Report

ANEW = 0
"""In place of a case: none of those that are open."""


async def meant_other(
    tx: Transaction, world: World, speaker: Speaker, report_id: int, version: int, other_id: int, now: datetime
) -> Report | Fault:
    """The newest words of this case are taken back here (更正), and added there; `ANEW`: they are a report (首报)."""
    report = await supplements.villages_report(tx, speaker, report_id)
    other = await supplements.villages_report(tx, speaker, other_id) if other_id != ANEW else None
    if report is None or (other is None and other_id != ANEW):
        return Fault("fault-not-your-report")
    known = {one.version: one for one in await stored.versions(tx, report_id)}
    said, before = known.get(version), known.get(version - 1)
    if said is None or before is None or said.by_person != speaker.person_id or not said.words:
        return Fault("tap-stale")
    if report.version != version:
        return Fault("fault-words-followed")
    at_rest = replace(speaker, talk=replace(speaker.talk, topic=None))
    new = other or await _report_anew(tx, world, at_rest, said.words, now)
    taken_back = f"{said.words} → {new.number}"
    await chain.record(tx, world, speaker, report, before.answers, now, Intent.CORRECTION, taken_back)
    if other is not None:
        moved = Said(said.words, replied_to=other.id)
        heard = await spoken.listen(tx, world, at_rest, moved, now)
        await spoken.add(tx, world, at_rest, replace(heard, way=Way.ADD, case=other.id, others=()), moved, now)
    return new


async def _report_anew(tx: Transaction, world: World, speaker: Speaker, words: str, now: datetime) -> Report:
    said = Said(words)
    heard = spoken.alone(world, speaker, said, now)
    if heard.way is Way.FILE:
        return await spoken.file(tx, world, speaker, heard.reading, said, now)
    return await spoken.file_unread(tx, world, speaker, said, now)
