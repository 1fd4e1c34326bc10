"""What happens by itself in a 会商: whoever is silent is reminded, another is proposed; the end of a case ends it."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.actions import consults, escalate, expert_answers
from bot.actions.expert_answers import Mine
from bot.rules.can import Can
from bot.rules.consult_view import ConsultView
from bot.rules.deadlines import ENDED
from bot.rules.message import Message, Recipient
from bot.rules.speaker import Speaker
from bot.rules.unreachable import UNREACHABLE
from bot.world import World
from storage import case_log, outbox, people, reports
from storage import consults as stored
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import ConsultRequest, OutboxRow, Report


async def step(tx: Transaction, world: World, request_id: int, now: datetime) -> None:
    """Nobody has answered in time: once the expert is reminded, then the room hears who could be asked instead."""
    report, row = await _held(tx, request_id)
    if report is None or row is None or row.state != "asked" or row.step_at is None or row.step_at > now:
        return
    if report.state in ENDED:
        return
    if not Can(row.condition, row.action, row.need).is_empty:  # said, and not sent: nobody's words are left lying
        await expert_answers.settle_answer(tx, report, row, Actor(None, row.name), now)
        return
    person = await people.person(tx, row.person_id)
    reachable = person is not None and person.telegram_id is not None and person.unreachable_since is None
    row.steps += 1
    if row.steps == 1 and reachable and not row.by_phone and not row.call_me:
        row.step_at = now + timedelta(minutes=world.settings.consult_wait_minutes)
        await _remind(tx, row, now)
        return
    row.step_at = None
    await case_log.append(tx, f"report:{report.id}", "expert_silent", now, words={"text": row.name})
    await tell_of_another(tx, world, report, row, now)
    await escalate.refresh_cards(tx, report, now)


async def _held(tx: Transaction, request_id: int) -> tuple[Report | None, ConsultRequest | None]:
    row = await stored.get(tx, request_id)
    report = await reports.locked(tx, row.report_id) if row is not None else None
    return report, await stored.get(tx, request_id)


async def _remind(tx: Transaction, row: ConsultRequest, now: datetime) -> None:
    for asked in await outbox.rows_about(tx, f"consult:{row.id}", "consult-asked"):
        if asked.edits is None and asked.state == "sent":
            to = Recipient(asked.chat_id, asked.language, asked.thread_id, asked.person_id)
            once = f"consult-reminder:{row.id}"
            reminder = Message(
                "question", to, "consult-reminder", {}, asked.subject, once=once, reply_to_row=asked.id
            )  # fmt: skip
            await outbox.put(tx, reminder, now)


async def tell_of_another(tx: Transaction, world: World, report: Report, row: ConsultRequest, now: datetime) -> None:
    """Whoever of the register comes next, with a button; those who were asked before are not proposed again."""
    asked = await stored.view(tx, report.id) or ConsultView()
    known = {each.person_id for each in asked.requests}
    found = await consults.propose(tx, world, report, known, now)
    another = found[0].expert if found else None
    person = await people.person(tx, row.person_id)
    values = {
        "request": row.id, "name": row.name, "state": row.state, "reason": row.reason, "by_phone": row.by_phone,
        "phone": person.phone if person else None, "minutes": int((now - row.asked_at).total_seconds()) // 60,
        "other": another.person_id if another else None, "other_name": another.name if another else None,
        "other_field": found[0].fits if found else None,
    }  # fmt: skip
    once = f"consult-other:{row.id}:{row.state}"
    await expert_answers.tell_whoever_asked(tx, report, row, "consult-other", values, once, now)


async def refuse(tx: Transaction, world: World, speaker: Speaker, request_id: int, reason: str, now: datetime) -> Mine:
    """不能答, with a reason: the room hears it at once, with who could be asked instead."""
    found = await expert_answers.refuse(tx, speaker, request_id, reason, now)
    if found.refusal is None and found.report is not None and found.request is not None:
        await tell_of_another(tx, world, found.report, found.request, now)
    return found


async def withdraw(tx: Transaction, world: World, request_id: int, now: datetime) -> None:
    """The case has ended: what is still open is taken back, and the expert hears it. Half-given words are kept."""
    report, row = await _held(tx, request_id)
    if report is None or row is None or row.state != "asked" or report.state not in ENDED:
        return
    row.state, row.ended_at, row.step_at = "withdrawn", now, None
    said = expert_answers.in_one_line(Can(row.condition, row.action, row.need))
    words = {"text": f"{row.name}（{said}）" if said else row.name}
    await case_log.append(tx, f"report:{report.id}", "consult_withdrawn", now, words=words)
    for asked in await outbox.rows_about(tx, f"consult:{row.id}", "consult-asked"):
        if asked.edits is None and asked.state in ("sent", "sending"):
            to = Recipient(asked.chat_id, asked.language, asked.thread_id, asked.person_id)
            once = f"consult-withdrawn:{row.id}"
            told = Message("acknowledgement", to, "consult-withdrawn", {}, asked.subject, once=once)
            await outbox.put(tx, told, now)
    await expert_answers.show_anew(tx, report, row, now)


async def not_delivered(tx: Transaction, failed: OutboxRow, reason: str, now: datetime) -> None:
    """The expert cannot be written to: the room hears it at once, not after the wait."""
    kind, _, number = (failed.subject or "").partition(":")
    if kind != "consult" or failed.key != "consult-asked" or reason not in UNREACHABLE or not number.isdigit():
        return
    row = await stored.get(tx, int(number))
    if row is not None and row.state == "asked":
        row.by_phone, row.step_at = True, now
        tx.ring("ticks")
