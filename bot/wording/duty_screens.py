"""What a duty member is asked and told around a card."""

from __future__ import annotations

from typing import Protocol

from bot.rules.speaker import Speaker
from bot.wording.buttons import ask_for_reply, button, rows
from bot.wording.taps import CaseTap
from bot.wording.worded import Html, Worded, escaped, plain, shortened, words


class Case(Protocol):
    """As much of a report as these words need."""

    number: str
    state: str
    state_by_name: str | None


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


def confirm_false_alarm(case: int, reason: str, language: str) -> Worded:
    sure = button(plain(language, "button-false-sure"), CaseTap(report=case, act="false_sure"), "danger")
    keep = button(plain(language, "button-cancel"), CaseTap(report=case, act="keep"))
    return Worded(words(language, "false-alarm-sure", reason=shortened(reason, 500)), rows([sure, keep]))


def settled(case: Case | None, refusal: str | None, done: str, language: str) -> Worded:
    return Worded(escaped(tap_answer(case, refusal, done, language)))


def said(text: str) -> Worded:
    """A sentence that is complete already."""
    return Worded(escaped(text))
