"""处置清单: which steps a case has now, which are overdue, and what a tap may do to one. Data: `checklists.toml`.

A figure that is not known never brings a step and never keeps one away for good: it is named as open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.rules.case_grade import ROLES, known_of, traits_of
from bot.rules.case_query import FREE_WORDS
from bot.rules.category import Category, Names
from bot.rules.deadlines import at_least
from bot.rules.priority import figure_of
from bot.rules.question import Answers
from bot.rules.reading.script import fold

HARMED = ("dead", "missing", "injured", "injured_serious", "injured_minor", "trapped", "ill")
COUNTS = (*ROLES, "rescued", "hospitalized", "evacuated", "households", "persons")
ROLES_OF_STEPS = ("town", "district", "leader", "commander", "village")
"""Besides these a step may be a function's (functions.toml)."""
FACTS = ("commander", "consult", "referral", "leader")
"""What the system itself knows to be done: somebody commands, experts were asked, a 转办 was accepted (of one function:
`referral:water`), a leader has got the card."""
LONGEST_REASON = 300
APART = timedelta(minutes=5)
"""Steps that fall due within this of a nudge wait for the next one, so that the group gets one message of several."""
NEW_FOR = timedelta(minutes=30)
"""A step that was added is called new on the card for so long, unless somebody ticks it first."""


@dataclass(frozen=True, slots=True)
class When:
    """All that is set must hold. `counts`: one of these figures is surely `at_least`; `words`: one of them was said."""

    counts: tuple[str, ...] = ()
    at_least: int = 1
    harm: bool = False
    words: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    grade: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the plan. `minutes` None: it is never overdue. Any of `when` brings it; none: it is always there.

    `done_by`: any of these facts ticks it, without a tap.
    """

    key: str
    names: Names
    role: str
    minutes: int | None = None
    when: tuple[When, ...] = ()
    done_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A list. `categories` and `klasses` say for which incidents; both empty: for all that is left."""

    slug: str
    names: Names
    steps: tuple[Step, ...]
    categories: tuple[str, ...] = ()
    klasses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the conditions look at."""

    answers: Answers
    priority: str
    grade: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A step of a case. `state`: open, done, na (不适用; `note` says why). `why`: start, figures, grade, category.

    `by` None: the system ticked it; where somebody took that back (`by_hand`) it does so no more.
    """

    number: int
    key: str
    names: Names
    role: str
    added_at: datetime
    why: str = "start"
    due_at: datetime | None = None
    state: str = "open"
    at: datetime | None = None
    by: str | None = None
    note: str | None = None
    nudged: bool = False
    by_hand: bool = False

    def overdue(self, now: datetime) -> bool:
        return self.state == "open" and self.due_at is not None and now > self.due_at

    def is_new(self, now: datetime) -> bool:
        return self.state == "open" and self.why != "start" and now - self.added_at <= NEW_FOR


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """As card and screen show it. `open_figures`: counts that nobody knows yet and on which further steps hang."""

    names: Names
    steps: tuple[Kept, ...]
    open_figures: tuple[str, ...] = ()


def plan_for(plans: Mapping[str, Plan], category: Category) -> Plan | None:
    """The category's list, else its class's, else `any`, with the steps of `common` behind. None: there is none."""
    named = next((plan for plan in plans.values() if category.slug in plan.categories), None)
    of_class = next((plan for plan in plans.values() if category.klass in plan.klasses), None)
    found = named or of_class or plans.get("any")
    common = plans.get("common")
    if found is None:
        return None
    own = {step.key for step in found.steps}
    return replace(found, steps=(*found.steps, *(s for s in (common.steps if common else ()) if s.key not in own)))


def holds(when: When, facts: Facts) -> bool:
    """Whether all that a row names is surely so."""
    return (
        (not when.counts or any(_surely(facts.answers, count) >= when.at_least for count in when.counts))
        and (not when.harm or is_harm(facts.answers))
        and (not when.words or said(facts.answers, when.words))
        and (not when.traits or not traits_of(facts.answers).isdisjoint(when.traits))
        and (not when.priorities or facts.priority in when.priorities)
        and (when.grade is None or at_least(facts.grade, when.grade))
    )


def _surely(answers: Answers, count: str) -> int:
    figure = figure_of(answers.get(count))
    return figure.surely if figure is not None else 0


def is_harm(answers: Answers) -> bool:
    """有 was tapped, or a figure says so. 不清楚 is no harm that is known, and no all-clear either."""
    return answers.get("harm") == "yes" or any(_surely(answers, count) for count in HARMED)


def said(answers: Answers, wanted: Iterable[str]) -> bool:
    """Whether one of these words was said, in either script."""
    place = answers.get("place")
    texts = [str(answers.get(key) or "") for key in FREE_WORDS]
    texts.append(str(place.get("text") or "") if isinstance(place, Mapping) else "")
    heard = fold(" ".join(texts)).casefold()
    return any(fold(word).casefold() in heard for word in wanted)


def due_steps(plan: Sequence[Step], facts: Facts) -> tuple[Step, ...]:
    """The steps that a case has as it stands."""
    return tuple(step for step in plan if not step.when or any(holds(row, facts) for row in step.when))


def open_figures(plan: Sequence[Step], kept: Iterable[Kept], facts: Facts) -> tuple[str, ...]:
    """The counts that nobody knows yet and that would bring a step which is not there."""
    there, known = {step.key for step in kept}, known_of(facts.answers).people
    waiting = [row for step in plan if step.key not in there for row in step.when]
    counts = dict.fromkeys(count for row in waiting for count in row.counts if count in ROLES)
    return tuple(count for count in counts if count not in known or known[count].is_unknown)


def added(
    kept: Sequence[Kept], plan: Sequence[Step], facts: Facts, why: str, since: datetime, now: datetime
) -> tuple[Kept, ...]:
    """The steps that are new. What is there stays as it is, also where its condition holds no more."""
    there = {step.key for step in kept}
    new = [step for step in due_steps(plan, facts) if step.key not in there]
    return tuple(
        Kept(number, step.key, step.names, step.role, now, why, _due(step, since))
        for number, step in enumerate(new, start=len(kept) + 1)
    )


def _due(step: Step, since: datetime) -> datetime | None:
    return since + timedelta(minutes=step.minutes) if step.minutes is not None else None


def next_nudge(kept: Iterable[Kept], last_at: datetime | None) -> datetime | None:
    """When the group is told next: at the first step that falls due, never within `APART` of the last time."""
    due = [step.due_at for step in kept if step.state == "open" and step.due_at is not None and not step.nudged]
    if not due:
        return None
    return max(min(due), last_at + APART) if last_at else min(due)


def tapped(step: Kept, act: str, by: str, now: datetime, note: str | None = None) -> Kept | None:
    """The step after a tap: tick, na (`note`: why) or undo. None: it is so already, or somebody was quicker."""
    if act == "undo":
        by_hand = step.by_hand or (step.state == "done" and step.by is None)
        opened = replace(step, state="open", at=None, by=None, note=None, by_hand=by_hand)
        return None if step.state == "open" else opened
    if step.state != "open" or act not in ("tick", "na") or (act == "na" and not note):
        return None
    state = "done" if act == "tick" else "na"
    return replace(step, state=state, at=now, by=by, note=note[:LONGEST_REASON] if note else None)


def known_done(
    kept: Sequence[Kept], done_by: Mapping[str, Iterable[str]], facts: Collection[str], now: datetime
) -> tuple[Kept, ...]:
    """Open steps of which a fact holds are ticked by nobody. `done_by`: a step's key → its facts."""
    return tuple(
        replace(step, state="done", at=now)
        if step.state == "open" and not step.by_hand and any(fact in facts for fact in done_by.get(step.key, ()))
        else step
        for step in kept
    )


def plan_as_json(steps: Iterable[Step]) -> list[Any]:
    return [_row(step) | {"when": [_row(when) for when in step.when]} for step in steps]


def _row(of: Step | When | Kept) -> dict[str, Any]:
    """Its fields as they are (`asdict` copies deep, and is four times as slow: every new report is on this way)."""
    return {name: getattr(of, name) for name in of.__slots__}


def plan_from_json(rows: Iterable[Mapping[str, Any]]) -> tuple[Step, ...]:
    """The snapshot that a case began with."""
    return tuple(
        Step(**{**row, "when": tuple(map(_when, row["when"])), "done_by": tuple(row.get("done_by", ()))})
        for row in rows
    )  # fmt: skip


def _when(row: Mapping[str, Any]) -> When:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return When(**fields)


_MOMENTS = ("added_at", "due_at", "at")


def kept_as_json(steps: Iterable[Kept]) -> list[Any]:
    found = [_row(step) for step in steps]
    return [row | {key: row[key].isoformat() if row[key] else None for key in _MOMENTS} for row in found]


def kept_from_json(rows: Iterable[Mapping[str, Any]]) -> tuple[Kept, ...]:
    return tuple(
        Kept(**{**row, **{key: datetime.fromisoformat(row[key]) if row[key] else None for key in _MOMENTS}})
        for row in rows
    )
