"""疑似重复: two reports that may be one. Both cards ask; an officer is asked before a form is sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.actions import escalate
from bot.rules.duplicates import Limits, Sighting, likest
from bot.rules.reading.script import fold
from bot.world import World
from storage import case_log, report_links, reports
from storage.database import Transaction
from storage.tables import Report


def limits_of(world: World) -> Limits:
    return Limits(timedelta(hours=world.settings.duplicate_hours), world.settings.duplicate_km)


def sighting(
    world: World, report_id: int, category: str, area: str, at: datetime, answers: Mapping[str, Any]
) -> Sighting:
    words = fold(" ".join(str(answers.get(key) or "") for key in ("what_happened", "description")))
    named = frozenset(area.code for mention in world.places.mentions(words) for area in mention.areas)
    place = answers.get("place")
    pin = (place["lat"], place["lon"]) if isinstance(place, Mapping) and place.get("lat") is not None else None
    return Sighting(report_id, category, area, at, named, pin)


def _of(world: World, report: Report) -> Sighting:
    return sighting(
        world, report.id, report.category, report.area, report.occurred_at or report.sent_at, report.answers
    )


async def similar_to(
    tx: Transaction, world: World, category: str, area: str, at: datetime, answers: Mapping[str, Any], now: datetime,
    but: int | None = None,
) -> tuple[int, str] | None:  # fmt: skip
    """The open incident that these answers may repeat, and why."""
    limits = limits_of(world)
    others = await report_links.open_near(tx, area[:9] if len(area) >= 9 else None, now - 2 * limits.within, but)
    new = sighting(world, but or 0, category, area, at, answers)
    return likest(new, [_of(world, one) for one in others], limits)


async def suspect(tx: Transaction, world: World, report: Report, now: datetime) -> None:
    """Look for what a new report may repeat; both cards then ask."""
    if report.kind != "incident" or report.category == "other":
        return
    at = report.occurred_at or report.sent_at
    found = await similar_to(tx, world, report.category, report.area, at, report.answers, now, report.id)
    if found is None or not await report_links.suspect(tx, found[0], report.id, found[1], now):
        return
    older = await reports.get(tx, found[0])
    words = {"other": older.number if older else "", "why": found[1]}
    await case_log.append(tx, f"report:{report.id}", "suspected", now, words=words)
    if older is not None:
        await escalate.refresh_cards(tx, older, now)
