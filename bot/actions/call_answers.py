"""What people answer to a call, and what the duty room records for them by telephone.

收到 (at red after the question), 已到岗, 群众在转移 or 无需转移. It counts whenever it comes, even after the end.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.actions.call_steps import move, refresh_board, refresh_cards, waiting_of
from bot.actions.people import GroupPlace, note_person
from bot.report_types.call_texts import question
from bot.rules.call_round import heard_again
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from storage import calls, case_log
from storage.calls import subject
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import CallRound, CallStep, CallVillage

PEOPLE = ("moving", "none")
# A location sent within this after 已到岗 is where they are.
PLACE_WITHIN = timedelta(hours=1)

Found = tuple[CallRound, CallVillage, CallStep]


async def _addressed(tx: Transaction, speaker: Speaker, call_id: int, village_id: int) -> Found | str:
    """The round, the village and this person's own step in it, held; or gone, not_addressed."""
    row = await calls.locked(tx, call_id)
    village = await calls.village(tx, call_id, village_id) if row else None
    if row is None or village is None:
        return "gone"
    step = await calls.step_of(tx, village_id, speaker.person_id) if speaker.person_id else None
    return (row, village, step) if step is not None else "not_addressed"


async def receive(
    tx: Transaction, speaker: Speaker, call_id: int, village_id: int, choice: int | None, now: datetime
) -> str:
    """收到, or at red the answer to what they do now. The outcome: done, again, wrong, choose, gone, not_addressed."""
    found = await _addressed(tx, speaker, call_id, village_id)
    if isinstance(found, str):
        return found
    row, village, step = found
    if step.answered_at is not None:
        return "again"
    asked = question(row.kind, row.level)
    if asked is not None:
        choices = asked.choices(village.id)
        if choice is None or choice >= len(choices):
            return "choose"
        if not choices[choice][0]:
            await _wrong(tx, speaker, row, village, step, now)
            return "wrong"
    step.answered_at = now
    if village.answered_at is None:
        village.answered_at, village.answered_how = now, "tap"
        village.answered_by, village.answered_by_name = speaker.person_id, speaker.name
    await calls.close_steps(tx, row.id, village.id, "answered", now)
    await _note(tx, row, village, "answered", speaker, now, whom=step.whom)
    await _show(tx, row, village, now)
    return "done"


async def _wrong(
    tx: Transaction, speaker: Speaker, row: CallRound, village: CallVillage, step: CallStep, now: datetime
) -> None:
    """They are awake, so they have their time anew; the right answer is shown and asked for again."""
    step.wrong += 1
    left = (await calls.steps(tx, [village.id], waiting=True))[village.id]
    move(left, heard_again(waiting_of(left), now, calls.span(row)))
    await _note(tx, row, village, "answered_wrongly", speaker, now, whom=step.whom, times=step.wrong)
    await refresh_cards(tx, village, now)


async def arrive(tx: Transaction, speaker: Speaker, call_id: int, village_id: int, now: datetime) -> str:
    """已到岗. The outcome: done, again, answer_first, gone, not_addressed."""
    found = await _addressed(tx, speaker, call_id, village_id)
    if isinstance(found, str):
        return found
    row, village, step = found
    if step.answered_at is None:
        return "answer_first"
    if village.arrived_at is not None:
        return "again"
    village.arrived_at, village.arrived_by = now, speaker.person_id
    await _note(tx, row, village, "arrived", speaker, now)
    await _show(tx, row, village, now)
    return "done"


async def waits_for_place(tx: Transaction, speaker: Speaker, now: datetime) -> bool:
    """Whether a location that this person sends now says where they are on post."""
    if speaker.person_id is None:
        return False
    return await calls.waits_for_place(tx, speaker.person_id, now - PLACE_WITHIN) is not None


async def place(tx: Transaction, speaker: Speaker, lat: float, lon: float, now: datetime) -> None:
    """Where they are on post, for the village they said 已到岗 for last."""
    village = await calls.waits_for_place(tx, speaker.person_id or 0, now - PLACE_WITHIN)
    row = await calls.locked(tx, village.call_id) if village else None
    if village is None or row is None:
        return
    village.lat, village.lon = lat, lon
    await _note(tx, row, village, "located", speaker, now, lat=lat, lon=lon)
    await _show(tx, row, village, now)


async def say_people(
    tx: Transaction, speaker: Speaker, call_id: int, village_id: int, what: str, now: datetime
) -> str:  # fmt: skip
    """群众在转移 or 无需转移; may change. The outcome: done, again, answer_first, arrive_first, gone, not_addressed."""
    found = await _addressed(tx, speaker, call_id, village_id)
    if isinstance(found, str):
        return found
    row, village, step = found
    if step.answered_at is None or village.arrived_at is None:
        return "answer_first" if step.answered_at is None else "arrive_first"
    if village.people == what or what not in PEOPLE:
        return "again" if village.people == what else "gone"
    village.people, village.people_at = what, now
    await _note(tx, row, village, "people", speaker, now, what=what)
    await _show(tx, row, village, now)
    return "done"


async def by_phone(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, call_id: int, village_id: int, now: datetime
) -> str:
    """电话已叫应, recorded by name. The outcome: done, again (somebody has answered), gone, no_right."""
    found = await _recordable(tx, speaker, group, call_id, village_id)
    if isinstance(found, str):
        return found
    row, village = found
    if village.answered_at is not None:
        return "again"
    village.answered_at, village.answered_how = now, "phone"
    village.answered_by, village.answered_by_name = await note_person(tx, speaker, now), speaker.name
    await calls.close_steps(tx, row.id, village.id, "answered", now)
    await _note(tx, row, village, "answered_by_phone", speaker, now)
    await _show(tx, row, village, now)
    return "done"


async def not_by_phone(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, call_id: int, village_id: int, now: datetime
) -> str:
    """Take back a record by telephone (a slip of the thumb): the calling goes on where it was."""
    found = await _recordable(tx, speaker, group, call_id, village_id)
    if isinstance(found, str):
        return found
    row, village = found
    if village.answered_how != "phone":
        return "again"
    village.answered_at = village.answered_how = village.answered_by = village.answered_by_name = None
    if row.ended_at is None:
        await calls.open_again(tx, village.id, now)
        tx.ring("ticks")
    await _note(tx, row, village, "phone_taken_back", speaker, now)
    await _show(tx, row, village, now)
    return "undone"


async def _recordable(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, call_id: int, village_id: int
) -> tuple[CallRound, CallVillage] | str:
    row = await calls.locked(tx, call_id)
    village = await calls.village(tx, call_id, village_id) if row else None
    if row is None or village is None:
        return "gone"
    inside = group.area if group is not None else None
    here = speaker.private or group is not None
    return (row, village) if here and may(speaker, "record_call", village.area, inside) else "no_right"


async def _note(
    tx: Transaction, row: CallRound, village: CallVillage, verb: str, speaker: Speaker, now: datetime, **words: object
) -> None:
    actor = Actor(speaker.telegram_id, speaker.name)
    late = row.ended_at is not None
    await case_log.append(tx, subject(row.id), verb, now, actor, {"village": village.area, "late": late, **words})


async def _show(tx: Transaction, row: CallRound, village: CallVillage, now: datetime) -> None:
    await refresh_cards(tx, village, now)
    await refresh_board(tx, row, now)
