"""What people type after /cases: a number, places, categories, words; and the words a case is found by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.rules.case_number import normalise
from bot.rules.category import Category, HazardType
from bot.rules.places import Places
from bot.rules.reading.script import clean, fold

# A button holds 64 bytes; what comes before the words of a search in it takes up to 23 of them.
QUERY_BYTES = 40
MOST_WORDS = 6
LONGEST_TEXT = 8000
FREE_WORDS = ("what_happened", "description", "what_done")

_TAIL = re.compile(r"(?P<day>\d{6})[\s\-‐-―−_/.·、,号]+(?P<sequence>\d{1,4})号?")


@dataclass(frozen=True)
class Word:
    """A case answers a word when it lies in one of `areas` (codes), is of one of `categories`, or says `text`."""

    text: str
    areas: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class CaseQuery:
    """`number` is a whole case number, or its end (-261123-01) where no town was said. Every word must be answered."""

    raw: str = ""
    number: str | None = None
    words: tuple[Word, ...] = ()

    @property
    def everything(self) -> bool:
        return self.number is None and not self.words


def read_query(text: str, places: Places, categories: Mapping[str, Category | HazardType]) -> CaseQuery:
    """A search as people type it: 派潭261123-1, 派潭 塌方, 派潭塌方, 高滩 榕树, 高灘 landslide."""
    raw = fitting(" ".join(clean(text).replace(":", " ").split()))
    number = normalise(raw) or number_end(raw)
    if number:
        return CaseQuery(raw, number)
    parts = [part for word in fold(raw).split() for part in _parts(word, places)]
    return CaseQuery(raw, None, tuple(_word(part, places, categories) for part in parts[:MOST_WORDS]))


def fitting(text: str) -> str:
    """As much of a search as a button can hold, in whole characters."""
    return text.encode()[:QUERY_BYTES].decode(errors="ignore").strip()


def search_text(number: str, answers: Mapping[str, Any]) -> str:
    """The words that a case is found by, folded. What it is and where are looked up by their codes."""
    place = answers.get("place")
    said = [number, *(answers.get(key) for key in FREE_WORDS)]
    said.append(place.get("text") if isinstance(place, Mapping) else None)
    return fold(" ".join(str(part) for part in said if part))[:LONGEST_TEXT]


def number_end(text: str) -> str | None:
    found = _TAIL.fullmatch(fold(clean(text)))
    if found is None:
        return None
    digits = found["day"]
    try:
        day = date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    except ValueError:
        return None
    return f"-{day:%y%m%d}-{int(found['sequence']):02d}"


def _parts(word: str, places: Places) -> Iterator[str]:
    """派潭塌方 is 派潭 and 塌方: the names of places stand alone."""
    at = 0
    for mention in places.mentions(word):
        if mention.exact:
            start, end = mention.span
            yield from (part for part in (word[at:start], word[start:end]) if part)
            at = end
    if word[at:]:
        yield word[at:]


def _word(text: str, places: Places, categories: Mapping[str, Category | HazardType]) -> Word:
    areas = [area.code for mention in places.mentions(text) if mention.span == (0, len(text)) for area in mention.areas]
    return Word(text, tuple(areas), tuple(_categories(text, categories)))


def _categories(text: str, categories: Mapping[str, Category | HazardType]) -> Iterator[str]:
    """The categories that a word names, or the longer terms that it is the beginning or end of."""
    for slug, category in categories.items():
        terms = {fold(term) for term in (*category.names.values(), *category.keywords)}
        if text in terms or any(_is_part(text, fold(name)) for name in category.names.values()):
            yield slug


def _is_part(text: str, name: str) -> bool:
    return len(text) >= 2 and (text in name if not text.isascii() else f" {text}" in f" {name}")
