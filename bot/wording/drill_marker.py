"""【演练】 at the start and end of every message of a drill, so that nobody takes it for the real thing.

All words of a drill leave through `say` or `note` here, or through `marked`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Keyboard, Worded, plain, words

TOAST_LIMIT = 200


def marked(language: str, worded: Worded) -> Worded:
    start, end = plain(language, "drill-marker-start"), plain(language, "drill-marker-end")
    gap = "\n" if "\n" in worded.text else " "
    return replace(worded, text=Html(f"{start} {worded.text}{gap}{end}"))


def say(language: str, key: str, keyboard: Keyboard | None = None, **given: Any) -> Worded:
    return marked(language, Worded(words(language, key, **given), keyboard))


def note(language: str, key: str, **given: str) -> str:
    """A toast: plain text, at most 200 characters with its marks."""
    start, end = plain(language, "drill-marker-start"), plain(language, "drill-marker-end")
    text = plain(language, key, **given)
    return f"{start} {text[: TOAST_LIMIT - len(start) - len(end) - 2]} {end}"


Word = Callable[[Saying], Worded | None]


def all_marked(table: Mapping[str, Word]) -> dict[str, Word]:
    """Wordings for the outbox, each with the marks."""

    def with_marks(word: Word) -> Word:
        def worded(saying: Saying) -> Worded | None:
            bare = word(saying)
            return marked(saying.language, bare) if bare is not None else None

        return worded

    return {key: with_marks(word) for key, word in table.items()}
