"""What is said about evidence that could not be stored: to whoever sent it, and to the administrators."""

from __future__ import annotations

from collections.abc import Callable

from bot.rules.case_view import CaseView
from bot.wording.outgoing import Saying
from bot.wording.worded import Worded, words


def _about_case(key: str) -> Callable[[Saying], Worded | None]:
    def said(saying: Saying) -> Worded | None:
        case: CaseView | None = saying.subject
        return Worded(words(saying.language, key, number=case.number, **saying.values)) if case else None

    return said


def disk(saying: Saying) -> Worded:
    return Worded(words(saying.language, "alarm-evidence-disk", why=str(saying.values["why"])))


WORDS = {
    "evidence-big": _about_case("evidence-big"),
    "evidence-gone": _about_case("evidence-gone"),
    "alarm-evidence-disk": disk,
}
