"""What a receipt still asks for: one question, with its quick answers."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.report_types import load_categories
from bot.rules.question import Answers, Question
from bot.wording import values
from bot.wording.buttons import button, in_columns, rows
from bot.wording.report_taps import SupplementTap
from bot.wording.worded import Html, Worded, plain, words


def supplement_question(question: Question, language: str) -> Html:
    prompt = values.name_of(question.prompt, language)
    hint = plain(language, f"supplement-hint-{question.kind.replace('_', '-')}")
    return words(language, "supplement-question", prompt=prompt, hint=hint)


def quick_answers(
    question: Question, answers: Answers, report_id: int, language: str
) -> list[list[InlineKeyboardButton]]:
    """Quick answers of a count or choice, and 跳过; the rest is typed or sent. `answers` decide what may be chosen."""

    def tap(label: str, value: str) -> InlineKeyboardButton:
        return button(label, SupplementTap(report=report_id, key=question.key, value=value))

    quick: list[InlineKeyboardButton] = []
    if question.kind == "count":
        quick = [tap(plain(language, "button-none") if not n else str(n), str(n)) for n in question.quick]
        quick.append(tap(plain(language, "button-unknown"), "unknown"))
    elif question.kind == "category":
        first = sorted(
            (one for one in load_categories().values() if one.first_page), key=lambda one: one.first_page or 0
        )
        quick = [tap(values.name_of(one.names, language), one.slug) for one in first]
    elif question.choices:
        quick = [tap(values.name_of(choice.names, language), choice.slug) for choice in question.live_choices(answers)]
    columns = 5 if question.kind == "count" else 2
    return [*in_columns(quick, columns), [tap(plain(language, "button-skip"), "skip")]]


def supplement_keyboard(
    question: Question, answers: Answers, report_id: int, language: str
) -> InlineKeyboardMarkup | None:
    return rows(*quick_answers(question, answers, report_id, language))


def supplement_next(
    question: Question | None, answers: Answers, report_id: int, number: str, noted: str, language: str
) -> Worded:
    """After an answer: what was noted, and the next question."""
    if question is None:
        return Worded(words(language, "supplement-complete", number=number, noted=noted))
    text = words(
        language, "supplement-next", number=number, noted=noted, question=supplement_question(question, language)
    )
    return Worded(text, supplement_keyboard(question, answers, report_id, language))
