"""A report goes on: every change is a version of its own, whoever got the earlier one hears it, the cards follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.actions import command_news, desk, escalate, reports
from bot.rules.priority_by_hand import BY_HAND, raised_by_news
from bot.rules.question import Answer
from bot.rules.reading.answers import answers_of, reading_of
from bot.rules.reading.answers import kind_of as kind_of_report
from bot.rules.reading.conversation import merge
from bot.rules.reading.intent import Intent
from bot.rules.reading.reading import Reading
from bot.rules.report_chain import Change, changes, death, kind_of, reopens
from bot.rules.sign import with_plan
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, escalations, outbox
from storage import reports as stored
from storage.case_log import Actor
from storage.case_view import CARD
from storage.database import Transaction
from storage.tables import Report, ReportVersion

# From the worst down: what is said later may raise the priority by itself, lowering it takes a person.
OVER = ("closed", "false_alarm")


@dataclass(frozen=True)
class Recorded:
    """A new version, and the figures that it changed."""

    version: ReportVersion
    changes: tuple[Change, ...]


async def add_said(
    tx: Transaction, world: World, speaker: Speaker, report: Report, new: Reading, words: str, now: datetime,
    verified: bool = False,
) -> Recorded:  # fmt: skip
    """A text that adds to a case: laid over what is known; what it is silent about stays."""
    state = reading_of(report.answers, report.kind, world.vocabulary, world.places)
    merged = merge(state, new)
    said = answers_of(merged, report.area)
    if state.location is not None and new.location is not None and new.location.name_raw is None:
        said["place"] = _same_place(report.answers.get("place"), merged)
    if report.kind == "unread" and (new.category or new.hazard_type):
        report.kind = kind_of_report(merged)
    if "_passing" in said:
        said["_passing"] = {**_as_mapping(said["_passing"]), "said": words[:200]}
    answers = _laid_over(report.answers, said, "dead" in new.people)
    if _settles_place(report, answers):
        await move(tx, world, report, str(_as_mapping(answers["place"])["area"]), now)
    answers = reports.with_words(reports.form_of(world, report), answers, words)
    return await record(tx, world, speaker, report, answers, now, new.intent, words, verified)


def _same_place(before: Any, merged: Reading) -> dict[str, Any]:
    """The place stays where it was; words about where in it are added."""
    place = dict(before) if isinstance(before, Mapping) else {"kind": "own_village"}
    if merged.location is not None and merged.location.detail:
        place["text"] = merged.location.detail
    return place


def _settles_place(report: Report, answers: Mapping[str, Any]) -> bool:
    """荔城的莲塘村: which one it is was asked, and the words say so."""
    asked = _as_mapping(report.answers.get("place")).get("candidates") or ()
    return str(_as_mapping(answers.get("place")).get("area")) in asked


def _as_mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


async def move(tx: Transaction, world: World, report: Report, area: str, now: datetime) -> None:
    """The case belongs to another village; where that is another town's, its duty room is called too."""
    before, report.area, report.town = report.town, area, area[:9]
    await case_log.append(tx, _subject(report), "moved", now, words={"area": area})
    if before != report.town:
        await escalate.include(tx, world, report, ("town_duty",), now)


def _laid_over(before: Mapping[str, Any], said: Mapping[str, Answer], dead_said: bool) -> dict[str, Answer]:
    """The newest word wins; a figure that the merge dropped is gone; 有/无/不清楚 gives way to figures.

    Whether somebody has died stays asked until it is answered or said outright.
    """
    gone = {key for key in ("_hearsay", "_implied") if key not in said}
    if dead_said and "_passing" not in said:
        gone.add("_passing")
    after: dict[str, Any] = {key: value for key, value in before.items() if key not in gone} | dict(said)
    if any(key in said for key in ("dead", "injured", "trapped", "missing", "injured_serious", "injured_minor")):
        after.pop("harm", None)
    return after


async def record(
    tx: Transaction, world: World, speaker: Speaker, report: Report, answers: Mapping[str, Any], now: datetime,
    said_as: Intent | None = None, words: str | None = None, verified: bool = False,
) -> Recorded:  # fmt: skip
    """Store the version; log it; raise the priority where it got worse; tell everybody who got the earlier one."""
    answers = with_plan(report.kind, answers, now.astimezone(world.settings.zone))
    before = reports.priority_now(world, report.kind, report.answers, now).level
    found = changes(report.answers, answers)
    over = report.state in OVER
    kind = kind_of(found, said_as, report.sent_at, now, closed=over and not verified, verified=verified)
    said = stored.Said(speaker.person_id or 0, speaker.name, kind, words)
    version = await stored.revise(tx, report, answers, now, said)
    report.category = reports.category_of(report.kind, answers)
    report.occurred_at = reports.occurred_at(answers) or report.occurred_at
    actor, line = Actor(speaker.telegram_id, speaker.name), "supplemented" if kind == "supplement" else kind
    await case_log.append(tx, _subject(report), line, now, actor, _for_the_log(found, words, version))
    if over and not verified:
        await _reopen(tx, world, report, now)
    raised = await _call_whom_it_needs(tx, world, report, found, before, now)
    if kind != "supplement" or words or raised or death(found):
        await _tell(tx, speaker, report, version, found, raised, now)
    await desk.keep_in_step(tx, world, report, now)
    await escalate.refresh_cards(tx, report, now)
    return Recorded(version, found)


def _subject(report: Report) -> str:
    return f"report:{report.id}"


def _for_the_log(found: Sequence[Change], words: str | None, version: ReportVersion) -> dict[str, Any]:
    shown = {"version": version.version, "kind": version.kind, "ordinal": version.ordinal, "changes": as_data(found)}
    return shown | ({"words": words} if words else {})


def as_data(found: Sequence[Change]) -> list[list[Any]]:
    """Changes as a row of the outbox or the log keeps them: [key, before, after], counts as answers."""

    def kept(figure: Any) -> Any:
        if figure is None:
            return None
        return {"unknown": True} if figure.is_unknown else {"min": figure.min, "max": figure.max, "exact": figure.exact}

    return [[change.key, kept(change.before), kept(change.after)] for change in found]


async def _call_whom_it_needs(
    tx: Transaction, world: World, report: Report, found: Sequence[Change], before: str, now: datetime
) -> bool:
    """A graver priority begins its own ladder; a death always reaches the district. Whether it became graver."""
    priority = reports.priority_now(world, report.kind, report.answers, now)
    by_hand = report.priority_reason == BY_HAND
    raised = raised_by_news(report.priority, priority.level, before, by_hand, found)
    if raised:
        report.priority, report.priority_reason = priority.level, priority.reason_key
        await escalate.raise_priority(tx, world, report, now)
    if death(found):
        await escalate.include(tx, world, report, ("district_duty",), now)
    return raised


async def _tell(
    tx: Transaction, speaker: Speaker, report: Report, version: ReportVersion, found: Sequence[Change], raised: bool,
    now: datetime,
) -> None:  # fmt: skip
    """Under every copy of the card, aloud: an edited card makes no sound."""
    values = {
        "kind": version.kind, "ordinal": version.ordinal, "by": version.by_name or "", "text": version.words or "",
        "changes": as_data(found), "raised": raised,
    }  # fmt: skip
    once = f"version:{report.id}:{version.version}"
    await escalate.tell_the_room(tx, report, "question", "case-followup", values, once, now)
    await command_news.keep_informed(tx, report, "case-followup", values, once, now, but=speaker.telegram_id)


async def _reopen(tx: Transaction, world: World, report: Report, now: datetime) -> None:
    """补报: a closed case that changes is open again, and somebody must answer for it."""
    report.state, report.state_at = "open", now
    report.state_by = report.state_by_name = report.state_note = None
    await case_log.append(tx, _subject(report), "reopened", now)
    row = await escalations.of_report(tx, report.id)
    if row is not None:
        await escalate.begin_again(tx, world, report, row, now)


async def takes(tx: Transaction, report: Report, now: datetime) -> bool:
    """Whether a case still takes a new version: an open one always, a closed one for its days."""
    if report.state not in OVER or report.state_at is None:
        return True
    return reopens(report.category, report.state_at, report.sent_at, now)


async def told(tx: Transaction, report: Report) -> list[str]:
    """The names of those who have the case's card."""
    rows = await outbox.rows_about(tx, _subject(report), CARD)
    return list(dict.fromkeys(str(row.values.get("to") or "") for row in rows if row.edits is None))
