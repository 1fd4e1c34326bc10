"""Follow-ups: the officer is asked for news in time, then the room; 无变化 and 已控制 are answers too."""

from __future__ import annotations

from datetime import datetime

from bot.actions import clocks, desk, escalate, talks
from bot.actions.people import GroupPlace
from bot.actions.scene_command import commanding
from bot.actions.supplements import SUPPLEMENT
from bot.rules.deadlines import ENDED
from bot.rules.follow_up import next_nudge
from bot.rules.message import Message, Recipient
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, outbox, people, reports
from storage import desk as stored
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import FollowUp, Report


async def nudge_due(tx: Transaction, world: World, report_id: int, now: datetime) -> None:
    """Ask for the follow-up that is due: the officer first, the room after a while, and so on in turn."""
    report, row = await reports.locked(tx, report_id), await stored.follow_up_of(tx, report_id)
    due = row is not None and row.step_at is not None and row.step_at <= now
    if report is not None and row is not None and due and report.state not in ENDED:
        await _nudge(tx, world, report, row, now)


async def _nudge(tx: Transaction, world: World, report: Report, row: FollowUp, now: datetime) -> None:
    to_officer = row.nudged % 2 == 0
    reached = await _ask_officer(tx, report, row, now) if to_officer else False
    row.nudged += 1
    if to_officer and not reached:  # nobody there to ask: the room hears at once
        row.nudged += 1
    if row.nudged % 2 == 0:
        chats = await clocks.rooms(tx, report, "town")
        once = f"overdue:{report.id}:{row.last_at.isoformat()}:{row.nudged}"
        await escalate.tell_the_room(tx, report, "notice", "follow-up-overdue", {}, once, now, chats)
    whom = "officer" if reached else "room"
    row.step_at = next_nudge(world.deadlines.follow_ups, report.priority, row.nudged, now)
    await case_log.append(tx, f"report:{report.id}", "nudged", now, words={"whom": whom})
    await escalate.refresh_cards(tx, report, now)


async def _ask_officer(tx: Transaction, report: Report, row: FollowUp, now: datetime) -> bool:
    officer = await people.officer_of(tx, report.reporter_id, report.area)
    if officer is None or not officer.telegram_id or officer.unreachable_since is not None:
        return False
    to = Recipient(officer.telegram_id, officer.language, person_id=officer.id)
    once = f"nudge:{report.id}:{row.last_at.isoformat()}:{row.nudged}"
    await outbox.put(tx, Message("reminder", to, "follow-up-ask", {}, f"report:{report.id}", once=once), now)
    return True


async def _held(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int
) -> tuple[Report | None, FollowUp | None, str | None]:
    """The case and its follow-ups, for its officer or whoever may speak for the scene; else why not."""
    report = await reports.locked(tx, report_id)
    row = await stored.follow_up_of(tx, report_id) if report is not None else None
    if report is None or row is None:
        return report, None, "gone"
    own = await _is_officer(tx, speaker, report) or await commanding(tx, speaker, report)
    if not own and not may(speaker, "mark_controlled", report.area, group.area if group else None):
        return report, row, "no_right"
    return report, row, "over" if report.state in ENDED else None


async def _is_officer(tx: Transaction, speaker: Speaker, report: Report) -> bool:
    """Its reporter, or whoever took over their post."""
    officer = await people.officer_of(tx, report.reporter_id, report.area)
    return speaker.person_id is not None and speaker.person_id in (report.reporter_id, officer.id if officer else None)


async def nothing_new(
    tx: Transaction, world: World, speaker: Speaker, report_id: int, now: datetime
) -> tuple[Report | None, FollowUp | None, str | None]:
    """无变化: a follow-up without a new version; the wait begins anew."""
    report, row, refusal = await _held(tx, speaker, None, report_id)
    if report is None or row is None or refusal:
        return report, row, refusal
    row.last_at, row.last_how, row.last_by = now, "no_change", speaker.name
    await desk.rest(tx, world, report, row)
    await _logged(tx, speaker, report, "no_change", now)
    return report, row, None


async def control(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, now: datetime,
    controlled: bool = True,
) -> tuple[Report | None, FollowUp | None, str | None]:  # fmt: skip
    """已控制: no more follow-ups in between, and a final report is asked for. Not `controlled`: it was a slip."""
    report, row, refusal = await _held(tx, speaker, group, report_id)
    if report is None or row is None or refusal or (row.controlled_at is not None) == controlled:
        return report, row, refusal
    row.controlled_at, row.controlled_by = (now, speaker.name) if controlled else (None, None)
    row.last_at, row.last_how, row.last_by = now, "controlled" if controlled else "reported", speaker.name
    await desk.rest(tx, world, report, row)
    await desk.set_clocks(tx, world, report, row, now)
    verb = "controlled" if controlled else "not_controlled"
    await _logged(tx, speaker, report, verb, now)
    once = f"{verb}:{report.id}:{now.isoformat()}"
    key = "case-controlled" if controlled else "case-not-controlled"
    await escalate.tell_the_room(tx, report, "notice", key, {"by": speaker.name}, once, now)
    return report, row, None


async def tell_more(
    tx: Transaction, speaker: Speaker, report_id: int, now: datetime
) -> tuple[Report | None, str | None]:
    """有变化，我来说: the officer's next words join this report."""
    report, _, refusal = await _held(tx, speaker, None, report_id)
    if report is None or refusal or not await _is_officer(tx, speaker, report):
        return report, refusal or "no_right"
    await talks.open_talk(tx, speaker, SUPPLEMENT, {"report": report.id, "key": None}, now)
    return report, None


async def _logged(tx: Transaction, speaker: Speaker, report: Report, verb: str, now: datetime) -> None:
    await case_log.append(tx, f"report:{report.id}", verb, now, Actor(speaker.telegram_id, speaker.name))
    await escalate.refresh_cards(tx, report, now)
