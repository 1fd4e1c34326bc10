"""续报, 更正, 终报, 核报 by the duty room: what came by telephone or from a department, with its author's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions import answer_case, chain
from bot.actions.people import GroupPlace
from bot.rules.message import Message, Recipient
from bot.rules.reading.intent import Intent
from bot.rules.reading.reading import Reading
from bot.rules.reading.script import Line
from bot.rules.roles import may
from bot.rules.sentence import Context, read
from bot.rules.speaker import Speaker
from bot.world import World
from storage import outbox, people, report_links, reports
from storage.database import Transaction
from storage.tables import Report

BEGINS = {
    "续报": Intent.INCIDENT_FOLLOWUP,
    "补报": Intent.INCIDENT_FOLLOWUP,
    "更正": Intent.CORRECTION,
    "终报": Intent.INCIDENT_FINAL,
    "核报": Intent.INCIDENT_FOLLOWUP,
}
"""The first word says what it is; 核报 is verified statistics, for natural disasters (自然灾害情况统计调查制度)."""


def begins(text: str) -> str | None:
    """The word that a text of the duty room begins with, if it adds to the chain."""
    folded = Line.of(text).folded.lstrip(" 【[(")
    return next((word for word in BEGINS if folded.startswith(word)), None)


async def add(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, text: str, now: datetime
) -> tuple[answer_case.Answer, chain.Recorded | None]:
    """Add a version to a case; refusals: gone, no_right, over, natural_only."""
    report = await reports.locked(tx, report_id)
    word = begins(text)
    if report is None or word is None:
        return answer_case.Answer(refusal="gone"), None
    if not may(speaker, "add_version", report.area, group.area if group else None):
        return answer_case.Answer(report, "no_right"), None
    if report.merged_into is not None or not await chain.takes(tx, report, now):
        return answer_case.Answer(report, "over"), None
    category = world.categories.get(report.category)
    if word == "核报" and (category is None or category.klass != "natural"):
        return answer_case.Answer(report, "natural_only"), None
    new = _read(world, report, text, BEGINS[word], now)
    recorded = await chain.add_said(tx, world, speaker, report, new, text, now, verified=word == "核报")
    await _tell_reporters(tx, speaker, report, recorded, text, now)
    return answer_case.Answer(report), recorded


def _read(world: World, report: Report, text: str, said_as: Intent, now: datetime) -> Reading:
    local = now.astimezone(world.settings.zone)
    new = read(text, world.vocabulary, world.places, Context(report.area, has_case=True), local)
    return replace(new, intent=said_as)


async def _tell_reporters(
    tx: Transaction, speaker: Speaker, report: Report, recorded: chain.Recorded, text: str, now: datetime
) -> None:
    version = recorded.version
    values = {
        "kind": version.kind, "ordinal": version.ordinal, "by": speaker.name, "text": text,
        "changes": chain.as_data(recorded.changes),
    }  # fmt: skip
    for person_id in await report_links.followers(tx, report):
        person = await people.person(tx, person_id)
        if person is not None and person.telegram_id:
            to = Recipient(person.telegram_id, person.language, person_id=person.id)
            once = f"told-version:{report.id}:{version.version}:{person_id}"
            told = Message("acknowledgement", to, "told-version", values, f"report:{report.id}", once=once)
            await outbox.put(tx, told, now)
