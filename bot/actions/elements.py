"""补要素: the duty room adds what an official text still lacks (起因, 处置, 措施 …). A version of its own."""

from __future__ import annotations

from datetime import datetime

from bot.actions import clocks, desk, escalate
from bot.actions.people import GroupPlace
from bot.rules.report_elements import TYPED_AT_THE_DESK
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, reports
from storage import desk as stored
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report

LONGEST = 1000


async def add(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, element: str, text: str,
    now: datetime,
) -> tuple[Report | None, str | None]:  # fmt: skip
    """The words join the element; what the officer said stays as it was. Refusals as `clocks.allowed`, and stale."""
    report, refusal = await clocks.allowed(tx, speaker, group, report_id, "make_text", ended=True)
    if report is None or refusal:
        return report, refusal
    key = TYPED_AT_THE_DESK.get(element)
    if key is None:
        return report, "stale"
    said = "\n".join(part for part in (str(report.answers.get(key) or ""), text[:LONGEST]) if part)
    who = reports.Said(speaker.person_id or 0, speaker.name, "supplement", text[:LONGEST])
    await reports.revise(tx, report, {**report.answers, key: said}, now, who)
    follow_up = await stored.follow_up_of(tx, report.id)
    if follow_up is not None:  # the desk's own words are no news from the place
        follow_up.seen_version = report.version
    words = {"element": element, "text": text[:LONGEST], "version": report.version}
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "element_added", now, actor, words)
    await desk.keep_in_step(tx, world, report, now)
    await escalate.refresh_cards(tx, report, now)
    return report, None
