"""The buttons of a case's card: those that the case still takes, and that whoever gets the card has a right to."""

from __future__ import annotations

from collections.abc import Collection

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.rules.case_view import CaseView
from bot.rules.roles import allows
from bot.wording.buttons import button, rows
from bot.wording.case_desk import desk_row
from bot.wording.case_taps import CaseTap
from bot.wording.duplicate_cards import link_rows
from bot.wording.report_taps import TriageTap
from bot.wording.sign_cards import sign_rows
from bot.wording.worded import plain

# button → (what its tap carries, the right of `bot.rules.roles`, its colour)
VERBS: dict[str, tuple[str, str, str | None]] = {
    "acknowledge": ("ack", "acknowledge", "success"),
    "refer": ("refer", "refer", None),
    "ask": ("ask", "ask", None),
    "false-alarm": ("false", "false_alarm", "danger"),
    "close": ("close", "close", None),
}
# state → rows
SHOWN: dict[str, tuple[tuple[str, ...], ...]] = {
    "open": (("acknowledge", "refer"), ("ask", "false-alarm")),
    "acknowledged": (("refer", "ask"), ("close", "false-alarm")),
    "referred": (("ask", "close"), ("refer", "false-alarm")),
}


def card_keyboard(case: CaseView, language: str, roles: Collection[str] | None = None) -> InlineKeyboardMarkup | None:
    """`roles`: those of whoever gets it, as in `bot.rules.roles`; None for a duty room, where anybody may tap."""
    if case.state == "merged":
        return None
    if case.kind == "unread" and case.state != "closed":
        return _triage(case, language, roles)

    def verbs(names: tuple[str, ...]) -> list[InlineKeyboardButton]:
        asked = (name for name in names if name != "ask" or case.origin != "help")  # a resident is rung up
        return [_verb(case, name, language) for name in asked if allows(roles, VERBS[name][1])]

    signs = sign_rows(case, language, roles) if case.state in SHOWN else []
    links = link_rows(case, language) if case.state in SHOWN and allows(roles, "merge") else []
    return rows(*map(verbs, SHOWN.get(case.state, ())), desk_row(case, language, roles), *signs, *links)


def _verb(case: CaseView, name: str, language: str) -> InlineKeyboardButton:
    act, _, style = VERBS[name]
    return button(plain(language, f"button-{name}"), CaseTap(report=case.report_id, act=act), style)


def _triage(case: CaseView, language: str, roles: Collection[str] | None) -> InlineKeyboardMarkup | None:
    """待判读: somebody takes it, and says what it is."""

    def kind(name: str, style: str | None = None) -> InlineKeyboardButton:
        return button(plain(language, f"button-triage-{name}"), TriageTap(report=case.report_id, kind=name), style)

    taken = ("acknowledge", "ask") if case.state == "open" else ("ask",)
    first = [_verb(case, name, language) for name in taken if allows(roles, VERBS[name][1])]
    if not allows(roles, "triage"):
        return rows(first)
    return rows(
        first, [kind("incident", "danger"), kind("hazard"), kind("sign")], [kind("nothing"), kind("drill")]
    )  # fmt: skip
