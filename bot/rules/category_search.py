"""A category found by a few typed words, in either script or in English."""

from collections.abc import Mapping

from bot.rules.category import Category, Names
from bot.rules.reading.script import clean, fold


def search_categories(categories: Mapping[str, Category], text: str, limit: int = 8) -> tuple[Category, ...]:
    """The categories whose name or keywords meet `text`, best first; the usual ones first among equals."""
    words = fold(clean(text))
    if not words:
        return ()
    scored = [(score, category) for category in categories.values() if (score := _score(category, words))]
    scored.sort(key=lambda found: (-found[0], found[1].first_page or len(categories)))
    return tuple(category for _, category in scored[:limit])


def named(categories: Mapping[str, Category], text: str) -> Category | None:
    """The one category that `text` names outright, by a name or a keyword no other has."""
    words = fold(clean(text))
    found = [category for category in categories.values() if words in _terms(category.names, category.keywords)]
    return found[0] if len(found) == 1 and words else None


def _terms(names: Names, keywords: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(term) for term in (*names.values(), *keywords))


def _score(category: Category, words: str) -> float:
    """100: the very term. 80 and up: a term inside the sentence, the longer the better. To 60: a part of a term."""
    terms = _terms(category.names, category.keywords)
    if words.isascii() and " " in words and words not in terms:
        return sum(_score(category, word) for word in words.split()) / len(words.split())
    best = 0.0
    for term in terms:
        if words == term:
            return 100.0
        if len(term) > 1 and term in words:
            best = max(best, 80.0 + min(len(term), 15))
        elif words in term and (not words.isascii() or _starts_a_word(words, term)):
            best = max(best, 40.0 + 20.0 * len(words) / len(term))
    return best


def _starts_a_word(words: str, term: str) -> bool:
    return len(words) >= 2 and f" {words}" in f" {term.replace('/', ' ')}"
