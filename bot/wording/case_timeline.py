"""The timeline of a case in words: who did what when, and what each version changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import locales
from bot.report_types import load_forms
from bot.rules.case_view import CaseView
from bot.rules.report_chain import COUNTS
from bot.rules.timeline import Event
from bot.wording import case_facts, values
from bot.wording.buttons import button, rows
from bot.wording.case_taps import CasesTap
from bot.wording.duty_roster import reason
from bot.wording.sign_cards import is_restricted
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

PER_PAGE = 10
LONGEST_WORDS, LONGEST_VALUE, MOST_CHANGES = 250, 120, 8
LONGEST_PRINTED = 8000


def timeline_page(
    case: CaseView, events: Sequence[Event], tap: CasesTap, language: str, zone: ZoneInfo, now: datetime
) -> Worded:
    """Page 0 has the newest; on a page the oldest stands first, as it happened."""
    pages = max((len(events) + PER_PAGE - 1) // PER_PAGE, 1)
    page = min(tap.story, pages - 1)
    end = len(events) - page * PER_PAGE
    shown = events[max(end - PER_PAGE, 0) : end]
    told = [
        _line(event, case, language, zone, before.at if before else now, now)
        for before, event in zip([None, *shown], shown, strict=False)
    ]

    def to(story: int) -> CasesTap:
        return CasesTap(act="t", report=case.report_id, page=tap.page, story=story, query=tap.query)

    ways = [
        button(plain(language, "button-earlier"), to(page + 1)) if page + 1 < pages else None,
        button(plain(language, "button-later"), to(page - 1)) if page else None,
    ]
    back = CasesTap(act="o", report=case.report_id, page=tap.page, query=tap.query)
    of = words(language, "timeline-page", page=str(pages - page), pages=str(pages)) if pages > 1 else None
    return Worded(
        lines(words(language, "timeline-title", number=case.number), of, *told),
        rows([way for way in ways if way is not None], [button(plain(language, "button-to-case"), back)]),
    )


def _line(event: Event, case: CaseView, language: str, zone: ZoneInfo, before: datetime, now: datetime) -> Html:
    """The date stands only where it is another day than in the line before (than today, in the first)."""
    said = told(event, case, language, zone, now, story=not is_restricted(case))
    return words(language, "timeline-line", at=values.moment(event.at, zone, before), what=said)


def told(event: Event, case: CaseView | None, language: str, zone: ZoneInfo, now: datetime, story: bool = True) -> Html:
    """One entry in words. Without its `story` where that may not be read; of a line that is about no case, None."""
    if event.words is None:
        return words(language, "timeline-erased")
    if not story:
        event = replace(event, words=_without_story(event.words))
    return TELL.get(event.what, _other)(event, case, language, zone, now)


_longest: ContextVar[int] = ContextVar("longest", default=LONGEST_WORDS)


@contextmanager
def in_full() -> Iterator[None]:
    """Inside, nobody's words are cut: for what is printed, not read on a phone."""
    token = _longest.set(LONGEST_PRINTED)
    try:
        yield
    finally:
        _longest.reset(token)


STORY = ("words", "text", "answer", "note", "outcome", "reason", "answers")


def _without_story(said: Mapping[str, Any]) -> dict[str, Any]:
    """What of a line may be read where the story itself may not."""
    kept = {key: value for key, value in said.items() if key not in STORY}
    if "changes" in kept:
        kept["changes"] = [change for change in kept["changes"] if change[0] in COUNTS]
    return kept


Tell = Callable[[Event, CaseView | None, str, ZoneInfo, datetime], Html]


def _by(event: Event, language: str) -> str:
    return shortened(event.by or plain(language, "timeline-program"), 60)


def _given(event: Event) -> Mapping[str, Any]:
    return event.words or {}


def _with_note(key: str, *names: str) -> Tell:
    """Who, and the first of these words that is there."""

    def tell(event: Event, case: CaseView | None, language: str, zone: ZoneInfo, now: datetime) -> Html:
        said = next((str(_given(event)[name]) for name in names if _given(event).get(name)), "")
        note = plain(language, "timeline-note", text=shortened(said, _longest.get())) if said else ""
        return words(language, key, by=_by(event, language), note=note)

    return tell


def _called(event: Event, case: CaseView | None, language: str, zone: ZoneInfo, now: datetime) -> Html:
    names = plain(language, "list-comma").join(shortened(str(name), 60) for name in _given(event).get("called") or ())
    if not names:
        return words(language, "timeline-nobody-called")
    if event.times == 1 or event.until is None:
        return words(language, "timeline-called", names=names)
    until = values.moment(event.until, zone, now)
    return words(language, "timeline-called-again", names=names, times=str(event.times), until=until)


def _answered(event: Event, case: CaseView | None, language: str, zone: ZoneInfo, now: datetime) -> Html:
    answer = _given(event).get("answer") or {}
    said = str(answer.get("text") or "")
    if not said:
        said = plain(language, "answer-pin" if answer.get("pin") else "answer-file")
    return words(language, "timeline-answered", by=_by(event, language), text=shortened(said, _longest.get()))


def _noted(event: Event, case: CaseView | None, language: str, zone: ZoneInfo, now: datetime) -> Html:
    """What was said: words, and in brackets what came with them."""
    given = _given(event)
    file, pin = given.get("file"), given.get("pin")
    with_it = [plain(language, "timeline-kind", kind=str(file.get("kind")), number="1")] if file else []
    with_it += [f"📍{float(pin[0]):.5f}, {float(pin[1]):.5f}"] if pin else []
    said = " ".join([shortened(str(given.get("text") or ""), _longest.get()), *with_it]).strip()
    note = plain(language, "timeline-note", text=said) if said else ""
    return words(language, "timeline-verb-noted", by=_by(event, language), note=note)


def _located(event: Event, case: CaseView | None, language: str, zone: ZoneInfo, now: datetime) -> Html:
    given = _given(event)
    pin = f"{float(given.get('lat') or 0):.5f}, {float(given.get('lon') or 0):.5f}"
    key = "timeline-located-forwarded" if given.get("forwarded") else "timeline-located"
    return words(language, key, by=_by(event, language), pin=pin)


def _not_delivered(event: Event, case: CaseView | None, language: str, zone: ZoneInfo, now: datetime) -> Html:
    given = _given(event)
    why = reason(str(given.get("reason") or ""), language)
    return words(language, "timeline-not-delivered", to=shortened(str(given.get("to") or ""), 60), reason=why)


def _files(event: Event, case: CaseView | None, language: str, zone: ZoneInfo, now: datetime) -> Html:
    given = _given(event)
    kinds = [
        plain(language, "timeline-kind", kind=str(kind), number=str(number))
        for kind, number in dict(given["kinds"]).items()
    ]
    marks = [
        plain(language, f"timeline-files-{mark}", number=str(given[mark]))
        for mark in ("forwarded", "kept", "big", "gone")
        if given.get(mark)
    ]
    comma = plain(language, "list-comma")
    shown = f"{comma.join(kinds)}" + (plain(language, "timeline-marks", marks=comma.join(marks)) if marks else "")
    return words(language, "timeline-files", by=_by(event, language), files=shown)


def _version(event: Event, case: CaseView | None, language: str, zone: ZoneInfo, now: datetime) -> Html:
    given = _given(event)
    kind = case_facts.version_name(str(given["kind"]), int(given["ordinal"]), language)
    changes = [change_words(case, change, language, zone, event.at) for change in given["changes"]]
    told = [change for change in changes if change]
    if len(told) > MOST_CHANGES and _longest.get() == LONGEST_WORDS:
        told = [*told[:MOST_CHANGES], Html("…")]
    shown = Html(plain(language, "timeline-semicolon").join(told))
    return words(language, "timeline-changed", kind=kind, by=_by(event, language), changes=shown)


def change_words(
    case: CaseView | None, change: Sequence[Any], language: str, zone: ZoneInfo, now: datetime
) -> Html | None:
    """死亡 未报→1. What no form asks for has no name, and is left out."""
    key, before, after = change
    if key in COUNTS:
        return case_facts.deltas([change], language)
    question = next((form.question(key) for form in load_forms().values() if form.question(key) is not None), None)
    if question is None:
        return None
    own = values.area_name(case.area_names, language) if case is not None else ""
    most = max(LONGEST_VALUE, _longest.get() - LONGEST_WORDS)

    def shown(answer: Any) -> str:
        return shortened(values.shown(question, answer, language, own, zone, now), most)

    label = values.name_of(question.label, language)
    if before is None:
        return words(language, "timeline-new", label=label, after=shown(after))
    return words(language, "timeline-delta", label=label, before=shown(before), after=shown(after))


def _scene(key: str) -> Tell:
    """A commander's short update; a file or a place without words is named by its kind."""

    def tell(event: Event, case: CaseView | None, language: str, zone: ZoneInfo, now: datetime) -> Html:
        given = _given(event)
        kind = str(given.get("kind") or "").replace("_", "-")
        said = str(given.get("text") or "") or (plain(language, f"scene-kind-{kind}") if kind else "")
        note = plain(language, "timeline-note", text=shortened(said, _longest.get())) if said else ""
        return words(language, key, by=_by(event, language), note=note)

    return tell


def _other(event: Event, case: CaseView | None, language: str, zone: ZoneInfo, now: datetime) -> Html:
    """A line of the duty room that has its own words (`timeline-verb-…`), or is shown by its name."""
    key = f"timeline-verb-{event.what.replace('_', '-')}"
    if not locales.has(key):
        return words(language, "timeline-other", by=_by(event, language), verb=event.what)
    return _with_note(key, "text", "reason", "note", "words", "query")(event, case, language, zone, now)


REQUESTS, STEPS = ("referral", "assignment", "lowering"), ("asked", "accepted", "refused", "lapsed", "withdrawn")


def _request(kind: str, step: str) -> Tell:
    """Of whom it was asked, what came of it, and why."""

    def tell(event: Event, case: CaseView | None, language: str, zone: ZoneInfo, now: datetime) -> Html:
        given = _given(event)
        why = str(given.get("reason") or "")
        note = plain(language, "timeline-note", text=shortened(why, _longest.get())) if why else ""
        to = shortened(str(given.get("to") or ""), LONGEST_VALUE)
        return words(language, "timeline-request", kind=kind, step=step, by=_by(event, language), to=to, note=note)

    return tell


def _priority(event: Event, case: CaseView | None, language: str, zone: ZoneInfo, now: datetime) -> Html:
    """From what to what, by whom, who confirmed it, why."""
    given = _given(event)
    confirmed = str(given.get("confirmed_by") or "")
    return words(
        language, "timeline-priority", by=_by(event, language), before=str(given.get("before") or ""),
        after=str(given.get("after") or ""), reason=shortened(str(given.get("reason") or ""), _longest.get()),
        leader=plain(language, "timeline-confirmed", by=shortened(confirmed, 60)) if confirmed else "",
    )  # fmt: skip


TELL: dict[str, Tell] = {
    "reported": _with_note("timeline-reported"),
    "step": _called,
    "included": _called,
    "acknowledged": _with_note("timeline-acknowledged", "note"),
    "referred": _with_note("timeline-referred", "note"),
    "false_alarm": _with_note("timeline-false-alarm", "note"),
    "closed": _with_note("timeline-closed", "note"),
    "lapsed": _with_note("timeline-lapsed", "by"),
    **{f"{kind}_{step}": _request(kind, step) for kind in REQUESTS for step in STEPS},
    "priority_raised": _priority,
    "priority_lowered": _priority,
    "asked": _with_note("timeline-asked", "text"),
    "answered": _answered,
    "located": _located,
    "noted": _noted,
    "edited": _with_note("timeline-edited", "text"),
    "intervention_given": _with_note("timeline-intervention-given", "unit"),
    "intervention_taken": _with_note("timeline-intervention-taken", "by"),
    "intervention_settled": _with_note("timeline-intervention-settled", "outcome"),
    "intervention_overdue": _with_note("timeline-intervention-overdue"),
    "caller_named": _with_note("timeline-caller-named", "name"),
    "scene_update": _scene("timeline-scene-update"),
    "support_asked": _scene("timeline-scene-support"),
    "not_delivered": _not_delivered,
    "files": _files,
    "version": _version,
}
