"""The guided form: form + answers → the next question, or a fault, or a finished report.

A draft is a value; every step gives a new one with a higher revision. Buttons carry the revision they were drawn
with, so that a tap on an old card is told apart. After every step the answers of questions that are no longer asked
are dropped and the first unanswered one comes next; when there is none, the summary (`current` is None).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.rules.answer_check import DEFAULT_LIMITS, Limits, check, is_media
from bot.rules.question import Answer, Answers, Choice, Condition, Fault, Form, Kind, Question

__all__ = [
    "Answer", "Answers", "Choice", "Condition", "Draft", "Fault", "Form", "Kind", "Limits", "Question",
    "add_media", "answer", "back", "clear", "edit", "finished", "first_unanswered", "live_answers", "live_questions",
    "offer", "resume", "sent_when_idle", "skip", "stale", "start", "summary", "take", "toggle",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-filled form. `current` is the key of the question being asked, None at the summary.

    `skipped` are questions the person chose not to answer; `editing` says that they came from the summary.
    `offered` are the readings of an ambiguous typed answer (two villages of one name), kept until one is tapped.
    """

    form: str
    answers: Answers = field(default_factory=dict)
    current: str | None = None
    skipped: frozenset[str] = frozenset()
    editing: bool = False
    revision: int = 0
    offered: tuple[Answer, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Only JSON types, for a row of the database."""
        return {
            "form": self.form,
            "answers": dict(self.answers),
            "current": self.current,
            "skipped": sorted(self.skipped),
            "editing": self.editing,
            "revision": self.revision,
            "offered": list(self.offered),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Draft":
        """The draft that `to_json` stored; KeyError when it is not one."""
        return cls(
            form=stored["form"],
            answers=dict(stored["answers"]),
            current=stored["current"],
            skipped=frozenset(stored["skipped"]),
            editing=stored["editing"],
            revision=stored["revision"],
            offered=tuple(stored["offered"]),
        )


def start(form: Form, prefill: Answers | None = None) -> Draft:
    """A new draft. `prefill` is our own work (本村, a sentence already read) and is not checked again."""
    return _at_next(form, Draft(form.name, answers=dict(prefill or {})))


def resume(form: Form, draft: Draft) -> Draft:
    """A stored draft under today's form: whatever a changed form no longer asks is dropped."""
    kept = _pruned(form, draft)
    asked = {question.key for question in live_questions(form, kept.answers)}
    unchanged = kept.answers == draft.answers and kept.current in asked
    return draft if unchanged or (kept.current is None and finished(form, kept)) else _at_next(form, kept)


def live_answers(form: Form, answers: Answers) -> dict[str, Answer]:
    """The answers whose questions are asked, given the answers before them; dead choices are taken out."""
    kept: dict[str, Answer] = {}
    for question in form.questions:
        value = answers.get(question.key)
        if value is None or not _asked(question, kept):
            continue
        if question.kind == "multi_choice":
            live = {choice.slug for choice in question.live_choices(kept)}
            value = [slug for slug in value if slug in live]
        if value or question.kind != "multi_choice":
            kept[question.key] = value
    return kept


def live_questions(form: Form, answers: Answers) -> tuple[Question, ...]:
    """The questions that are asked, in order, given the answers so far."""
    kept = live_answers(form, answers)
    return tuple(question for question in form.questions if _asked(question, kept))


def _asked(question: Question, answers: Answers) -> bool:
    """Its condition holds and, where it offers choices, one of them may be chosen."""
    if question.ask_if is not None and not question.ask_if.holds(answers):
        return False
    return not question.choices or bool(question.live_choices(answers))


def first_unanswered(form: Form, draft: Draft) -> str | None:
    """The key of the first question neither answered nor skipped; None when all are."""
    for question in live_questions(form, draft.answers):
        if question.key not in draft.answers and question.key not in draft.skipped:
            return question.key
    return None


def finished(form: Form, draft: Draft) -> bool:
    """Nothing is left to ask: the summary stands, or the report can be sent."""
    return draft.current is None and first_unanswered(form, draft) is None


def stale(draft: Draft, revision: int) -> bool:
    """Whether a button drawn at `revision` belongs to an older card."""
    return revision != draft.revision


def summary(form: Form, draft: Draft) -> tuple[tuple[Question, Answer | None], ...]:
    """The rows of the summary card: every question asked, with its answer or None."""
    return tuple((question, draft.answers.get(question.key)) for question in live_questions(form, draft.answers))


def answer(form: Form, draft: Draft, key: str, value: Answer, limits: Limits = DEFAULT_LIMITS) -> Draft | Fault:
    """Takes an answer to any live question and moves on."""
    question = _live(form, draft, key)
    if question is None:
        return Fault("fault-question-over")
    fault = check(question, value, draft.answers, limits)
    if fault is not None:
        return fault
    return _at_next(form, _with(draft, key, value))


def fill(form: Form, draft: Draft, stated: Answers) -> Draft:
    """Answers to open questions that a sentence gives all at once; what does not fit its question stays open."""
    filled = draft
    for question in form.questions:
        value = stated.get(question.key)
        known = filled.answers.get(question.key)
        vague = question.kind == "place" and isinstance(known, dict) and known.get("kind") == "own_village"
        if value is None or (known is not None and not vague):
            continue
        answered = answer(form, filled, question.key, value)
        if isinstance(answered, Draft):
            filled = answered
    return _at_next(form, filled)


def skip(form: Form, draft: Draft) -> Draft | Fault:
    """Moves past the current question: 跳过 where it is empty, 完成 where it holds something, which stays."""
    question = _live(form, draft, draft.current or "")
    if question is None:
        return Fault("fault-question-over")
    if question.key in draft.answers:
        return _at_next(form, draft)
    if not question.optional:
        return Fault("fault-answer-needed")
    return _at_next(form, replace(draft, skipped=draft.skipped | {question.key}))


def clear(form: Form, draft: Draft, key: str) -> Draft | Fault:
    """Takes the answer to an optional question back; it counts as skipped."""
    question = _live(form, draft, key)
    if question is None:
        return Fault("fault-question-over")
    if not question.optional:
        return Fault("fault-answer-needed")
    return _at_next(form, replace(_without(draft, key), skipped=draft.skipped | {key}))


def back(form: Form, draft: Draft) -> Draft:
    """To the question before; from an edit to the summary; from the first question nowhere (the same draft)."""
    if draft.editing and first_unanswered(form, draft) is None:
        return _step(draft, current=None, editing=False)
    keys = [question.key for question in live_questions(form, draft.answers)]
    position = len(keys) if draft.current is None else keys.index(draft.current)
    return _step(draft, current=keys[position - 1]) if position else draft


def edit(form: Form, draft: Draft, key: str) -> Draft | Fault:
    """From the summary to one question; its old answer stands until a new one comes."""
    if _live(form, draft, key) is None:
        return Fault("fault-question-over")
    return _step(draft, current=key, editing=True)


def toggle(form: Form, draft: Draft, key: str, slug: str) -> Draft | Fault:
    """Adds or takes back one of several choices and stays at the question."""
    question = _live(form, draft, key)
    if question is None or question.kind != "multi_choice":
        return Fault("fault-question-over")
    chosen = list(draft.answers.get(key, []))
    slugs = [kept for kept in chosen if kept != slug] if slug in chosen else [*chosen, slug]
    if not slugs:
        return _step(_pruned(form, _without(draft, key)), current=key)
    fault = check(question, slugs, draft.answers)
    return fault or _step(_pruned(form, _with(draft, key, slugs)), current=key)


def add_media(form: Form, draft: Draft, item: dict[str, Any], limits: Limits = DEFAULT_LIMITS) -> Draft | Fault:
    """Keeps a photo, video, voice or document, whichever question is being asked, and stays there.

    The same file delivered twice is kept once. The revision stays too: ten photos of an album must not make the
    完成 button under the question stale ten times.
    """
    question = _media_question(form, draft)
    if question is None or not is_media(item):
        return Fault("fault-media-not-due")
    kept = list(draft.answers.get(question.key, []))
    if any(known["unique_id"] == item["unique_id"] for known in kept):
        return draft
    fault = check(question, [*kept, item], draft.answers, limits)
    return fault or _with(draft, question.key, [*kept, item])


def sent_when_idle(form: Form, draft: Draft) -> Draft | None:
    """The draft as it is sent when its officer has pocketed the phone; None while it lacks what cannot be assumed."""
    if form.idle_seconds is None:
        return None
    while (key := first_unanswered(form, draft)) is not None:
        question = form.question(key)
        if question is None or (question.when_idle is None and not question.optional):
            return None
        if question.when_idle is None:
            draft = replace(draft, skipped=draft.skipped | {key})
        else:
            draft = _with(draft, key, question.when_idle)
    return _at_next(form, draft)


def offer(form: Form, draft: Draft, key: str, readings: Sequence[Answer]) -> Draft | Fault:
    """Keeps what a typed answer may mean, so that the buttons need carry a number only, also after a restart."""
    if _live(form, draft, key) is None:
        return Fault("fault-question-over")
    return replace(_step(draft, current=key), offered=tuple(readings))


def take(form: Form, draft: Draft, number: int, limits: Limits = DEFAULT_LIMITS) -> Draft | Fault:
    """Answers the current question with one of the readings offered (0 is the first)."""
    if draft.current is None or not 0 <= number < len(draft.offered):
        return Fault("fault-question-over")
    return answer(form, draft, draft.current, draft.offered[number], limits)


def _live(form: Form, draft: Draft, key: str) -> Question | None:
    return next((question for question in live_questions(form, draft.answers) if question.key == key), None)


def _media_question(form: Form, draft: Draft) -> Question | None:
    current = _live(form, draft, draft.current or "")
    if current is not None and current.kind == "media":
        return current
    return next((question for question in live_questions(form, draft.answers) if question.kind == "media"), None)


def _with(draft: Draft, key: str, value: Answer) -> Draft:
    return replace(draft, answers={**draft.answers, key: value}, skipped=draft.skipped - {key})


def _without(draft: Draft, key: str) -> Draft:
    return replace(draft, answers={kept: value for kept, value in draft.answers.items() if kept != key})


def _pruned(form: Form, draft: Draft) -> Draft:
    answers = live_answers(form, draft.answers)
    asked = {question.key for question in live_questions(form, answers)}
    return replace(draft, answers=answers, skipped=draft.skipped & asked)


def _at_next(form: Form, draft: Draft) -> Draft:
    draft = _pruned(form, draft)
    key = first_unanswered(form, draft)
    return _step(draft, current=key, editing=draft.editing and key is not None)


def _step(draft: Draft, *, current: str | None, editing: bool | None = None) -> Draft:
    return replace(
        draft,
        current=current,
        editing=draft.editing if editing is None else editing,
        revision=draft.revision + 1,
        offered=(),
    )
