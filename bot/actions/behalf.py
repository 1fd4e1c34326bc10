"""代报 and one-line codes: somebody has phoned, somebody else types. Both names and the true time of the call are kept.

An officer types for a villager; a duty member for an officer (who then is the reporter) or for anybody else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.actions import desk, escalate, reports, spoken
from bot.actions.people import GroupPlace, note_person
from bot.actions.reach import reach
from bot.actions.reports import Source
from bot.report_types.sms_codes import load_sms_codes
from bot.rules.behalf import Call
from bot.rules.doubts import open_doubt
from bot.rules.hearing import Ear, Way, hear
from bot.rules.message import Message, Recipient
from bot.rules.places import Places
from bot.rules.question import Answer, Fault
from bot.rules.reading.answers import answers_of, kind_of
from bot.rules.roles import contains, may
from bot.rules.sms_code import Coded, looks_like_code, read_code
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, outbox, people
from storage import reports as stored
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report

KEY_IN = "key_in"


@dataclass(frozen=True)
class Typed:
    """What a line became: `report` (and the question it leaves open), or why not. `again`: it reports nothing."""

    report: Report | None = None
    ask: str | None = None
    fault: Fault | None = None
    again: bool = False


def from_officer(speaker: Speaker) -> bool:
    """An officer in private types for a villager."""
    return speaker.private and may(speaker, "report")


async def desk_area(tx: Transaction, speaker: Speaker, group: GroupPlace | None) -> str | None:
    """The area whose duty desk the speaker sits at, here; None for anybody who may not key in for others."""
    if group is not None:
        own = group.function is None and may(speaker, KEY_IN, group.area, group.area)
        return group.area if own else None
    found = await reach(tx, speaker, group, KEY_IN) if speaker.private else ()
    return found[0] if found else None


# --- an officer for a villager ---


async def for_villager(tx: Transaction, world: World, speaker: Speaker, call: Call, words: str, now: datetime) -> Typed:
    """Read by the rules of any sentence; what adds to a case of the officer's joins it."""
    said = spoken.Said(words)
    heard = await spoken.listen(tx, world, speaker, said, now)
    source = Source(origin="behalf", caller_name=call.name, caller_phone=call.phone, learned_at=call.at)
    match heard.way:
        case Way.FILE | Way.DRILL_OR_REAL:
            extra: dict[str, Answer] = {"_drill_doubt": "yes"} if heard.way is Way.DRILL_OR_REAL else {}
            filed = await spoken.file(tx, world, speaker, heard.reading, said, now, heard.threat, extra, source)
            return Typed(filed, reports.next_question(world, filed, now))
        case Way.UNREAD | Way.CATEGORY:
            return Typed(await spoken.file_unread(tx, world, speaker, said, now, source=source))
        case Way.ADD | Way.DRILL:
            return Typed(await spoken.act(tx, world, speaker, heard, said, now))
        case _:
            return Typed(again=True)


async def name_caller(
    tx: Transaction, world: World, speaker: Speaker, report_id: int, call: Call, now: datetime
) -> Report | None:
    """The caller of a report that is out already; the time of the call moves its clocks."""
    report = await stored.locked(tx, report_id)
    if report is None or report.reporter_id != speaker.person_id or report.origin not in ("behalf", "duty"):
        return None
    report.caller_name, report.caller_phone = call.name or report.caller_name, call.phone or report.caller_phone
    report.learned_at = call.at or report.learned_at
    said = {"name": call.name, "phone": call.phone, "at": call.at.isoformat() if call.at else None}
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "caller_named", now, actor, said)
    await desk.keep_in_step(tx, world, report, now)
    await escalate.refresh_cards(tx, report, now)
    return report


# --- the duty desk for whoever calls ---


async def officers_called(tx: Transaction, area: str, name: str | None) -> list[tuple[int, str, str]]:
    """Officers of this area whose name was typed: person, name, village."""
    if not name:
        return []
    found = await people.officers_within(tx, [area])
    named = {person.id: (person.id, person.name, post.area) for person, post in reversed(found) if person.name in name}
    return sorted(named.values())


async def key_in(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, area: str, call: Call,
    officer: int | None, words: str, now: datetime,
) -> Typed:  # fmt: skip
    """A sentence or a code, by a duty member of `area`; `officer` is who called, where it is one of the roster."""
    speaker = replace(speaker, person_id=await note_person(tx, speaker, now))
    caller = await _officer(tx, officer, area) if officer else None
    home = caller.officer.area if caller is not None and caller.officer is not None else area
    if looks_like_code(words):
        coded = read_code(words, load_sms_codes())
        if isinstance(coded, Fault):
            return Typed(fault=coded)
        kind, answers = _of_code(coded, world.places, home)
    else:
        heard = hear(words, Ear(world.vocabulary, world.places, home), now.astimezone(world.settings.zone))
        if heard.way is not Way.FILE:
            return Typed(again=True)
        kind, answers = kind_of(heard.reading), answers_of(heard.reading, home)
    answers = _placed(answers, home, area)
    answers = reports.with_words(world.forms[reports.FORMS_OF_KINDS[kind]], answers, words)
    source = Source(
        origin="duty", spoken=True, words=words, caller_name=caller.name if caller else call.name,
        caller_phone=call.phone or (caller.phone if caller else None), learned_at=call.at,
        told=caller is not None and bool(caller.telegram_id),
        keyed_by=Actor(speaker.telegram_id, speaker.name) if caller else None,
    )  # fmt: skip
    sent = await reports.file(tx, world, caller or speaker, kind, answers, now, (), source)
    await _confirm(tx, speaker, group, sent.report, now)
    return Typed(sent.report)


async def key_in_code(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, area: str, line: str, now: datetime
) -> Typed:
    """`H3 2 0 高滩`: a line that is no code is refused, whatever else it says."""
    read = read_code(line, load_sms_codes())
    if isinstance(read, Fault):
        return Typed(fault=read)
    return await key_in(tx, world, speaker, group, area, Call(), None, line, now)


async def _officer(tx: Transaction, person_id: int, area: str) -> Speaker | None:
    """The officer who called, as the one who reports."""
    person = await people.person(tx, person_id)
    posts = await people.posts_of(tx, person_id) if person else ()
    here = tuple(post for post in posts if post.role == "officer" and contains(area, post.area))
    if person is None or not here:
        return None
    telegram = person.telegram_id or 0
    return Speaker(
        telegram, person.name, person.language, telegram, True, person_id=person.id, phone=person.phone, posts=here
    )  # fmt: skip


def _of_code(coded: Coded, places: Places, home: str) -> tuple[str, dict[str, Answer]]:
    """A code as answers. A place of several names is asked about, as in a sentence."""
    found = places.find(coded.place, home)
    near = [each for each in found.candidates if contains(home[:9], each.code)]
    candidates = near if len(near) == 1 else list(found.candidates)
    place: dict[str, Any] = {"kind": "area", "area": candidates[0].code if candidates else home}
    if not candidates or found.detail:
        place["text"] = found.detail if candidates else coded.place
    if len(candidates) > 1:
        place["candidates"] = [each.code for each in candidates]
    slug = coded.code.slug
    what: Mapping[str, Answer] = (
        {"type": slug, "level": "general"} if coded.code.is_hazard else {"category": {"slug": slug}}
    )
    traits: dict[str, Answer] = {} if coded.code.is_hazard else {"_traits": []}
    return "hazard" if coded.code.is_hazard else "incident", {**what, "place": place, **coded.counts, **traits}


def _placed(answers: Mapping[str, Answer], home: str, area: str) -> dict[str, Answer]:
    """Where nothing was said of the place, it is the caller's village, else the duty desk's area."""
    place = answers.get("place")
    if isinstance(place, dict) and place.get("kind") == "own_village":
        place = {**place, "kind": "area", "area": home if contains(area, home) else area}
        return {**answers, "place": place}
    return dict(answers)


async def _confirm(tx: Transaction, speaker: Speaker, group: GroupPlace | None, report: Report, now: datetime) -> None:
    """Whoever keyed it in sees the number here, and is asked which village where the name has several."""
    own = report.reporter_id == speaker.person_id
    doubt = open_doubt(report.answers) if own else None
    person = speaker.person_id if speaker.private else None
    to = Recipient(
        speaker.chat_id, group.language if group else speaker.language, group.thread_id if group else None, person
    )
    values = {"ask": doubt.key if doubt is not None and doubt.key == "which_area" else None}
    once = f"keyed:{report.id}"
    await outbox.put(tx, Message("receipt", to, "behalf-receipt", values, f"report:{report.id}", once=once), now)
