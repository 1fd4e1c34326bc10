"""会商 as messages: what an expert is asked, what the room reads of the answers, and the one line on the card.

An expert is outside of the duty room: residents' names and numbers, the caller and the reporter are left out
(突发事件应对法 arts. 83-85, personal data only as needed).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.report_types import load_categories
from bot.report_types.expert_fields import field_names
from bot.rules.can import PARTS
from bot.rules.case_view import CaseView
from bot.rules.consult_view import AskedView
from bot.rules.deadlines import ENDED
from bot.rules.no_names import without_names
from bot.wording import case_facts, values
from bot.wording.buttons import button, rows
from bot.wording.case_taps import ConsultTap, ExpertTap
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words

TOLD = ("what_happened", "what_done", "description")
SHOWN = 900
REASONS = ("busy", "not_mine", "too_little")


def consult_line(case: CaseView, language: str) -> Html | None:
    """会商 2/3 已答，最慢 12 分钟 · 等 …; None where nobody was asked."""
    view = case.desk.consult
    if view is None:
        return None
    counted = [each for each in view.requests if each.state != "withdrawn"]
    if not counted:
        return None
    comma = plain(language, "list-comma")
    slow = plain(language, "consult-slowest", minutes=str(view.slowest)) if view.slowest is not None else ""
    waits = comma.join(shortened(each.name, 20) for each in view.waiting) if case.state not in ENDED else ""
    more = plain(language, "consult-waits", names=waits) if waits else ""
    no = plain(language, "consult-cannot", number=str(len(view.refused))) if view.refused else ""
    return words(
        language, "consult-line", done=str(len(view.answered)), all=str(len(counted)), slow=slow, more=f"{no}{more}"
    )


def facts(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    """What an expert needs of a case, without anybody's name."""
    category = load_categories().get(case.category)
    restricted = category is not None and category.restricted
    told = {key: without_names(str(case.answers[key])) for key in TOLD if case.answers.get(key)}
    place = case.answers.get("place")
    where = dict(place) if isinstance(place, Mapping) else {}
    if restricted:
        where = {}
    elif where.get("text"):
        where["text"] = without_names(str(where["text"]))
    shown = replace(case, answers={**case.answers, "place": where})
    harm = case.answers.get("harm")
    pin = values.pin_of(place) if not restricted else None
    return lines(
        words(language, "card-category", value=values.category_name(case.category, language)),
        words(language, "card-place", value=values.whereabouts(shown, language)),
        words(language, "consult-pin", lat=f"{pin[0]:.5f}", lon=f"{pin[1]:.5f}") if pin else None,
        words(language, "card-time", value=values.occurred(case.answers.get("time"), language, zone, now)),
        words(language, f"card-harm-{harm}") if harm else None,
        case_facts.figures(case, language),
        *case_facts.further(case, language),
        *(
            words(language, f"card-{key.replace('_', '-')}", value=shortened(told[key], SHOWN))
            for key in told
            if not restricted
        ),
    )


def asked(saying: Saying) -> Worded | None:
    """The expert's message: facts, the question, whom to ring; its buttons go when there is nothing left to answer."""
    view: AskedView | None = saying.subject
    if view is None:
        return None
    language, case = saying.language, view.case
    phone = f" {view.asked_by_phone}" if view.asked_by_phone else ""
    question = words(language, "consult-question", text=shortened(without_names(view.question), SHOWN)) if (
        view.question
    ) else None  # fmt: skip
    text = lines(
        words(language, "consult-asked", number=case.number, by=shortened(view.asked_by, 60), phone=phone),
        facts(case, language, saying.zone, saying.now),
        question,
        _where_it_stands(view, language),
    )
    return Worded(text, rows(*expert_rows(view, language)))


def _where_it_stands(view: AskedView, language: str) -> Html:
    if view.request.state == "asked" and view.case.state in ENDED:
        return words(language, "consult-state-withdrawn")
    return words(language, f"consult-state-{view.request.state}")


def expert_rows(view: AskedView, language: str) -> list[list[InlineKeyboardButton]]:
    request = view.request
    if view.case.state in ENDED or request.state not in ("asked", "refused"):
        return []

    def tap(key: str, act: str, style: str | None = None) -> InlineKeyboardButton:
        return button(plain(language, key), ExpertTap(request=request.request_id, act=act), style)

    second = [] if request.state == "refused" else [tap("button-expert-call", "call"),
                                                    tap("button-expert-cannot", "refuse")]  # fmt: skip
    return [[tap("button-expert-answer", "answer", "success")], second]


def reminder(saying: Saying) -> Worded | None:
    view: AskedView | None = saying.subject
    if view is None or view.request.state != "asked" or view.case.state in ENDED:
        return None
    text = words(saying.language, "consult-reminder", number=view.case.number)
    return Worded(text, rows(*expert_rows(view, saying.language)))


def withdrawn(saying: Saying) -> Worded | None:
    view: AskedView | None = saying.subject
    return Worded(words(saying.language, "consult-withdrawn", number=view.case.number)) if view else None


def answer(saying: Saying) -> Worded | None:
    """One CAN block under the card: name, minutes, and on the telephone who wrote it down."""
    return _block(saying, "consult-answer")


def addition(saying: Saying) -> Worded | None:
    return _block(saying, "consult-added")


def _block(saying: Saying, key: str) -> Worded | None:
    case: CaseView | None = saying.subject
    if case is None:
        return None
    given, language = saying.values, saying.language
    employer = _in_brackets(given.get("employer"), language)
    by = plain(language, "consult-by-phone", by=shortened(str(given["by"]), 40)) if given.get("by") else ""
    head = words(
        language, key, number=case.number, name=shortened(str(given["name"]), 40), employer=employer,
        minutes=str(given.get("minutes") or 0), by=by,
    )  # fmt: skip
    said = {
        part: without_names(str(given[part])) if given.get("district") else given[part]
        for part in PARTS
        if given.get(part)
    }
    return Worded(lines(head, *can_lines(said, language)))


def _in_brackets(said: object, language: str) -> str:
    return plain(language, "in-brackets", text=shortened(str(said), 40)) if said else ""


def can_lines(given: Mapping[str, Any], language: str) -> list[Html]:
    return [words(language, f"can-{part}", text=shortened(str(given[part]), 1000)) for part in PARTS if given.get(part)]


def call(saying: Saying) -> Worded | None:
    """Somebody must ring: an expert without Telegram, or one who asked for it."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    given, language = saying.values, saying.language
    phone = _reach(given, language)
    employer = _in_brackets(given.get("employer"), language)
    key = "consult-call-wanted" if given.get("asked_for") else "consult-call"
    text = words(language, key, number=case.number, name=shortened(str(given["name"]), 40), employer=employer,
                 phone=phone)  # fmt: skip
    return Worded(text, rows([_phoned(case, int(given["request"]), language)]))


def _reach(given: Mapping[str, Any], language: str) -> Html:
    """The number; without one, the account."""
    if given.get("phone") or not given.get("telegram"):
        return escaped(str(given.get("phone") or "")) or Html(plain(language, "consult-no-phone"))
    name = escaped(shortened(str(given["name"]), 40))
    return Html(f'<a href="tg://user?id={given["telegram"]}">{name}</a>')


def _phoned(case: CaseView, request: int, language: str) -> InlineKeyboardButton:
    tap = ConsultTap(report=case.report_id, act="phoned", value=request)
    return button(plain(language, "button-consult-phoned"), tap)


def another(saying: Saying) -> Worded | None:
    """One is silent or cannot: who comes next, with a button. Nothing once there is an answer."""
    case: CaseView | None = saying.subject
    given, language = saying.values, saying.language
    if case is None or case.state in ENDED:
        return None
    request = next((r for r in (case.desk.consult.requests if case.desk.consult else ()) if
                    r.request_id == given["request"]), None)  # fmt: skip
    if request is None or request.state not in ("asked", "refused"):
        return None
    name = shortened(str(given["name"]), 40)
    if given["state"] == "refused":
        head = words(language, "consult-refused", number=case.number, name=name,
                     reason=reason_words(str(given.get("reason") or ""), language))  # fmt: skip
    else:
        phone = f" {given['phone']}" if given.get("phone") else ""
        key = "consult-not-rung" if given.get("by_phone") else "consult-silent"
        head = words(language, key, number=case.number, name=name, minutes=str(given["minutes"]), phone=phone)
    phoned = [] if given["state"] == "refused" else [_phoned(case, int(given["request"]), language)]
    if not given.get("other"):
        return Worded(lines(head, words(language, "consult-nobody-else")), rows(phoned))
    other = shortened(str(given["other_name"]), 30)
    field = field_name(given.get("other_field"), language)
    tap = ConsultTap(report=case.report_id, act="next", value=int(given["other"]))
    take = button(plain(language, "button-consult-next", name=other), tap)
    return Worded(lines(head, words(language, "consult-other", name=other, field=field)), rows([take], phoned))


def reason_words(reason: str, language: str) -> str:
    return plain(language, f"expert-why-{reason.replace('_', '-')}") if reason in REASONS else shortened(reason, 200)


def field_name(stored: str | None, language: str) -> str:
    return values.name_of(field_names(stored), language) if stored else plain(language, "expert-field-other")


WORDS = {
    "consult-asked": asked,
    "consult-reminder": reminder,
    "consult-withdrawn": withdrawn,
    "consult-answer": answer,
    "consult-added": addition,
    "consult-call": call,
    "consult-other": another,
}
