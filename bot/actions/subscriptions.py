"""Residents' subscriptions to public alerts: begun with sensible wishes, changed, ended, taken up again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.actions.people import note_person
from bot.rules.alert_levels import KINDS, LEVELS
from bot.rules.area_choice import overlap
from bot.rules.digest import BELOW, HOURS, USUAL_DIGEST
from bot.rules.quiet_hours import USUAL
from bot.rules.speaker import Speaker
from storage import alerts, areas, case_log, follows, people, subscriptions
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Subscription

MOST_AREAS = 10
# All kinds, from an uncoloured notice up; at night only what is orange or red.
DEFAULTS: dict[str, Any] = {
    "kinds": [], "lowest_level": "notice", "quiet_from": USUAL[0], "quiet_to": USUAL[1], "digest_below": None,
    "digest_at": None,
}  # fmt: skip
START = datetime(1970, 1, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)


@dataclass(frozen=True)
class Wishes:
    """What a person has subscribed to; the wishes are the same for all their areas. No `areas`: not subscribed."""

    areas: tuple[tuple[str, tuple[str, str]], ...] = ()
    kinds: tuple[str, ...] = ()
    lowest_level: str = "notice"
    quiet: tuple[str, str] | None = None
    digest: tuple[str, str] | None = None
    """Below which level, and at what time."""


async def wishes_of(tx: Transaction, speaker: Speaker) -> Wishes:
    rows = await _active(tx, speaker)
    if not rows:
        return Wishes()
    names = await areas.names(tx, [row.area for row in rows])
    first = rows[0]
    quiet = (first.quiet_from, first.quiet_to) if first.quiet_from and first.quiet_to else None
    listed = tuple((row.area, names.get(row.area, (row.area, row.area))) for row in rows)
    digest = (first.digest_below, first.digest_at or USUAL_DIGEST) if first.digest_below else None
    return Wishes(listed, tuple(first.kinds), first.lowest_level, quiet, digest)


async def _active(tx: Transaction, speaker: Speaker) -> list[Subscription]:
    return await subscriptions.active(tx, speaker.person_id) if speaker.person_id is not None else []


async def subscribe(tx: Transaction, speaker: Speaker, area: str, now: datetime) -> bool:
    """One area more, with the wishes of those before. False when there are too many, or no such area."""
    rows = await _active(tx, speaker)
    if await areas.area(tx, area) is None or (len(rows) >= MOST_AREAS and area not in {row.area for row in rows}):
        return False
    person = await note_person(tx, speaker, now)
    await people.mark_reachable(tx, speaker.telegram_id)
    wishes = {name: getattr(rows[0], name) for name in DEFAULTS} if rows else DEFAULTS
    await subscriptions.begin(tx, person, area, dict(wishes), now)
    await _log(tx, speaker, "subscribed", [area], now)
    return True


async def _log(tx: Transaction, speaker: Speaker, verb: str, codes: Sequence[str], now: datetime) -> None:
    """By area, without the name: who has subscribed is nobody's business but the sender's."""
    for code in codes:
        await case_log.append(tx, f"area:{code}", verb, now, Actor(speaker.telegram_id, None))


async def switch_kind(tx: Transaction, speaker: Speaker, kind: str, wanted: bool) -> bool:
    """With or without one kind. All of them are kept as none named; the last one cannot be left out."""
    if kind not in KINDS or speaker.person_id is None:
        return False
    now_wanted = set((await wishes_of(tx, speaker)).kinds or KINDS)
    after = now_wanted | {kind} if wanted else now_wanted - {kind}
    if not after:
        return False
    kinds = [] if after == set(KINDS) else [name for name in KINDS if name in after]
    await subscriptions.change(tx, speaker.person_id, kinds=kinds)
    return True


async def lowest_level(tx: Transaction, speaker: Speaker, level: str) -> bool:
    if level not in LEVELS or speaker.person_id is None:
        return False
    await subscriptions.change(tx, speaker.person_id, lowest_level=level)
    return True


async def quiet_hours(tx: Transaction, speaker: Speaker, quiet: tuple[str, str] | None) -> None:
    if speaker.person_id is not None:
        begins, ends = quiet or (None, None)
        await subscriptions.change(tx, speaker.person_id, quiet_from=begins, quiet_to=ends)


async def digest(tx: Transaction, speaker: Speaker, below: str | None, at: str | None) -> bool:
    """The daily message: below which level (None: none any more), or at what time. False for what is not on offer."""
    if speaker.person_id is None or below not in (None, *BELOW) or at not in (None, *HOURS):
        return False
    known = (await wishes_of(tx, speaker)).digest
    hour = at or (known[1] if known else USUAL_DIGEST)
    await subscriptions.change(tx, speaker.person_id, digest_below=below, digest_at=hour if below else None)
    return True


@dataclass(frozen=True)
class Ended:
    """The names of what has ended, how many events are followed no more, and the mark by which all is taken back."""

    names: tuple[tuple[str, str], ...]
    mark: str
    follows: int = 0


async def end(
    tx: Transaction, speaker: Speaker, codes: Sequence[str] | None, now: datetime, followed: Sequence[int] = ()
) -> Ended:
    """These areas (None: all of them, and every event that is followed); nothing, when there is no such one."""
    if speaker.person_id is None:
        return Ended((), "")
    rows = [row for row in await _active(tx, speaker) if codes is None or row.area in codes]
    stopped = await follows.end(tx, speaker.person_id, None if codes is None else followed, now)
    if not rows and not stopped:
        return Ended((), "")
    await subscriptions.end(tx, speaker.person_id, [row.id for row in rows], now)
    await _log(tx, speaker, "unsubscribed", [row.area for row in rows], now)
    names = await areas.names(tx, [row.area for row in rows])
    mark = str((now - START) // TICK)
    return Ended(tuple(names.get(row.area, (row.area, row.area)) for row in rows), mark, stopped)


async def end_from_alert(tx: Transaction, speaker: Speaker, alert_id: int, now: datetime) -> Ended | None:
    """退订 on an alert: every subscription that brought it, and its event is followed no more. None for an alert that
    was never published (a preview)."""
    row = await alerts.get(tx, alert_id)
    if row is None or row.published_at is None:
        return None
    mine = await _active(tx, speaker)
    codes = [each.area for each in mine if any(overlap(each.area, area) for area in row.areas)]
    return await end(tx, speaker, codes, now, [*row.refs, row.id])


async def take_back(tx: Transaction, speaker: Speaker, mark: str, now: datetime) -> bool:
    """Undo an ending, by its mark. Only one's own; False when there is nothing to take back."""
    if speaker.person_id is None or not mark.isdecimal() or len(mark) > 17:
        return False
    ended_at = START + int(mark) * TICK
    again = await subscriptions.take_back(tx, speaker.person_id, ended_at)
    again += await follows.take_back(tx, speaker.person_id, ended_at)
    if not again:
        return False
    await _log(tx, speaker, "subscribed", [row.area for row in await _active(tx, speaker)], now)
    return True
