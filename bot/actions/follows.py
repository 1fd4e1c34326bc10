"""关注后续: somebody who has not subscribed hears how one event goes on; 不再关注 ends it."""

from __future__ import annotations

from datetime import datetime

from bot.actions.people import note_person
from bot.rules.alert_levels import rank
from bot.rules.alert_view import AlertView
from bot.rules.area_choice import overlap
from bot.rules.speaker import Speaker
from storage import alerts, case_log, follows, help, people, subscriptions
from storage.alerts import subject
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Alert, Subscription

MOST_FOLLOWS = 20


async def follow(tx: Transaction, speaker: Speaker, alert_id: int, now: datetime) -> tuple[str, AlertView | None]:
    """`followed`, `already`, `subscribed` (it reaches them anyway), `over`, `too_many` or `gone`; and the alert."""
    row = await help.alert(tx, alert_id)
    if row is None or row.published_at is None:
        return "gone", None
    view = await alerts.view(tx, row)
    if row.action == "cancel" or row.state in ("lifted", "expired"):
        return "over", view
    person = await note_person(tx, speaker, now)
    if reaches(await subscriptions.active(tx, person), row):
        return "subscribed", view
    known = await follows.of(tx, person)
    if _chain(row) & set(known):
        return "already", view
    if len(known) >= MOST_FOLLOWS:
        return "too_many", view
    await people.mark_reachable(tx, speaker.telegram_id)
    await follows.begin(tx, person, row.id, now)
    await case_log.append(tx, subject(row.id), "followed", now, Actor(speaker.telegram_id, None))
    return "followed", view


def _chain(row: Alert) -> set[int]:
    return {*row.refs, row.id}


def reaches(mine: list[Subscription], row: Alert) -> bool:
    """Whether somebody gets this alert by what they have subscribed to."""
    return any(
        any(overlap(each.area, area) for area in row.areas)
        and (not each.kinds or row.kind in each.kinds)
        and rank(row.level) >= rank(each.lowest_level)
        for each in mine
    )


async def stop(tx: Transaction, speaker: Speaker, alert_id: int, now: datetime) -> tuple[bool, AlertView | None]:
    """Whether that was new; and the alert."""
    row = await help.alert(tx, alert_id)
    if row is None or row.published_at is None or speaker.person_id is None:
        return False, None
    return bool(await follows.end(tx, speaker.person_id, _chain(row), now)), await alerts.view(tx, row)


async def shown(tx: Transaction, speaker: Speaker, alert_id: int) -> tuple[AlertView, str] | None:
    """An alert for anybody who has its link, and the button that fits: follow, stop, or none ("")."""
    row = await help.alert(tx, alert_id)
    if row is None or row.published_at is None:
        return None
    return await alerts.view(tx, row), await way(tx, speaker, row)


async def way(tx: Transaction, speaker: Speaker, row: Alert) -> str:
    """Which button fits under an alert for this person: follow, stop, or none ("")."""
    mine = await subscriptions.active(tx, speaker.person_id) if speaker.person_id is not None else []
    known = await follows.of(tx, speaker.person_id) if speaker.person_id is not None else []
    if _chain(row) & set(known):
        return "stop"
    over = row.action == "cancel" or row.state in ("lifted", "expired")
    return "" if over or reaches(mine, row) else "follow"


async def any_of(tx: Transaction, speaker: Speaker) -> bool:
    """Whether they follow anything."""
    return speaker.person_id is not None and bool(await follows.of(tx, speaker.person_id))
