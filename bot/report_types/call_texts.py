"""叫应: the ready words by kind and level, and the question that is asked back at red, from `call_texts.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from bot.report_types.toml_table import LANGUAGES, Table, read_toml
from bot.rules.alert_levels import KINDS, LEVELS, SIGNALS
from bot.rules.category import Names

KINDS_OFFERED = ("rainstorm", "typhoon", "thunder_gale", "geological", "flood", "forest_fire", "other")
LEVELS_OFFERED = ("red", "orange", "yellow", "notice")
ASKED_BACK = ("red",)
"""Whoever is called at these levels first says what they do now."""
LONGEST_TEXT, LONGEST_ANSWER = 600, 56
WRONG_ANSWERS = 2


@dataclass(frozen=True)
class Question:
    """你现在要做什么？ One right answer and the wrong ones, each in every language."""

    right: Names
    wrong: tuple[Names, ...]

    def choices(self, seed: int) -> tuple[tuple[bool, Names], ...]:
        """All answers, in an order that differs from village to village and stays the same for one."""
        answers = [(True, self.right), *((False, names) for names in self.wrong)]
        start = seed % len(answers)
        return tuple(answers[start:] + answers[:start])


@dataclass(frozen=True)
class CallWords:
    text: Names | None
    question: Question | None


@cache
def load_call_words() -> Mapping[tuple[str, str], CallWords]:
    """By kind and level, as written. Raises DataFault; also for a red without a question."""
    table = read_toml("call_texts.toml")
    found: dict[tuple[str, str], CallWords] = {}
    for row in table.rows("call"):
        level = row.text("level")
        if level not in LEVELS:
            raise row.fault("level", f"must be one of {', '.join(LEVELS)}, found {level!r}")
        words = CallWords(_names(row, "text", LONGEST_TEXT) if row.has("text") else None, _question(row, level))
        for of in row.texts("of"):
            if of not in (*KINDS, *SIGNALS):
                raise row.fault("of", f"must be a kind or a signal, found {of!r}")
            found[of, level] = words
        row.end()
    table.end()
    for level in ASKED_BACK:
        if ("other", level) not in found:
            raise table.fault("call", f"is missing for other, {level}: it asks back where no kind of its own does")
    return MappingProxyType(found)


def ready_text(kind: str, level: str) -> Names | None:
    """The ready words, or None: then the sender writes them."""
    words = load_call_words().get((kind, level))
    return words.text if words else None


def question(kind: str, level: str) -> Question | None:
    """What is asked back at this level, if anything."""
    known = load_call_words()
    words = known.get((kind, level)) or known.get(("other", level))
    return words.question if words and level in ASKED_BACK else None


def _question(row: Table, level: str) -> Question | None:
    if level not in ASKED_BACK:
        return None
    wrong = tuple({language: each.text(language) for language in LANGUAGES} for each in row.rows("wrong"))
    if len(wrong) != WRONG_ANSWERS:
        raise row.fault("wrong", f"must have {WRONG_ANSWERS} answers")
    return Question(_names(row, "right", LONGEST_ANSWER), wrong)


def _names(row: Table, key: str, longest: int) -> Names:
    names = row.names(key)
    for language, text in names.items():
        if len(text) > longest:
            raise row.fault(key, f"has more than {longest} characters in {language}")
    return names
