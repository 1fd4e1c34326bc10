"""Hazards: whether a text is about something that may go wrong, of what kind, how bad, and which signs it names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.rules.reading.clauses import blank, pattern
from bot.rules.reading.tables import table
from bot.rules.reading.vocabulary import Vocabulary

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class HazardReading:
    """`kind` and `level` are slugs of the hazard tables. `happened`: the text also says that harm was done."""

    kind: str | None
    level: str | None
    signs: tuple[str, ...]
    word_span: Span | None
    happened: bool
    spans: Mapping[str, Span]


@cache
def _regex(key: str) -> re.Pattern[str]:
    return re.compile(table("hazards")[key])


@cache
def _types() -> Mapping[str, tuple[tuple[float, re.Pattern[str]], ...]]:
    return {
        slug: tuple((float(weight), re.compile(text)) for weight, text in rows)
        for slug, rows in table("hazards")["types"].items()
    }


@cache
def _signs() -> Mapping[str, re.Pattern[str]]:
    return {slug: re.compile(text) for slug, text in table("hazards")["signs"].items()}


def read_hazard(folded: str, vocabulary: Vocabulary) -> HazardReading:
    """The hazard that a folded text describes; `word_span` None where nothing in it speaks of one."""
    text = blank(folded, pattern("negation", "feared")) if "差" in folded or "险些" in folded else folded
    word = _regex("words").search(text)
    kind, kind_span = _kind(text, vocabulary)
    signs = {slug: found.span() for slug, regex in _signs().items() if (found := regex.search(text))}
    if "crack_widening" in signs:
        signs.pop("crack_new", None)
    known = vocabulary.hazards[kind].signs if kind is not None else ()
    named = tuple(slug for slug in signs if slug in known)
    spans = {f"signs.{slug}": signs[slug] for slug in named} | {"hazard_type": kind_span}
    happened = _regex("happened").search(
        re.sub(
            r"(?:随时|可能|快要?|就快|有|防止?|以免|怕|惊|担心|容易|易|会|未|冇|没有?)[^,。]{0,5}"
            r"(?:倒|塌|冧|跌|掉|滑|垮|着火|起火|火烛|溺水|爆炸|触电|决堤|漫堤|出事|伤|死)[^,。]{0,2}",
            "□",
            text,
        )
    )
    happened = happened if not _regex("unrepaired").search(text) else None
    return HazardReading(kind, level_of(text, kind, named), named, word.span() if word else None, bool(happened), spans)


def _kind(text: str, vocabulary: Vocabulary) -> tuple[str | None, Span]:
    weights: dict[str, float] = {}
    spans: dict[str, Span] = {}
    for slug in vocabulary.hazards:
        for weight, regex in _types().get(slug, ()):
            found = regex.search(text)
            if found:
                weights[slug], spans[slug] = weights.get(slug, 0.0) + weight, found.span()
        for word in vocabulary.hazard_keywords[slug]:
            at = text.find(word)
            if at >= 0:
                weights[slug] = weights.get(slug, 0.0) + len(word) * 0.6
                spans.setdefault(slug, (at, at + len(word)))
    if not weights:
        return None, (0, 0)
    best = max(weights, key=lambda slug: weights[slug])
    return best, spans[best]


def level_of(text: str, kind: str | None, signs: tuple[str, ...]) -> str:
    """险情 needs people moved now: a crack that widens, muddy water, a wall about to fall."""
    can_fall = kind in table("hazards")["imminent_needs"]
    if "险情" in text or (
        can_fall and (_regex("imminent").search(text) or {"crack_widening", "muddy_seepage"} & {*signs})
    ):
        return "major_imminent"
    return "major" if _regex("major").search(text) else "general"
