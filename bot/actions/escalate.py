"""Escalation: who is called, when, again, and what stops it. The ladder is data; the due time is a column."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.actions import case_rooms, step_hooks, storms
from bot.actions.alarm import alarm
from bot.actions.called import CITY_DIGITS, chats_behind, named_behind, roles_there
from bot.actions.copies import copies_beside
from bot.actions.ladders_kept import ladder_from_json, ladder_to_json
from bot.actions.one_by_one import one_by_one
from bot.actions.policies import ladder_for
from bot.metrics import STEPS
from bot.rules.escalation import Ladder, due, pull_forward
from bot.rules.message import Message, Recipient
from bot.world import World
from storage import case_log, escalations, outbox, reports
from storage.case_view import CARD
from storage.database import Database, Transaction
from storage.tables import Escalation, OutboxRow, Report


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
    district = await _district(tx, world, report, now)
    for to, name in await recipients_of(tx, world, report, whom, now):
        if await _first_card(tx, report, to.chat_id) is None:
            once = f"include:{report.id}:{to.chat_id}"
            values = await _values(tx, report, to, name, 0, district)
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
    """Take the steps that are due."""
    async with database.transaction() as tx:
        waiting = [row.report_id for row in await escalations.due(tx, now)]

    async def advance(tx: Transaction, report_id: int) -> None:
        report = await reports.locked(tx, report_id)
        row = await escalations.of_report(tx, report_id)
        if report is None or row is None or row.stopped_at is not None:
            return
        if await _advance(tx, world, report, row, ladder_from_json(row.ladder), now):
            await send_evidence(tx, report, now)  # whoever is called now sees what came in before

    await one_by_one(database, waiting, advance)


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
    """Take what is due. A step that reaches nobody pulls the next one forward."""
    called: list[str] = []
    for _ in range(len(ladder.steps) + 2):
        step = due(ladder, row.started_at, row.steps_done, row.next_step_at, now)
        row.steps_done, row.next_step_at, row.pulled_forward = step.steps_done, step.next_step_at, False
        if not step.steps:
            break
        STEPS.labels(report.priority).inc()
        reached = await _call(tx, world, report, row, step.recipients, step.silent, now)
        called += reached
        words = {"step": row.steps_done, "whom": list(step.recipients), "called": reached}
        await case_log.append(tx, f"report:{report.id}", "step", now, words=words)
        if reached:
            break
        row.next_step_at = pull_forward(ladder, row.steps_done, row.next_step_at, now)
        if row.steps_done > len(ladder.steps) or row.next_step_at is None:
            await _nobody_to_call(tx, report, row, step.next_step_at, now)
            break
    return list(dict.fromkeys(called))


async def _nobody_to_call(
    tx: Transaction, report: Report, row: Escalation, next_step_at: datetime | None, now: datetime
) -> None:
    row.next_step_at = next_step_at
    once = f"nobody:{report.id}:{row.steps_done}"
    await alarm(tx, "alarm-nobody-to-call", {"number": report.number}, now, once=once)


async def _district(tx: Transaction, world: World, report: Report, now: datetime) -> set[int]:
    """The chats of the district's duty room: residents' names are left out of what it gets (art. 83)."""
    if report.town is None:
        return set()
    return {to.chat_id for to, _ in await recipients_of(tx, world, report, ("district_duty",), now)}


async def _call(
    tx: Transaction, world: World, report: Report, row: Escalation, whom: Iterable[str], silent: bool, now: datetime
) -> list[str]:
    names, step = [], row.steps_done
    climb = f"{report.priority}:{row.round}" if row.round else report.priority
    called = await recipients_of(tx, world, report, whom, now)
    district = await _district(tx, world, report, now)
    if world.settings.step_hook_url and called:
        await step_hooks.record(tx, report, climb, step, list(whom), called, now)
    for to, name in called:
        first = await _first_card(tx, report, to.chat_id)
        names.append(name)
        limit = world.settings.messages_per_minute_in_group
        if to.chat_id < 0 and await storms.bundled(tx, report, to, first is not None, silent, limit, now):
            continue
        message = Message(
            "escalation", to, "case-again" if first else CARD,
            await _values(tx, report, to, name, step, district),
            subject=f"report:{report.id}", once=f"step:{report.id}:{climb}:{step}:{to.chat_id}",
            reply_to_row=first.id if first else None, silent=silent and to.person_id is None,
        )  # fmt: skip
        await outbox.put(tx, message, now)
    return names


async def _values(
    tx: Transaction, report: Report, to: Recipient, name: str, step: int, district: Collection[int]
) -> dict[str, Any]:
    """What a card is worded with beside the case: for whom, and with which buttons (`roles`; none: with all)."""
    values: dict[str, Any] = {"to": name, "step": step, "district": to.chat_id in district}
    roles = await roles_there(tx, to, report.area)
    return values | ({"roles": roles} if roles else {})


async def _first_card(tx: Transaction, report: Report, chat_id: int) -> OutboxRow | None:
    rows = await outbox.rows_about(tx, f"report:{report.id}", CARD)
    return next((row for row in rows if row.chat_id == chat_id and row.edits is None and row.state != "failed"), None)


async def recipients_of(
    tx: Transaction, world: World, report: Report, whom: Iterable[str], now: datetime
) -> list[tuple[Recipient, str]]:
    """The chats behind a step's words (`bot.actions.called`), each once, with a name for the receipt and the log."""
    words = tuple(whom)
    found = await chats_behind(tx, report.town, report.area[:CITY_DIGITS], words, now)
    found += await named_behind(tx, report.area, words, {to.chat_id for to, _ in found})
    known = {to.chat_id for to, _ in found}
    return found + await copies_beside(tx, report, words, known, now, world.settings.personal_copies)


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
