"""Whatever an officer taps, in whatever order: no dead answer stays, and the draft always stands somewhere."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.report_types import load_forms
from bot.rules import report_form as engine
from bot.rules.question import Answer, Condition, Form, Question, plain
from bot.rules.reading.script import clean
from bot.rules.report_form import Draft
from tests.rules.test_report_form import BURIED_FORM, PHOTO, SECOND_PHOTO, WORDS

WAKING_FORM = Form(
    "waking",
    WORDS,
    (
        *BURIED_FORM.questions,
        Question("signs", "multi_choice", WORDS, WORDS, choices=load_forms()["emergency"].questions[1].choices),
        Question("why", "text", WORDS, WORDS, optional=True, ask_if=Condition("signs", ("yes", "none"))),
        Question("photos", "media", WORDS, WORDS, optional=True, ask_if=Condition("digging", ("no",))),
    ),
)
FORMS = [*load_forms().values(), WAKING_FORM]

counts = st.one_of(
    st.just({"unknown": True}),
    st.integers(0, 40).map(lambda n: {"min": n, "max": n, "exact": True}),
    st.integers(1, 40).map(lambda n: {"min": n, "max": None, "exact": False}),
)
PLAIN_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "count": counts,
    "text": st.text(min_size=1).filter(clean),  # what a person can see
    "time": st.just({"at": None, "precision": None, "raw": "唔记得"}),
    "place": st.just({"kind": "text", "text": "村口"}),
    "media": st.just([PHOTO]),
}


def values(question: Question) -> st.SearchStrategy[Answer]:
    slugs = st.sampled_from([choice.slug for choice in question.choices] or ["-"])
    by_kind: dict[str, st.SearchStrategy[Any]] = {
        "category": slugs.map(lambda slug: {"slug": slug}),
        "multi_choice": st.lists(slugs, unique=True, max_size=3),
    }
    return (PLAIN_VALUES | by_kind).get(question.kind, slugs)


def one_step(data: st.DataObject, form: Form, draft: Draft) -> Draft:
    """One thing a person may do, on any question, live or not; a refusal leaves the draft as it is."""
    question = data.draw(st.sampled_from(form.questions))
    key = data.draw(st.sampled_from([question.key, draft.current or question.key]))
    chosen = form.question(key) or question
    verb = data.draw(
        st.sampled_from(["answer", "answer", "answer", "skip", "back", "edit", "toggle", "clear", "photo"])
    )
    if verb == "answer":
        result = engine.answer(form, draft, key, data.draw(values(chosen)))
    elif verb == "toggle":
        slugs = [choice.slug for choice in chosen.choices] or ["-"]
        result = engine.toggle(form, draft, key, data.draw(st.sampled_from(slugs)))
    elif verb == "photo":
        result = engine.add_media(form, draft, data.draw(st.sampled_from([PHOTO, SECOND_PHOTO])))
    elif verb in ("edit", "clear"):
        result = (engine.edit if verb == "edit" else engine.clear)(form, draft, key)
    else:
        result = engine.skip(form, draft) if verb == "skip" else engine.back(form, draft)
    return result if isinstance(result, Draft) else draft


def stands_well(form: Form, draft: Draft) -> None:
    live = {question.key for question in engine.live_questions(form, draft.answers)}
    assert set(draft.answers) <= live
    assert draft.skipped <= live - set(draft.answers)
    assert draft.current in live or engine.finished(form, draft)
    assert draft.current is not None or not draft.editing
    assert engine.live_answers(form, draft.answers) == draft.answers


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_order_of_taps_leaves_an_answer_to_a_dead_question(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(FORMS))
    draft = engine.start(form)
    for _ in range(data.draw(st.integers(0, 25))):
        after = one_step(data, form, draft)
        stands_well(form, after)
        assert after.revision >= draft.revision
        assert Draft.from_json(json.loads(json.dumps(after.to_json()))) == after
        assert engine.resume(form, after) == after
        draft = after


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_from_anywhere_answering_what_is_asked_reaches_the_summary(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(FORMS))
    draft = engine.start(form)
    for _ in range(data.draw(st.integers(0, 15))):
        draft = one_step(data, form, draft)
    for _ in range(len(form.questions) + 1):
        if engine.finished(form, draft):
            return
        question = form.question(draft.current or "")
        assert question is not None
        live = engine.Choice("-", WORDS), *question.live_choices(draft.answers)
        value: Answer = {"slug": live[-1].slug} if question.kind == "category" else [live[-1].slug]
        if question.kind not in ("category", "multi_choice"):
            value = data.draw(values(question))
        after = engine.answer(form, draft, question.key, value)
        assert isinstance(after, Draft)
        draft = after
    raise AssertionError("the form asks for ever")


@settings(deadline=None)
@given(st.data())
def test_back_always_ends_at_the_first_question(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(FORMS))
    draft = engine.start(form)
    for _ in range(data.draw(st.integers(0, 15))):
        draft = one_step(data, form, draft)
    for _ in range(2 * len(form.questions) + 2):
        if draft.editing and engine.first_unanswered(form, draft) is None:
            draft = engine.back(form, draft)
        draft = engine.back(form, draft)
    assert draft.current == form.questions[0].key


@given(counts)
def test_not_clear_is_never_nobody(count: dict[str, Any]) -> None:
    assert ("none" in plain(count)) == (count.get("max") == 0)
    assert plain({"unknown": True}) == {"unknown"}
