"""The message with 接受 and 不接受, what comes of it, and what the reporter hears."""

from __future__ import annotations

from dataclasses import replace

from bot.rules.case_view import CaseView
from bot.rules.deadlines import ENDED
from bot.rules.no_names import without_names
from bot.rules.request_card import RequestCard
from bot.wording import values
from bot.wording.buttons import button, rows
from bot.wording.case_cards import MARKS, card_text
from bot.wording.case_taps import DeskTap, ReferTap, RequestTap
from bot.wording.outgoing import Saying
from bot.wording.request_lines import asked
from bot.wording.sign_cards import is_restricted
from bot.wording.worded import TEXT_LIMIT, Html, Worded, escaped, lines, plain, shortened, words


def request_message(saying: Saying) -> Worded | None:
    """To whoever was asked: the case, until when, two buttons; then what came of it."""
    card: RequestCard | None = saying.subject
    if card is None:
        return None
    request, language = card.request, saying.language
    due = values.moment(request.due_at, saying.zone, saying.now)
    by = shortened(request.asked_by, 60)
    if not request.waits or card.over:
        return _over(card, language)
    title = words(
        language, f"request-title-{request.kind}", by=by, due=due, to=asked(request, language),
        number=card.case.number, level=request.level or "", before=card.case.priority,
        reason=shortened(request.reason or "", 500),
    )  # fmt: skip
    accept = button(plain(language, "button-accept"), RequestTap(request=request.id, act="accept"), "success")
    refuse = button(plain(language, "button-refuse"), RequestTap(request=request.id, act="refuse"))
    text = lines(title, card_text(card.case, language, saying.zone, saying.now))
    if len(text) > TEXT_LIMIT:  # the card alone may fill a message
        text = lines(title, _short(card.case, language))
    return Worded(text, rows([accept, refuse]))


def _short(case: CaseView, language: str) -> Html:
    category, place = values.category_name(case.category, language), values.whereabouts(case, language)
    mark = MARKS[case.priority]
    return words(language, "again-settled", mark=mark, number=case.number, category=category, place=place)


def _why(case: CaseView, text: str, district: object) -> str:
    """Somebody's reason, for a whole group to read."""
    return shortened(without_names(text) if district or is_restricted(case) else text, 500)


def _over(card: RequestCard, language: str) -> Worded:
    request, state = card.request, "over" if card.over else card.request.state
    who = shortened(request.answered_by or "", 60)
    return Worded(words(
        language, f"request-now-{state}", number=card.case.number, who=who, answer=shortened(request.answer or "", 500),
    ))  # fmt: skip


def refer_menu(saying: Saying) -> Worded | None:
    """The menu from which it was asked, after the answer: what came of it, and the way back. None while it waits."""
    card: RequestCard | None = saying.subject
    if card is None or (card.request.waits and not card.over):
        return None
    language, case = saying.language, card.case
    answer = _why(case, card.request.answer or "", saying.values.get("district"))
    text = _over(replace(card, request=replace(card.request, answer=answer)), language).text
    again = button(plain(language, "button-refer"), ReferTap(report=case.report_id, act="menu"))
    back = button(plain(language, "button-back"), DeskTap(report=case.report_id, act="menu"))
    close = button(plain(language, "button-close-menu"), ReferTap(report=case.report_id, act="close"))
    refers = [again] if case.state not in ENDED and card.request.state != "accepted" else []
    return Worded(text, rows(refers, [*([back] if case.kind == "incident" else []), close]))


def told(saying: Saying) -> Worded | None:
    """Accepted, refused, lapsed or withdrawn; a refusal and a lapse name whoever asked, so that their phone rings."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    given, language = saying.values, saying.language
    by = escaped(shortened(str(given.get("by") or ""), 60))
    if given.get("state") in ("refused", "lapsed") and given.get("by_id"):
        by = Html(f'<a href="tg://user?id={int(given["by_id"])}">{by}</a>')
    function = given.get("function")
    to = values.function_name(str(function), language) if function else shortened(str(given.get("name") or ""), 60)
    answer = str(given.get("answer") or "")
    text = words(
        language, f"request-told-{given['kind']}-{given['state']}", number=case.number, by=by, to=to,
        who=shortened(str(given.get("who") or ""), 60), minutes=str(given.get("minutes")),
        level=str(given.get("level") or ""),
        answer=_why(case, answer, given.get("district")),
    )  # fmt: skip
    goes_on = words(language, "request-climb-goes-on") if _climbs(case, str(given["state"])) else None
    return Worded(lines(text, goes_on))


def _climbs(case: CaseView, state: str) -> bool:
    return case.state == "open" and state in ("refused", "lapsed")


def reporter_told(saying: Saying) -> Worded | None:
    """The officer hears which function took it, who answers there, and their number."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    given, language = saying.values, saying.language
    phone = str(given.get("phone") or "")
    return Worded(words(
        language, "referral-taken", number=case.number, by=shortened(str(given.get("by") or ""), 60),
        to=values.function_name(str(given.get("function") or ""), language),
        who=shortened(str(given.get("who") or ""), 60), phone=f" {phone}" if phone else "",
    ))  # fmt: skip


def priority_set(saying: Saying) -> Worded | None:
    """Under every copy of the card, aloud: from what to what, by whom, why."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    given, language = saying.values, saying.language
    reason = str(given.get("reason") or "")
    confirmed = str(given.get("confirmed_by") or "")
    return Worded(lines(
        words(
            language, "priority-raised" if given.get("raised") else "priority-lowered", number=case.number,
            mark=MARKS[str(given["after"])], before=str(given["before"]), after=str(given["after"]),
            by=shortened(str(given.get("by") or ""), 60),
            reason=_why(case, reason, given.get("district")),
        ),
        words(language, "priority-confirmed", by=shortened(confirmed, 60)) if confirmed else None,
    ))  # fmt: skip


WORDS = {
    "case-request": request_message, "request-told": told, "referral-taken": reporter_told,
    "priority-set": priority_set, "refer-menu-now": refer_menu,
}  # fmt: skip
