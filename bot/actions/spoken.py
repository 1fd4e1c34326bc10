"""What an officer says outside of a form: heard, and acted on in the transaction of its update.

An officer who types and pockets the phone has reported: whatever states something is filed or joins its case at once,
and whatever nobody can read is called out to the duty room as 待判读.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.actions import chain, drafts, drill_reports, edits, escalate, reports, supplements, talks
from bot.actions.reports import Source
from bot.rules.hearing import CHAIN_DAYS, Ear, Heard, KnownCase, Way, hear
from bot.rules.message import Message, Recipient
from bot.rules.question import Answer, Form
from bot.rules.reading.answers import answers_of, kind_of, reading_of
from bot.rules.reading.intent import REPORTS, Intent
from bot.rules.reading.judgement import judge
from bot.rules.reading.reading import Reading
from bot.rules.report_form import Draft
from bot.rules.speaker import Speaker
from bot.world import World
from storage import conversations, drills, outbox
from storage import reports as stored
from storage.database import Transaction
from storage.tables import Report

UNREAD_JOINS = timedelta(minutes=10)
"""Plain words that follow something unreadable within this time say what it was."""
ASKED_AGAIN = timedelta(minutes=5)
"""The same question is not put again within this time."""
DRILL_OR_REAL = "drill_or_real"
DRILL_ANSWER = timedelta(seconds=60)
"""演练还是真实: without an answer it goes to the town as possibly real (domain §3.6)."""


@dataclass(frozen=True)
class Said:
    """A text with what came along: its file, a place (a pin), and the report whose message it replies to."""

    text: str
    files: tuple[Mapping[str, Any], ...] = ()
    pin: Mapping[str, Any] | None = None
    replied_to: int | None = None


async def listen(
    tx: Transaction, world: World, speaker: Speaker, said: Said, now: datetime, in_drill: bool = True
) -> Heard:
    """The way of this text, against the cases the officer may be speaking of. Nothing is written.

    `in_drill` False: it was said to be real.
    """
    drill = await drills.running_for(tx, speaker.person_id) if speaker.person_id else None
    ear = Ear(
        world.vocabulary, world.places, _own_area(world, speaker), await _cases(tx, world, speaker, now),
        drill is not None and in_drill, said.replied_to,
    )  # fmt: skip
    return hear(said.text, ear, _here(world, now))


def alone(world: World, speaker: Speaker, said: Said, now: datetime) -> Heard:
    """The way of this text if nothing had been said before it."""
    return hear(said.text, Ear(world.vocabulary, world.places, _own_area(world, speaker)), _here(world, now))


def _here(world: World, now: datetime) -> datetime:
    return now.astimezone(world.settings.zone)


def _own_area(world: World, speaker: Speaker) -> str:
    return speaker.officer.area if speaker.officer else world.places.areas[0].code


async def _cases(tx: Transaction, world: World, speaker: Speaker, now: datetime) -> list[KnownCase]:
    area = speaker.officer.area if speaker.officer else None
    found = await stored.recent_of(tx, speaker.person_id or 0, area, now - CHAIN_DAYS)
    return [_known(world, speaker, report) for report in found if _still_heard(report, speaker, now)]


def _still_heard(report: Report, speaker: Speaker, now: datetime) -> bool:
    if report.kind != "unread":
        return True
    return report.reporter_id == speaker.person_id and now - (report.last_at or report.sent_at) <= UNREAD_JOINS


def _known(world: World, speaker: Speaker, report: Report) -> KnownCase:
    state = reading_of(report.answers, report.kind, world.vocabulary, world.places)
    zone = world.settings.zone
    last = (report.last_at or report.sent_at).astimezone(zone)
    own = report.reporter_id == speaker.person_id
    return KnownCase(report.id, state, report.sent_at.astimezone(zone), last, own, report.state in chain.OVER)


async def act(
    tx: Transaction, world: World, speaker: Speaker, heard: Heard, said: Said, now: datetime
) -> Report | None:
    """Do what was heard, where it needs no question first. The report that was filed or grew, if any."""
    match heard.way:
        case Way.FILE:
            return await file(tx, world, speaker, heard.reading, said, now, heard.threat)
        case Way.UNREAD:
            return await file_unread(tx, world, speaker, said, now)
        case Way.ADD:
            return await add(tx, world, speaker, heard, said, now)
        case Way.DRILL:
            return await _drill(tx, world, speaker, heard.reading, said, now)
        case Way.DRILL_OR_REAL:
            await _ask_drill_or_real(tx, speaker, said, now)
        case Way.CATEGORY:
            await _ask_category(tx, world, speaker, heard.reading, said, now)
        case Way.QUESTION | Way.ZERO | Way.TALK | Way.WHICH:
            pass  # answered by whoever listens; nothing is recorded
    return None


async def file(
    tx: Transaction, world: World, speaker: Speaker, reading: Reading, said: Said, now: datetime,
    threat: int | None = None, extra: Mapping[str, Answer] | None = None, source: Source | None = None,
) -> Report:  # fmt: skip
    """首报: what was stated fills the report; what was sent within the hour before goes with it."""
    before = drafts.brought_by(speaker)
    words = "\n".join(part for part in (before.words if before else "", said.text) if part)
    answers = answers_of(reading, _own_area(world, speaker)) | dict(extra or {})
    pin = said.pin or (before.place if before else None)
    if isinstance(pin, Mapping):
        answers["place"] = _pinned(answers["place"], pin)
    kind = kind_of(reading)
    answers = reports.with_words(world.forms[reports.FORMS_OF_KINDS[kind]], answers, words)
    files = [*(before.files if before else ()), *said.files]
    source = replace(source or Source(), spoken=True, words=words, threat=threat)
    sent = await reports.file(tx, world, speaker, kind, answers, now, files, source)
    if before is not None:
        await edits.remember_draft(tx, speaker, speaker.talk.data, sent.report.id, now)
    await _go_on(tx, speaker, sent.report.id, sent.ask, now)
    return sent.report


def life_at_risk(world: World, reading: Reading, now: datetime) -> bool:
    """Whether a sentence alone is reason enough to call everybody now."""
    named = reading.category is not None or reading.hazard_type is not None
    return named and judge(reading, world.vocabulary, now.astimezone(world.settings.zone)).priority == "P0"


def _pinned(place: Answer, pin: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in place.items() if name != "kind"} if isinstance(place, Mapping) else {}
    return {**kept, "kind": "pin", "lat": pin["lat"], "lon": pin["lon"]}


async def file_unread(
    tx: Transaction,
    world: World,
    speaker: Speaker,
    said: Said,
    now: datetime,
    extra: Mapping[str, Answer] | None = None,
    source: Source | None = None,
) -> Report:
    """待判读: a person in the town's duty room looks at it at once."""
    before = drafts.brought_by(speaker)
    words = "\n".join(part for part in (before.words if before else "", said.text) if part)
    answers: dict[str, Answer] = {"category": {"slug": "other"}, "place": {"kind": "own_village"}, **(extra or {})}
    pin = said.pin or (before.place if before else None)
    if isinstance(pin, Mapping):
        answers["place"] = _pinned(answers["place"], pin)
    answers = reports.with_words(world.forms["incident"], answers, words)
    files = [*(before.files if before else ()), *said.files]
    source = replace(source or Source(), words=words)
    sent = await reports.file(tx, world, speaker, "unread", answers, now, files, source)
    if before is not None:
        await edits.remember_draft(tx, speaker, speaker.talk.data, sent.report.id, now)
    await _go_on(tx, speaker, sent.report.id, None, now)
    return sent.report


async def _go_on(tx: Transaction, speaker: Speaker, report_id: int, ask: str | None, now: datetime) -> None:
    """The officer's next word is about this report; a draft under way stays parked."""
    data = {"report": report_id, "key": ask, **talks.carried(speaker)}
    await conversations.save(
        tx, speaker.chat_id, speaker.telegram_id, supplements.SUPPLEMENT, data, now, talks.parked_due(speaker)
    )  # fmt: skip
    await outbox.release_reminders(tx, speaker.chat_id, now)


async def add(
    tx: Transaction, world: World, speaker: Speaker, heard: Heard, said: Said, now: datetime
) -> Report | None:
    """A text about a case; where the case takes no more, it is a report of its own."""
    report = await supplements.villages_report(tx, speaker, heard.case or 0)
    if report is None or not await chain.takes(tx, report, now):
        return await file(tx, world, speaker, heard.reading, said, now)
    for item in said.files:
        await supplements.add_media(tx, speaker, report.id, item, now)
    place = report.area
    recorded, ask = await supplements.add_said(tx, world, speaker, report, heard.reading, said.text, now)
    ask = None if _just_asked(speaker, report, ask, now) else ask
    others = [await stored.get(tx, other) for other in heard.others]
    beside = [[one.id, one.number, one.category] for one in others if one is not None]
    now_at = {
        "placed": report.area != place, "others": beside, "own": report.reporter_id == speaker.person_id,
        # a village may have two fires: words that would be a report by themselves may be one
        "anew": heard.reading.intent in REPORTS and heard.reading.category is not None,
    }  # fmt: skip
    await _tell_officer(tx, speaker, report, recorded, ask, heard.reading, now, now_at)
    return report


def _just_asked(speaker: Speaker, report: Report, ask: str | None, now: datetime) -> bool:
    """Several texts within minutes: the question under the first one still stands, with its buttons."""
    talk = speaker.talk
    same = talk.topic == supplements.SUPPLEMENT and (talk.data.get("report"), talk.data.get("key")) == (report.id, ask)
    return same and talk.updated_at is not None and now - talk.updated_at <= ASKED_AGAIN


async def join(
    tx: Transaction, world: World, speaker: Speaker, form: Form, draft: Draft, report_id: int, now: datetime
) -> Report | None:
    """补充到该事件: a form that was about to be sent becomes a follow-up of an open case nearby."""
    report = await stored.locked(tx, report_id)
    similar = await drafts.repeats(tx, world, speaker, draft, now)
    if report is None or similar is None or similar.report_id != report_id:
        return None
    data = speaker.talk.data
    words = "\n".join(part for part in (draft.answers.get("what_happened"), data.get("words")) if isinstance(part, str))
    new = replace(
        reading_of(draft.answers, "incident", world.vocabulary, world.places), intent=Intent.INCIDENT_FOLLOWUP
    )
    media = draft.answers.get("media")
    files = [*(media if isinstance(media, list) else []), *data.get("files", ())]
    await stored.add_evidence(tx, report.id, files, now, speaker.person_id or 0)
    recorded = await chain.add_said(tx, world, speaker, report, new, words, now)
    await escalate.send_evidence(tx, report, now)
    await talks.close_talk(tx, speaker, now)
    await _tell_officer(tx, speaker, report, recorded, None, new, now)
    return report


async def _tell_officer(
    tx: Transaction, speaker: Speaker, report: Report, recorded: chain.Recorded, ask: str | None, new: Reading,
    now: datetime, further: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    version = recorded.version
    values = {
        "kind": version.kind, "ordinal": version.ordinal, "changes": chain.as_data(recorded.changes), "ask": ask,
        "told": await chain.told(tx, report), "moved": new.evacuated is not None,
        "version": version.version, **(further or {}),
    }  # fmt: skip
    to = Recipient(speaker.chat_id, speaker.language, person_id=speaker.person_id)
    once = f"followed:{report.id}:{version.version}"
    await outbox.put(tx, Message("receipt", to, "followup-receipt", values, f"report:{report.id}", once=once), now)


async def _ask_category(
    tx: Transaction, world: World, speaker: Speaker, reading: Reading, said: Said, now: datetime
) -> None:
    """One question: what is it? What was stated is in the draft already; left alone it goes to a person."""
    answers = answers_of(reading, _own_area(world, speaker))
    form = world.forms["incident"]
    known = {key: value for key, value in answers.items() if form.question(key) and key != "category"}
    brought = supplements.Brought(said.text, tuple(said.files), dict(said.pin) if said.pin else None)
    await drafts.begin(tx, world, speaker, "incident", now, brought, known, unsaid=True)


# --- in a drill's hours ---


async def _drill(
    tx: Transaction, world: World, speaker: Speaker, reading: Reading, said: Said, now: datetime
) -> Report | None:
    """Marked 【演练】: into the drill's own space. Without a drill that is going on, a person looks at it."""
    drill = await drills.running_for(tx, speaker.person_id or 0)
    if drill is None:
        return await file_unread(tx, world, speaker, said, now, {"_drill_marked": "yes"})
    await drill_reports.take(tx, speaker, drill, answers_of(reading, _own_area(world, speaker)), said.text, now)
    return None


async def _ask_drill_or_real(tx: Transaction, speaker: Speaker, said: Said, now: datetime) -> None:
    """Neither is assumed. Several texts before the answer wait together, for the first one's minute."""
    waiting = speaker.talk.data if speaker.talk.topic == DRILL_OR_REAL else {}
    words = "\n".join(part for part in (waiting.get("words"), said.text) if part)
    files = [*waiting.get("files", ()), *map(dict, said.files)]
    data = {"words": words, "files": files, "said": edits.said_so_far(speaker, waiting), **talks.carried(speaker)}
    due = speaker.talk.due_at if waiting else now + DRILL_ANSWER
    await conversations.save(tx, speaker.chat_id, speaker.telegram_id, DRILL_OR_REAL, data, now, due)


async def settle_drill(
    tx: Transaction, world: World, speaker: Speaker, drill: bool | None, now: datetime
) -> Report | None:
    """演练 or 真实 was answered; None: nobody answered within the minute. The report, where there is one."""
    data = speaker.talk.data
    said = Said(str(data.get("words") or ""), tuple(data.get("files") or ()))
    at_rest = replace(speaker, talk=replace(speaker.talk, topic=None))
    reading = (await listen(tx, world, at_rest, said, now)).reading
    await talks.close_talk(tx, speaker, now)
    if drill:
        running = await drills.running_for(tx, speaker.person_id or 0)
        if running is not None:
            answers = answers_of(reading, _own_area(world, speaker))
            await drill_reports.take(tx, speaker, running, answers, said.text, now)
            return None
    if drill is False:  # real: more of a case where there is one
        known = await listen(tx, world, at_rest, said, now, in_drill=False)
        if known.way is Way.ADD:
            return await add(tx, world, at_rest, known, said, now)
    extra: dict[str, Answer] = {"_drill_doubt": "yes"} if drill is None else {}
    report = await file(tx, world, at_rest, reading, said, now, extra=extra)
    await edits.remember_draft(tx, speaker, data, report.id, now)
    return report


__all__ = ["DRILL_OR_REAL", "Said", "act", "add", "alone", "file", "file_unread", "listen", "settle_drill"]
