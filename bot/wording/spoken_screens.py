"""Questions about a sentence, and a report made in a drill."""

from __future__ import annotations

from typing import Any

from bot.rules.case_view import CaseView
from bot.wording import case_facts, values
from bot.wording.buttons import button, rows
from bot.wording.outgoing import Saying
from bot.wording.report_taps import SpokenTap
from bot.wording.worded import Html, Worded, lines, plain, shortened, words


def drill_or_real(language: str) -> Worded:
    real = button(plain(language, "button-is-real"), SpokenTap(act="real"), "danger")
    drill = button(plain(language, "button-is-drill"), SpokenTap(act="drill"))
    return Worded(words(language, "drill-or-real"), rows([drill, real]))


def drill_report(saying: Saying) -> Worded:
    """Begins and ends with 【演练】, whatever it says."""
    given, language = saying.values, saying.language
    answers: dict[str, Any] = given["answers"]
    category = answers.get("category") or {}
    facts = [
        case_facts.figure(key, answers[key], language) for key in case_facts.STATED if key in answers
    ]  # fmt: skip
    houses = list(case_facts.houses(answers.get("houses"), language))
    shown = lines(Html(" · ".join(map(str, facts))) if facts else None, *houses)
    text = words(
        language, "drill-report", area=values.area_name(tuple(given["area"]), language), by=shortened(given["by"], 60),
        category=values.category_name(str(category.get("slug", "other")), language), facts=shown,
        text=shortened(str(given["text"]), 2000),
    )  # fmt: skip
    return Worded(text)


def drill_report_kept(saying: Saying) -> Worded:
    return Worded(words(saying.language, "drill-report-kept"))


def withdrawn(saying: Saying) -> Worded | None:
    """Under the card: the reporter says it was a mistake."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    return Worded(words(saying.language, "withdraw-room", number=case.number, by=shortened(saying.values["by"], 60)))


def triaged(saying: Saying) -> Worded | None:
    """The officer hears what a person made of their words."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    given, language = saying.values, saying.language
    kind = plain(language, f"kind-{given['kind']}")
    key = "told-nothing" if given["kind"] in ("nothing", "drill") else "told-triaged"
    category = values.category_name(case.category, language)
    by = shortened(str(given["by"]), 60)
    return Worded(words(language, key, number=case.number, by=by, kind=kind, category=category))


WORDS = {
    "drill-report": drill_report,
    "drill-report-kept": drill_report_kept,
    "withdrawn": withdrawn,
    "told-triaged": triaged,
}
