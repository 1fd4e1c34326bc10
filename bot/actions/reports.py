"""Reports: stored, numbered, graded. What is sent is never lost and starts its climb at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.actions import desk, escalate
from bot.report_types import load_hazard_levels
from bot.rules.case_number import case_number
from bot.rules.completeness import missing
from bot.rules.message import Message, Recipient
from bot.rules.priority import Priority, figures_of, priority_of, priority_of_hazard
from bot.rules.report_form import Answer, Draft, Form
from bot.rules.speaker import Speaker
from bot.world import World
from storage import areas, case_log, outbox, reports
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report


@dataclass(frozen=True)
class Sent:
    """A report that has just been stored, and the key of the first question it leaves open."""

    report: Report
    ask: str | None


async def submit(
    tx: Transaction, world: World, speaker: Speaker, form: Form, draft: Draft, now: datetime,
    files: Sequence[Mapping[str, Any]] = (), words: str = "",
) -> Sent:  # fmt: skip
    """Store the report, start its climb, and write the receipt. `files` and `words` came beside the questions."""
    assert speaker.person_id is not None, "only people we know report"
    report = await _store(tx, world, speaker, form, with_words(form, draft.answers, words), now)
    media = draft.answers.get("media")
    await reports.add_evidence(
        tx, report.id, [*(media if isinstance(media, list) else []), *files], now, speaker.person_id
    )  # fmt: skip
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "reported", now, actor, {"answers": dict(report.answers)})
    await desk.keep_in_step(tx, world, report, now, new=True)
    called = await escalate.begin(tx, world, report, now)
    await escalate.send_evidence(tx, report, now)
    ask = next(iter(missing_keys(world, report)), None)
    receipt = Message(
        "receipt", Recipient(speaker.chat_id, speaker.language, person_id=speaker.person_id), "receipt",
        {"called": called, "ask": ask}, subject=f"report:{report.id}", once=f"receipt:{report.id}",
    )  # fmt: skip
    await outbox.put(tx, receipt, now)
    return Sent(report, ask)


def words_key(form: Form) -> str:
    """The question that free words answer."""
    return "description" if form.name == "hazard" else "what_happened"


def with_words(form: Form, answers: Mapping[str, Answer], words: str) -> dict[str, Answer]:
    key = words_key(form)
    said = "\n".join(str(part) for part in (answers.get(key), words) if part)
    return {**answers, key: said} if said else dict(answers)


def missing_keys(world: World, report: Report) -> list[str]:
    """What the report still lacks, the most useful question first."""
    form = world.forms["hazard" if report.kind == "hazard" else "incident"]
    return list(missing(form, report.answers))


async def _store(
    tx: Transaction, world: World, speaker: Speaker, form: Form, answers: Mapping[str, Answer], now: datetime
) -> Report:
    area = _area_of(world, speaker, answers)
    town = area[:9] if len(area) >= 9 else None
    hazard = form.name == "hazard"
    priority = priority_now(world, form.name, answers)
    place = await areas.area(tx, town or area)
    day = now.astimezone(world.settings.zone).date()
    sequence = await reports.next_number(tx, town or area, day)
    return await reports.add(
        tx,
        Report(
            number=case_number(place.name if place else area, day, sequence),
            kind="hazard" if hazard else "incident",
            category=category_of(answers),
            area=area,
            town=town,
            reporter_id=speaker.person_id or 0,
            priority=priority.level,
            priority_reason=priority.reason_key,
            answers=dict(answers) | {"_form": form.name},
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
