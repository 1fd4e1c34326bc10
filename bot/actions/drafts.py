"""Drafts: begun, answered, parked, given up. Nothing an officer has typed, sent or pinned on the way is lost.

A draft lives in the conversation of its officer (topic `report`). `files` and `words` came while the form did not ask
for them and go with the report. When something more urgent takes the conversation, the draft is parked in it, under
`parked`, until it is taken up again or given up (`bot.actions.talks` parks and carries it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.actions import duplicates, edits, reports, talks, tip_answers
from bot.actions.supplements import FRESH, SUPPLEMENT, Brought
from bot.rules import report_form
from bot.rules.case_view import CaseView
from bot.rules.message import Message, Recipient
from bot.rules.reading.answers import answers_of
from bot.rules.reading.reading import Reading
from bot.rules.report_form import Answer, Draft, Fault, Form
from bot.rules.speaker import Speaker, Talk
from bot.world import World
from storage import case_view, conversations, outbox
from storage.database import Transaction

DRAFT = talks.DRAFT
# Words of which the officer does not say what they are go to the duty room so long after.
UNSAID = timedelta(seconds=60)
# Photos and places, which are often followed by a word, wait longer.
UNSAID_FILES = timedelta(seconds=120)


@dataclass(frozen=True)
class Step:
    """Where a draft stands after a word or tap: being asked (`draft`), refused (`fault`), or sent (`report_id`)."""

    form: Form
    draft: Draft
    fault: Fault | None = None
    report_id: int | None = None


def brought_by(speaker: Speaker) -> Brought | None:
    """What the speaker has said, sent or pinned outside of a form, and not yet said what it is."""
    data = speaker.talk.data
    if speaker.talk.topic != talks.TYPED:
        return None
    return Brought(str(data.get("words") or ""), tuple(data.get("files") or ()), data.get("place"))


async def bring(tx: Transaction, speaker: Speaker, new: Brought, now: datetime, about: int | None = None) -> Brought:
    """Keep what came outside of a form until the officer says what it is; all that came within the hour together.

    `about` is an older report that it may belong to.
    """
    at, before = speaker.talk.updated_at, brought_by(speaker)
    if before is not None and at is not None and now - at <= FRESH:
        words = "\n".join(part for part in (before.words, new.words) if part)
        new = Brought(words, (*before.files, *new.files), new.place or before.place)
        about = about or speaker.talk.data.get("about")
    earlier = speaker.talk.data if before is not None else {}
    held = {**new.as_data(), "about": about, "said": edits.said_so_far(speaker, earlier), **talks.carried(speaker)}
    due = at_least(talks.parked_due(speaker), speaker.talk.due_at if before else None, now + UNSAID_FILES)
    await conversations.save(tx, speaker.chat_id, speaker.telegram_id, talks.TYPED, held, now, due)
    return new


def at_least(*due: datetime | None) -> datetime | None:
    """The earliest of these."""
    return min((one for one in due if one is not None), default=None)


def draft_of(world: World, speaker: Speaker) -> tuple[Form, Draft] | None:
    """The draft the speaker is in the middle of, under today's form."""
    return _draft_in(world, speaker.talk.data) if speaker.talk.topic == DRAFT else None


def parked_of(world: World, speaker: Speaker) -> tuple[Form, Draft] | None:
    """The draft that something more urgent has put aside."""
    parked = speaker.talk.data.get(talks.PARKED)
    return _draft_in(world, parked) if isinstance(parked, Mapping) else None


def _draft_in(world: World, data: Mapping[str, Any]) -> tuple[Form, Draft] | None:
    draft = Draft.from_json(dict(data))
    form = world.forms.get(draft.form)
    return (form, report_form.resume(form, draft)) if form is not None else None


async def begin(
    tx: Transaction, world: World, speaker: Speaker, form_name: str, now: datetime, brought: Brought | None = None,
    stated: Mapping[str, Answer] | None = None, unsaid: bool = False,
) -> Step:  # fmt: skip
    """Begin a report; a draft that is under way is parked. An emergency already knows its place: 本村.

    `stated`: answers that a sentence has given already. `unsaid`: typed out of nothing; left alone, a person reads it.
    """
    form, brought = world.forms[form_name], brought or Brought()
    known: dict[str, Answer] = dict(stated or {}) | ({"place": brought.place} if brought.place else {})
    if form.finish == "send":
        known.setdefault("place", {"kind": "own_village"})
    words_at = reports.words_key(form)
    if brought.words and form.question(words_at) is not None:
        known[words_at] = brought.words
    # a new draft's buttons never carry a number that a button of an older draft carries
    draft = report_form.start(form, known)
    draft = replace(draft, revision=draft.revision + speaker.talk.revision)
    held = {**brought.as_data(), **({"words": ""} if words_at in known and not unsaid else {}), "unsaid": unsaid}
    said = speaker.talk.data.get("said") if brought_by(speaker) is not None else None
    await _save(tx, form, speaker, draft, now, {**held, "said": said, **talks.carried(speaker)})
    return Step(form, draft)


async def take(tx: Transaction, world: World, speaker: Speaker, result: Draft | Fault, now: datetime) -> Step:
    """Keep what a step of the form led to; a form that sends itself is sent with its last answer."""
    form, before = _held(world, speaker)
    if isinstance(result, Fault):
        return Step(form, before, fault=result)
    if form.finish == "send" and report_form.finished(form, result):
        return Step(form, result, report_id=await send(tx, world, speaker, form, result, now))
    await _save(tx, form, speaker, result, now, speaker.talk.data)
    return Step(form, result)


async def send(tx: Transaction, world: World, speaker: Speaker, form: Form, draft: Draft, now: datetime) -> int:
    """The draft becomes a report, to which the officer may go on adding; a draft parked under it is offered again."""
    data = speaker.talk.data
    source = reports.Source(origin="tip" if data.get("tip") else "officer")
    sent = await reports.submit(
        tx, world, speaker, form, draft, now, data.get("files", ()), str(data.get("words") or ""), source,
        data.get("stated"),
    )  # fmt: skip
    await edits.remember_draft(tx, speaker, data, sent.report.id, now)
    if data.get("tip"):
        await tip_answers.reported(tx, int(data["tip"]), sent.report, now)
    waiting = data.get(talks.PARKED)
    then = {"report": sent.report.id, "key": sent.ask} | ({talks.PARKED: waiting} if waiting else {})
    await conversations.save(tx, speaker.chat_id, speaker.telegram_id, SUPPLEMENT, then, now)
    await outbox.release_reminders(tx, speaker.chat_id, now)
    parked = _draft_in(world, waiting) if waiting else None
    if parked is not None:
        to = Recipient(speaker.chat_id, speaker.language, person_id=speaker.person_id)
        offer = {"form": parked[0].name, "answered": len(parked[1].answers), "revision": parked[1].revision}
        await outbox.put(
            tx, Message("receipt", to, "draft-waiting", offer, once=f"draft-waiting:{sent.report.id}"), now
        )  # fmt: skip
    return sent.report.id


async def repeats(tx: Transaction, world: World, speaker: Speaker, draft: Draft, now: datetime) -> CaseView | None:
    """An open case that this draft may be about; None where there is none."""
    category = reports.category_of("incident", draft.answers)
    area = reports.area_of(world, speaker, draft.answers)
    at = reports.occurred_at(draft.answers) or now
    found = await duplicates.similar_to(tx, world, category, area, at, draft.answers, now)
    return await case_view.load(tx, found[0]) if found is not None else None


async def state(
    tx: Transaction, world: World, speaker: Speaker, reading: Reading, text: str, now: datetime,
    asked_text: bool = False, urgent: bool = False,
) -> Step:  # fmt: skip
    """A sentence typed into a form: what it states answers the open questions, the rest goes with the report.

    `asked_text`: the sentence itself is the answer to the question that is open. `urgent`: life is at risk, so that it
    goes out as far as it got.
    """
    form, draft = _held(world, speaker)
    own = speaker.officer.area if speaker.officer else world.places.areas[0].code
    said = answers_of(reading, own) | harm_said(reading)
    filled = report_form.fill(form, draft, {key: value for key, value in said.items() if not key.startswith("_")})
    data = dict(speaker.talk.data)
    data["stated"] = {**data.get("stated", {}), **{key: said[key] for key in said if form.question(key) is None}}
    if not asked_text:
        data["words"] = "\n".join(part for part in (data.get("words"), text) if part)
    if urgent or (form.finish == "send" and report_form.finished(form, filled)):
        held = replace(speaker, talk=replace(speaker.talk, data=data))
        return Step(form, filled, report_id=await send(tx, world, held, form, filled, now))
    await _save(tx, form, speaker, filled, now, data)
    return Step(form, filled)


def harm_said(reading: Reading) -> dict[str, Answer]:
    """有 or 无, where the figures of a sentence answer it."""
    hurt = ("dead", "missing", "injured", "injured_serious", "injured_minor", "trapped")
    figures = [figure for role in hurt if (figure := reading.people.get(role)) is not None]
    if any(figure.surely > 0 for figure in figures):
        return {"harm": "yes"}
    return {"harm": "none"} if figures and all(figure.is_zero for figure in figures) else {}


async def hold_file(
    tx: Transaction, world: World, speaker: Speaker, item: Mapping[str, Any], now: datetime
) -> tuple[Step, bool]:
    """A file that came while the form does not ask for one: kept with the draft, sent with the report.

    The second value tells whether it is the first of its album: an album is answered once.
    """
    form, draft = _held(world, speaker)
    files, album = list(speaker.talk.data.get("files", [])), item.get("group")
    first = album is None or all(each.get("group") != album for each in files)
    if all(each["unique_id"] != item["unique_id"] for each in files):
        files.append(dict(item))
    await _save(tx, form, speaker, draft, now, {**speaker.talk.data, "files": files})
    return Step(form, draft), first


async def hold_words(tx: Transaction, world: World, speaker: Speaker, text: str, now: datetime) -> Speaker:
    """Words that answer no question of an emergency go with the report as what happened. The speaker, holding them."""
    form, draft = _held(world, speaker)
    words = "\n".join(part for part in (speaker.talk.data.get("words"), text) if part)
    talk = await _save(tx, form, speaker, draft, now, {**speaker.talk.data, "words": words})
    return replace(speaker, talk=talk)


def _held(world: World, speaker: Speaker) -> tuple[Form, Draft]:
    held = draft_of(world, speaker)
    assert held is not None, "a step needs a draft"
    return held


async def drop(tx: Transaction, speaker: Speaker, now: datetime) -> None:
    """The officer gave the draft up; one that was parked under it stays."""
    await talks.close_talk(tx, speaker, now)


async def drop_parked(tx: Transaction, speaker: Speaker, now: datetime) -> None:
    """The officer gave the parked draft up; what they are in the middle of goes on."""
    data = {key: value for key, value in speaker.talk.data.items() if key != talks.PARKED}
    await conversations.save(tx, speaker.chat_id, speaker.telegram_id, speaker.talk.topic, data, now)
    await outbox.release_reminders(tx, speaker.chat_id, now)


async def take_up(tx: Transaction, world: World, speaker: Speaker, now: datetime) -> Step | None:
    """Go on with the parked draft. Its buttons get new numbers: those on the screen are of another time."""
    parked = parked_of(world, speaker)
    if parked is None:
        return None
    form, draft = parked
    draft = replace(draft, revision=speaker.talk.revision + 1)
    await _save(tx, form, speaker, draft, now, speaker.talk.data[talks.PARKED])
    return Step(form, draft)


async def _save(
    tx: Transaction, form: Form, speaker: Speaker, draft: Draft, now: datetime, with_it: Mapping[str, Any]
) -> Talk:
    """`with_it` has the files, the words and the parked draft that go along."""
    goes_along = ("files", "words", "unsaid", "stated", "tip", talks.PARKED)
    kept = {key: with_it[key] for key in goes_along if with_it.get(key)}
    # an emergency parked under a form that waits for ever still sends itself
    due_at = speaker.talk.due_at if talks.PARKED in kept and not form.idle_seconds else None
    if kept.get("unsaid") and "category" not in draft.answers:
        due_at = speaker.talk.due_at or now + UNSAID
    elif form.idle_seconds and "category" in draft.answers:
        due_at = now + timedelta(seconds=form.idle_seconds)
    data = draft.to_json() | kept | {"said": edits.said_so_far(speaker, with_it)}
    return await conversations.save(tx, speaker.chat_id, speaker.telegram_id, DRAFT, data, now, due_at)
