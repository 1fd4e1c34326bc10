"""What a duty member is asked and told around a card."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from aiogram.types import InlineKeyboardButton

from bot.report_types import load_forms
from bot.rules.completeness import PEOPLE, missing
from bot.rules.question import Answers
from bot.rules.speaker import Speaker
from bot.wording import values
from bot.wording.buttons import ask_for_reply, button, rows
from bot.wording.case_taps import CaseTap, DeskTap
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words


class Case(Protocol):
    """As much of a report as these words need."""

    number: str
    state: str
    state_by_name: str | None


class Closing(Case, Protocol):
    """What may still be open when it is closed."""

    kind: str

    @property
    def answers(self) -> Answers: ...


def tap_answer(case: Case | None, refusal: str | None, done: str, language: str) -> str:
    """The toast of a tap: done, or why not. A card that is closed or stale says politely what the case is now."""
    if refusal is None and case is not None:
        return plain(language, done, number=case.number)[:200]
    if case is None or refusal == "gone":
        return plain(language, "tap-case-gone")[:200]
    if refusal == "no_right":
        return plain(language, "tap-case-no-right")[:200]
    state = case.state.replace("_", "-")
    return plain(language, f"tap-over-{state}", number=case.number, by=case.state_by_name or "")[:200]


def ask_for_words(topic: str, number: str, speaker: Speaker, language: str) -> Worded:
    """Addressed by name: in a group with privacy on, only a reply to this message reaches the bot."""
    name = Html(f'<a href="tg://user?id={speaker.telegram_id}">{escaped(shortened(speaker.name, 60))}</a>')
    key = topic.replace("_", "-")
    return Worded(
        words(language, f"type-{key}", name=name, number=number), ask_for_reply(language, f"placeholder-{key}")
    )


def ask_why_closed(case: Closing, speaker: Speaker, language: str) -> Worded:
    """办结 without a final report: which figures about people nobody has given yet is said before it is closed."""
    asked = ask_for_words("closing", case.number, speaker, language)
    if case.kind != "incident":
        return asked
    form = load_forms()["incident"]
    open_still = [
        values.name_of(question.label, language)
        for key in missing(form, case.answers)
        if key in PEOPLE and (question := form.question(key))
    ]
    if not open_still:
        return asked
    named = plain(language, "list-comma").join(open_still)
    return replace(asked, text=lines(asked.text, words(language, "closing-figures-open", value=named)))


def confirm_false_alarm(case: int, reason: str, language: str) -> Worded:
    sure = button(plain(language, "button-false-sure"), CaseTap(report=case, act="false_sure"), "danger")
    keep = button(plain(language, "button-cancel"), CaseTap(report=case, act="keep"))
    return Worded(words(language, "false-alarm-sure", reason=shortened(reason, 500)), rows([sure, keep]))


def settled(case: Case | None, refusal: str | None, done: str, language: str) -> Worded:
    return Worded(escaped(tap_answer(case, refusal, done, language)))


def close_button(language: str) -> InlineKeyboardButton:
    """收起, of a menu that belongs to no case."""
    return button(plain(language, "button-close-menu"), DeskTap(report=0, act="close"))


def said(text: str) -> Worded:
    """A sentence that is complete already."""
    return Worded(escaped(text))
