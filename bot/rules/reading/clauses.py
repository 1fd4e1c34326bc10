"""A text in clauses, with its idioms blanked: what the figure and category readers search."""

import re
from dataclasses import dataclass
from functools import cache

from bot.rules.reading.tables import table

_BREAK = re.compile(r"[,，。;；!！?？\n…~]+|(?<!\d)\s+(?!\d)|\s{2,}|\.(?!\d)|(?=其中|另外|另有|还有|以及|另一)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of the folded text between two stops; `start` is its place in the whole."""

    text: str
    start: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.start + start, self.start + end


@cache
def pattern(section: str, key: str) -> re.Pattern[str]:
    """A word table of `words.toml` as one compiled pattern."""
    return re.compile(table("words")[section][key])


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile("|".join(table("words")["idioms"]))


def blank(folded: str, words: re.Pattern[str] | None = None) -> str:
    """The text with its idioms (死火, 笑死, 火锅) made blank, as long as before."""
    return (words or _idioms()).sub(lambda found: "□" * len(found[0]), folded)


def clauses(folded: str) -> list[Clause]:
    """The clauses of a folded text in order; empty ones are left out."""
    found, at = [], 0
    for stop in _BREAK.finditer(folded):
        found.append(Clause(folded[at : stop.start()], at))
        at = stop.end()
    found.append(Clause(folded[at:], at))
    return [clause for clause in found if clause.text.strip(" :、[]【】()")]
