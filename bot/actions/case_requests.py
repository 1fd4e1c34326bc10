"""Requests that must be answered in time: 转办, 指派, a lower priority.

While one waits, whoever asked stays responsible and the climb of the case goes on; only an accepted 转办 stops it
(`bot.actions.request_answers`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.actions import escalate
from bot.actions.called import Called
from bot.actions.one_by_one import one_by_one
from bot.report_types import load_functions
from bot.rules.case_request import LONGEST_REASON, WAITS, Kind, after, waits_for, waits_on
from bot.rules.deadlines import ENDED
from bot.rules.message import Message, Recipient
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, case_requests, groups, outbox, people, reports
from storage.case_log import Actor
from storage.database import Database, Transaction
from storage.tables import CaseRequest, OutboxRow, Report

MESSAGE, TOLD, MENU = "case-request", "request-told", "refer-menu-now"
# Told where it was asked alone, as all of an assignment is; any other outcome is told under every card.
QUIETLY = ("accepted", "withdrawn")
LONGEST_NAMES = 400


@dataclass(frozen=True)
class Wish:
    """Of whom what is asked: a `function`, a person, or (lowering, with `level` and `reason`) who leads."""

    kind: Kind
    called: Called
    function: str | None = None
    person_id: int | None = None
    level: str | None = None
    reason: str | None = None


async def ask(
    tx: Transaction, world: World, speaker: Speaker, report: Report, wish: Wish, now: datetime
) -> CaseRequest:
    """Write it down and send it to whoever must answer; the cards show until when."""
    row = await case_requests.add(tx, CaseRequest(
        report_id=report.id, kind=wish.kind, function=wish.function, person_id=wish.person_id,
        names="、".join(name for _, name in wish.called)[:LONGEST_NAMES], asked_by=speaker.telegram_id,
        asked_by_name=speaker.name, asked_in=speaker.chat_id, asked_at=now,
        due_at=waits_for(world.settings.referral_minutes_by_priority, report.priority, now),
        level=wish.level, reason=wish.reason[:LONGEST_REASON] if wish.reason else None,
    ))  # fmt: skip
    for to, _ in wish.called:
        once = f"request:{row.id}:{to.chat_id}"
        await outbox.put(tx, Message("call", to, MESSAGE, {}, f"request:{row.id}", once=once), now)
    words = {"to": named(row), "due": row.due_at.isoformat(), "reason": row.reason}
    await _log(tx, row, "asked", Actor(speaker.telegram_id, speaker.name), words, now)
    await escalate.refresh_cards(tx, report, now)
    tx.ring("ticks")
    return row


def named(row: CaseRequest) -> str:
    """Whom it went to, as the log keeps it."""
    function = load_functions().get(row.function or "")
    return f"{function.names['zh-Hans']}（{row.names}）" if function else row.names


async def _log(
    tx: Transaction, row: CaseRequest, step: str, actor: Actor | None, words: dict[str, str | None], now: datetime
) -> None:
    said = {key: value for key, value in words.items() if value}
    await case_log.append(tx, f"report:{row.report_id}", f"{row.kind}_{step}", now, actor, said)


async def waiting(tx: Transaction, report_id: int, kind: Kind) -> CaseRequest | None:
    """The request of this kind that nobody has answered yet."""
    found = (row for row in await case_requests.of_report(tx, report_id) if row.kind == kind and row.state == WAITS)
    return next(found, None)


async def settle(
    tx: Transaction, report: Report, row: CaseRequest, verb: str, speaker: Speaker | None, answer: str | None,
    now: datetime,
) -> None:  # fmt: skip
    """Accepted, refused, withdrawn, or lapsed (nobody speaks): written down, shown and told."""
    state = after(row.state, verb)
    assert state is not None, "the caller has asked bot.rules.case_request"
    row.state, row.answered_at, row.answer = state, now, answer
    actor = Actor(speaker.telegram_id, speaker.name) if speaker else None
    if speaker is not None:
        row.answered_by, row.answered_by_name = speaker.telegram_id, speaker.name
    await _log(tx, row, state, actor, {"to": named(row), "reason": answer}, now)
    await _show(tx, row, now)
    await escalate.refresh_cards(tx, report, now)
    await _announce(tx, report, row, now)


async def _announce(tx: Transaction, report: Report, row: CaseRequest, now: datetime) -> None:
    """To whoever asked, by name; a refusal and a lapse of what concerns all who were called, under every card."""
    values = {
        "kind": row.kind, "state": row.state, "function": row.function, "name": row.names, "by": row.asked_by_name,
        "by_id": row.asked_by, "who": row.answered_by_name, "answer": row.answer, "level": row.level,
        "minutes": int((row.due_at - row.asked_at).total_seconds()) // 60,
    }  # fmt: skip
    once = f"request-told:{row.id}:{row.state}"
    only = {row.asked_in} if row.kind == "assignment" or row.state in QUIETLY else None
    await escalate.tell_the_room(tx, report, "question", TOLD, values, once, now, only)
    to = await _where_asked(tx, row)
    message = Message("question", to, TOLD, values, f"report:{report.id}", once=f"{once}:{to.chat_id}")
    await outbox.put(tx, message, now)  # where the card hangs it was told already


async def _where_asked(tx: Transaction, row: CaseRequest) -> Recipient:
    if row.asked_in < 0:
        group = await groups.by_chat(tx, row.asked_in)
        return Recipient(row.asked_in, group.language if group else "zh-Hans", group.thread_id if group else None)
    person = await people.by_telegram(tx, row.asked_in)
    return Recipient(row.asked_in, person.language if person else "zh-Hans", person_id=person.id if person else None)


async def _show(tx: Transaction, row: CaseRequest, now: datetime) -> None:
    """The message with the buttons says what came of it, and so does the menu from which it was asked."""
    subject = f"request:{row.id}"
    for sent in await outbox.rows_about(tx, subject):
        if sent.key in (MESSAGE, MENU) and sent.edits is None and sent.state in ("ready", "sending", "sent"):
            to = Recipient(sent.chat_id, sent.language, sent.thread_id, sent.person_id)
            await outbox.put_refresh(tx, Message("card", to, sent.key, sent.values, subject, edits=sent.id), now)


async def drop(tx: Transaction, report: Report, now: datetime, kind: Kind | None = None) -> None:
    """The case is over (or what this `kind` asked for has been done): nobody needs to answer any more."""
    for row in await case_requests.of_report(tx, report.id):
        if row.state == WAITS and kind in (None, row.kind):
            row.state, row.answered_at = "withdrawn", now
            await _log(tx, row, row.state, None, {"to": named(row)}, now)
            await _show(tx, row, now)


async def lapse_due(database: Database, world: World, now: datetime) -> None:
    """Those that nobody has answered in time go back to whoever asked."""
    async with database.transaction() as tx:
        due = await case_requests.due(tx, now)

    async def lapse(tx: Transaction, request_id: int) -> None:
        row = await case_requests.get(tx, request_id)
        report = await reports.locked(tx, row.report_id) if row is not None else None
        row = await case_requests.get(tx, request_id)  # an answer of this moment came before the lock
        if row is None or report is None or row.state != WAITS:
            return
        longer = waits_on(row.due_at, now)
        if report.state in ENDED:
            await drop(tx, report, now)
        elif longer is not None:
            row.due_at = longer
        else:
            await settle(tx, report, row, "lapse", None, None, now)

    await one_by_one(database, due, lapse)


async def not_delivered(tx: Transaction, row: OutboxRow, now: datetime) -> None:
    """Nobody who was asked can be reached: it does not wait any longer."""
    kind, _, number = (row.subject or "").partition(":")
    if row.key != MESSAGE or kind != "request":
        return
    sent = [each for each in await outbox.rows_about(tx, f"request:{number}", MESSAGE) if each.edits is None]
    request = await case_requests.get(tx, int(number))
    if request is not None and request.state == WAITS and all(each.state == "failed" for each in sent):
        request.due_at = min(request.due_at, now)
        tx.ring("ticks")
