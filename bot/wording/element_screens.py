"""补要素: which of the elements the duty room can fill in itself, those that are lacking first."""

from __future__ import annotations

from bot.rules.case_view import CaseView
from bot.rules.report_elements import TYPED_AT_THE_DESK, elements_of
from bot.rules.speaker import Speaker
from bot.wording.buttons import ask_for_reply, button, in_columns, rows
from bot.wording.case_taps import DeskTap
from bot.wording.worded import Html, Worded, escaped, plain, shortened, words


def element_menu(case: CaseView, language: str) -> Worded:
    controlled = bool(case.desk.follow_up and case.desk.follow_up.controlled_at)
    there = elements_of(case.answers, controlled)
    order = sorted(TYPED_AT_THE_DESK, key=lambda key: there.get(key, bool(case.answers.get(key))))
    buttons = [
        button(
            plain(
                language, "button-element", name=plain(language, f"element-{key}"), there=str(_there(key, case, there))
            ),
            DeskTap(report=case.report_id, act="element", value=key),
        )
        for key in order
    ]
    back = button(plain(language, "button-back"), DeskTap(report=case.report_id, act="menu"))
    return Worded(words(language, "element-menu", number=case.number), rows(*in_columns(buttons, 2), [back]))


def _there(key: str, case: CaseView, there: dict[str, bool]) -> str:
    return "yes" if there.get(key, bool(case.answers.get(key))) else "no"


def ask_for_element(element: str, number: str, speaker: Speaker, language: str) -> Worded:
    """Addressed by name: only a reply to this message answers it."""
    name = Html(f'<a href="tg://user?id={speaker.telegram_id}">{escaped(shortened(speaker.name, 60))}</a>')
    label = plain(language, f"element-{element}")
    text = words(language, "type-element", name=name, number=number, element=label)
    return Worded(text, ask_for_reply(language, "placeholder-element"))
