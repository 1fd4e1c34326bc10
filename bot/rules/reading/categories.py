"""Which of the 52 categories a text is about: keywords and patterns are weighed, and neighbours give way."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.rules.reading.clauses import blank, pattern
from bot.rules.reading.tables import table
from bot.rules.reading.vocabulary import Vocabulary

STRONG = 4.0
"""From this weight on a category is named; below it, it is only hinted at."""


CERTAIN = 15.0
"""A pattern of this weight says what it was, whatever else is named."""


@dataclass(frozen=True, slots=True)
class CategoryReading:
    """The likeliest category, its weight, the span of its strongest words, and the runner-up to offer."""

    slug: str | None
    weight: float
    span: tuple[int, int]
    runner_up: str | None = None


NO_CATEGORY = CategoryReading(None, 0.0, (0, 0))


@dataclass(frozen=True, slots=True)
class _Hit:
    weight: float
    best: float
    span: tuple[int, int]


@cache
def _patterns() -> Mapping[str, tuple[tuple[float, re.Pattern[str]], ...]]:
    return {
        slug: tuple((float(weight), re.compile(text)) for weight, text in rows)
        for slug, rows in table("categories")["patterns"].items()
    }


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile("|".join(table("categories")["idioms"]))


@cache
def _weak() -> frozenset[str]:
    return frozenset(table("categories")["weak"])


def read_category(folded: str, vocabulary: Vocabulary) -> CategoryReading:
    """The category of a folded text; `NO_CATEGORY` where nothing points anywhere."""
    text = blank(folded, _idioms())
    if "差" in folded or "险些" in folded:
        text = blank(text, pattern("negation", "feared"))  # 差啲撞车 is no crash
    hits = _weighed(text, folded, vocabulary)
    ranking = sorted(hits, key=lambda slug: -hits[slug].weight)
    if not ranking:
        return NO_CATEGORY
    first = _after_giving_way(ranking, hits)
    second = next((slug for slug in ranking if slug != first), None)
    return CategoryReading(first, hits[first].weight, hits[first].span, second)


def _weighed(text: str, folded: str, vocabulary: Vocabulary) -> dict[str, _Hit]:
    hits: dict[str, _Hit] = {}
    for slug in vocabulary.categories:
        for weight, regex in _patterns().get(slug, ()):
            found = regex.search(text)
            if found:
                _add(hits, slug, weight, found.span())
        for word in vocabulary.keywords[slug]:
            at = text.find(word)
            if at < 0 and "□" in text and word in {"走佬", "爆水管"}:
                at = folded.find(word)
            if at >= 0:
                weight = 0.5 if word in _weak() else float(min(len(word), 4)) + 1.0
                _add(hits, slug, weight, (at, at + len(word)))
    return hits


def _add(hits: dict[str, _Hit], slug: str, weight: float, span: tuple[int, int]) -> None:
    old = hits.get(slug)
    if old is None:
        hits[slug] = _Hit(weight, weight, span)
    else:
        better = weight > old.best
        hits[slug] = _Hit(old.weight + weight, max(weight, old.best), span if better else old.span)


def _after_giving_way(ranking: list[str], hits: Mapping[str, _Hit]) -> str:
    """A fire on the hill is a forest fire, a child who fell into the pond is a drowning."""
    first = ranking[0]
    if hits[first].best >= CERTAIN:
        return first
    table_of_ways = table("categories")["gives_way"]
    for _ in range(3):
        ways = table_of_ways.get(first, ())
        rival = next(
            (slug for slug in ranking if slug != first and ("*" in ways or slug in ways) and hits[slug].best >= 6), None
        )
        if rival is None:
            return first
        first = rival
    return first
