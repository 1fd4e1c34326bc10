"""叫应: a round is counted, published, watched, ended. Every named person must answer; silence is replaced by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.actions.call_steps import call_those_due, move, refresh_board, waiting_of
from bot.actions.one_by_one import one_by_one
from bot.actions.people import GroupPlace, note_person
from bot.actions.reach import reach
from bot.rules.area_choice import common
from bot.rules.call_round import Holder, plan
from bot.rules.call_view import VILLAGES_A_PAGE, CallView
from bot.rules.message import Message, Recipient
from bot.rules.roles import covers, may
from bot.rules.speaker import Speaker
from bot.world import World
from storage import areas, call_view, calls, case_log, fates, groups, outbox
from storage.calls import BOARD, subject
from storage.case_log import Actor
from storage.database import Database, Transaction
from storage.tables import Alert, CallRound

TEXT_LIMIT = 1500


@dataclass(frozen=True)
class Asked:
    """What a round says: `text` empty stands for the ready words of its kind and level. `minutes` until it ends."""

    kind: str
    level: str
    areas: tuple[str, ...]
    text: str
    minutes: int
    drill: bool = False


@dataclass(frozen=True)
class Counted:
    """Whom a round would call: villages, people, how many of them cannot be reached by reason; `without`: the villages
    (by code) that have no officer at all."""

    villages: int
    people: int
    unsent: dict[str, int]
    without: tuple[str, ...]


async def may_call(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, codes: Sequence[str]
) -> tuple[str, ...]:
    """The areas the speaker may choose from here; nothing if they may not (or not for all of `codes`)."""
    scope = await reach(tx, speaker, group, "call")
    return scope if covers(scope, codes) else ()


async def count(tx: Transaction, codes: Sequence[str]) -> Counted:
    villages = [area.code for area in await areas.villages_of(tx, codes)]
    by_village = await calls.holders(tx, villages)
    people = {each.person_id: each for holders in by_village.values() for each in holders}
    unsent: dict[str, int] = {}
    for each in people.values():
        if each.unsent:
            unsent[each.unsent] = unsent.get(each.unsent, 0) + 1
    without = tuple(code for code in villages if not any(_officer(each) for each in by_village.get(code, ())))
    return Counted(len(villages), len(people), unsent, without)


def _officer(holder: Holder) -> bool:
    return holder.role == "officer"


async def publish(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, asked: Asked, language: str,
    now: datetime,
) -> CallRound | None:  # fmt: skip
    """Call them. None for a speaker without the right."""
    if not asked.areas or not await may_call(tx, speaker, group, asked.areas):
        return None
    row = _round(world, asked, now)
    row.by_person, row.by_name = await note_person(tx, speaker, now), speaker.name
    row.chat_id, row.thread_id, row.language = speaker.chat_id, group.thread_id if group else None, language
    return await _begin(tx, row, Actor(speaker.telegram_id, speaker.name), now)


async def follow_alert(tx: Transaction, world: World, alert: Alert, now: datetime) -> CallRound | None:
    """A published alert of a level that is set to start a round does so, once."""
    settings = world.settings
    if alert.level not in settings.call_on_alert or await calls.of_alert(tx, alert.id) is not None:
        return None
    asked = Asked(
        alert.event or alert.kind, alert.level, tuple(alert.areas), str(alert.texts.get("zh-Hans", ""))[:TEXT_LIMIT],
        settings.call_minutes, alert.drill,
    )  # fmt: skip
    row = _round(world, asked, now)
    row.alert_id, row.by_person = alert.id, alert.decided_by or alert.drafted_by
    row.by_name = alert.decided_by_name or alert.drafted_by_name
    row.chat_id, row.thread_id, row.language = alert.chat_id, alert.thread_id, alert.language
    return await _begin(tx, row, None, now)


def _round(world: World, asked: Asked, now: datetime) -> CallRound:
    return CallRound(
        kind=asked.kind, level=asked.level, text=asked.text, areas=list(asked.areas), drill=asked.drill,
        wait_minutes=world.settings.call_wait(asked.level), by_person=0, by_name="", chat_id=0, started_at=now,
        deadline_at=now + timedelta(minutes=asked.minutes),
    )  # fmt: skip


async def _begin(tx: Transaction, row: CallRound, actor: Actor | None, now: datetime) -> CallRound:
    """The live card first, then a call to everybody whose turn is first."""
    villages = [area.code for area in await areas.villages_of(tx, row.areas)]
    holders = await calls.holders(tx, villages)
    wait = calls.span(row)
    await calls.add(tx, row, {code: plan(holders.get(code, []), now, wait) for code in villages}, now)
    words = {
        "kind": row.kind, "level": row.level, "text": row.text, "areas": row.areas, "villages": len(villages),
        "wait_minutes": row.wait_minutes, "deadline": row.deadline_at.isoformat(), "drill": row.drill,
        "alert": row.alert_id,
    }  # fmt: skip
    await case_log.append(tx, subject(row.id), "published", now, actor, words)
    for to in await _watching(tx, row):
        card = Message("card", to, BOARD, {}, subject(row.id), once=f"call-board:{row.id}:{to.chat_id}")
        await outbox.put(tx, card, now)
    await call_those_due(tx, row, now)
    tx.ring("ticks")
    return row


async def _watching(tx: Transaction, row: CallRound) -> list[Recipient]:
    """Where the live card is: the chat it was started in; from a private one also the duty group of its areas."""
    origin = Recipient(row.chat_id, row.language, row.thread_id)
    if row.chat_id < 0:
        return [origin]
    for code in reversed(common(row.areas)):
        found = await groups.listening(tx, "city" if len(code) == 6 else "town", [code])
        if found:
            return [origin, *(Recipient(each.chat_id, each.language, each.thread_id) for each in found)]
    return [origin]


async def watched(tx: Transaction, speaker: Speaker, group: GroupPlace | None, call_id: int) -> CallView | None:
    """The round with those of its villages whose people this speaker may see here; None when there are none."""
    view = await call_view.load(tx, call_id)
    if view is None:
        return None
    inside = group.area if group is not None else None
    seen = tuple(each for each in view.villages if may(speaker, "record_call", each.area, inside))
    if not speaker.private and group is None:
        return None
    return replace(view, villages=seen) if seen else None


async def may_end(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, call_id: int
) -> tuple[CallRound | None, str | None]:
    """The round, and why this speaker cannot end it: gone, no_right, over."""
    row = await calls.locked(tx, call_id)
    if row is None:
        return None, "gone"
    if not await may_call(tx, speaker, group, row.areas):
        return row, "no_right"
    return row, "over" if row.ended_at is not None else None


async def end(tx: Transaction, row: CallRound, now: datetime, by: Speaker | None = None) -> None:
    """Nobody else is called. The record goes where the card is, the doors to knock at to each town's own group."""
    row.ended_at, row.ended_by_name = now, by.name if by else None
    await calls.close_steps(tx, row.id, None, "over", now)
    view = await call_view.load(tx, row.id)
    assert view is not None
    words = {
        "villages": len(view.villages), "answered": len(view.answered), "by_phone": len(view.by_phone()),
        "arrived": len(view.arrived), "moving": len(view.with_people("moving")),
        "nobody_moves": len(view.with_people("none")), "silent": [village.area for village in view.silent],
    }  # fmt: skip
    await case_log.append(tx, subject(row.id), "ended", now, Actor(by.telegram_id, by.name) if by else None, words)
    boards = await fates.copies(tx, subject(row.id), BOARD)
    for card in boards:
        to = Recipient(card.chat_id, card.language, card.thread_id)
        for page in range(max(1, -(-len(view.silent) // VILLAGES_A_PAGE))):
            once = f"call-record:{row.id}:{card.chat_id}:{page}"
            await outbox.put(tx, Message("receipt", to, "call-record", {"page": page}, subject(row.id), once), now)
    await _doors(tx, row, view, {card.chat_id for card in boards}, now)
    await refresh_board(tx, row, now)


async def _doors(tx: Transaction, row: CallRound, view: CallView, told: set[int], now: datetime) -> None:
    for town in sorted({village.area[:9] for village in view.silent}):
        for room in await groups.listening(tx, "town", [town]):
            if room.chat_id in told:
                continue
            to = Recipient(room.chat_id, room.language, room.thread_id)
            number = sum(village.area.startswith(town) for village in view.silent)
            for page in range(-(-number // VILLAGES_A_PAGE)):
                once = f"call-doors:{row.id}:{room.chat_id}:{page}"
                values = {"town": town, "page": page}
                await outbox.put(tx, Message("receipt", to, "call-doors", values, subject(row.id), once), now)


async def export(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, call_id: int, language: str, now: datetime
) -> str:
    """The round as a table, into the chat it was asked from, with names and numbers. Done, again, gone, no_right."""
    row = await calls.locked(tx, call_id)
    if row is None:
        return "gone"
    if not await may_call(tx, speaker, group, row.areas):
        return "no_right"
    to = Recipient(speaker.chat_id, language, group.thread_id if group else None)
    once = f"call-export:{row.id}:{speaker.chat_id}:{now:%Y%m%d%H%M}"
    put = await outbox.put(tx, Message("notice", to, "call-export", {}, subject(row.id), once=once), now)
    if put is None:
        return "again"
    await case_log.append(tx, subject(row.id), "exported", now, Actor(speaker.telegram_id, speaker.name))
    return "done"


async def advance_due(database: Database, world: World, now: datetime) -> None:
    """Whoever's turn has come is called; a round whose time is over ends."""
    async with database.transaction() as tx:
        waiting = await calls.due(tx, now)

    async def advance(tx: Transaction, call_id: int) -> None:
        row = await calls.locked(tx, call_id)
        if row is None or row.ended_at is not None:
            return
        if row.deadline_at <= now:
            await end(tx, row, now)
        else:
            await call_those_due(tx, row, now)
            await refresh_board(tx, row, now)

    await one_by_one(database, waiting, advance)


async def bring_nearer(database: Database, now: datetime) -> None:
    """A clock set back must not silence a round: nobody's turn is farther away than the time each person has."""
    async with database.transaction() as tx:
        for call_id in await calls.running(tx):
            row = await calls.locked(tx, call_id)
            if row is None:
                continue
            for steps in (await calls.waiting_steps(tx, call_id)).values():
                over = min(waiting_of(steps).values()) - now - calls.span(row)
                move(steps, min(-over, timedelta()))
