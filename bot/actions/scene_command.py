"""现场指挥: somebody is named, accepts or says no, hands over. Until the successor has accepted, the old one stays.

Every naming is a row that stays. Rights are checked here, at the tap. `bot.actions.scene_answers` belongs to the named
person, `bot.actions.scene_updates` to the commander.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions import escalate
from bot.actions.command_change import log, stand
from bot.actions.command_news import refresh_card, say_to, tell
from bot.rules.command import LONGEST_NOTE, is_commanded, still_in_post
from bot.rules.commander_view import Candidate
from bot.rules.deadlines import ENDED
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from bot.world import World
from storage import commands, people, reports
from storage.database import Transaction
from storage.tables import Report as Report
from storage.tables import SceneCommand

Done = tuple[Report | None, str | None]


@dataclass(frozen=True)
class Chosen:
    """Who is to command: somebody with an account (`person`), or a typed name and number. `note`: handed over."""

    person: int | None = None
    name: str = ""
    phone: str | None = None
    note: str | None = None


async def allowed(tx: Transaction, speaker: Speaker, report_id: int) -> Done:
    """The case, held, and why this speaker may not say who commands there: gone, no_right, over.

    Where somebody commands, it is they or their leader who hand over; the desk as well, for one rung up, out of post or
    out of reach.
    """
    report = await reports.locked(tx, report_id)
    if report is None or not is_commanded(report.kind, report.priority):
        return None, "gone"
    row = commands.standing(await commands.of_report(tx, report_id))
    desk = row is None or row.told or not await _can_hand_over(tx, report, row)
    own = row is not None and await commanding(tx, speaker, report, row)
    if not own and not may(speaker, "name_commander" if desk else "hand_over_command", report.area):
        return report, "no_right"
    return report, "over" if report.state in ENDED else None


async def _can_hand_over(tx: Transaction, report: Report, row: SceneCommand) -> bool:
    """Whether whoever commands can do so from a private chat."""
    person = await people.person(tx, row.person_id) if row.person_id is not None else None
    if person is None or not person.telegram_id or person.unreachable_since is not None:
        return False
    return still_in_post(await people.posts_of(tx, person.id), report.area)


async def commanding(tx: Transaction, speaker: Speaker, report: Report, row: SceneCommand | None = None) -> bool:
    """Whether this speaker commands there, and still holds a post that lets them see the case."""
    row = row or commands.standing(await commands.of_report(tx, report.id))
    own = row is not None and row.person_id is not None and row.person_id == speaker.person_id
    return own and still_in_post(speaker.posts, report.area)


async def is_asked(tx: Transaction, speaker: Speaker, report_id: int) -> bool:
    """Whether this speaker is asked to command there and has not answered."""
    row = commands.waiting(await commands.of_report(tx, report_id))
    return row is not None and row.person_id is not None and row.person_id == speaker.person_id


async def needs_note(tx: Transaction, report_id: int) -> bool:
    """Somebody commands: what is done, what is not and what is dangerous is handed over with it."""
    return commands.standing(await commands.of_report(tx, report_id)) is not None


async def offered(tx: Transaction, report: Report) -> list[Candidate]:
    """Who may be named, without whoever commands or is asked already."""
    rows = await commands.of_report(tx, report.id)
    known = {row.person_id for row in (commands.standing(rows), commands.waiting(rows)) if row is not None}
    return [each for each in await commands.candidates(tx, report.area) if each.person not in known]


async def candidate(tx: Transaction, report: Report, person_id: int) -> Candidate | None:
    return next((each for each in await offered(tx, report) if each.person == person_id), None)


async def name(
    tx: Transaction,
    world: World,
    speaker: Speaker,
    report_id: int,
    chosen: Chosen,
    now: datetime,
    *,
    told: bool = False,
) -> Done:
    """Ask somebody to command. `told`: they have accepted on the telephone, by the speaker's word.

    Refusals as `allowed`; stale (nobody of that number may be named, or words are missing), voice (cannot be written
    to: tell them on the telephone).
    """
    report, refusal = await allowed(tx, speaker, report_id)
    if report is None or refusal:
        return report, refusal
    who = await candidate(tx, report, chosen.person) if chosen.person is not None else None
    if (chosen.person is not None and who is None) or not (who or chosen.name):
        return report, "stale"
    if not told and (who is None or not who.reachable):
        return report, "voice"
    rows = await commands.of_report(tx, report.id)
    if commands.standing(rows) is not None and not (chosen.note or "").strip():
        return report, "stale"  # somebody has accepted meanwhile: what is done and dangerous must be handed over
    await _take_back(tx, report, commands.waiting(rows), speaker, now)
    old = commands.standing(rows)
    row = await commands.add(tx, SceneCommand(
        report_id=report.id, person_id=who.person if who else None, name=who.name if who else chosen.name,
        phone=who.phone if who else chosen.phone, role=who.role if who else None, area=who.area if who else None,
        function=who.function if who else None, named_at=now, named_by=speaker.telegram_id, named_by_name=speaker.name,
        after_id=old.id if old else None, note=(chosen.note or "")[:LONGEST_NOTE] or None,
        due_at=now + timedelta(minutes=world.settings.commander_wait_minutes),
    ))  # fmt: skip
    await log(tx, report, "command_named", speaker, row.name, now)
    if row.note:
        await log(tx, report, "command_note", speaker, row.note, now)
    if told:
        await _by_telephone(tx, report, row, speaker, now)
    else:
        await say_to(tx, row, "command-card", {"minutes": world.settings.commander_wait_minutes}, now)
        await tell(tx, report, row, "named", speaker.name, now)
    await escalate.refresh_cards(tx, report, now)
    tx.ring("ticks")
    return report, None


async def _still_asked(
    tx: Transaction, speaker: Speaker, report_id: int, command_id: int
) -> tuple[Report | None, SceneCommand | None, str | None]:
    """The naming of this number while it waits. Refusals as `allowed`; stale: they are not asked any more."""
    report, refusal = await allowed(tx, speaker, report_id)
    if report is None or refusal:
        return report, None, refusal
    row = commands.waiting(await commands.of_report(tx, report_id))
    return (report, row, None) if row is not None and row.id == command_id else (report, None, "stale")


async def told(tx: Transaction, speaker: Speaker, report_id: int, command_id: int, now: datetime) -> Done:
    """已电话告知: whoever was asked has accepted on the telephone."""
    report, row, refusal = await _still_asked(tx, speaker, report_id, command_id)
    if report is None or row is None:
        return report, refusal
    await _by_telephone(tx, report, row, speaker, now)
    await escalate.refresh_cards(tx, report, now)
    return report, None


async def _by_telephone(tx: Transaction, report: Report, row: SceneCommand, speaker: Speaker, now: datetime) -> None:
    row.told, row.answered_by_name = True, speaker.name
    await log(tx, report, "command_told", speaker, row.name, now)
    await stand(tx, report, row, "told", speaker, now)


async def withdraw(tx: Transaction, speaker: Speaker, report_id: int, command_id: int, now: datetime) -> Done:
    """Nobody is asked any more; whoever was hears so."""
    report, row, refusal = await _still_asked(tx, speaker, report_id, command_id)
    if report is None or row is None:
        return report, refusal
    await _take_back(tx, report, row, speaker, now)
    await escalate.refresh_cards(tx, report, now)
    return report, None


async def _take_back(
    tx: Transaction, report: Report, row: SceneCommand | None, speaker: Speaker, now: datetime
) -> None:  # fmt: skip
    if row is None:
        return
    row.state, row.ended_at, row.due_at = "withdrawn", now, None
    await log(tx, report, "command_withdrawn", speaker, row.name, now)
    await refresh_card(tx, row, now)
    await say_to(tx, row, "command-not-needed", {"by": speaker.name}, now)


async def person_of_phone(tx: Transaction, report: Report, phone: str) -> int | None:
    """A typed number that belongs to somebody who may be named: they are asked as themselves."""
    found = [each for each in await offered(tx, report) if each.phone == phone]
    known = await people.person(tx, found[0].person) if len(found) == 1 else None
    return known.id if known is not None else None
