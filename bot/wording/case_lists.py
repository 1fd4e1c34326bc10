"""The small words around a report that was sent."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery, InaccessibleMessage

from bot.rules.case_view import CaseView
from bot.rules.question import Answer, Question
from bot.rules.speaker import Speaker
from bot.wording import values
from bot.wording.buttons import button, rows
from bot.wording.case_cards import state_line
from bot.wording.taps import MenuTap
from bot.wording.worded import Worded, lines, plain, shortened, words


def status(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Worded:
    """How a case stands, for its officer."""
    state = state_line(case, language, zone, now)
    category = values.category_name(case.category, language)
    return Worded(words(language, "question-status", number=case.number, category=category, state=state))


def noted(question: Question, value: Answer | None, speaker: Speaker, zone: ZoneInfo, now: datetime) -> str:
    """What was just taken down, in a few words."""
    language = speaker.language
    label = values.name_of(question.label, language)
    if value is None:
        return plain(language, "noted-skipped", label=label)
    own = values.area_name(speaker.officer.area_names, language) if speaker.officer else ""
    shown = shortened(values.shown(question, value, language, own, zone, now), 100)
    return plain(language, "noted-answer", label=label, value=shown)


RECEIPT_MARKS = ("✅", "☎", "🚶")


def is_receipt(tapped: CallbackQuery | None) -> bool:
    """The tapped message is a receipt (it is the one with the title of a receipt): it must not be replaced."""
    message = tapped.message if tapped else None
    if message is None or isinstance(message, InaccessibleMessage):
        return True
    return (message.text or "").startswith(RECEIPT_MARKS)


def what_is_it(text: str, files: int, pinned: bool, older: str | None, language: str) -> Worded:
    """Something said outside of a form: what is it? `older` is the number of a report that it may belong to."""
    taps = [
        [button(plain(language, "button-add-to", number=older), MenuTap(to="add"), "primary")] if older else [],
        [button(plain(language, "button-emergency"), MenuTap(to="emergency"), "danger")],
        [
            button(plain(language, "button-report"), MenuTap(to="incident")),
            button(plain(language, "button-hazard"), MenuTap(to="hazard")),
        ],
        [button(plain(language, "button-not-a-report"), MenuTap(to="drop"))],
    ]
    heard = lines(
        words(language, "heard-words", text=shortened(text, 500)) if text else None,
        words(language, "heard-files", number=str(files)) if files else None,
        words(language, "heard-place") if pinned else None,
    )
    return Worded(lines(heard, words(language, "what-is-it")), rows(*taps))
