"""待判读: a duty member says what the unreadable was. Their words become the fields, with their source kept."""

from __future__ import annotations

from datetime import datetime

from bot.actions import answer_case, case_requests, chain, escalate, reports
from bot.actions.answer_case import Answer
from bot.actions.people import GroupPlace
from bot.rules.message import Message, Recipient
from bot.rules.reading.answers import answers_of, kind_of
from bot.rules.reading.intent import Intent
from bot.rules.reading.judgement import settled
from bot.rules.sentence import Context, read
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, escalations, outbox, people
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report

KINDS = {"incident": Intent.INCIDENT_FIRST, "hazard": Intent.HAZARD, "sign": Intent.EARLY_SIGN}
CLOSING = ("nothing", "drill")


async def allowed(tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int) -> Answer:
    """The unread report, if this speaker may say what it is."""
    answer = await answer_case.allowed(tx, speaker, group, report_id, "triage")
    if answer.report is not None and answer.refusal is None and answer.report.kind != "unread":
        return Answer(answer.report, "over")
    return answer


async def make(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, kind: str, text: str,
    now: datetime,
) -> tuple[Answer, bool]:  # fmt: skip
    """The report becomes an incident, hazard or sign by what the duty member typed; False: no category in it yet."""
    answer = await allowed(tx, speaker, group, report_id)
    report = answer.report
    if report is None or answer.refusal is not None:
        return answer, True
    local = now.astimezone(world.settings.zone)
    context = Context(report.area, has_case=False)
    new = settled(read(text, world.vocabulary, world.places, context, local), world.vocabulary, local)
    found = kind_of(new)
    if new.category is None and new.hazard_type is None:
        return answer, False
    if kind == "hazard" and found != "hazard":
        kind = found  # nothing in the words is a hazard's: it is what they say
    report.kind = kind if kind != "hazard" or new.hazard_type else "incident"
    after = {**report.answers, **answers_of(new, report.area), "_triaged_by": speaker.name}
    after = reports.with_words(reports.form_of(world, report), after, text)
    await chain.record(tx, world, speaker, report, after, now, words=text)
    await _tell(tx, speaker, report, report.kind, now)
    return answer, True


async def close(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, kind: str, now: datetime
) -> Answer:
    """非事件 or 演练: the calls stop; words and files stay."""
    answer = await allowed(tx, speaker, group, report_id)
    report = answer.report
    if report is None or answer.refusal is not None:
        return answer
    report.state, report.state_at, report.state_note = "closed", now, kind
    report.state_by, report.state_by_name = speaker.telegram_id, speaker.name
    await escalations.stop(tx, report.id, "closed", now)
    await case_requests.drop(tx, report, now)
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "triaged", now, actor, {"kind": kind})
    await escalate.refresh_cards(tx, report, now)
    await _tell(tx, speaker, report, kind, now)
    return answer


async def _tell(tx: Transaction, speaker: Speaker, report: Report, kind: str, now: datetime) -> None:
    reporter = await people.person(tx, report.reporter_id)
    if reporter is None or not reporter.telegram_id:
        return
    to = Recipient(reporter.telegram_id, reporter.language, person_id=reporter.id)
    values = {"by": speaker.name, "kind": kind}
    once = f"triaged:{report.id}:{report.version}:{kind}"
    await outbox.put(tx, Message("acknowledgement", to, "told-triaged", values, f"report:{report.id}", once=once), now)
