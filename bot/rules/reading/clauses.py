"""A text in clauses, with its idioms blanked: what the figure and category readers search."""

import re
from collections.abc import Iterable
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


def without_the_wrong(text: str) -> str:
    """刚才说伤3个，其实是2个: the wrong number is blanked and its word stays for the right one."""
    said = pattern("negation", "corrected").search(text)
    if said is None:
        return text
    start, end = said.span("wrong")
    return text[:start] + "□" * (end - start) + text[end:]


@dataclass(frozen=True, slots=True)
class Shortened:
    """A text without some of its parts, and how its places map back: what stands between a noun and its verb."""

    text: str
    places: tuple[int, ...]

    def back(self, span: tuple[int, int]) -> tuple[int, int]:
        """A span of the shortened text as one of the whole."""
        if span[1] <= span[0]:
            return (0, 0)
        return self.places[span[0]], self.places[span[1] - 1] + 1


def without(folded: str, spans: Iterable[tuple[int, int]]) -> Shortened:
    """棚架下昼五点左右冧咗 → 棚架冧咗, with the way back."""
    left_out = {place for start, end in spans for place in range(start, end)}
    kept = tuple(place for place in range(len(folded)) if place not in left_out)
    return Shortened("".join(folded[place] for place in kept), kept)


def clauses(folded: str) -> list[Clause]:
    """The clauses of a folded text in order; empty ones are left out."""
    found, at = [], 0
    for stop in _BREAK.finditer(folded):
        found.append(Clause(folded[at : stop.start()], at))
        at = stop.end()
    found.append(Clause(folded[at:], at))
    return [clause for clause in found if clause.text.strip(" :、[]【】()")]
