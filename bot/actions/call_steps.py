"""叫应, step by step: whose turn it is, is called; who cannot be reached brings the next one's turn at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.actions.alarm import alarm
from bot.actions.broadcasts import card_every
from bot.rules.call_round import due, pulled_forward
from bot.rules.message import Message, Recipient
from bot.rules.unreachable import UNREACHABLE
from storage import areas, calls, case_log, fates, groups, outbox
from storage.calls import BOARD, CARD, TOWN, subject, village_subject
from storage.database import Transaction
from storage.tables import CallRound, CallStep, CallVillage, Group, OutboxRow, Person

Turns = list[tuple[CallVillage, list[CallStep]]]
# A group takes 20 messages a minute: villages that fall silent close to each other are told of together.
TOWN_EVERY = timedelta(seconds=20)


def waiting_of(steps: Sequence[CallStep]) -> dict[int, datetime]:
    """By number, when what is not done falls due: as the rules ask for it."""
    found: dict[int, datetime] = {}
    for step in steps:
        found[step.number] = min(step.due_at, found.get(step.number, step.due_at))
    return found


def move(steps: Sequence[CallStep], shift: timedelta) -> None:
    for step in steps if shift else ():
        step.due_at += shift


async def call_those_due(tx: Transaction, row: CallRound, now: datetime) -> None:
    """Everybody whose turn has come, a village's next step only."""
    villages = await calls.due_villages(tx, row.id, now)
    waiting = await calls.steps(tx, [village.id for village in villages], waiting=True)
    turns: dict[str, Turns] = defaultdict(list)
    for village in villages:
        turn = due(waiting_of(waiting[village.id]), now)
        move(waiting[village.id], turn.shift)
        theirs = [step for step in waiting[village.id] if step.number == turn.number]
        if theirs:
            turns[theirs[0].whom].append((village, theirs))
    for whom, who in turns.items():
        if whom == "town":
            await _tell_towns(tx, row, who, now)
        else:
            await _call(tx, row, whom, who, waiting, now)


async def _call(
    tx: Transaction, row: CallRound, whom: str, turns: Turns, waiting: Mapping[int, list[CallStep]], now: datetime
) -> None:
    known = await calls.people_of(tx, {step.person_id for _, steps in turns for step in steps if step.person_id})
    cards: list[Message] = []
    for village, steps in turns:
        for step in steps:
            person = known[step.person_id or 0]
            step.done_at, step.outcome = now, _unsent(person) or "called"
            if step.outcome == "called":
                cards.append(_card(village, person))
        if all(step.outcome != "called" for step in steps):
            left = [step for step in waiting[village.id] if step.done_at is None]
            move(left, pulled_forward(waiting_of(left), now))
            tx.ring("ticks")
    await outbox.put_all(tx, cards, now)
    words = {"whom": whom, "villages": [village.area for village, _ in turns], "people": len(cards)}
    await case_log.append(tx, subject(row.id), "called", now, words=words)


def _unsent(person: Person) -> str | None:
    if person.telegram_id is None:
        return "never_started"
    return (person.unreachable_reason or "blocked") if person.unreachable_since is not None else None


def _card(village: CallVillage, person: Person) -> Message:
    to = Recipient(person.telegram_id or 0, person.language, person_id=person.id)
    once = f"called:{village.id}:{person.id}"
    return Message("call", to, CARD, {"person": person.id}, village_subject(village.id), once=once)


async def _tell_towns(tx: Transaction, row: CallRound, turns: Turns, now: datetime) -> None:
    """Nobody in these villages has answered: their towns' duty rooms take over, one message a room."""
    by_town: dict[str, Turns] = defaultdict(list)
    for village, steps in turns:
        by_town[village.area[:9]].append((village, steps))
    for town, silent in by_town.items():
        rooms = await groups.listening(tx, "town", [town]) or await groups.listening(tx, "city", [town[:6]])
        if rooms and await _told_just_now(tx, row, rooms, now):
            continue
        ids, codes = [village.id for village, _ in silent], [village.area for village, _ in silent]
        for room in rooms:
            to = Recipient(room.chat_id, room.language, room.thread_id)
            await outbox.put(tx, Message("call", to, TOWN, {"villages": ids}, subject(row.id)), now)
        if not rooms:
            names = await areas.names(tx, [town])
            values = {"call": row.id, "number": len(ids), "town": names.get(town, (town, town))[0]}
            await alarm(tx, "alarm-call-no-room", values, now, once=f"call:{row.id}:no-room:{ids[0]}")
        for step in (step for _, steps in silent for step in steps):
            step.done_at, step.outcome = now, "called" if rooms else "no_room"
        words = {"whom": "town", "villages": codes, "rooms": [room.title for room in rooms]}
        await case_log.append(tx, subject(row.id), "called", now, words=words)


async def _told_just_now(tx: Transaction, row: CallRound, rooms: Sequence[Group], now: datetime) -> bool:
    last = [at for room in rooms if (at := await calls.last_told(tx, row.id, room.chat_id)) is not None]
    return bool(last) and timedelta() <= now - max(last) < TOWN_EVERY


async def not_delivered(tx: Transaction, message: OutboxRow, reason: str, now: datetime) -> None:
    """A call that did not arrive: the next step for that village comes at once; a lost room's villages go higher."""
    kind, _, number = (message.subject or "").partition(":")
    if message.edits is not None or not number.isdigit():
        return
    if kind == "called" and message.key == CARD:
        await _lost(tx, int(number), message.person_id, reason, now)
    elif kind == "call" and message.key == TOWN and reason in UNREACHABLE:
        await _room_lost(tx, int(number), message.values["villages"], now)
    elif kind == "call" and message.key == TOWN:  # it would be refused again: a person must look
        room = await groups.by_chat(tx, message.chat_id)
        values = {"to": room.title if room else str(message.chat_id), "reason": reason}
        await alarm(tx, "alarm-not-sent", values, now, once=f"not_sent:{message.subject}:{message.chat_id}:{reason}")


async def _lost(tx: Transaction, village_id: int, person_id: int | None, reason: str, now: datetime) -> None:
    village = await calls.village_of(tx, village_id)
    row = await calls.locked(tx, village.call_id) if village else None
    step = await calls.step_of(tx, village_id, person_id)
    if row is None or village is None or step is None:
        return
    step.lost = reason
    steps = (await calls.steps(tx, [village_id]))[village_id]
    left = [each for each in steps if each.done_at is None]
    if all(each.lost or each.outcome != "called" for each in steps if each.number == step.number):
        move(left, pulled_forward(waiting_of(left), now))
        tx.ring("ticks")
    words = {"whom": step.whom, "village": village.area, "person": person_id, "reason": reason}
    await case_log.append(tx, subject(row.id), "not_delivered", now, words=words)
    await refresh_board(tx, row, now)


async def _room_lost(tx: Transaction, call_id: int, village_ids: Sequence[int], now: datetime) -> None:
    row = await calls.locked(tx, call_id)
    if row is None or row.ended_at is not None:
        return
    for steps in (await calls.steps(tx, village_ids)).values():
        for step in steps:
            if step.whom == "town" and step.outcome == "called":
                step.done_at, step.outcome, step.due_at = None, None, now
    tx.ring("ticks")


async def refresh_board(tx: Transaction, row: CallRound, now: datetime) -> None:
    """Show the live card anew, once for all that happens until then."""
    await tx.session.flush()
    for card in await fates.copies(tx, subject(row.id), BOARD):
        to = Recipient(card.chat_id, card.language, card.thread_id)
        later = now + card_every(card.chat_id)
        message = Message("card", to, BOARD, {}, subject(row.id), edits=card.id, not_before=later)
        await outbox.put_refresh(tx, message, now)


async def refresh_cards(tx: Transaction, village: CallVillage, now: datetime) -> None:
    """Whoever was called for this village sees how it stands there. A card not sent yet will show it anyhow."""
    await tx.session.flush()
    for card in await calls.cards_of(tx, village.id):
        if card.state != "ready":
            to = Recipient(card.chat_id, card.language, person_id=card.person_id)
            again = Message("receipt", to, CARD, card.values, card.subject, edits=card.id)
            await outbox.put_refresh(tx, again, now)
