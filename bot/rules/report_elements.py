"""The eleven elements of a report (要素, domain.md §3.3): which of them a case has. A pure look at its answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.rules.case_grade import traits_of
from bot.rules.question import Answers

PEOPLE = ("dead", "missing", "injured", "injured_serious", "injured_minor", "trapped", "ill")
DAMAGE = ("households", "houses", "road_blocked", "affected", "threatened_households", "threatened_people", "evacuated")


@dataclass(frozen=True, slots=True)
class Element:
    """One of the eleven. `holds` looks at the answers and at whether the situation was marked as controlled."""

    key: str
    holds: Callable[[Answers, bool], bool]


def _any(*keys: str) -> Callable[[Answers, bool], bool]:
    return lambda answers, _: any(_said(answers.get(key)) for key in keys)


def _said(value: Any) -> bool:
    """不清楚 is an answer to a question, but no content of a report."""
    if isinstance(value, Mapping):
        return bool(value) and not value.get("unknown") and any(each not in (None, "") for each in value.values())
    return value not in (None, "", [])


def _place(answers: Answers, _: bool) -> bool:
    place = answers.get("place")
    return isinstance(place, Mapping) and (place.get("kind") in ("pin", "text") or bool(place.get("text")))


def _time(answers: Answers, _: bool) -> bool:
    time = answers.get("time")
    return isinstance(time, Mapping) and bool(time.get("at"))


def _outcome(answers: Answers, _: bool) -> bool:
    return answers.get("harm") == "none" or any(_said(answers.get(key)) for key in PEOPLE)


ELEMENTS: tuple[Element, ...] = (
    Element("time", _time),
    Element("place", _place),
    Element("source", lambda answers, controlled: True),
    Element("cause", lambda answers, _: _said(answers.get("cause")) or "ebike" in traits_of(answers)),
    Element("course", _any("what_happened", "description")),
    Element("outcome", _outcome),
    Element("scope", _any(*DAMAGE, "scope", "measurements")),
    Element("trend", lambda answers, controlled: controlled or _said(answers.get("trend"))),
    Element("handling", _any("what_done")),
    Element("measures", _any("measures")),
    Element("advice", _any("advice", "help")),
)
"""时间、地点、信息来源、事件起因和性质、基本过程、已造成的后果、影响范围、发展趋势、处置情况、拟采取措施、下一步工作建议.

The source is always there: a report has a reporter. 已控制 says how it develops.
"""


TYPED_AT_THE_DESK: dict[str, str] = {
    "cause": "cause", "handling": "what_done", "trend": "trend", "scope": "scope", "measures": "measures",
    "advice": "advice", "leaders": "leaders",
}  # fmt: skip
"""Element → answer: what the duty room knows or decides itself. 领导到场情况 goes with the eleven."""


def elements_of(answers: Answers, controlled: bool = False) -> dict[str, bool]:
    """By key, in the order of the list."""
    return {element.key: element.holds(answers, controlled) for element in ELEMENTS}
