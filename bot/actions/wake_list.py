"""Once a week the town hears which villages nobody would wake tonight; once a month, if set, it is tried."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.actions.drills import refresh_card
from bot.actions.duty_room import CITY_DIGITS, tell_room
from bot.rules.message import Message, Recipient
from bot.rules.wake_list import Holder, Village, wake_list
from bot.world import World
from storage import areas, case_log, drills, groups, outbox, people
from storage.database import Transaction
from storage.tables import Drill, Person, Post

# How long a test call waits for 收到 before it is counted.
ANSWERED_WITHIN = timedelta(minutes=30)
TEST_CALL = "test_call"


async def tell_weekly(tx: Transaction, world: World, town: str, now: datetime) -> None:
    """The list to the town's group; nothing where every village can be woken, or there is no village."""
    if len(town) <= CITY_DIGITS:
        return
    villages = await areas.villages_of(tx, [town])
    holders = [_holder(person, post) for person, post in await people.officers_within(tx, [town])]
    silent = timedelta(days=world.settings.silent_days)
    found = wake_list([village.code for village in villages], holders, now, silent)
    if not found:
        return
    names = {village.code: [village.name, village.name_hant] for village in villages}
    town_names = (await areas.names(tx, [town])).get(town, (town, town))
    shown: dict[str, Any] = {
        "area_names": list(town_names),
        "villages": len(villages),
        "asleep": [_shown(each, names) for each in found if each.asleep],
        "half": [_shown(each, names) for each in found if not each.asleep],
        "days": world.settings.silent_days,
    }
    once = f"wake-list:{town}:{now.astimezone(world.settings.zone):%Y-%m-%d}"
    await tell_room(tx, town, "wake-list", shown, once, now)


def _holder(person: Person, post: Post) -> Holder:
    reason = (person.unreachable_reason or "refused") if person.unreachable_since is not None else None
    opened = person.telegram_id is not None
    return Holder(post.area, post.rank, person.name, person.phone, reason, opened, person.heard_at, person.created_at)


def _shown(village: Village, names: dict[str, list[str]]) -> dict[str, Any]:
    posts = [[each.rank, each.why, each.name, each.phone] for each in village.troubles]
    return {"names": names[village.area], "posts": posts}


async def test_call(tx: Transaction, town: str, now: datetime) -> None:
    """Every officer of the town is called with one button 「收到」; it is a drill, with a drill's card and record."""
    bound = await groups.listening(tx, "town", [town])
    holders = await people.officers_within(tx, [town])
    organiser = await _organiser(tx, town)
    if len(town) <= CITY_DIGITS or not bound or not holders or organiser is None:
        return
    room = bound[0]
    drill = await drills.add(tx, Drill(
        name="", scenario=TEST_CALL, kind="call", areas=[town], starts_at=now, ends_at=now + ANSWERED_WITHIN,
        organiser_id=organiser.id, chat_id=room.chat_id, thread_id=room.thread_id, language=room.language,
        state="running", created_at=now,
    ))  # fmt: skip
    await drills.invite(tx, drill.id, [(person.id, post.area) for person, post in holders])
    subject = drills.subject(drill.id)
    await case_log.append(tx, subject, "started", now, words={"test_call": town, "invited": len(holders)})
    await outbox.put_all(tx, [_called(person, drill.id, now) for person in _reachable(holders)], now)
    await refresh_card(tx, drill, now)


def _reachable(holders: Sequence[tuple[Person, Post]]) -> list[Person]:
    return list({person.id: person for person, _ in holders if person.telegram_id}.values())


def _called(person: Person, drill_id: int, now: datetime) -> Message:
    assert person.telegram_id is not None
    to = Recipient(person.telegram_id, person.language, person_id=person.id)
    subject = drills.subject(drill_id)
    once = f"drill:{drill_id}:test:{person.id}"
    expires_at = now + ANSWERED_WITHIN
    return Message("call", to, "drill-test-call", {"person": person.id}, subject, once=once, expires_at=expires_at)


async def _organiser(tx: Transaction, town: str) -> Person | None:
    """In whose name it is held: whoever leads or is on duty in the town, else in the district."""
    for area in (town, town[:CITY_DIGITS]):
        for role in ("leader", "duty"):
            for person, _ in await people.holders(tx, role, [area]):
                return person
    return None
