"""会商: experts are chosen from a case and asked in private; whoever has no Telegram is called by a named person.

Rights are checked here, at the tap; the report's lock is that of everything that is asked about it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.actions import checklist_facts, escalate, expert_answers
from bot.actions.people import GroupPlace
from bot.report_types.expert_fields import load_expert_fields
from bot.rules.can import read_can
from bot.rules.case_query import FREE_WORDS
from bot.rules.consult_view import ConsultView, open_persons
from bot.rules.deadlines import ENDED
from bot.rules.experts import MOST_ASKED, Expert, Proposal, proposed
from bot.rules.message import Message, Recipient
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, consults, experts, outbox, people, reports
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Consultation, ConsultRequest, Report

VERB = "consult"
LONGEST_QUESTION = 1000


@dataclass(frozen=True)
class Looked:
    """`refusal`: gone, no_right, over. Those proposed have not been asked yet (or have said no)."""

    report: Report | None = None
    refusal: str | None = None
    proposals: tuple[Proposal, ...] = ()
    asked: ConsultView = field(default_factory=ConsultView)


@dataclass(frozen=True)
class Asked:
    """`refusal` may also be nobody: all of them were asked already, or serve no more."""

    report: Report | None = None
    refusal: str | None = None
    written: tuple[str, ...] = ()
    to_phone: tuple[str, ...] = ()


async def allowed(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int
) -> tuple[Report | None, str | None]:
    """The incident, held, and why not. Being in the group is not enough: what is asked goes to people outside."""
    report = await reports.locked(tx, report_id)
    if report is None or report.kind != "incident":
        return None, "gone"
    if not may(speaker, VERB, report.area):
        return report, "no_right"
    return report, "over" if report.state in ENDED else None


async def look(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, now: datetime,
    *, everybody: bool = False,
) -> Looked:  # fmt: skip
    """Who may be asked, best first, and who was."""
    report, refusal = await allowed(tx, speaker, group, report_id)
    if report is None or refusal:
        return Looked(report, refusal)
    asked = await consults.view(tx, report.id) or ConsultView()
    found = await propose(tx, world, report, open_persons(asked.requests), now, everybody=everybody)
    return Looked(report, None, found, asked)


async def propose(
    tx: Transaction, world: World, report: Report, without: Collection[int], now: datetime, *, everybody: bool = False
) -> tuple[Proposal, ...]:
    category = world.categories.get(report.category, world.categories["other"])
    today = now.astimezone(world.settings.zone).date()
    return proposed(
        await experts.all_of_them(tx), category, report.area, _said(report), load_expert_fields(), today, without,
        everybody=everybody,
    )  # fmt: skip


def _said(report: Report) -> str:
    place = report.answers.get("place")
    where = str(place.get("text") or "") if isinstance(place, Mapping) else ""
    return " ".join([*(str(report.answers.get(key) or "") for key in FREE_WORDS), where])


async def ask(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int,
    persons: Sequence[int], question: str | None, now: datetime,
) -> Asked:  # fmt: skip
    """Each gets a message of their own; whoever cannot be written to is named, with the number, to be called."""
    looked = await look(tx, world, speaker, group, report_id, now, everybody=True)
    report = looked.report
    if report is None or looked.refusal:
        return Asked(report, looked.refusal)
    free = {each.expert.person_id: each.expert for each in looked.proposals}
    chosen = [free[person] for person in dict.fromkeys(persons) if person in free][:MOST_ASKED]
    if not chosen:
        return Asked(report, "nobody")
    question = (question or "").strip()[:LONGEST_QUESTION] or None
    asked = Consultation(
        report_id=report.id, asked_by=speaker.telegram_id, asked_by_name=speaker.name, asked_by_phone=speaker.phone,
        question=question, asked_at=now, asked_in=speaker.chat_id,
    )  # fmt: skip
    await consults.add(tx, asked)
    for expert in chosen:
        await _ask_one(tx, world, report, asked, expert, now)
    text = "、".join(expert.name for expert in chosen) + (f"：{question}" if question else "")
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "consulted", now, actor, {"text": text})
    await checklist_facts.look(tx, report, now)
    await escalate.refresh_cards(tx, report, now)
    written = tuple(expert.name for expert in chosen if expert.reachable)
    return Asked(report, None, written, tuple(expert.name for expert in chosen if not expert.reachable))


async def _ask_one(
    tx: Transaction, world: World, report: Report, asked: Consultation, expert: Expert, now: datetime
) -> None:
    row = ConsultRequest(
        consultation_id=asked.id, report_id=report.id, person_id=expert.person_id, name=expert.name, asked_at=now,
        by_phone=not expert.reachable, step_at=now + timedelta(minutes=world.settings.consult_wait_minutes),
    )  # fmt: skip
    await consults.add(tx, row)
    person = await people.person(tx, expert.person_id)
    if expert.reachable and person is not None and person.telegram_id:
        to = Recipient(person.telegram_id, person.language, person_id=person.id)
        message = Message("question", to, "consult-asked", {"to": person.name}, f"consult:{row.id}")
        await outbox.put(tx, message, now)
        return
    values = {"request": row.id, "name": expert.name, "phone": expert.phone, "employer": expert.employer}
    once = f"consult-call:{row.id}"
    await expert_answers.tell_whoever_asked(tx, report, row, "consult-call", values, once, now)


async def ask_another(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, person: int,
    now: datetime,
) -> Asked:  # fmt: skip
    """Instead of one who is silent or cannot: the same question."""
    before = await consults.newest_consultation(tx, report_id)
    question = before.question if before is not None else None
    return await ask(tx, world, speaker, group, report_id, [person], question, now)


async def request_for_phone(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, request_id: int
) -> tuple[Report | None, ConsultRequest | None, str | None]:
    """已电话会商 may be written down by this speaker: report, request, and why not (answered: it has an answer)."""
    row = await consults.get(tx, request_id)
    if row is None:
        return None, None, "gone"
    report, refusal = await allowed(tx, speaker, group, row.report_id)
    row = await consults.get(tx, request_id)  # as it is now that the report is held
    if refusal is None and row is not None and row.state in ("answered", "withdrawn"):
        refusal = row.state
    return report, row, refusal


async def phoned(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, request_id: int, text: str, now: datetime
) -> tuple[Report | None, str | None]:
    """What the expert said on the telephone, typed by the one who called."""
    report, row, refusal = await request_for_phone(tx, speaker, group, request_id)
    if report is None or row is None or refusal:
        return report, refusal
    can = read_can(text)
    if can.is_empty:
        return report, "empty"
    row.condition, row.action, row.need = can.condition, can.action, can.need
    row.by_phone, row.recorded_by_name = True, speaker.name
    await expert_answers.settle_answer(tx, report, row, Actor(speaker.telegram_id, speaker.name), now)
    return report, None


async def carry_over(tx: Transaction, merged: Report, into: Report, now: datetime) -> None:
    """合并: what was asked and answered belongs to the case that stays; whoever was asked in both answers the older."""
    there = await consults.view(tx, into.id) or ConsultView()
    taken = open_persons(there.requests)
    for request in (await consults.view(tx, merged.id) or ConsultView()).requests:
        row = await consults.get(tx, request.request_id)
        if row is not None and request.person_id not in taken:
            row.report_id = into.id
            asked = await consults.consultation(tx, row.consultation_id)
            if asked is not None:
                asked.report_id = into.id
            await tx.session.flush()
            await expert_answers.show_anew(tx, into, row, now)
