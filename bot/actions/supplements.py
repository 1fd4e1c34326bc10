"""What comes after a report was sent: answers, words, files. Each is a version of its own; the cards follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.actions import chain, escalate, reports, talks
from bot.rules import doubts
from bot.rules.answer_check import check
from bot.rules.completeness import FILES_CAME
from bot.rules.hearing import Heard, Way
from bot.rules.question import Answer, Fault, Question
from bot.rules.reading.intent import Intent
from bot.rules.reading.reading import Reading
from bot.rules.report_form import Draft
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, conversations, report_links
from storage import reports as stored
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report as Report

SUPPLEMENT = "supplement"


# Words that come later than this after the last word about a report may be about something new: they are asked about.
FRESH = timedelta(hours=1)


@dataclass(frozen=True)
class Brought:
    """What an officer brought along before the form began: words, files, a place; `tip`: whose words these are."""

    words: str = ""
    files: tuple[Mapping[str, Any], ...] = ()
    place: Answer | None = None
    tip: int | None = None

    def as_data(self) -> dict[str, Any]:
        files = [dict(item) for item in self.files]
        return {"words": self.words, "files": files, "place": self.place, "tip": self.tip}


def under_way(speaker: Speaker) -> int | None:
    """The report that the speaker is still adding to, or None."""
    return int(speaker.talk.data["report"]) if speaker.talk.topic == SUPPLEMENT else None


def fresh(speaker: Speaker, now: datetime) -> bool:
    """Whether a word of theirs is about that report without asking."""
    at = speaker.talk.updated_at
    return under_way(speaker) is not None and at is not None and now - at <= FRESH


async def own_report(tx: Transaction, speaker: Speaker, report_id: int) -> Report | None:
    """The speaker's own report, held until the transaction ends; None for anybody else's."""
    report = await stored.locked(tx, report_id)
    return report if report is not None and report.reporter_id == speaker.person_id else None


async def asked_report(tx: Transaction, speaker: Speaker, report_id: int) -> Report | None:
    """The report whose questions this speaker may answer: their own, or their village's that they are adding to."""
    own = await own_report(tx, speaker, report_id)
    return await villages_report(tx, speaker, report_id) if own is None and under_way(speaker) == report_id else own


async def villages_report(tx: Transaction, speaker: Speaker, report_id: int) -> Report | None:
    """Their own, or one of a colleague in the same village: A and B add to the same case in words."""
    report = await stored.locked(tx, report_id)
    if report is None or speaker.person_id is None:
        return None
    here = any(post.role == "officer" and post.area == report.area for post in speaker.posts)
    mine = here or speaker.person_id in await report_links.followers(tx, report)
    return report if mine else None


form_of = reports.form_of


async def supplement(
    tx: Transaction, world: World, speaker: Speaker, report_id: int, key: str, value: Answer | None, now: datetime,
    correcting: bool = False,
) -> tuple[Report, Question | None] | Fault:  # fmt: skip
    """Add one answer to a sent report (None: asked, not answered); the report and the question that is open next.

    `correcting`: the officer has tapped 修改 and may change what was said before.
    """
    report = await asked_report(tx, speaker, report_id)
    if report is None:
        return Fault("fault-not-your-report")
    form = form_of(world, report)
    question = form.question(key)
    if question is None or not (_may_add(report, question) or correcting):
        return Fault("fault-question-over")  # what a case is about is not changed by a tap
    if value is None:
        skipped = [*report.answers.get("_skipped", []), key]
        report.answers = {**report.answers, "_skipped": list(dict.fromkeys(skipped))}
    else:
        value = _merged(report, question, value, correcting)
        draft = Draft(form.name, {k: v for k, v in report.answers.items() if not k.startswith("_")})
        fault = check(question, value, draft.answers)
        if fault is not None:
            return fault
        # a figure tells by itself whether it is a follow-up or a correction
        retold = correcting and key in report.answers and question.kind != "count"
        said_as = Intent.CORRECTION if retold else Intent.INCIDENT_FOLLOWUP if correcting else None
        await chain.record(tx, world, speaker, report, {**report.answers, key: value}, now, said_as)
    following = reports.next_question(world, report, now)
    await wait_for(tx, speaker, report, following, now)
    return report, form.question(following) if following else None


def _may_add(report: Report, question: Question) -> bool:
    """What a form leaves open, the place within the village, and a category that nobody could name yet."""
    unnamed = question.kind == "category" and report.category == "other"
    return question.optional or question.kind == "place" or unnamed


def _merged(report: Report, question: Question, value: Answer, correcting: bool) -> Answer:
    """A pin keeps the words about the place, words keep the pin; a sign joins the signs seen before."""
    before = report.answers.get(question.key)
    if question.kind == "place" and isinstance(before, Mapping) and isinstance(value, dict):
        kept = {name: before[name] for name in ("area", "text", "lat", "lon") if name in before}
        merged = {**kept, **value}
        return merged | {"kind": "pin"} if "lat" in merged else merged
    if question.kind == "multi_choice" and not correcting and isinstance(before, list) and isinstance(value, list):
        return list(dict.fromkeys([*before, *value]))
    return value


async def wait_for(
    tx: Transaction, speaker: Speaker, report: Report, key: str | None, now: datetime, correcting: bool = False
) -> None:
    """The next word answers `key` of this report, unless the officer is in the middle of something else."""
    if speaker.talk.topic not in (None, SUPPLEMENT, talks.TYPED):
        return
    data = {"report": report.id, "key": key, **talks.carried(speaker)} | ({"correcting": True} if correcting else {})
    await conversations.save(tx, speaker.chat_id, speaker.telegram_id, SUPPLEMENT, data, now, talks.parked_due(speaker))


async def add_note(
    tx: Transaction, world: World, speaker: Speaker, report_id: int, text: str, now: datetime
) -> Report | None:
    """Words that state nothing we can read join what happened; nothing typed is lost."""
    report = await asked_report(tx, speaker, report_id)
    if report is None:
        return None
    answers = reports.with_words(form_of(world, report), report.answers, text)
    await chain.record(tx, world, speaker, report, answers, now, words=text)
    await _go_on(tx, speaker, report, now)
    return report


async def add_said(
    tx: Transaction, world: World, speaker: Speaker, report: Report, reading: Reading, text: str, now: datetime
) -> tuple[chain.Recorded, str | None]:
    """A sentence about a report: what it changed, and the key of the next question."""
    recorded = await chain.add_said(tx, world, speaker, report, reading, text, now)
    following = reports.next_question(world, report, now)
    await wait_for(tx, speaker, report, following, now)
    return recorded, following


async def take_from_answer(
    tx: Transaction, world: World, speaker: Speaker, report: Report, heard: Heard, now: datetime
) -> None:
    """What an answer to the duty room states is no longer open; its words are in the log already."""
    if heard.way is not Way.ADD or heard.case != report.id or report.state in chain.OVER:
        return
    await chain.add_said(tx, world, speaker, report, heard.reading, "", now)
    await wait_for(tx, speaker, report, reports.next_question(world, report, now), now)


async def settle_doubt(
    tx: Transaction, world: World, speaker: Speaker, report_id: int, key: str, choice: str, now: datetime
) -> tuple[Report, str | None] | Fault:
    """是指死亡吗, 哪一个莲塘村: the answer, by a tap or a word. The report and the key of the next question."""
    report = await asked_report(tx, speaker, report_id)
    if report is None:
        return Fault("fault-not-your-report")
    after = doubts.settle(report.answers, key, choice)
    if after is None:
        return Fault("tap-stale")
    if key == "which_area":
        await chain.move(tx, world, report, choice, now)
    await chain.record(tx, world, speaker, report, after, now)
    following = reports.next_question(world, report, now)
    await wait_for(tx, speaker, report, following, now)
    return report, following


async def add_media(
    tx: Transaction, speaker: Speaker, report_id: int, item: Mapping[str, Any], now: datetime
) -> Report | None:
    """A photo, video or voice for a report that was sent: kept, and shown under the card."""
    report = await villages_report(tx, speaker, report_id)
    if report is None:
        return None
    if await stored.add_evidence(tx, report.id, [item], now, speaker.person_id or 0):
        report.answers = {**report.answers, FILES_CAME: "yes"}
        actor = Actor(speaker.telegram_id, speaker.name)
        await case_log.append(tx, f"report:{report.id}", "evidence", now, actor, {"unique_id": item["unique_id"]})
        await escalate.send_evidence(tx, report, now)
        await escalate.refresh_cards(tx, report, now)
    return report


async def _go_on(tx: Transaction, speaker: Speaker, report: Report, now: datetime) -> None:
    """The question that was open stays open; the officer is still adding to this report."""
    key = speaker.talk.data.get("key") if under_way(speaker) == report.id else None
    await wait_for(tx, speaker, report, key, now)


async def same_album(tx: Transaction, speaker: Speaker, item: Mapping[str, Any], report: Report, now: datetime) -> bool:
    """Whether an earlier part of this album was acknowledged already: an album is one answer."""
    if speaker.talk.topic not in (None, SUPPLEMENT):
        return False
    album, data = item.get("group"), speaker.talk.data
    if album is not None and data.get("album") == album and data.get("report") == report.id:
        return True
    key = data.get("key") if data.get("report") == report.id else None
    then = {"report": report.id, "key": key, "album": album, **talks.carried(speaker)}
    await conversations.save(tx, speaker.chat_id, speaker.telegram_id, SUPPLEMENT, then, now, talks.parked_due(speaker))
    return False


async def remember_album(
    tx: Transaction, speaker: Speaker, item: Mapping[str, Any], report_id: int, now: datetime
) -> None:
    """A part of an album has answered a question: the parts that follow belong to the same report."""
    if item.get("group") is not None and speaker.talk.topic in (None, SUPPLEMENT):
        then = {"report": report_id, "key": None, "album": item["group"], **talks.carried(speaker)}
        await conversations.save(
            tx, speaker.chat_id, speaker.telegram_id, SUPPLEMENT, then, now, talks.parked_due(speaker)
        )


async def add_all(
    tx: Transaction, world: World, speaker: Speaker, report_id: int, brought: Brought, now: datetime
) -> Report | None:
    """What an officer said outside of a form was about an older report."""
    report = await asked_report(tx, speaker, report_id)
    if report is None:
        return None
    for item in brought.files:
        await add_media(tx, speaker, report_id, item, now)
    if brought.words:
        await add_note(tx, world, speaker, report_id, brought.words, now)
    if brought.place:
        await supplement(tx, world, speaker, report_id, "place", brought.place, now)
    data = {"report": report.id, "key": None, **talks.carried(speaker)}
    await conversations.save(tx, speaker.chat_id, speaker.telegram_id, SUPPLEMENT, data, now, talks.parked_due(speaker))
    return report
