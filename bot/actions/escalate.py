"""Escalation: who is called, when, again, and what stops it. The ladder is data; the due time is a column."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.actions import case_rooms, storms
from bot.actions.ladders_kept import ladder_from_json, ladder_to_json
from bot.actions.one_by_one import one_by_one
from bot.actions.policies import ladder_for
from bot.actions.steps import Steps
from bot.rules.escalation import Ladder, due
from bot.rules.message import Message, Recipient
from bot.world import World
from storage import case_log, escalations, outbox, reports
from storage.case_view import CARD
from storage.database import Database, Transaction
from storage.tables import Escalation, Report

# So many cases in one transaction: it is short enough for whoever waits for one of them, or for SQLite.
TOGETHER = 25


async def begin(tx: Transaction, world: World, report: Report, now: datetime) -> list[str]:
    """Start the climb with its first step; the names of those called."""
    ladder = await ladder_for(tx, world, report, now)
    row = Escalation(report_id=report.id, ladder=ladder_to_json(ladder), started_at=now)
    await escalations.start(tx, row)
    return await _advance(tx, world, report, row, ladder, now)


async def raise_priority(tx: Transaction, world: World, report: Report, now: datetime) -> None:
    """What came made it worse: the steeper ladder begins now. Somebody who has taken the case hears it from `chain`."""
    row = await escalations.of_report(tx, report.id)
    if row is None or row.stopped_at is not None:
        return
    await begin_again(tx, world, report, row, now)


async def begin_again(
    tx: Transaction, world: World, report: Report, row: Escalation, now: datetime, ladder: Ladder | None = None
) -> None:
    """The climb starts anew, on the ladder of today's priority, or on `ladder`, which the case has kept."""
    ladder = ladder or await ladder_for(tx, world, report, now)
    row.ladder, row.started_at, row.steps_done, row.next_step_at = ladder_to_json(ladder), now, 0, None
    row.stopped_at = row.stopped_by = row.lapse_at = None
    row.round += 1
    await _advance(tx, world, report, row, ladder, now)


async def descend(tx: Transaction, world: World, report: Report, row: Escalation, now: datetime) -> None:
    """The priority was lowered by hand: its ladder counts from now on, its first step as done. A climb that has
    stopped stays so."""
    ladder = await ladder_for(tx, world, report, now)
    following = ladder.step(1)
    row.ladder, row.round, row.pulled_forward = ladder_to_json(ladder), row.round + 1, False
    if row.stopped_at is None:
        row.started_at, row.steps_done = now, 1
        row.next_step_at = now + following.wait if following else None


async def include_first(tx: Transaction, world: World, report: Report, now: datetime) -> list[str]:
    """Whom the ladder of today's priority calls first, once: somebody has the case already."""
    ladder = await ladder_for(tx, world, report, now)
    return await include(tx, world, report, ladder.steps[0].whom, now)


async def include(tx: Transaction, world: World, report: Report, whom: Iterable[str], now: datetime) -> list[str]:
    """The card for somebody who has not got it yet, outside of the ladder."""
    names = []
    steps = Steps(tx, world, [report], now)
    district = await steps.district(report)
    for to, name in await steps.recipients(report, whom):
        if await steps.first_card(report, to.chat_id) is None:
            once = f"include:{report.id}:{to.chat_id}"
            values = await steps.values(report, to, name, 0, district)
            card = Message("escalation", to, CARD, values, subject=f"report:{report.id}", once=once)
            await outbox.put(tx, card, now)
            names.append(name)
    if names:
        await case_log.append(tx, f"report:{report.id}", "included", now, words={"called": names})
    return names


async def settle(tx: Transaction, report: Report, state: str, now: datetime) -> None:
    """The case came into this state: the climb stops, unless its policy goes on calling until more is done."""
    row = await escalations.of_report(tx, report.id)
    if row is not None and ladder_from_json(row.ladder).stops(state):
        await escalations.stop(tx, report.id, state, now)


async def advance_due(database: Database, world: World, now: datetime) -> None:
    """Take the steps that are due: some cases in one transaction; those that somebody holds just now, and all of a
    transaction that failed, each in its own."""
    async with database.transaction() as tx:
        waiting = await escalations.due(tx, now)
    left: list[int] = []
    for start in range(0, len(waiting), TOGETHER):
        left += await _together(database, world, waiting[start : start + TOGETHER], now)

    async def alone(tx: Transaction, report_id: int) -> None:
        report = await reports.locked(tx, report_id)
        row = await escalations.of_report(tx, report_id)
        if report is not None and row is not None and row.stopped_at is None:
            await _take(tx, world, [(report, row, ladder_from_json(row.ladder))], now)

    await one_by_one(database, left, alone)


async def _together(database: Database, world: World, waiting: Sequence[int], now: datetime) -> list[int]:
    """The cases that were not seen to."""
    if len(waiting) == 1:
        return list(waiting)
    try:
        async with database.transaction() as tx:
            held = await escalations.due_and_free(tx, waiting, now)
            climbs = [(report, row, ladder) for report, row in held if (ladder := _readable(row)) is not None]
            await _take(tx, world, climbs, now)
    except Exception:  # whichever it was shall hold up no other: it fails once more by itself, and is told of then
        return list(waiting)
    taken = {report.id for report, _, _ in climbs}
    return [report_id for report_id in waiting if report_id not in taken]


def _readable(row: Escalation) -> Ladder | None:
    try:
        return ladder_from_json(row.ladder)
    except (KeyError, TypeError, ValueError):
        return None


async def _take(
    tx: Transaction, world: World, climbs: Sequence[tuple[Report, Escalation, Ladder]], now: datetime
) -> None:
    """What is due of each. Whoever is called now sees the files that came in before."""
    steps = Steps(tx, world, [report for report, _, _ in climbs], now)
    called = {report.id: report for report, row, ladder in climbs if await steps.take(report, row, ladder)}
    await steps.write()
    for report_id in sorted(await reports.with_evidence(tx, called)) if called else ():
        await send_evidence(tx, called[report_id], now)


async def bring_nearer(database: Database, now: datetime) -> None:
    """At a start, and when the clock was turned back: no step may lie farther ahead than its own wait."""
    async with database.transaction() as tx:
        ahead = [row.report_id for row in await escalations.ahead(tx, now) if _is_too_far(row, now)]

    async def bring(tx: Transaction, report_id: int) -> None:
        row = await escalations.of_report(tx, report_id)
        if row is not None and row.stopped_at is None:
            row.next_step_at = _no_farther(row, now)

    await one_by_one(database, ahead, bring)


def _is_too_far(row: Escalation, now: datetime) -> bool:
    """True for a snapshot that cannot be read, too: it fails on its own, and holds up no other."""
    try:
        return _no_farther(row, now) != row.next_step_at
    except (KeyError, TypeError, ValueError):
        return True


def _no_farther(row: Escalation, now: datetime) -> datetime | None:
    return due(ladder_from_json(row.ladder), row.started_at, row.steps_done, row.next_step_at, now).next_step_at


async def _advance(
    tx: Transaction, world: World, report: Report, row: Escalation, ladder: Ladder, now: datetime
) -> list[str]:
    steps = Steps(tx, world, [report], now)
    called = await steps.take(report, row, ladder)
    await steps.write()
    return called


async def recipients_of(
    tx: Transaction, world: World, report: Report, whom: Iterable[str], now: datetime
) -> list[tuple[Recipient, str]]:
    """The chats behind a step's words, each once, with a name."""
    return await Steps(tx, world, [report], now).recipients(report, whom)


async def refresh_cards(tx: Transaction, report: Report, now: datetime) -> None:
    """Show every copy of the card anew, in every chat it went to."""
    subject = f"report:{report.id}"
    copies = [row for key in (CARD, "case-again") for row in await outbox.rows_about(tx, subject, key)]
    for row in copies:
        if row.edits is None and row.state in ("ready", "sending", "sent"):
            to = Recipient(row.chat_id, row.language, row.thread_id, row.person_id)
            await outbox.put_refresh(tx, Message("card", to, row.key, row.values, subject, edits=row.id), now)
    await storms.refresh(tx, report, now)
    await case_rooms.keep_in_step(tx, report, now)


async def tell_the_room(
    tx: Transaction, report: Report, kind: str, key: str, values: Mapping[str, Any], once: str, now: datetime,
    only: Collection[int] | None = None,
) -> None:  # fmt: skip
    """Something new about a case, as a message of its own under every copy of its card (`only`: in these chats)."""
    subject = f"report:{report.id}"
    for card in await outbox.rows_about(tx, subject, CARD):
        if card.edits is None and card.state != "failed" and (only is None or card.chat_id in only):
            to = Recipient(card.chat_id, card.language, card.thread_id, card.person_id)
            told = {**values, "to": card.values.get("to"), "district": card.values.get("district")}
            message = Message(kind, to, key, told, subject, once=f"{once}:{card.chat_id}", reply_to_row=card.id)
            await outbox.put(tx, message, now)


async def send_evidence(tx: Transaction, report: Report, now: datetime) -> None:
    """Every file of the report under every copy of its card; one that went there before does not go again."""
    files = await reports.evidence_of(tx, report.id)
    for card in await outbox.rows_about(tx, f"report:{report.id}", CARD):
        if card.edits is not None or card.state == "failed":
            continue
        to = Recipient(card.chat_id, card.language, card.thread_id, card.person_id)
        for file in files:
            values = {
                "kind": file.kind, "file_id": file.file_id, "caption": file.caption, "forwarded": file.forwarded,
                "district": card.values.get("district"),
            }  # fmt: skip
            await outbox.put(
                tx,
                Message(
                    "evidence", to, "case-evidence", values, subject=f"report:{report.id}", reply_to_row=card.id,
                    once=f"evidence:{file.id}:{card.id}", silent=True,
                ),
                now,
            )  # fmt: skip
