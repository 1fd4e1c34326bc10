"""What a card shows of the duty desk in one piece, and the menu behind its one button."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules.case_view import CaseView
from bot.rules.command import is_commanded
from bot.rules.deadlines import ENDED
from bot.rules.roles import allows
from bot.wording.buttons import button, rows
from bot.wording.case_clocks import clock_lines, element_line
from bot.wording.case_export_menu import export_button
from bot.wording.case_grade import grade_lines
from bot.wording.case_taps import AssignTap, CommandTap, DeskTap, PriorityTap
from bot.wording.checklist_screens import checklist_button, checklist_line
from bot.wording.command_line import command_line
from bot.wording.consult_cards import consult_line
from bot.wording.consult_screens import consult_button
from bot.wording.review_line import review_button, review_line
from bot.wording.worded import Html, Worded, lines, plain, words


def desk_lines(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    """Who commands, grade, time left, elements. None where there is nothing of it."""
    shown = lines(
        command_line(case, language, zone, now),
        grade_lines(case, language, zone, now),
        clock_lines(case, language, zone, now),
        element_line(case, language),
        checklist_line(case, language, now),
        consult_line(case, language),
        review_line(case, language, zone, now),
    )
    return shown or None


def desk_row(case: CaseView, language: str, roles: Collection[str] | None = None) -> list[InlineKeyboardButton]:
    """The one button that leads to everything else; an incident has it whatever its state."""
    if case.kind in ("hazard", "sign") and case.state not in ENDED:
        return [*people_row(case, language, roles), *_command(case, language, roles)]
    if case.kind != "incident" or not (allows(roles, "see_cases") or allows(roles, "tick")):
        return []
    return [button(plain(language, "button-desk"), DeskTap(report=case.report_id, act="desk"))]


def _command(case: CaseView, language: str, roles: Collection[str] | None) -> list[InlineKeyboardButton]:
    """现场指挥 of a hazard that is about to happen, straight on its card."""
    if not is_commanded(case.kind, case.priority) or not allows(roles, "name_commander"):
        return []
    return [button(plain(language, "button-command"), CommandTap(report=case.report_id, act="open"))]


def people_row(case: CaseView, language: str, roles: Collection[str] | None = None) -> list[InlineKeyboardButton]:
    """Who sees to it, and how urgent it is."""
    assign = button(plain(language, "button-assign"), AssignTap(report=case.report_id, act="menu"))
    priority = button(plain(language, "button-set-priority"), PriorityTap(report=case.report_id, act="menu"))
    return [tap for tap, verb in ((assign, "assign"), (priority, "raise_priority")) if allows(roles, verb)]


def desk_menu(case: CaseView, language: str, now: datetime) -> Worded:
    """What may be done beside 接报 and 转办. Who may is checked at the tap."""

    def tap(key: str, act: str) -> InlineKeyboardButton:
        return button(plain(language, key), DeskTap(report=case.report_id, act=act))

    runs = case.state not in ENDED
    controlled = bool(case.desk.follow_up and case.desk.follow_up.controlled_at)
    over = any(clock.wants_reason(now) for clock in case.desk.clocks)
    calls = [tap("button-phoned", "phoned"), tap("button-grade", "grade")] if runs else []
    control = tap("button-not-controlled", "not_controlled") if controlled else tap("button-controlled", "controlled")
    scene = [control] if runs and case.desk.follow_up else []
    command = [button(plain(language, "button-command"), CommandTap(report=case.report_id, act="menu"))] if runs else []
    return Worded(
        words(language, "desk-menu", number=case.number),
        rows(
            people_row(case, language) if runs else [],
            calls, [*scene, tap("button-times", "times")],
            [*command, *checklist_button(case, language), *consult_button(case, language)],
            [tap("button-elements", "elements"), tap("button-text", "text")],
            [*export_button(case, language), *review_button(case, language)],
            [tap("button-why", "why")] if over else [], [tap("button-close-menu", "close")],
        ),
    )  # fmt: skip
