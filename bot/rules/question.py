"""A form as data: its questions, when each is asked, and what may be chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, get_args

from bot.rules.category import Names

Kind = Literal["category", "place", "time", "count", "choice", "multi_choice", "text", "media", "harm"]
KINDS: tuple[Kind, ...] = get_args(Kind)

Answer: TypeAlias = str | list[Any] | dict[str, Any]
"""What a question got, as JSON:

category      {"slug": "fire_building"}
place         {"kind": "own_village" | "area" | "pin" | "text", "area"?: code, "lat"?, "lon"?, "text"?: detail}
time          {"at": ISO 8601 with zone, or null, "precision": str or null, "raw": the words, "until"?, "confirm"?}
count         {"min": int or null, "max": int or null, "exact": bool}, or {"unknown": true}: never the same as 0
choice, harm  a slug; harm is one of yes, none, unknown
multi_choice  list of slugs
text          str, as typed
media         list of {"file_id", "unique_id", "kind", "group"?, …}
"""
Answers: TypeAlias = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Fault:
    """A "no" that a person hears: the key of its words, and their values."""

    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when the earlier `question` has one of the plain answers `among`; never while it is unanswered."""

    question: str
    among: tuple[str, ...]

    def holds(self, answers: Answers) -> bool:
        value = answers.get(self.question)
        return value is not None and not plain(value).isdisjoint(self.among)


def plain(value: Answer) -> frozenset[str]:
    """What a condition compares: slugs; for a count one of none, some, unknown; nothing for places, times, media."""
    if isinstance(value, str):
        return frozenset({value})
    if isinstance(value, list):
        return frozenset(item for item in value if isinstance(item, str))
    if "slug" in value:
        return frozenset({str(value["slug"])})
    if value.get("unknown"):
        return frozenset({"unknown"})
    if "exact" in value:
        return frozenset({"none" if value.get("max") == 0 else "some"})
    return frozenset()


@dataclass(frozen=True, slots=True)
class Choice:
    slug: str
    names: Names
    ask_if: Condition | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """`label` is its short name on the summary card. `quick` are the counts with a button of their own.

    An `optional` one can be skipped. `when_idle` is the answer it gets when the form sends itself.
    """

    key: str
    kind: Kind
    label: Names
    prompt: Names
    hint: Names | None = None
    optional: bool = False
    ask_if: Condition | None = None
    choices: tuple[Choice, ...] = ()
    quick: tuple[int, ...] = ()
    when_idle: str | None = None

    def live_choices(self, answers: Answers) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if choice.ask_if is None or choice.ask_if.holds(answers))


@dataclass(frozen=True, slots=True)
class Form:
    """Questions in the order they are asked; a condition looks back only (ValueError otherwise).

    `finish`: "send" sends itself with the last answer, "summary" shows a card to confirm first.
    `idle_seconds`: a draft left alone that long is sent as far as it got; None keeps waiting.
    """

    name: str
    names: Names
    questions: tuple[Question, ...]
    finish: Literal["send", "summary"] = "summary"
    idle_seconds: int | None = None

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for question in self.questions:
            conditions = [question.ask_if, *(choice.ask_if for choice in question.choices)]
            if early := {c.question for c in conditions if c is not None} - seen:
                raise ValueError(
                    f"{self.name}, {question.key}: asks about {', '.join(sorted(early))} before it is asked"
                )
            if question.key in seen:
                raise ValueError(f"{self.name}: two questions are called {question.key}")
            seen.add(question.key)

    def question(self, key: str) -> Question | None:
        return next((question for question in self.questions if question.key == key), None)
