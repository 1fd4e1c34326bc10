"""The menus of 转办, 指派 and 升级/降级, and what a tap on a request is answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.rules.case_request import Candidate, Functions, RequestView
from bot.rules.priority import LEVELS
from bot.wording import duty_screens, values
from bot.wording.buttons import button, in_columns, rows
from bot.wording.case_taps import AssignTap, DeskTap, PriorityTap, ReferTap, RequestTap
from bot.wording.request_lines import asked
from bot.wording.worded import Worded, lines, plain, shortened, words

PAGE = 8
MARKS = {"P0": "🔴", "P1": "🟠", "P2": "🔵", "P3": "⚪"}


class Case(duty_screens.Case, Protocol):
    id: int
    kind: str
    priority: str


def _leaves(case: Case, close: CallbackData, language: str) -> list[InlineKeyboardButton]:
    """返回 to the desk's menu, which only an incident has, and 收起."""
    shut = button(plain(language, "button-close-menu"), close)
    if case.kind != "incident":
        return [shut]
    return [button(plain(language, "button-back"), DeskTap(report=case.id, act="menu")), shut]


def _withdraw(request: RequestView, language: str, label: str) -> InlineKeyboardButton:
    return button(label, RequestTap(request=request.id, act="withdraw"))


def refer_menu(case: Case, found: Functions, more: bool, language: str) -> Worded:
    """Those who lead first, whether or not anybody of theirs is here; then the others who are."""
    report, number = case.id, case.number

    def function(slug: str) -> InlineKeyboardButton:
        name = values.function_name(slug, language)
        label = name if slug in found.reached else plain(language, "button-refer-nobody", name=name)
        return button(label, ReferTap(report=report, act="to", value=slug), "primary" if slug in found.lead else None)

    def tap(key: str, act: str) -> InlineKeyboardButton:
        return button(plain(language, key), ReferTap(report=report, act=act))

    shown = [*found.lead, *(found.others if more else ())]
    other = [tap("button-refer-more", "more")] if found.others and not more else []
    return Worded(
        words(language, "refer-menu", number=number),
        rows(*in_columns(map(function, shown), 2), [*other, tap("button-refer-typed", "typed")],
             _leaves(case, ReferTap(report=report, act="close"), language)),
    )  # fmt: skip


def refer_waits(case: Case, request: RequestView, language: str, zone: ZoneInfo, now: datetime) -> Worded:
    """One waits already: it may be taken back."""
    due = values.moment(request.due_at, zone, now)
    text = words(
        language, "refer-waits", number=case.number, to=asked(request, language), due=due,
        at=values.moment(request.asked_at, zone, now), by=shortened(request.asked_by, 60),
    )  # fmt: skip
    back = _withdraw(request, language, plain(language, "button-withdraw-request"))
    return Worded(text, rows([back], _leaves(case, ReferTap(report=case.id, act="close"), language)))


def assign_menu(
    case: Case, people: Sequence[Candidate], running: Sequence[RequestView], page: int, offices: bool,
    language: str,
) -> Worded:  # fmt: skip
    """A page of names; above them, who has it already and may be let go. `offices`: a department may be asked too."""
    report, pages = case.id, max((len(people) + PAGE - 1) // PAGE, 1)
    page = min(page, pages - 1)

    def turn(key: str, to: int) -> InlineKeyboardButton:
        return button(plain(language, key), AssignTap(report=report, act="page", value=to))

    names = [
        [button(_candidate(one, language), AssignTap(report=report, act="person", value=one.person_id))]
        for one in people[page * PAGE : (page + 1) * PAGE]
    ]
    back = [
        [_withdraw(one, language, plain(language, "button-release", who=asked(one, language)))] for one in running
    ]  # fmt: skip
    ways = [turn("button-page-back", page - 1)] if page else []
    ways += [turn("button-page-on", page + 1)] if page + 1 < pages else []
    office = [button(plain(language, "button-assign-office"), AssignTap(report=report, act="offices"))]
    leaves = _leaves(case, AssignTap(report=report, act="close"), language)
    text = words(language, "assign-menu" if people else "assign-nobody", number=case.number)
    return Worded(text, rows(*back, *names, ways, office if offices else [], leaves))


def office_menu(report: int, number: str, offices: Sequence[str], language: str) -> Worded:
    """Which department sees to it?"""
    taps = [
        button(values.function_name(slug, language), AssignTap(report=report, act="office", function=slug))
        for slug in offices
    ]
    back = button(plain(language, "button-back"), AssignTap(report=report, act="menu"))
    return Worded(words(language, "assign-office", number=number), rows(*in_columns(taps, 2), [back]))


def _candidate(one: Candidate, language: str) -> str:
    function = values.function_name(one.function, language) if one.function else ""
    return plain(
        language, "assign-candidate", name=shortened(one.name, 30), role=one.role, function=function,
        area=values.area_name(one.area_names, language), duty="yes" if one.on_duty else "no",
    )  # fmt: skip


def priority_menu(case: Case, language: str) -> Worded:
    taps = [
        button(
            plain(language, "button-priority", mark=MARKS[level], level=level),
            PriorityTap(report=case.id, act="to", level=level),
        )
        for level in LEVELS
        if level != case.priority
    ]
    text = words(language, "priority-menu", number=case.number, mark=MARKS[case.priority], level=case.priority)
    return Worded(text, rows(taps, _leaves(case, PriorityTap(report=case.id, act="close"), language)))


def confirm_lower(case: Case, level: str, reason: str, alone: bool, language: str) -> Worded:
    """The second tap; where the right is a leader's, it asks the leader."""
    key = "button-lower-sure" if alone else "button-lower-ask"
    sure = button(plain(language, key), PriorityTap(report=case.id, act="sure", level=level), "danger")
    keep = button(plain(language, "button-cancel"), PriorityTap(report=case.id, act="close"))
    text = lines(
        words(
            language, "lower-sure", number=case.number, before=case.priority, after=level, reason=shortened(reason, 500)
        ),
        None if alone else words(language, "lower-needs-leader"),
    )  # fmt: skip
    return Worded(text, rows([sure, keep]))


OWN = {
    "pending": "request-pending", "nobody": "request-nobody", "same": "priority-same", "stale": "tap-stale",
    "answered": "request-answered",
}  # fmt: skip


def answer(case: duty_screens.Case | None, refusal: str | None, done: str, language: str) -> str:
    """What a tap is answered: done, or why not."""
    if case is not None and refusal in OWN:
        return plain(language, OWN[refusal], number=case.number)[:200]
    return duty_screens.tap_answer(case, refusal, done, language)
