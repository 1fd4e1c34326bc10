"""What can be changed about a report, and the question whether it was a mistake."""

from __future__ import annotations

from bot.rules.question import Answers, Form, Question
from bot.wording import values
from bot.wording.buttons import button, in_columns, rows
from bot.wording.report_taps import ReceiptTap
from bot.wording.supplement_screens import supplement_keyboard, supplement_question
from bot.wording.worded import Worded, plain, words


def fields(form: Form, answers: Answers, report_id: int, number: str, language: str) -> Worded:
    """Every question, those about people with what is known of it: only what has changed is asked."""

    def label(one: Question) -> str:
        name = values.name_of(one.label, language)
        if one.kind != "count":
            return name
        known = answers.get(one.key)
        return f"{name}: {values.count(known, language) if known is not None else plain(language, 'value-not-said')}"

    taps = [button(label(one), ReceiptTap(report=report_id, act="field", value=one.key)) for one in form.questions]
    back = button(plain(language, "button-cancel"), ReceiptTap(report=report_id, act="keep"))
    return Worded(words(language, "report-edit-which", number=number), rows(*in_columns(taps, 2), [back]))


def ask(question: Question, answers: Answers, report_id: int, language: str) -> Worded:
    return Worded(supplement_question(question, language), supplement_keyboard(question, answers, report_id, language))


def withdraw_sure(report_id: int, number: str, language: str) -> Worded:
    sure = button(plain(language, "button-withdraw-sure"), ReceiptTap(report=report_id, act="withdraw_sure"), "danger")
    keep = button(plain(language, "button-withdraw-keep"), ReceiptTap(report=report_id, act="keep"))
    return Worded(words(language, "withdraw-sure", number=number), rows([sure, keep]))
