"""What an early sign's card shows beside a case's: the plan with its time, the referral, 提前介入 and its buttons."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.report_types import load_categories
from bot.report_types.referrals import load_referrals, load_units
from bot.rules.case_view import CaseView
from bot.rules.deadlines import ENDED
from bot.rules.intervention import QUICK_DAYS, RUNNING, overdue
from bot.rules.no_names import without_names
from bot.rules.referral import Referral, Unit, referral_of
from bot.rules.roles import allows
from bot.wording import values
from bot.wording.buttons import button, in_columns, rows
from bot.wording.outgoing import Saying
from bot.wording.report_taps import SignTap
from bot.wording.worded import Html, Worded, lines, plain, shortened, words


def is_restricted(case: CaseView) -> bool:
    """Whose story stays out of what a whole group reads: a name cannot be told from other words for certain."""
    category = load_categories().get(case.category)
    return case.kind == "sign" and category is not None and category.restricted


def said(case: CaseView, key: str) -> str:
    """The officer's words as the card shows them; none of a restricted sign."""
    return "" if is_restricted(case) else str(case.answers.get(key) or "")


def plan_line(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    """When and where they mean to do it, as far as it was said."""
    plan = case.answers.get("planned")
    if case.kind != "sign" or not isinstance(plan, Mapping):
        return None
    at = values.moment(datetime.fromisoformat(plan["at"]), zone) if plan.get("at") else ""
    parts = [part for part in (at, str(plan.get("place") or "")) if part]
    return words(language, "sign-plan", value=" · ".join(parts)) if parts else None


def referral(case: CaseView) -> Referral | None:
    texts = [str(case.answers.get(key) or "") for key in ("description", "planned_text")]
    return referral_of(load_referrals(), case.category, texts)


def unit_name(slug: str | None, typed: str | None, language: str) -> str:
    unit = load_units().get(slug or "")
    return values.name_of(unit.names, language) if unit else shortened(typed or "", 60)


def sign_lines(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    """Referral, and where 提前介入 stands. None for anything else than an early sign."""
    if case.kind != "sign":
        return None
    became = plain(language, "list-comma").join(case.became)
    return lines(
        _referral_line(case, language),
        _task_line(case, language, zone, now),
        words(language, "sign-restricted") if is_restricted(case) else None,
        words(language, "sign-became", numbers=became) if became else None,
    )  # fmt: skip


def _referral_line(case: CaseView, language: str) -> Html | None:
    found = referral(case)
    if found is None:
        return None

    def names(units: Iterable[Unit]) -> str:
        return plain(language, "list-comma").join(values.name_of(unit.names, language) for unit in units)

    kind = values.name_of(found.names, language)
    return words(language, "sign-referral", kind=kind, first=names(found.first), then=names(found.then))


def _task_line(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    task = case.intervention
    if task is None or task.state == "passed_on":
        return None
    given: dict[str, Any] = {
        "unit": unit_name(task.unit_slug, task.unit, language), "due": values.moment(task.due_at, zone),
        "by": shortened(task.taken_by or task.given_by, 60), "outcome": shortened(said_outcome(case), 300),
    }  # fmt: skip
    line = words(language, f"intervention-{task.state}", **given)
    if not overdue(task.state, task.due_at, now):
        return line
    return lines(line, words(language, "intervention-late", span=values.elapsed(now - task.due_at, language)))


def said_outcome(case: CaseView) -> str:
    outcome = (case.intervention.outcome if case.intervention else None) or ""
    return without_names(outcome) if is_restricted(case) else outcome


def sign_rows(case: CaseView, language: str, roles: Collection[str] | None = None) -> list[list[InlineKeyboardButton]]:
    """The buttons of the task, as far as these roles may; none once the case is over."""
    if case.kind != "sign" or case.state in ENDED:
        return []

    def tap(act: str, style: str | None = None) -> InlineKeyboardButton:
        return button(
            plain(language, f"button-sign-{act.replace('_', '-')}"), SignTap(report=case.report_id, act=act), style
        )

    names = [tap("names")] if is_restricted(case) and allows(roles, "see_names") else []
    task, gives = case.intervention, allows(roles, "give_intervention")
    if task is None or task.state not in RUNNING:
        return [[*([tap("step_in")] if gives else []), *names]]
    if not allows(roles, "take_intervention"):
        return [names]
    take = [tap("take", "success"), tap("taker")] if task.state == "given" else [tap("taker")]
    return [take, [tap("outcome"), *([tap("again")] if gives else []), *names]]


def unit_menu(case: CaseView, language: str) -> Worded:
    """Who steps in? Those of the table first; any other is typed."""
    found = referral(case)
    taps = [
        button(values.name_of(unit.names, language), SignTap(report=case.report_id, act="unit", value=unit.slug))
        for unit in (found.units if found else ())
    ]
    typed = button(plain(language, "button-sign-other"), SignTap(report=case.report_id, act="other"))
    close = button(plain(language, "button-cancel"), SignTap(report=case.report_id, act="close"))
    return Worded(words(language, "sign-who", number=case.number), rows(*in_columns(taps, 2), [typed, close]))


def days_menu(report: int, number: str, slug: str, unit: str, usual: int, language: str) -> Worded:
    """By when? The usual number of days first. `slug` is empty for a typed unit."""
    choices = dict.fromkeys((usual, *QUICK_DAYS))
    taps = [
        button(
            plain(language, "sign-days", days=str(days)), SignTap(report=report, act="days", value=f"{slug}.{days}"),
            "primary" if days == usual else None,
        )
        for days in choices
    ]  # fmt: skip
    back = button(plain(language, "button-back"), SignTap(report=report, act="again_menu"))
    close = button(plain(language, "button-cancel"), SignTap(report=report, act="close"))
    return Worded(words(language, "sign-when", number=number, unit=unit), rows(*in_columns(taps, 4), [back, close]))


def given(number: str, slug: str | None, unit: str | None, days: int, language: str) -> Worded:
    name = unit_name(slug, unit, language)
    return Worded(words(language, "sign-given", number=number, unit=name, days=str(days)))


def names_note(case: CaseView, language: str) -> str:
    """For the tapper's eyes alone: a window of at most 200 characters."""
    texts = [str(case.answers.get(key) or "") for key in ("description", "planned_text")]
    return shortened(" ".join(text for text in texts if text) or plain(language, "value-open"), 200)


def told(saying: Saying) -> Worded | None:
    """The officer hears who steps in, who took it, and what came of it."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    given, language = saying.values, saying.language
    due = values.moment(datetime.fromisoformat(str(given["due"])), saying.zone)
    unit, by = unit_name(given.get("unit_slug"), given.get("unit"), language), shortened(str(given.get("by") or ""), 60)
    text = words(
        language, f"intervention-told-{given['step']}", number=case.number, due=due, unit=unit, by=by,
        outcome=shortened(str(given.get("outcome") or ""), 1000),
    )  # fmt: skip
    return Worded(text)


def overdue_note(saying: Saying) -> Worded | None:
    """Under the card, once a day. Nothing, when it was settled meanwhile."""
    case: CaseView | None = saying.subject
    task = case.intervention if case else None
    if case is None or task is None or not overdue(task.state, task.due_at, saying.now + timedelta(seconds=1)):
        return None
    language = saying.language
    text = words(
        language, "intervention-overdue", number=case.number, unit=unit_name(task.unit_slug, task.unit, language),
        by=shortened(task.taken_by or plain(language, "sign-nobody"), 60),
        span=values.elapsed(saying.now - task.due_at, language),
    )  # fmt: skip
    return Worded(text, rows(*sign_rows(case, language)))


WORDS = {"intervention-told": told, "intervention-overdue": overdue_note}
