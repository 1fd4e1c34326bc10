"""Deadlines: what meets them, what happens when one is over (a neutral note that asks for a reason), the reason."""

from __future__ import annotations

from datetime import datetime

from bot.actions import desk as desk_actions
from bot.actions import escalate
from bot.actions.people import GroupPlace, room_of
from bot.rules.deadlines import ENDED
from bot.rules.roles import contains, may
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, desk, groups, reports
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Clock, Report

CITY_DIGITS = 6
GROUP_OF = {"town": ("town", 9), "city": ("city", CITY_DIGITS)}


def tier_of(speaker: Speaker, group: GroupPlace | None, area: str) -> str:
    """For which tier somebody acts on a case: that of the duty group they speak in, else of their nearest post."""
    if group is not None and group.function is None:
        return "city" if len(group.area) <= CITY_DIGITS else "town"
    posts = [post.area for post in speaker.posts if post.role in ("duty", "leader") and contains(post.area, area)]
    return "town" if any(len(code) > CITY_DIGITS for code in posts) else "city"


async def allowed(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, verb: str, *, ended: bool = False
) -> tuple[Report | None, str | None]:
    """The case, held, and why not: gone, no_right, over. `ended`: also for a case in which nothing runs any more."""
    report = await reports.locked(tx, report_id)
    if report is None:
        return None, "gone"
    # a department's group sees the times; what town and district owe each other is theirs to mark
    if not may(speaker, verb, report.area, *room_of(group)):
        return report, "no_right"
    return report, "over" if report.state in ENDED and not ended else None


async def phoned(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, now: datetime
) -> tuple[Report | None, str | None, list[Clock]]:
    """已电话报告上级, by the tier that the speaker acts for; the clocks it met."""
    report, refusal = await allowed(tx, speaker, group, report_id, "mark_phoned")
    if report is None or refusal:
        return report, refusal, []
    tier = tier_of(speaker, group, report.area)
    met = await desk_actions.meet(tx, report, "phoned", tier, speaker.name, now)
    words = {"tier": tier, "clocks": [row.name for row in met]}
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "phoned", now, actor, words)
    await escalate.refresh_cards(tx, report, now)
    return report, None, met


async def unexplained(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report: Report, now: datetime
) -> list[Clock]:
    """The clocks that are over and that this speaker's tier has not given a reason for. The district may for both."""
    tiers = ("town",) if tier_of(speaker, group, report.area) == "town" else ("city", "town")
    return [
        row
        for row in await desk.clocks_of(tx, report.id)
        if row.owed_by in tiers and row.reason is None and row.ended_at is None and (row.met_at or now) > row.due_at
    ]


async def give_reason(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, text: str, now: datetime
) -> tuple[Report | None, str | None]:
    """Why a deadline could not be kept, in a person's words. Refusals as `allowed`, and nothing_over."""
    report, refusal = await allowed(tx, speaker, group, report_id, "give_reason", ended=True)
    if report is None or refusal:
        return report, refusal
    over = await unexplained(tx, speaker, group, report, now)
    if not over:
        return report, "nothing_over"
    for row in over:
        row.reason, row.reason_by, row.reason_at = text[:1000], speaker.name, now
    words = {"clocks": [row.name for row in over], "reason": text[:1000]}
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "reason_given", now, actor, words)
    await escalate.refresh_cards(tx, report, now)
    return report, None


async def note_passed(tx: Transaction, _world: World, report_id: int, now: datetime) -> None:
    """The clocks of a case that have run out: written down, and one note under the card for each tier."""
    report = await reports.locked(tx, report_id)
    if report is not None and report.state not in ENDED:
        await _note(tx, report, now)


async def _note(tx: Transaction, report: Report, now: datetime) -> None:
    rows = [
        row
        for row in await desk.clocks_of(tx, report.id)
        if row.due_at <= now
        and row.met_at is None
        and row.passed_noted_at is None
        and row.ended_at is None
        and row.owed_by in GROUP_OF
    ]
    for row in rows:
        row.passed_noted_at = now
    if not rows:  # told meanwhile
        return
    names = [row.name for row in rows]
    await case_log.append(tx, f"report:{report.id}", "time_over", now, words={"clocks": names})
    for tier in GROUP_OF:
        mine = [row.name for row in rows if row.owed_by == tier]
        if mine:
            once = f"over:{report.id}:{','.join(mine)}"
            chats = await rooms(tx, report, tier)
            await escalate.tell_the_room(tx, report, "notice", "clock-over", {"clocks": mine}, once, now, chats)
    await escalate.refresh_cards(tx, report, now)


async def show_anew(tx: Transaction, _world: World, report_id: int, now: datetime) -> None:
    """While a deadline runs, the cards are shown anew from time to time: the time left on them is true."""
    report, row = await reports.locked(tx, report_id), await desk.follow_up_of(tx, report_id)
    if report is not None and row is not None:
        row.refresh_at = desk_actions.next_look(await desk.clocks_of(tx, report.id), now)
        await escalate.refresh_cards(tx, report, now)


async def rooms(tx: Transaction, report: Report, tier: str) -> set[int]:
    """The chats of the duty groups of a tier of this case."""
    kind, digits = GROUP_OF[tier]
    return {group.chat_id for group in await groups.listening(tx, kind, [report.area[:digits]])}
