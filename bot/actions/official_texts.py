"""生成文本: the official text of a case, numbered, into the chat it was asked from. It meets the written clock."""

from __future__ import annotations

from datetime import datetime

from bot.actions import clocks, desk, escalate
from bot.actions.people import GroupPlace
from bot.rules.message import Message, Recipient
from bot.rules.speaker import Speaker
from bot.world import World
from storage import areas, case_log, chain_view, outbox
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report

FORMS = ("short", "full", "word")
NUMBERED = ("full", "word")
CITY_DIGITS = 6
FORMAL = "zh-Hans"


async def make(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, form: str, now: datetime
) -> tuple[Report | None, str | None]:
    """Put the text into the outbox. Refusals as `clocks.allowed`, and made: the same was asked for this minute."""
    report, refusal = await clocks.allowed(tx, speaker, group, report_id, "make_text", ended=True)
    if report is None or refusal or form not in FORMS:
        return report, refusal or "stale"
    tier = clocks.tier_of(speaker, group, report.area)
    city, town = report.area[:CITY_DIGITS], report.town
    office = city if tier == "city" or town is None else town
    values: dict[str, object] = {"form": form, "template": world.settings.official_template, "editor": speaker.name,
              "phone": speaker.phone, "city": await _name(tx, city), "office": await _name(tx, office),
              "tier": "city" if office == city else "town"}  # fmt: skip
    if form in NUMBERED:
        year = now.astimezone(world.settings.zone).year
        issue = await chain_view.issue_of(tx, report.id, report.version, office, year, now, speaker.name)
        values |= {"number": issue.issue, "total": issue.total}
    to = Recipient(speaker.chat_id, FORMAL, group.thread_id if group else None)
    once = f"text:{report.id}:{report.version}:{form}:{speaker.chat_id}:{now:%Y%m%d%H%M}"
    key = "official-file" if form == "word" else "official-text"
    row = await outbox.put(tx, Message("notice", to, key, values, f"chain:{report.id}", once=once), now)
    if row is None:
        return report, "made"
    met = await desk.meet(tx, report, "written", tier, speaker.name, now) if form in NUMBERED else []
    words = {"form": form, "version": report.version, "office": office, "clocks": [clock.name for clock in met]}
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "text_made", now, actor, words)
    if met:
        await escalate.refresh_cards(tx, report, now)
    return report, None


async def _name(tx: Transaction, code: str) -> str:
    area = await areas.area(tx, code)
    return area.name if area is not None else code
