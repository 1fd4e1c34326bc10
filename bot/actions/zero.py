"""Zero reports: switched on and off for an area, and answered by its villages. What the days bring: `zero_days`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.actions.broadcasts import card_every
from bot.actions.people import GroupPlace, note_person
from bot.actions.reach import reach
from bot.rules.message import Message, Recipient
from bot.rules.roles import covers
from bot.rules.speaker import Speaker
from bot.rules.zero_report import first_day, hour_of, last_day
from bot.world import World
from storage import areas, case_log, fates, groups, outbox, zero_reports
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import ZeroRound as ZeroRound
from storage.zero_reports import LIST, subject

TIERS = {6: "city", 9: "town"}


async def scope(tx: Transaction, speaker: Speaker, group: GroupPlace | None) -> tuple[str, ...]:
    """The districts and towns for which the speaker may switch zero reports on from here."""
    return tuple(code for code in await reach(tx, speaker, group, "zero_report") if len(code) in TIERS)


async def may_set(tx: Transaction, speaker: Speaker, group: GroupPlace | None, area: str) -> bool:
    return len(area) in TIERS and covers(await scope(tx, speaker, group), [area])


async def open_round(tx: Transaction, area: str) -> ZeroRound | None:
    return await zero_reports.open_round(tx, area)


async def switch_on(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, area: str, hour: str, days: int,
    language: str, now: datetime,
) -> ZeroRound | str:  # fmt: skip
    """From the next time the hour comes, for so many days. Else the reason why not: no_right, already, stale."""
    due, known = hour_of(hour), await areas.area(tx, area)
    if due is None or known is None or days < 1:
        return "stale"
    if not await may_set(tx, speaker, group, area):
        return "no_right"
    first = first_day(due, now.astimezone(world.settings.zone))
    row = await zero_reports.begin(tx, {
        "area": area, "from_day": first, "until_day": last_day(first, days), "hour": f"{due:%H:%M}",
        "set_by": await note_person(tx, speaker, now), "set_by_name": speaker.name, "chat_id": speaker.chat_id,
        "thread_id": group.thread_id if group else None, "language": language, "created_at": now, "next_step_at": now,
    })  # fmt: skip
    if row is None:
        return "already"
    words = {"area": area, "from": row.from_day.isoformat(), "until": row.until_day.isoformat(), "hour": row.hour}
    await _log(tx, row.id, "switched_on", speaker, now, words)
    await _tell_rooms(tx, row, "zero-on", speaker, now)
    tx.ring("ticks")
    return row


async def switch_off(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, round_id: int, now: datetime
) -> ZeroRound | str:
    """It ends now. Else the reason why not: no_right, over."""
    row = await zero_reports.locked(tx, round_id)
    if row is None or row.ended_at is not None:
        return "over"
    if not await may_set(tx, speaker, group, row.area):
        return "no_right"
    row.ended_at, row.ended_by_name, row.next_step_at = now, speaker.name, None
    await _log(tx, row.id, "switched_off", speaker, now, {"area": row.area})
    await _tell_rooms(tx, row, "zero-off", speaker, now)
    return row


async def _log(
    tx: Transaction, round_id: int, verb: str, speaker: Speaker, now: datetime, words: Mapping[str, object]
) -> None:
    await case_log.append(tx, f"zero-round:{round_id}", verb, now, Actor(speaker.telegram_id, speaker.name), words)


async def _tell_rooms(tx: Transaction, row: ZeroRound, key: str, by: Speaker, now: datetime) -> None:
    """Whoever switched it hears it where they did, and the area's duty group hears it too."""
    names = await areas.names(tx, [row.area])
    values = {
        "names": list(names.get(row.area, (row.area, row.area))), "from": row.from_day.isoformat(),
        "until": row.until_day.isoformat(), "hour": row.hour, "by": by.name,
    }  # fmt: skip
    for to in {room.chat_id: room for room in [_here(row, by), *await rooms_of(tx, row)]}.values():
        await outbox.put(tx, Message("receipt", to, key, values, once=f"{key}:{row.id}:{to.chat_id}"), now)


def _here(row: ZeroRound, by: Speaker) -> Recipient:
    if by.private:
        return Recipient(by.chat_id, by.language, person_id=by.person_id)
    return Recipient(by.chat_id, row.language, row.thread_id if row.chat_id == by.chat_id else None)


async def rooms_of(tx: Transaction, row: ZeroRound) -> list[Recipient]:
    """The duty groups of exactly the round's area."""
    found = await groups.listening(tx, TIERS[len(row.area)], [row.area])
    return [Recipient(group.chat_id, group.language, group.thread_id) for group in found]


@dataclass(frozen=True)
class Answered:
    """`outcome`: done, again (the village had reported: `at`, `by`), over (another day's), stopped, not_yours."""

    outcome: str
    village: tuple[str, str] = ("", "")
    day: date | None = None
    at: datetime | None = None
    by: str = ""


async def answer(tx: Transaction, world: World, speaker: Speaker, now: datetime, how: str = "words") -> bool:
    """无新增 for today, in every village of which the speaker is an officer. Whether a round was open there.

    Said back to the officer by a receipt, once for all their villages.
    """
    done = [await _answer(tx, world, speaker, village, now, how) for village in _villages(speaker)]
    noted = [each for each in done if each.outcome in ("done", "again")]
    for each in noted[:1]:
        values = {"villages": [list(one.village) for one in noted], "outcome": each.outcome, "by": each.by}
        values |= {"day": each.day.isoformat() if each.day else "", "at": each.at.isoformat() if each.at else ""}
        to = Recipient(speaker.chat_id, speaker.language, person_id=speaker.person_id)
        await outbox.put(tx, Message("receipt", to, "zero-noted", values), now)
    return bool(noted)


async def tapped(tx: Transaction, world: World, speaker: Speaker, village: str, day_id: int, now: datetime) -> Answered:
    """The button of one day's message, for one village."""
    row = await zero_reports.day(tx, day_id)
    if row is None or village not in _villages(speaker):
        return Answered("not_yours")
    if row.day != now.astimezone(world.settings.zone).date():
        return Answered("over", day=row.day)
    return await _answer(tx, world, speaker, village, now, "tap")


def _villages(speaker: Speaker) -> tuple[str, ...]:
    return tuple(dict.fromkeys(post.area for post in speaker.posts if post.role == "officer"))


async def _answer(tx: Transaction, world: World, speaker: Speaker, village: str, now: datetime, how: str) -> Answered:
    """Recorded in every round that asks this village today; lists that are out already show it."""
    today = now.astimezone(world.settings.zone).date()
    rounds = await zero_reports.open_over(tx, [village], today)
    if not rounds or speaker.person_id is None:
        return Answered("stopped")
    names = (await areas.names(tx, [village])).get(village, (village, village))
    before = await zero_reports.answer_of(tx, rounds[0].id, today, village)
    new = await zero_reports.record(tx, [
        {"round_id": row.id, "day": today, "village": village, "person_id": speaker.person_id, "at": now, "how": how}
        for row in rounds
    ])  # fmt: skip
    if new:
        words = {"day": today.isoformat(), "village": village, "how": how}
        await _log(tx, rounds[0].id, "nothing_new", speaker, now, words)
        await refresh_lists(tx, [row.id for row in rounds], today, now)
    if before is not None:
        return Answered("again", names, today, before[0].at, before[1])
    return Answered("done", names, today, now, speaker.name)


async def refresh_lists(tx: Transaction, rounds: Sequence[int], today: date, now: datetime) -> None:
    """Show the lists that are out anew; once for all that happens within the pause of a card."""
    for day in await zero_reports.days_of(tx, rounds, today):
        for card in await fates.copies(tx, subject(day.id), LIST):
            to = Recipient(card.chat_id, card.language, card.thread_id, card.person_id)
            after = now + card_every(card.chat_id)
            message = Message("card", to, LIST, card.values, subject(day.id), edits=card.id, not_before=after)
            await outbox.put_refresh(tx, message, now)
