"""处置清单 on the card (one line) and as a screen whose buttons are its steps; the note of what is overdue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules.case_view import CaseView
from bot.rules.checklist import ROLES_OF_STEPS, ChecklistView, Kept
from bot.rules.deadlines import ENDED
from bot.wording import values
from bot.wording.buttons import button, in_columns, rows
from bot.wording.case_clocks import soon
from bot.wording.case_facts import figure
from bot.wording.case_taps import ChecklistTap, DeskTap
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

LABEL = 26
NAMED_ON_THE_CARD = 2


def checklist_line(case: CaseView, language: str, now: datetime) -> Html | None:
    """清单 3/9 · 超时 1：… · 新增：…; a step set aside counts no more. None where there is no list."""
    view = case.desk.checklist
    if view is None:
        return None
    counted = [step for step in view.steps if step.state != "na"]
    done = sum(step.state == "done" for step in counted)
    runs = case.state not in ENDED
    late = [step for step in counted if step.overdue(now)] if runs else []
    fresh = [step for step in counted if step.is_new(now) and step not in late] if runs else []
    said = plain(language, "checklist-late", number=str(len(late)), names=_names(late, language)) if late else ""
    said += plain(language, "checklist-new", names=_names(fresh, language)) if fresh else ""
    return words(language, "checklist-line", done=str(done), all=str(len(counted)), more=said)


def _names(steps: Iterable[Kept], language: str) -> str:
    named = [values.name_of(step.names, language) for step in steps]
    more = "…" if len(named) > NAMED_ON_THE_CARD else ""
    return plain(language, "list-comma").join(named[:NAMED_ON_THE_CARD]) + more


def checklist_button(case: CaseView, language: str) -> list[InlineKeyboardButton]:
    """For the menu beside a case."""
    if case.desk.checklist is None and case.state in ENDED:
        return []
    return [_tap(plain(language, "button-checklist"), case.report_id, "show")]


def _tap(label: str, report: int, act: str, step: int = 0, style: str | None = None) -> InlineKeyboardButton:
    return button(label, ChecklistTap(report=report, act=act, step=step), style)


def screen(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Worded:
    """All steps; a tap on an open one ticks it, on a settled one opens it again."""
    view = case.desk.checklist
    if view is None:
        return Worded(words(language, "checklist-none", number=case.number), rows(_ways(case, language)))
    told = [_step(step, case.state not in ENDED, language, zone, now) for step in view.steps]
    title = words(language, "checklist-title", number=case.number, name=values.name_of(view.names, language))
    how = words(language, "checklist-how") if case.state not in ENDED else None
    text = lines(title, *told, _open_figures(view, language), how)
    if case.state in ENDED:
        return Worded(text, rows(_ways(case, language)))
    open_steps = [
        _tap(f"☐ {step.number} {shortened(values.name_of(step.names, language), LABEL)}", case.report_id, "tick",
             step.number, "danger" if step.overdue(now) else None)
        for step in view.steps if step.state == "open"
    ]  # fmt: skip
    settled = [
        _tap(f"{'☑' if step.state == 'done' else '➖'} {step.number}", case.report_id, "undo", step.number)
        for step in view.steps
        if step.state != "open"
    ]
    aside = [_tap(plain(language, "button-step-na"), case.report_id, "na")] if open_steps else []
    return Worded(
        text, rows(*in_columns(open_steps, 1), *in_columns(settled, 6), [*aside, *_ways(case, language)])
    )  # fmt: skip


def _ways(case: CaseView, language: str) -> list[InlineKeyboardButton]:
    back = DeskTap(report=case.report_id, act="menu")
    close = DeskTap(report=case.report_id, act="close")
    return [button(plain(language, "button-back"), back), button(plain(language, "button-close-menu"), close)]


def _step(step: Kept, runs: bool, language: str, zone: ZoneInfo, now: datetime) -> Html:
    name, number = values.name_of(step.names, language), str(step.number)
    if step.state == "open":
        late = runs and step.overdue(now)
        due = plain(language, "checklist-due", at=soon(step.due_at, zone, now)) if runs and step.due_at else ""
        new = plain(language, "checklist-is-new") if runs and step.is_new(now) else ""
        mark = "⏰" if late else "☐"
        return words(
            language, "checklist-open", mark=mark, number=number, name=name, role=_role(step, language),
            due=due, new=new,
        )  # fmt: skip
    at = values.moment(step.at, zone, now) if step.at else ""
    by = _by(step, language)
    if step.state == "na":
        return words(
            language, "checklist-na", number=number, name=name, at=at, by=by, note=shortened(step.note or "", 100)
        )
    return words(language, "checklist-done", number=number, name=name, at=at, by=by)


def _by(step: Kept, language: str) -> str:
    """系统 for a step that nobody ticked."""
    return shortened(step.by or plain(language, "timeline-program"), 30)


def _role(step: Kept, language: str) -> str:
    if step.role in ROLES_OF_STEPS:
        return plain(language, f"step-role-{step.role}")
    return values.function_name(step.role, language)


def _open_figures(view: ChecklistView, language: str) -> Html | None:
    if not view.open_figures:
        return None
    named = [str(figure(key, None, language)) for key in view.open_figures[:4]]
    return words(language, "checklist-open-figures", figures=Html(" · ".join(named)))


def which_to_set_aside(case: CaseView, language: str) -> Worded:
    """不适用: which step?"""
    view = case.desk.checklist
    open_steps = [step for step in (view.steps if view else ()) if step.state == "open"]
    taps = [
        _tap(f"➖ {step.number} {shortened(values.name_of(step.names, language), LABEL)}", case.report_id, "na_of",
             step.number)
        for step in open_steps
    ]  # fmt: skip
    back = _tap(plain(language, "button-back"), case.report_id, "show")
    return Worded(words(language, "checklist-which-na", number=case.number), rows(*in_columns(taps, 1), [back]))


def so_already(step: Kept, language: str, zone: ZoneInfo, now: datetime) -> str:
    """Somebody was quicker, or it was open already."""
    name = shortened(values.name_of(step.names, language), 60)
    if step.state == "open" or step.at is None:
        return plain(language, "checklist-is-open", name=name)[:200]
    at, by = values.moment(step.at, zone, now), _by(step, language)
    return plain(language, f"checklist-already-{step.state}", name=name, at=at, by=by)[:200]


def overdue(saying: Saying) -> Worded | None:
    """Under the card: what has become overdue, in one message. Nothing when all of it was ticked meanwhile."""
    case: CaseView | None = saying.subject
    view = case.desk.checklist if case else None
    if case is None or view is None or case.state in ENDED:
        return None
    language, told = saying.language, set(saying.values.get("steps") or ())
    late = [step for step in view.steps if step.number in told and step.state == "open"]
    if not late:
        return None
    each = [
        words(
            language, "checklist-overdue-step", number=str(step.number), name=values.name_of(step.names, language),
            role=_role(step, language), due=soon(step.due_at, saying.zone, saying.now) if step.due_at else "",
        )
        for step in late
    ]  # fmt: skip
    show = _tap(plain(language, "button-checklist"), case.report_id, "open")
    return Worded(lines(words(language, "checklist-overdue", number=case.number), *each), rows([show]))


WORDS = {"checklist-overdue": overdue}
