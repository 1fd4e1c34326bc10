"""Reports: stored, numbered, graded. What is sent is never lost and starts its climb at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.actions import desk, duplicates, escalate
from bot.report_types import load_hazard_levels
from bot.rules.case_number import case_number
from bot.rules.completeness import FILES_CAME, missing
from bot.rules.doubts import open_doubt
from bot.rules.message import Message, Recipient
from bot.rules.priority import Priority, figure_of, figures_of, priority_of, priority_of_hazard
from bot.rules.question import Answer, Form
from bot.rules.reading.answers import reading_of
from bot.rules.reading.conversation import akin
from bot.rules.reading.judgement import judge
from bot.rules.report_form import Draft
from bot.rules.sign import with_plan
from bot.rules.speaker import Speaker
from bot.world import World
from storage import areas, case_log, drills, outbox, reports
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report

SIGN_DAYS = timedelta(days=30)
"""So long an early sign is linked to what it turns into."""


@dataclass(frozen=True)
class Sent:
    """A report that has just been stored, and the key of the first question it leaves open."""

    report: Report
    ask: str | None


@dataclass(frozen=True)
class Source:
    """Where a report comes from. `spoken`: out of a sentence. `caller_*` and `learned_at`: a call that somebody else
    has taken (代报); `keyed_by`: who typed it for the reporter who called. `told`: False where the one who files it
    needs no receipt. `threat`: the hazard or early sign that came true."""

    origin: str = "officer"
    spoken: bool = False
    words: str = ""
    caller_name: str | None = None
    caller_phone: str | None = None
    learned_at: datetime | None = None
    threat: int | None = None
    told: bool = True
    keyed_by: Actor | None = None


async def submit(
    tx: Transaction, world: World, speaker: Speaker, form: Form, draft: Draft, now: datetime,
    files: Sequence[Mapping[str, Any]] = (), words: str = "", source: Source | None = None,
    stated: Mapping[str, Answer] | None = None,
) -> Sent:  # fmt: skip
    """A form becomes a report. `files`, `words` and what a sentence has `stated` came beside the questions."""
    answers = with_words(form, {**(stated or {}), **draft.answers}, words)
    media = draft.answers.get("media")
    with_it = [*(media if isinstance(media, list) else []), *files]
    if speaker.person_id is not None and await drills.running_for(tx, speaker.person_id) is not None:
        answers["_drill_doubt"] = "yes"  # tapped in a drill's hours: called out all the same, and marked
    kind = form.name if form.name in FORMS_OF_KINDS else "incident"
    return await file(tx, world, speaker, kind, answers | {"_form": form.name}, now, with_it, source or Source())


async def file(
    tx: Transaction, world: World, speaker: Speaker, kind: str, answers: Mapping[str, Answer], now: datetime,
    files: Sequence[Mapping[str, Any]] = (), source: Source | None = None,
) -> Sent:  # fmt: skip
    """Store the report, start its climb, and write the receipt: one transaction, and from here on it is not lost."""
    assert speaker.person_id is not None, "only people we know report"
    source = source or Source()
    answers = with_plan(kind, answers, now.astimezone(world.settings.zone))
    if source.threat is None and kind == "incident":
        source = replace(source, threat=await _sign_behind(tx, world, speaker, answers, now))
    report = await _store(tx, world, speaker, kind, answers, now, source)
    if await reports.add_evidence(tx, report.id, files, now, speaker.person_id):
        report.answers = {**report.answers, FILES_CAME: "yes"}
    actor = source.keyed_by or Actor(speaker.telegram_id, speaker.name)
    said = {"answers": dict(report.answers)} | ({"words": source.words} if source.words else {})
    await case_log.append(tx, f"report:{report.id}", "reported", now, actor, said)
    await desk.keep_in_step(tx, world, report, now, new=True)
    await duplicates.suspect(tx, world, report, now)
    feared = await reports.locked(tx, report.threat_id) if report.threat_id else None
    if feared is not None and feared.kind == "sign":  # its card names the incident that it has become
        await escalate.refresh_cards(tx, feared, now)
    called = await escalate.begin(tx, world, report, now)
    if _says_death(answers):  # a death always reaches the district
        called += await escalate.include(tx, world, report, ("district_duty",), now)
    await escalate.send_evidence(tx, report, now)
    ask = next_question(world, report, now)
    if source.told:
        receipt = Message(
            "receipt", Recipient(speaker.chat_id, speaker.language, person_id=speaker.person_id), "receipt",
            {"called": called, "ask": ask, "spoken": source.spoken}, subject=f"report:{report.id}",
            once=f"receipt:{report.id}",
        )  # fmt: skip
        await outbox.put(tx, receipt, now)
    return Sent(report, ask)


async def _sign_behind(
    tx: Transaction, world: World, speaker: Speaker, answers: Mapping[str, Answer], now: datetime
) -> int | None:
    """The early sign of this village that a social incident makes true, however the incident was reported."""
    category = world.categories.get(category_of("incident", answers))
    if category is None or category.klass != "social":
        return None
    signs = await reports.signs_in(tx, area_of(world, speaker, answers), now - SIGN_DAYS)
    return next((sign.id for sign in signs if akin(sign.category, category.slug)), None)


def _says_death(answers: Mapping[str, Any]) -> bool:
    dead = figure_of(answers.get("dead"))
    return dead is not None and dead.surely > 0


FORMS_OF_KINDS = {"hazard": "hazard", "sign": "sign", "incident": "incident", "unread": "incident"}
"""The form whose questions complete a report of each kind."""


def form_of(world: World, report: Report) -> Form:
    return world.forms[FORMS_OF_KINDS.get(report.kind, "incident")]


def words_key(form: Form) -> str:
    """The question that free words answer."""
    return "what_happened" if form.question("what_happened") or form.name == "emergency" else "description"


def with_words(form: Form, answers: Mapping[str, Answer], words: str) -> dict[str, Answer]:
    key = words_key(form)
    said = "\n".join(str(part) for part in (answers.get(key), words) if part)
    return {**answers, key: said} if said else dict(answers)


def missing_keys(world: World, report: Report) -> list[str]:
    """What the report still lacks, the most useful question first."""
    return list(missing(form_of(world, report), report.answers))


def next_question(world: World, report: Report, now: datetime) -> str | None:
    """The key of the one next question: a doubt about what was said (`bot.rules.doubts`) goes first."""
    skipped = report.answers.get("_skipped", [])
    doubt = open_doubt(report.answers)
    if doubt is not None and doubt.key not in skipped:
        return doubt.key
    return next((key for key in missing_keys(world, report) if key not in skipped), None)


async def _store(
    tx: Transaction, world: World, speaker: Speaker, kind: str, answers: Mapping[str, Answer], now: datetime,
    source: Source,
) -> Report:  # fmt: skip
    area = area_of(world, speaker, answers)
    town = area[:9] if len(area) >= 9 else None
    priority = priority_now(world, kind, answers, now)
    place = await areas.area(tx, town or area)
    day = now.astimezone(world.settings.zone).date()
    sequence = await reports.next_number(tx, town or area, day)
    said = reports.Said(speaker.person_id or 0, speaker.name, words=source.words or None)
    report = Report(
        number=case_number(place.name if place else area, day, sequence),
        kind=kind,
        category=category_of(kind, answers),
        area=area,
        town=town,
        reporter_id=speaker.person_id or 0,
        priority=priority.level,
        priority_reason=priority.reason_key,
        answers=dict(answers),
        learned_at=source.learned_at or now,
        sent_at=now,
        origin=source.origin,
        caller_name=source.caller_name,
        caller_phone=source.caller_phone,
        occurred_at=occurred_at(answers),
        threat_id=source.threat,
        keyed_by_name=source.keyed_by.name if source.keyed_by else None,
    )
    return await reports.add(tx, report, said)


def occurred_at(answers: Mapping[str, Any]) -> datetime | None:
    """The moment of the event, where it was said."""
    time = answers.get("time")
    at = time.get("at") if isinstance(time, Mapping) else None
    return datetime.fromisoformat(at) if at else None


def category_of(kind: str, answers: Mapping[str, Any]) -> str:
    """The slug of the category, or of the hazard's type."""
    if kind == "hazard":
        return str(answers.get("type", "other"))
    category = answers.get("category")
    return str(category["slug"]) if isinstance(category, Mapping) else "other"


def priority_now(world: World, kind: str, answers: Mapping[str, Any], now: datetime) -> Priority:
    """The priority by what is known now: what was said between the lines counts too (`reading.judgement`)."""
    if kind == "unread":
        return UNREAD
    if kind == "hazard":
        levels = load_hazard_levels()
        return priority_of_hazard(levels.get(str(answers.get("level")), next(iter(levels.values()))))
    category = world.categories.get(category_of(kind, answers), world.categories["other"])
    tapped = priority_of(category, figures_of(answers))
    if "_traits" not in answers and kind != "sign":
        return tapped
    state = reading_of(answers, kind, world.vocabulary, world.places)
    level = judge(state, world.vocabulary, now).priority
    return Priority(level, tapped.reason_key if tapped.level == level else "priority-words")  # type: ignore[arg-type]


UNREAD: Priority = Priority("P1", "priority-unread")
"""Nobody knows yet what it is: a person must look within minutes."""


def area_of(world: World, speaker: Speaker, answers: Mapping[str, Any]) -> str:
    """The area a report belongs to: the one named, else the reporter's own."""
    place = answers.get("place")
    named = str(place.get("area") or "") if isinstance(place, Mapping) else ""
    own = speaker.officer or (speaker.posts[0] if speaker.posts else None)
    if named in world.places.by_code:
        return named
    return own.area if own else world.places.areas[0].code
