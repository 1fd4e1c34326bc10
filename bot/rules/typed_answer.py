"""From what an officer types or taps to the answer of a question, a Fault that says what was wrong, or Choices."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.rules.answer_check import DEFAULT_LIMITS, Limits, check, text_fault
from bot.rules.category import Category, Names
from bot.rules.category_search import named, search_categories
from bot.rules.places import Area, Places
from bot.rules.question import Answer, Answers, Choice, Fault, Kind, Question
from bot.rules.reading.numbers import UNKNOWN, ZERO, Figure, read_number
from bot.rules.reading.script import clean, fold
from bot.rules.reading.times import Precision, Problem, TimeReading, read_time
from bot.rules.whole_count import is_whole_count

LONGEST_TIME = 60
"""Longer words are a story, not a time, even if a time stands in them."""
LONGEST_SEARCH = 6
"""A place typed in more characters is an address: it is kept, not searched."""
SHOWN = 40
"""As much of somebody's words as a complaint about them repeats."""
MOST_OPTIONS = 8
OWN = frozenset(map(fold, ("本村", "我村", "我们村", "我哋村", "本社区", "My village")))
HOUR = timedelta(hours=1)
IN_ALL = re.compile(r"^\s*(?:一共|总共|合共|共)")
TIME_FAULTS = {
    Problem.FUTURE_DATE: "fault-time-future",
    Problem.IMPOSSIBLE_DATE: "fault-time-impossible",
    Problem.UNREADABLE: "fault-time-not-understood",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One reading of ambiguous words: what it would answer, and the words of its button."""

    value: Answer
    names: Names


@dataclass(frozen=True, slots=True)
class Choices:
    """The words mean more than one thing: show these (`report_form.offer` keeps their values)."""

    options: tuple[Option, ...]


Reading: TypeAlias = Answer | Fault | Choices


@dataclass(frozen=True, slots=True)
class Typed:
    """Typed words and all that is known when they are read. `sent_at` is the message's own time, with its zone."""

    question: Question
    text: str
    sent_at: datetime
    places: Places
    sender_area: str | None
    categories: Mapping[str, Category]
    answers: Answers
    limits: Limits


def value_from_text(
    question: Question,
    text: str,
    sent_at: datetime,
    places: Places,
    sender_area: str | None,
    categories: Mapping[str, Category],
    *,
    answers: Answers | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Reading:
    """Reads typed words as an answer to `question`; the `answers` before it decide which signs there are."""
    typed = Typed(question, text, sent_at, places, sender_area, categories, answers or {}, limits)
    read = READERS[question.kind](typed)
    if isinstance(read, Fault | Choices):
        return read
    return check(question, read, typed.answers, limits) or read


def value_from_tap(question: Question, token: str, sent_at: datetime, sender_area: str | None) -> Answer | Fault:
    """Reads a button: a slug of the question's choices, a count or "unknown", "own_village".

    Whether the slug exists is checked by the step that takes the answer.
    """
    if question.kind == "category":
        return {"slug": token}
    if question.kind == "count" and token.isdecimal():
        return count_answer(Figure(int(token), int(token), True))
    if question.kind == "count" and token == "unknown":
        return {"unknown": True}
    if question.kind == "time":
        return _tapped_time(question, token, sent_at)
    if question.kind == "place" and token == "own_village":
        return _own_village(sender_area)
    if question.kind in ("choice", "harm"):
        return token
    return Fault("fault-choice-unknown")


def count_answer(figure: Figure) -> Answer:
    """A figure as the answer of a count question."""
    return {"unknown": True} if figure.is_unknown else {"min": figure.min, "max": figure.max, "exact": figure.exact}


def time_answer(reading: TimeReading, raw: str) -> Answer:
    """A time that was read as the answer of a time question; `until` and `confirm` only where they say something."""
    answer: dict[str, object] = {
        "at": reading.at.isoformat() if reading.at else None,
        "precision": reading.precision.value if reading.precision else None,
        "raw": raw,
    }
    if reading.until:
        answer["until"] = reading.until.isoformat()
    return answer | ({"confirm": True} if reading.confirm else {})


def _tapped_time(question: Question, token: str, sent_at: datetime) -> Answer | Fault:
    choice = next((choice for choice in question.choices if choice.slug == token), None)
    if token == "unknown":
        return {"at": None, "precision": None, "raw": ""}
    if choice is None:
        return Fault("fault-choice-unknown")
    words = choice.names["zh-Hans"]
    reading = read_time(words, sent_at)
    if reading.problem is Problem.FUTURE_DATE:  # 今早, tapped at three in the night
        midnight = sent_at.replace(hour=0, minute=0, second=0, microsecond=0)
        reading = TimeReading(midnight, sent_at, Precision.HOUR_OR_WORSE, words)
    return time_answer(reading, words)


def _own_village(sender_area: str | None, detail: str = "") -> Answer:
    answer: dict[str, object] = {"kind": "own_village", "area": sender_area}
    return answer | ({"text": detail} if detail else {})


def _category(typed: Typed) -> Reading:
    one = named(typed.categories, typed.text)
    if one is not None:
        return {"slug": one.slug}
    found = search_categories(typed.categories, typed.text, MOST_OPTIONS)
    if not found:
        return Fault("fault-category-not-found", {"text": _shown(typed.text)})
    return Choices(tuple(Option({"slug": category.slug}, category.names) for category in found))


def _count(typed: Typed) -> Reading:
    whole = is_whole_count(fold(clean(typed.text)), households="households" in typed.question.key)
    figure = read_number(IN_ALL.sub("", fold(clean(typed.text)))) if whole else None
    if figure is None:
        return Fault("fault-count-not-understood", {"text": _shown(typed.text), "example": "3"})
    return count_answer(figure)


def _time(typed: Typed) -> Reading:
    text = clean(typed.text)
    if read_number(text) == UNKNOWN:
        return {"at": None, "precision": None, "raw": text}
    reading = read_time(text, typed.sent_at) if len(text) <= LONGEST_TIME else None
    problem = reading.problem if reading is not None else Problem.UNREADABLE
    if reading is None or problem is not None:
        example = f"{(typed.sent_at - HOUR):%H:%M}"
        return Fault(TIME_FAULTS[problem or Problem.UNREADABLE], {"text": _shown(text), "example": example})
    return time_answer(reading, text)


def _place(typed: Typed) -> Reading:
    text = clean(typed.text)
    fault = text_fault(text, typed.limits)
    if fault is not None:
        return fault
    as_text: Answer = {"kind": "text", "text": text}
    found = typed.places.find(text, typed.sender_area)
    if found.area is not None and found.exact:
        return _area_answer(found.area, text if found.detail else "")
    if found.candidates:
        return _place_choices(typed, found.candidates, text if found.detail else "", as_text)
    if found.own_area and typed.sender_area is not None:
        return _own_village(typed.sender_area, "" if fold(text) in OWN else text)
    searched = typed.places.search(text, MOST_OPTIONS) if len(text) <= LONGEST_SEARCH else []
    return _place_choices(typed, tuple(searched), "", as_text) if searched else as_text


def _area_answer(area: Area, detail: str) -> Answer:
    answer: dict[str, object] = {"kind": "area", "area": area.code}
    return answer | ({"text": detail} if detail else {})


def _place_choices(typed: Typed, areas: tuple[Area, ...], detail: str, as_text: Answer) -> Choices:
    """The areas it may be, each with its town, and the words as they stand."""
    options = [Option(_area_answer(area, detail), _area_names(typed.places, area)) for area in areas[:MOST_OPTIONS]]
    quoted = f"“{_shown(typed.text)}”"
    return Choices((*options, Option(as_text, {"zh-Hans": quoted, "zh-Hant": quoted, "en": quoted})))


def _area_names(places: Places, area: Area) -> Names:
    town = places.get(area.parent) if area.kind in ("village", "community") else None
    hans = f"{town.name} {area.name}" if town else area.name
    hant = f"{town.name_hant} {area.name_hant}" if town else area.name_hant
    return {"zh-Hans": hans, "zh-Hant": hant, "en": hans}


def _harm(typed: Typed) -> Reading:
    words, figure = fold(clean(typed.text)), read_number(typed.text)
    if figure is not None:
        return "unknown" if figure == UNKNOWN else "none" if figure == ZERO else "yes"
    if words in ("yes", "y", "是") or (words.startswith("有") and not words.startswith(("有没有", "有冇", "有无"))):
        return "yes"
    return _choice(typed)


def _choice(typed: Typed) -> Reading:
    found = _matching(typed, typed.text)
    if len(found) == 1:
        return found[0].slug
    if found:
        return Choices(tuple(Option(choice.slug, choice.names) for choice in found[:MOST_OPTIONS]))
    return Fault("fault-button-due", {"text": _shown(typed.text)})


def _choices(typed: Typed) -> Reading:
    parts = [
        part for part in fold(clean(typed.text)).replace(",", "、").replace("和", "、").split("、") if part.strip()
    ]
    found = [_matching(typed, part) for part in parts]
    if not found or any(len(choices) != 1 for choices in found):
        return Fault("fault-button-due", {"text": _shown(typed.text)})
    return list(dict.fromkeys(choices[0].slug for choices in found))


def _matching(typed: Typed, text: str) -> tuple[Choice, ...]:
    """The choice with this very name, else those whose name contains the words."""
    words, live = fold(clean(text)).strip(), typed.question.live_choices(typed.answers)
    names = {choice.slug: {fold(name) for name in choice.names.values()} for choice in live}
    same = tuple(choice for choice in live if words in names[choice.slug])
    partly = tuple(choice for choice in live if words and any(words in name for name in names[choice.slug]))
    return same or partly


def _text(typed: Typed) -> Reading:
    return typed.text


def _media(typed: Typed) -> Reading:
    return Fault("fault-media-due")


def _shown(text: str) -> str:
    text = " ".join(clean(text).split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


READERS: dict[Kind, Callable[[Typed], Reading]] = {
    "category": _category,
    "place": _place,
    "time": _time,
    "count": _count,
    "choice": _choice,
    "multi_choice": _choices,
    "harm": _harm,
    "text": _text,
    "media": _media,
}
