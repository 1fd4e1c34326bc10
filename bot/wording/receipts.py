"""What the officer reads after sending: first what saves lives, then the number, then one question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.report_types import load_forms
from bot.report_types.first_words import first_words
from bot.rules.case_view import CaseView
from bot.rules.doubts import open_doubt
from bot.rules.no_names import without_names
from bot.rules.priority import figure_of
from bot.wording import case_facts, doubt_questions, values
from bot.wording.buttons import button, rows
from bot.wording.outgoing import Saying
from bot.wording.report_taps import ReceiptTap
from bot.wording.sign_cards import is_restricted
from bot.wording.supplement_screens import quick_answers, supplement_question
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

FORM_OF = {"hazard": "hazard", "sign": "sign"}


def receipt(saying: Saying) -> Worded | None:
    """Life at risk: three short lines, the first being whom to ring. Else the number, what, who is called, what next.

    Words that nobody could read yet have gone to a person, and say so.
    """
    case: CaseView | None = saying.subject
    if case is None:
        return None
    language, called = saying.language, list(saying.values.get("called", []))
    asked, taps = next_question(case, saying.values.get("ask"), language, saying.zone, saying.now)
    if case.kind == "unread":
        text, taps = lines(words(language, _unread(case), number=case.number), _called(called, language)), []
    elif case.priority == "P0":
        text = lines(first_line(case, language), _number(case, called, language), asked)
    else:
        what = {"category": values.category_name(case.category, language), "place": values.whereabouts(case, language)}
        text = lines(
            words(language, "receipt-title", number=case.number),
            words(language, "receipt-what", **what),
            _called(called, language),
            Html(f"\n{asked}") if asked else words(language, "receipt-complete"),
        )
    return Worded(text, with_ways_back(taps, case, language))


def _unread(case: CaseView) -> str:
    """Why nobody could read it: a mark of a drill that is not on, a file without words, words that say nothing."""
    if case.answers.get("_drill_marked"):
        return "receipt-unread-drill"
    return "receipt-unread" if case.answers.get("what_happened") else "receipt-unread-file"


def first_line(case: CaseView, language: str) -> Html:
    """马上打119. The bot rings nobody, and says so."""
    said = first_words(category_behind(case))
    call = plain(language, "list-comma").join(said.call)
    people = figure_of(case.answers.get("threatened_people"))
    if case.kind == "hazard":
        number = str(people.surely) if people is not None and people.surely else ""
        key = "receipt-out-first-people" if number else "receipt-out-first"
        return words(language, key, people=number, call=call)
    return words(language, "receipt-life", call=call, words=values.name_of(said.words, language))


def category_behind(case: CaseView) -> str:
    """The incident's category; for a hazard the one it turns into."""
    category = case.answers.get("category")
    return str(category["slug"]) if isinstance(category, dict) else case.category


def _number(case: CaseView, called: list[str], language: str) -> Html:
    if not called:
        return Html(
            f"{words(language, 'receipt-title', number=case.number)} {words(language, 'receipt-nobody-called')}"
        )
    names = plain(language, "list-comma").join(called)
    place = values.whereabouts(case, language)
    return words(language, "receipt-short", number=case.number, place=place, names=names)


def _called(called: list[str], language: str) -> Html:
    if not called:
        return words(language, "receipt-nobody-called")
    return words(language, "receipt-called", names=plain(language, "list-comma").join(called))


def next_question(
    case: CaseView, key: Any, language: str, zone: ZoneInfo, now: datetime
) -> tuple[Html | None, list[list[InlineKeyboardButton]]]:
    """The one question that is open, with its buttons: a doubt about what was said, or what is still missing."""
    doubt = open_doubt(case.answers)
    if doubt is not None and doubt.key == key:
        return doubt_questions.question(doubt, language, zone, now), doubt_questions.buttons(doubt, case, language)
    question = load_forms()[FORM_OF.get(case.kind, "incident")].question(str(key)) if key else None
    if question is None:
        return None, []
    return supplement_question(question, language), quick_answers(question, case.answers, case.report_id, language)


def with_ways_back(
    taps: list[list[InlineKeyboardButton]], case: CaseView, language: str, own: bool = True
) -> InlineKeyboardMarkup | None:
    """Under every receipt: 修改, and for whoever reported it 撤回."""
    edit = button(plain(language, "button-edit-report"), ReceiptTap(report=case.report_id, act="edit"))
    withdraw = button(plain(language, "button-withdraw"), ReceiptTap(report=case.report_id, act="withdraw"))
    return rows(*taps, [edit, withdraw] if own else [edit])


def followup_receipt(saying: Saying) -> Worded | None:
    """What was taken down from a sentence about a case, who has heard it again, and the next question."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    given, language = saying.values, saying.language
    asked, taps = next_question(case, given.get("ask"), language, saying.zone, saying.now)
    name = case_facts.version_name(str(given["kind"]), int(given["ordinal"]), language)
    beside = _beside(case, given, language)
    text = lines(
        words(language, "followup-receipt", number=case.number, version=name),
        case_facts.deltas(given.get("changes", []), language),
        words(language, "followup-placed", place=values.whereabouts(case, language)) if given.get("placed") else None,
        words(language, "followup-told", names=plain(language, "list-comma").join(given.get("told", [])))
        if given.get("told")
        else None,
        words(language, "stay-out") if given.get("moved") else None,
        words(language, "followup-which", category=values.category_name(case.category, language)) if beside else None,
        Html(f"\n{asked}") if asked else None,
    )
    return Worded(
        text,
        with_ways_back([*beside, *taps, *_anew(case, given, language)], case, language, bool(given.get("own", True))),
    )


def _beside(case: CaseView, given: Mapping[str, Any], language: str) -> list[list[InlineKeyboardButton]]:
    """The other open cases that the words could be about."""
    taps = []
    for other, number, category in given.get("others", []):
        value = f"{given['version']}.{other}"
        label = plain(language, "button-meant-other", number=number, category=values.category_name(category, language))
        taps.append([button(label, ReceiptTap(report=case.report_id, act="other", value=value))])
    return taps


def _anew(case: CaseView, given: Mapping[str, Any], language: str) -> list[list[InlineKeyboardButton]]:
    """是另一件事: for words that would be a report by themselves."""
    if not given.get("anew"):
        return []
    tap = ReceiptTap(report=case.report_id, act="other", value=f"{given['version']}.0")
    return [[button(plain(language, "button-meant-new"), tap)]]


def doubt_settled(
    case: CaseView, key: str, choice: str, ask: str | None, language: str, zone: ZoneInfo, now: datetime
) -> Worded:
    """After the answer to a doubt: what was noted, and the next question."""
    asked, taps = next_question(case, ask, language, zone, now)
    label = plain(language, f"choice-{key.replace('_', '-')}-{choice}") if key != "which_area" else ""
    noted = label or values.whereabouts(case, language)
    text = lines(
        words(language, "doubt-settled", number=case.number, noted=noted), Html(f"\n{asked}") if asked else None
    )
    return Worded(text, rows(*taps))


def followup(saying: Saying) -> Worded | None:
    """Under the card in the duty room: which version, what changed, in whose words."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    given, language = saying.values, saying.language
    name = case_facts.version_name(str(given["kind"]), int(given.get("ordinal") or 0), language)
    typed = str(given.get("text") or "")
    typed = without_names(typed) if given.get("district") else typed
    said = "" if is_restricted(case) else shortened(typed, 3000)
    text = lines(
        words(language, "followup-title", number=case.number, version=name, by=shortened(str(given.get("by")), 60)),
        words(language, "followup-raised", priority=case.priority) if given.get("raised") else None,
        case_facts.deltas(given.get("changes", []), language),
        words(language, "followup-words", text=said) if said else None,
    )
    return Worded(text)


def told_version(saying: Saying) -> Worded | None:
    """The officer hears what the duty room has added to their case."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    given, language = saying.values, saying.language
    name = case_facts.version_name(str(given["kind"]), int(given["ordinal"]), language)
    by, text = shortened(str(given["by"]), 60), shortened(str(given["text"]), 1000)
    said = words(language, "told-version", number=case.number, by=by, version=name, text=text)
    return Worded(lines(said, case_facts.deltas(given.get("changes", []), language)))


WORDS = {
    "told-version": told_version,
    "receipt": receipt,
    "case-followup": followup,
    "followup-receipt": followup_receipt,
}
