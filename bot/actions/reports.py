"""Reports: begun, answered, sent, left idle, supplemented. What is sent is never lost and starts its climb at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.actions import escalate
from bot.report_types import load_hazard_levels
from bot.rules import report_form
from bot.rules.case_number import case_number
from bot.rules.completeness import missing
from bot.rules.message import Message, Recipient
from bot.rules.priority import Priority, figures_of, priority_of, priority_of_hazard
from bot.rules.report_form import Answer, Draft, Fault, Form
from bot.rules.speaker import Speaker
from bot.world import World
from storage import areas, case_log, conversations, outbox, people, reports
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Person, Report

DRAFT = "report"
SUPPLEMENT = "supplement"
# From the worst down: a supplement may raise the priority by itself, lowering it takes a person.
LEVELS = ("P0", "P1", "P2", "P3")


@dataclass(frozen=True)
class Step:
    """Where a draft stands after a word or tap: being asked (`draft`), refused (`fault`), or sent (`report_id`)."""

    form: Form
    draft: Draft
    fault: Fault | None = None
    report_id: int | None = None


def draft_of(world: World, speaker: Speaker) -> tuple[Form, Draft] | None:
    """The draft the speaker is in the middle of, under today's form."""
    if speaker.talk.topic != DRAFT:
        return None
    draft = Draft.from_json(dict(speaker.talk.data))
    form = world.forms[draft.form]
    return form, report_form.resume(form, draft)


async def begin(
    tx: Transaction, world: World, speaker: Speaker, form_name: str, now: datetime, prefill: Mapping[str, Answer] | None = None
) -> Step:  # fmt: skip
    """Begin a report. An emergency already knows its place: 本村."""
    form = world.forms[form_name]
    known: dict[str, Answer] = dict(prefill or {})
    if form.finish == "send":
        known.setdefault("place", {"kind": "own_village"})
    draft = report_form.start(form, known)
    await _keep(tx, form, speaker, draft, now)
    return Step(form, draft)


async def take(tx: Transaction, world: World, speaker: Speaker, result: Draft | Fault, now: datetime) -> Step:
    """Keep what a step of the form led to; a form that sends itself is sent with its last answer."""
    held = draft_of(world, speaker)
    assert held is not None, "a step needs a draft"
    form, before = held
    if isinstance(result, Fault):
        return Step(form, before, fault=result)
    if form.finish == "send" and report_form.finished(form, result):
        return Step(form, result, report_id=await submit(tx, world, speaker, form, result, now))
    await _keep(tx, form, speaker, result, now)
    return Step(form, result)


async def hold_file(tx: Transaction, world: World, speaker: Speaker, item: Mapping[str, Any], now: datetime) -> Step:
    """A file that came while the form does not ask for one: kept with the draft, sent with the report."""
    held = draft_of(world, speaker)
    assert held is not None, "a file is held with a draft"
    form, draft = held
    files = [*speaker.talk.data.get("files", []), dict(item)]
    await _keep(tx, form, speaker, draft, now, files)
    return Step(form, draft)


async def drop(tx: Transaction, speaker: Speaker, now: datetime) -> None:
    """The officer gave the draft up."""
    await conversations.clear(tx, speaker.chat_id, speaker.telegram_id, now)
    await outbox.release_reminders(tx, speaker.chat_id, now)


async def _keep(
    tx: Transaction, form: Form, speaker: Speaker, draft: Draft, now: datetime, files: list[Any] | None = None
) -> None:
    held = speaker.talk.data.get("files", []) if files is None and speaker.talk.topic == DRAFT else files
    due_at = None
    if form.idle_seconds and "category" in draft.answers:
        due_at = now + timedelta(seconds=form.idle_seconds)
    await conversations.save(
        tx, speaker.chat_id, speaker.telegram_id, DRAFT, draft.to_json() | {"files": held or []}, now, due_at
    )


async def submit(tx: Transaction, world: World, speaker: Speaker, form: Form, draft: Draft, now: datetime) -> int:
    """Store the report, start its climb, and write the receipt; the report's id."""
    assert speaker.person_id is not None, "only people we know report"
    report = await _store(tx, world, speaker, form, draft, now)
    media = draft.answers.get("media")
    files = [*(media if isinstance(media, list) else []), *speaker.talk.data.get("files", [])]
    await reports.add_evidence(tx, report.id, files, now, speaker.person_id)
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "reported", now, actor, {"answers": dict(draft.answers)})
    called = await escalate.begin(tx, world, report, now)
    await escalate.send_evidence(tx, report, now)
    asks = missing_keys(world, report)
    await conversations.save(
        tx,
        speaker.chat_id,
        speaker.telegram_id,
        SUPPLEMENT,
        {"report": report.id, "key": asks[0] if asks else None},
        now,
    )
    await outbox.release_reminders(tx, speaker.chat_id, now)
    await outbox.put(
        tx,
        Message(
            "receipt", _to(speaker), "receipt", {"called": called, "ask": asks[0] if asks else None},
            subject=f"report:{report.id}", once=f"receipt:{report.id}",
        ),
        now,
    )  # fmt: skip
    return report.id


def _to(speaker: Speaker) -> Recipient:
    return Recipient(speaker.chat_id, speaker.language, person_id=speaker.person_id)


def missing_keys(world: World, report: Report) -> list[str]:
    """What the report still lacks, the most useful question first."""
    form = world.forms["hazard" if report.kind == "hazard" else "incident"]
    return list(missing(form, report.answers))


async def _store(tx: Transaction, world: World, speaker: Speaker, form: Form, draft: Draft, now: datetime) -> Report:
    area = _area_of(world, speaker, draft.answers)
    town = area[:9] if len(area) >= 9 else None
    hazard = form.name == "hazard"
    priority = priority_now(world, form.name, draft.answers)
    place = await areas.area(tx, town or area)
    day = now.astimezone(world.settings.zone).date()
    sequence = await reports.next_number(tx, town or area, day)
    return await reports.add(
        tx,
        Report(
            number=case_number(place.name if place else area, day, sequence),
            kind="hazard" if hazard else "incident",
            category=category_of(draft.answers),
            area=area,
            town=town,
            reporter_id=speaker.person_id or 0,
            priority=priority.level,
            priority_reason=priority.reason_key,
            answers=dict(draft.answers) | {"_form": form.name},
            learned_at=now,
            sent_at=now,
        ),
    )


def category_of(answers: Mapping[str, Any]) -> str:
    """The slug of the category, or of the hazard's type."""
    category = answers.get("category")
    return str(category["slug"]) if isinstance(category, Mapping) else str(answers.get("type", "other"))


def priority_now(world: World, form_name: str, answers: Mapping[str, Any]) -> Priority:
    """The priority by what is known now."""
    if form_name == "hazard":
        levels = load_hazard_levels()
        return priority_of_hazard(levels.get(str(answers.get("level")), next(iter(levels.values()))))
    category = world.categories.get(category_of(answers), world.categories["other"])
    return priority_of(category, figures_of(answers))


def _area_of(world: World, speaker: Speaker, answers: Mapping[str, Any]) -> str:
    """The area a report belongs to: the one named, else the reporter's own."""
    place = answers.get("place")
    named = str(place.get("area") or "") if isinstance(place, Mapping) else ""
    own = speaker.officer or (speaker.posts[0] if speaker.posts else None)
    if named in world.places.by_code:
        return named
    return own.area if own else world.places.areas[0].code


async def send_idle(tx: Transaction, world: World, chat_id: int, user_id: int, now: datetime) -> None:
    """Send an emergency that was left idle, unless its officer has just gone on."""
    talk = await conversations.load(tx, chat_id, user_id)
    person = await people.by_telegram(tx, user_id)
    if talk.topic != DRAFT or person is None or talk.updated_at is None:
        await conversations.clear(tx, chat_id, user_id, now)
        return
    draft = Draft.from_json(dict(talk.data))
    form = world.forms[draft.form]
    if form.idle_seconds is None or talk.updated_at + timedelta(seconds=form.idle_seconds) > now:
        return
    speaker = replace(await _speaker(tx, person, chat_id), talk=talk)
    finished = report_form.sent_when_idle(form, report_form.resume(form, draft))
    if finished is None:
        await conversations.save(tx, chat_id, user_id, DRAFT, dict(talk.data), now)
        return
    await submit(tx, world, speaker, form, finished, now)


async def _speaker(tx: Transaction, person: Person, chat_id: int) -> Speaker:
    posts = await people.posts_of(tx, person.id)
    return Speaker(
        person.telegram_id or 0, person.name, person.language, chat_id, True, person.id, person.phone, posts=posts
    )


async def supplement(
    tx: Transaction, world: World, speaker: Speaker, report_id: int, key: str, value: Answer | None, now: datetime
) -> tuple[Report, str | None] | Fault:
    """Add one answer to a sent report (None: asked, not answered); the report and the next question's key."""
    report = await reports.locked(tx, report_id)
    if report is None or report.reporter_id != speaker.person_id:
        return Fault("fault-not-your-report")
    form = world.forms["hazard" if report.kind == "hazard" else "incident"]
    skipped = list(report.answers.get("_skipped", []))
    if value is None:
        report.answers = {**report.answers, "_skipped": [*skipped, key]}
    else:
        draft = Draft(form.name, {k: v for k, v in report.answers.items() if not k.startswith("_")})
        result = report_form.answer(form, draft, key, value)
        if isinstance(result, Fault):
            return result
        await _revise(tx, world, speaker, report, key, value, now)
    asks = [name for name in missing_keys(world, report) if name not in report.answers.get("_skipped", [])]
    following = asks[0] if asks else None
    await conversations.save(
        tx, speaker.chat_id, speaker.telegram_id, SUPPLEMENT, {"report": report.id, "key": following}, now
    )
    return report, following


async def add_note(
    tx: Transaction, world: World, speaker: Speaker, report_id: int, text: str, now: datetime
) -> Report | None:
    """Words an officer sends after a report join what happened; nothing typed is lost."""
    report = await reports.locked(tx, report_id)
    if report is None or report.reporter_id != speaker.person_id:
        return None
    key = "description" if report.kind == "hazard" else "what_happened"
    before = report.answers.get(key)
    await _revise(tx, world, speaker, report, key, f"{before}\n{text}" if before else text, now)
    return report


async def add_media(
    tx: Transaction, speaker: Speaker, report_id: int, item: Mapping[str, Any], now: datetime
) -> Report | None:
    """A photo, video or voice for a report that was sent: kept, and shown under the card."""
    report = await reports.locked(tx, report_id)
    if report is None or report.reporter_id != speaker.person_id:
        return None
    if await reports.add_evidence(tx, report.id, [item], now, speaker.person_id or 0):
        actor = Actor(speaker.telegram_id, speaker.name)
        await case_log.append(tx, f"report:{report.id}", "evidence", now, actor, {"unique_id": item["unique_id"]})
        await escalate.send_evidence(tx, report, now)
        await escalate.refresh_cards(tx, report, now)
    return report


async def _revise(
    tx: Transaction, world: World, speaker: Speaker, report: Report, key: str, value: Answer, now: datetime
) -> None:
    await reports.revise(tx, report, {**report.answers, key: value}, now, speaker.person_id or 0)
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "supplemented", now, actor, {key: value})
    priority = priority_now(world, "hazard" if report.kind == "hazard" else "incident", report.answers)
    if LEVELS.index(priority.level) < LEVELS.index(report.priority):
        report.priority, report.priority_reason = priority.level, priority.reason_key
        await escalate.raise_priority(tx, world, report, now)
    await escalate.refresh_cards(tx, report, now)


async def same_album(tx: Transaction, speaker: Speaker, item: Mapping[str, Any], now: datetime) -> bool:
    """Whether an earlier part of this album was acknowledged already: an album is one answer."""
    album = item.get("group")
    if album is None or speaker.talk.topic != SUPPLEMENT:
        return False
    if speaker.talk.data.get("album") == album:
        return True
    data = {**speaker.talk.data, "album": album}
    await conversations.save(tx, speaker.chat_id, speaker.telegram_id, SUPPLEMENT, data, now)
    return False
