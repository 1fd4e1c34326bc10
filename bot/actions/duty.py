"""/duty: who is on duty, and who cannot be reached. And what follows when somebody becomes unreachable."""

from __future__ import annotations

from datetime import datetime, tzinfo

from bot.actions.alarm import alarm
from bot.actions.people import GroupPlace
from bot.actions.roster_view import picture
from bot.rules.duty_view import DutyView, OnDuty
from bot.rules.message import Message, Recipient
from bot.rules.roles import areas_of
from bot.rules.speaker import Speaker
from storage import areas, groups, outbox, people
from storage.database import Transaction
from storage.tables import Person, Post

STAFF = ("leader", "duty", "approver")


async def for_speaker(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, now: datetime, zone: tzinfo
) -> list[DutyView]:
    """In a duty group its area; in private the areas of one's posts. An officer sees the duty staff of the town.

    Residents see nothing: names and numbers go to those who need them (突发事件应对法 arts. 83-85).
    """
    if group is not None:
        return [await _view(tx, now, zone, group.area, whole=group.function is None)]
    if not speaker.private:
        return []
    held = areas_of(speaker, "see_cases")
    if held:
        return [await _view(tx, now, zone, area, whole=True) for area in held]
    if speaker.officer is not None:
        return [await _view(tx, now, zone, speaker.officer.area[:9], whole=False)]
    if speaker.admin:
        city = await areas.city(tx)
        return [await _view(tx, now, zone, city.code, whole=True)] if city else []
    return []


async def _view(tx: Transaction, now: datetime, zone: tzinfo, code: str, whole: bool) -> DutyView:
    area = await areas.area(tx, code)
    staff = [_on_duty(person, post) for role in STAFF for person, post in await people.holders(tx, role, [code])]
    officers = await people.officers_within(tx, [code]) if whole else []
    names = await areas.names(tx, {post.area for _, post in officers})
    silent = [
        _on_duty(person, post, names.get(post.area, ("", "")))
        for person, post in officers
        if person.unreachable_since is not None or person.telegram_id is None
    ]
    bound = [*await groups.listening(tx, "town", [code]), *await groups.listening(tx, "city", [code])]
    return DutyView(
        (area.name, area.name_hant) if area else (code, code),
        tuple(group.title for group in bound), tuple(staff), len(officers), tuple(silent),
        await picture(tx, code, now, zone),
    )  # fmt: skip


def _on_duty(person: Person, post: Post, area_names: tuple[str, str] = ("", "")) -> OnDuty:
    reason = person.unreachable_reason if person.unreachable_since else None
    return OnDuty(post.role, person.name, person.phone, reason, person.telegram_id is not None, area_names, post.rank)


async def lost_sight_of(tx: Transaction, person_id: int, reason: str, now: datetime) -> None:
    """Somebody cannot be written to any more: marked, and whoever keeps their roster is told once."""
    person = await people.person(tx, person_id)
    if person is None or person.unreachable_since is not None:
        return
    await people.mark_unreachable(tx, person_id, reason, now)
    for post in await people.posts_of(tx, person_id):
        values = {"name": person.name, "role": post.role, "area": post.area_name, "rank": post.rank, "reason": reason,
                  "function": post.function}  # fmt: skip
        once = f"unreachable:{person_id}:{post.role}:{post.area}:{post.function or ''}:{now.isoformat()}"
        keepers = await groups.listening(tx, "town", [post.area[:9]]) if len(post.area) >= 9 else []
        for group in keepers:
            to = Recipient(group.chat_id, group.language, group.thread_id)
            await outbox.put(tx, Message("notice", to, "person-unreachable", values, once=f"{once}:{group.id}"), now)
        if not keepers:
            await alarm(tx, "person-unreachable", values, now, once=once)


async def left(tx: Transaction, speaker: Speaker, now: datetime) -> None:
    """They blocked the bot that tells us. If another one writes to them, it still reaches them."""
    person = await people.by_telegram(tx, speaker.telegram_id)
    if person is not None and person.bot_id == speaker.bot_id:
        await lost_sight_of(tx, person.id, "blocked", now)
