"""Whether a value fits its question: a table of checks, one a kind. A forged or garbled value is a Fault."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.rules.question import Answer, Answers, Fault, Kind, Question
from bot.rules.reading.script import clean

COUNT_MAX = 1_000_000
"""More people than the district has: a slip of the finger."""
PLACE_NEEDS = {"own_village": (), "area": ("area",), "pin": ("lat", "lon"), "text": ("text",)}
MEDIA_NEEDS = ("file_id", "unique_id", "kind")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one answer holds: characters of a text, items of media."""

    text: int = 2000
    media: int = 30


DEFAULT_LIMITS = Limits()
MISFIT = Fault("fault-answer-misfit")


def check(question: Question, value: Answer, answers: Answers, limits: Limits = DEFAULT_LIMITS) -> Fault | None:
    """None when `value` is an answer to `question`, given the other `answers`."""
    return CHECKS[question.kind](question, value, answers, limits)


def text_fault(text: str, limits: Limits) -> Fault | None:
    if not clean(text):
        return Fault("fault-text-empty")
    if len(text) > limits.text:
        return Fault("fault-too-long", {"max": limits.text, "length": len(text)})
    return None


def _text(question: Question, value: Answer, answers: Answers, limits: Limits) -> Fault | None:
    return text_fault(value, limits) if isinstance(value, str) else MISFIT


def _choice(question: Question, value: Answer, answers: Answers, limits: Limits) -> Fault | None:
    slug = value.get("slug") if isinstance(value, dict) else value
    if not isinstance(slug, str) or isinstance(value, dict) != (question.kind == "category"):
        return MISFIT
    known = any(choice.slug == slug for choice in question.live_choices(answers))
    return None if known else Fault("fault-choice-unknown")


def _choices(question: Question, value: Answer, answers: Answers, limits: Limits) -> Fault | None:
    if not isinstance(value, list) or not value or not all(isinstance(slug, str) for slug in value):
        return MISFIT
    unknown = set(value) - {choice.slug for choice in question.live_choices(answers)}
    return Fault("fault-choice-unknown") if unknown or len(set(value)) < len(value) else None


def _count(question: Question, value: Answer, answers: Answers, limits: Limits) -> Fault | None:
    if not isinstance(value, dict):
        return MISFIT
    if value.get("unknown") is True:
        return None if len(value) == 1 else MISFIT
    low, high = value.get("min"), value.get("max")
    bounds = [bound for bound in (low, high) if bound is not None]
    if not bounds or not isinstance(value.get("exact"), bool) or not all(_whole(bound) for bound in bounds):
        return MISFIT
    if max(bounds) > COUNT_MAX:
        return Fault("fault-count-too-large", {"max": COUNT_MAX})
    crossed = low is not None and high is not None and low > high
    return MISFIT if crossed or (value["exact"] and low != high) else None


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _time(question: Question, value: Answer, answers: Answers, limits: Limits) -> Fault | None:
    if not isinstance(value, dict) or not isinstance(value.get("raw"), str) or "at" not in value:
        return MISFIT
    return None if value["at"] is None or _moment(value["at"]) else MISFIT


def _moment(text: Any) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except (TypeError, ValueError):
        return False


def _place(question: Question, value: Answer, answers: Answers, limits: Limits) -> Fault | None:
    if not isinstance(value, dict) or value.get("kind") not in PLACE_NEEDS:
        return MISFIT
    if any(value.get(need) is None for need in PLACE_NEEDS[value["kind"]]):
        return MISFIT
    if value["kind"] == "pin" and not (_within(value["lat"], 90) and _within(value["lon"], 180)):
        return MISFIT
    detail = value.get("text")
    if detail is None:
        return None
    return text_fault(detail, limits) if isinstance(detail, str) else MISFIT


def _within(degrees: Any, bound: float) -> bool:
    return isinstance(degrees, int | float) and not isinstance(degrees, bool) and -bound <= degrees <= bound


def _media(question: Question, value: Answer, answers: Answers, limits: Limits) -> Fault | None:
    if not isinstance(value, list) or not value or not all(is_media(item) for item in value):
        return MISFIT
    return Fault("fault-media-too-many", {"max": limits.media}) if len(value) > limits.media else None


def is_media(item: Any) -> bool:
    return isinstance(item, dict) and all(isinstance(item.get(need), str) and item[need] for need in MEDIA_NEEDS)


CHECKS: dict[Kind, Callable[[Question, Answer, Answers, Limits], Fault | None]] = {
    "category": _choice,
    "choice": _choice,
    "harm": _choice,
    "multi_choice": _choices,
    "count": _count,
    "time": _time,
    "place": _place,
    "text": _text,
    "media": _media,
}
