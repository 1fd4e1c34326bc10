"""The card of a case in the duty room, what the officer hears, and the words that go between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.report_types import load_forms
from bot.rules.case_view import CaseView
from bot.rules.completeness import missing
from bot.rules.no_names import without_names
from bot.wording import case_facts, help_cards, values
from bot.wording.case_buttons import card_keyboard
from bot.wording.case_desk import desk_lines
from bot.wording.duplicate_cards import link_lines
from bot.wording.duty_roster import reason
from bot.wording.outgoing import Saying
from bot.wording.request_lines import request_lines, taken_by
from bot.wording.sign_cards import is_restricted, plan_line, referral, sign_lines
from bot.wording.sign_cards import said as said_in
from bot.wording.worded import Html, Media, Worded, escaped, lines, plain, shortened, words

MARKS = {"P0": "🔴", "P1": "🟠", "P2": "🔵", "P3": "⚪"}
WORDS_SHOWN = 600
TOLD = ("what_happened", "what_done", "planned_text", "description")
FORM_OF = {"hazard": "hazard", "sign": "sign"}


def card(saying: Saying) -> Worded | None:
    """The whole card; its buttons are those that the case still takes."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    shown = for_district(case) if saying.values.get("district") else case
    text = card_text(shown, saying.language, saying.zone, saying.now)
    return Worded(text, card_keyboard(case, saying.language, saying.values.get("roles")))


def for_district(case: CaseView) -> CaseView:
    """As the district reads it: the names of residents are left out of the words (突发事件应对法 art. 83)."""
    told: dict[str, Any] = {key: without_names(str(case.answers[key])) for key in TOLD if case.answers.get(key)}
    place = case.answers.get("place")
    if isinstance(place, Mapping) and place.get("text"):
        told["place"] = {**place, "text": without_names(str(place["text"]))}
    links = tuple(replace(link, text=without_names(link.text)) for link in case.links)
    return replace(case, answers={**case.answers, **told}, links=links)


def card_text(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    """Which case, who has it, what is asked of whom; then what happened, where, and what is known."""
    mark, title = MARKS[case.priority], f"card-title-{case.kind}"
    waits = case.state == "open"
    return lines(
        words(language, title, mark=mark, priority=case.priority, number=case.number),
        _joined(state_line(case, language, zone, now), _elapsed(case, language, zone, now) if waits else None),
        request_lines(case, language, zone, now),
        _line(language, "card-category", f"{values.category_name(case.category, language)}{_level(case, language)}"),
        _joined(_line(language, "card-place", values.whereabouts(case, language)), _map(case, language)),
        _joined(_happened(case, language, zone, now), None if waits else _elapsed(case, language, zone, now)),
        case_facts.figure_lines(case, language),
        plan_line(case, language, zone, now),
        _text(case, language),
        words(language, "card-evidence", number=str(case.evidence)) if case.evidence else None,
        _lead(case, language),
        _reporter(case, language),
        _lacking(case, language),
        sign_lines(case, language, zone, now),
        link_lines(case, language, zone, now),
        desk_lines(case, language, zone, now),
    )


def _joined(*parts: Html | None) -> Html | None:
    """On one line, as far as there are any."""
    return Html(" · ".join(part for part in parts if part)) or None


def _happened(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    """When it happened; a hazard has not happened yet."""
    if case.kind != "incident":
        return None
    return _line(language, "card-time", values.occurred(case.answers.get("time"), language, zone, now))


def _elapsed(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    span = values.elapsed(now - case.sent_at, language)
    return words(language, "card-elapsed", at=values.moment(case.sent_at, zone, now), span=span)


def _line(language: str, key: str, value: str) -> Html:
    return words(language, key, value=value)


def _level(case: CaseView, language: str) -> str:
    level = case.answers.get("level")
    return f" · {values.choice(_question(case, 'level'), str(level), language)}" if level else ""


def _question(case: CaseView, key: str) -> Any:
    form = load_forms()[FORM_OF.get(case.kind, "incident")]
    return form.question(key)


def _map(case: CaseView, language: str) -> Html | None:
    """A link to the pin; where there is none, to the area's own point, and said so."""
    pin = values.pin_of(case.answers.get("place"))
    point = pin or case.area_pin
    if point is None:
        return None
    url = f"https://www.openstreetmap.org/?mlat={point[0]:.5f}&amp;mlon={point[1]:.5f}#map=16/{point[0]:.5f}/{point[1]:.5f}"
    return words(language, "card-map-pin" if pin else "card-map-area", url=Html(url))


def _text(case: CaseView, language: str) -> Html | None:
    keys = ("what_happened", "what_done", "planned_text", "description")
    said = [
        words(language, f"card-{key.replace('_', '-')}", value=shortened(said_in(case, key), WORDS_SHOWN))
        for key in keys
        if case.answers.get(key) and said_in(case, key)
    ]
    signs = case.answers.get("signs")
    if signs:
        named = plain(language, "list-comma").join(
            values.choice(_question(case, "signs"), slug, language) for slug in signs
        )
        said.insert(0, words(language, "card-signs", value=named))
    return lines(*said) if said else None


def _lead(case: CaseView, language: str) -> Html | None:
    """Who is to see to it, until somebody does. An early sign's referral says who, and in which order."""
    if (case.kind == "sign" and referral(case) is not None) or case.state not in ("open", "acknowledged"):
        return None
    return _line(language, "card-lead", values.functions_of(case.category, language))


def _reporter(case: CaseView, language: str) -> Html:
    if case.origin == "help":
        return help_cards.resident(case, language)
    role = plain(language, "role-officer-rank" if case.reporter_rank else "role-officer", rank=case.reporter_rank or "")
    if case.origin == "duty" and case.keyed_by_name is None and case.reporter_rank is None:
        role = plain(language, "role-duty")  # somebody who is no officer called the duty desk
    phone = case.reporter_phone
    # tap-to-call: Telegram makes a number in +86… form callable by itself
    call = escaped(phone) if phone else words(language, "card-no-phone")
    if case.reporter_telegram:
        name = Html(f'<a href="tg://user?id={case.reporter_telegram}">{escaped(shortened(case.reporter_name, 60))}</a>')
    else:
        name = escaped(shortened(case.reporter_name, 60))
    return words(language, "card-reporter", role=role, name=name, phone=call)


def _lacking(case: CaseView, language: str) -> Html | None:
    form = load_forms()[FORM_OF.get(case.kind, "incident")]
    labels = [
        values.name_of(question.label, language)
        for key in missing(form, case.answers)
        if (question := form.question(key))
    ]
    return words(language, "card-missing", value=plain(language, "list-comma").join(labels)) if labels else None


def state_line(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    if case.state == "open" or case.state_at is None:
        return words(language, "card-open")
    taken, at = taken_by(case), values.moment(case.state_at, zone, now)
    if taken is not None:
        by, who = shortened(taken.asked_by, 60), shortened(taken.answered_by or "", 60)
        to = values.function_name(taken.function or "", language)
        return words(language, "card-referred-taken", by=by, to=to, who=who, at=at)
    return words(
        language, f"card-{case.state.replace('_', '-')}", by=shortened(case.state_by_name or "", 60),
        at=at, note=case.state_note or "",
    )  # fmt: skip


def again(saying: Saying) -> Worded | None:
    """Called once more: short, with the same buttons, under the first card."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    language = saying.language
    case = for_district(case) if saying.values.get("district") else case
    text = lines(
        words(
            language, "again-title" if case.state == "open" else "again-settled", number=case.number,
            mark=MARKS[case.priority], span=values.elapsed(saying.now - (case.state_at or case.sent_at), language),
            category=values.category_name(case.category, language), place=values.whereabouts(case, language),
        ),
        None if case.state == "open" else state_line(case, language, saying.zone, saying.now),
    )  # fmt: skip
    return Worded(text, card_keyboard(case, language, saying.values.get("roles")))


def reporter_told(saying: Saying) -> Worded | None:
    """The officer hears who took the report, where it went, or why it was called a false alarm."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    given = saying.values
    key = f"told-{str(given['state']).replace('_', '-')}"
    phone = str(given.get("phone") or "")
    return Worded(
        words(
            saying.language, key, number=case.number, by=str(given.get("by") or ""), note=str(given.get("note") or ""),
            phone=f" {phone}" if phone else "",
        )
    )  # fmt: skip


def question(saying: Saying) -> Worded | None:
    case: CaseView | None = saying.subject
    number = case.number if case else ""
    return Worded(
        words(
            saying.language,
            "question",
            number=number,
            by=saying.values["by"],
            text=shortened(saying.values["text"], 3000),
        )
    )


def officers_answer(saying: Saying) -> Worded | None:
    given, language = saying.values, saying.language
    case: CaseView | None = saying.subject
    said = str(given.get("text") or "")
    item = given.get("item")
    without_words = plain(language, "answer-pin" if given.get("pin") else "answer-file")
    text = words(
        language, "officers-answer", number=case.number if case else "", by=given["by"],
        question=shortened(str(given["question"]), 200), text=shortened(said, 700 if item else 3000) or without_words,
    )  # fmt: skip
    return Worded(text, media=Media(item["kind"], item["file_id"]) if item else None)


def officers_pin(saying: Saying) -> Worded | None:
    pin = saying.values.get("pin")
    return Worded(Html(""), pin=(float(pin[0]), float(pin[1]))) if pin else None


def evidence(saying: Saying) -> Worded | None:
    """A file of the report under its card; a forwarded one is marked as not original. The district reads no names."""
    given, language = saying.values, saying.language
    case: CaseView | None = saying.subject
    key = "evidence-forwarded" if given.get("forwarded") else "evidence"
    typed = str(given.get("caption") or "")
    hidden = case is not None and is_restricted(case)
    typed = "" if hidden else without_names(typed) if given.get("district") else typed
    caption = words(language, key, number=case.number if case else "", text=shortened(typed, 700))
    return Worded(caption, media=Media(str(given["kind"]), str(given["file_id"])))


def alarm(key: str) -> Callable[[Saying], Worded]:
    """An alarm is its message with the row's values; a reason word is put into words."""

    def said(saying: Saying) -> Worded:
        given = dict(saying.values)
        if "reason" in given:
            given["reason"] = reason(str(given["reason"]), saying.language)
        return Worded(words(saying.language, key, **given))

    return said


WORDS = {
    "case-card": card,
    "case-again": again,
    "case-evidence": evidence,
    "reporter-told": reporter_told,
    "question": question,
    "officers-answer": officers_answer,
    "officers-pin": officers_pin,
    "alarm-group-lost": alarm("alarm-group-lost"),
    "alarm-channel-lost": alarm("alarm-channel-lost"),
    "alarm-set-aside": alarm("alarm-set-aside"),
    "alarm-nobody-to-call": alarm("alarm-nobody-to-call"),
    "alarm-not-sent": alarm("alarm-not-sent"),
    "sorry-fault": alarm("sorry-fault"),
}
