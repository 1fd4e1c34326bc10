"""An officer fills a form: taps, changes their mind, goes back, comes back tomorrow."""

import json
from typing import Any

import pytest

from bot.report_types import load_forms
from bot.rules import report_form as engine
from bot.rules.question import Answer, Choice, Condition, Form, Question
from bot.rules.report_form import Draft, Fault

EMERGENCY, INCIDENT, HAZARD = (load_forms()[name] for name in ("emergency", "incident", "hazard"))
OWN_VILLAGE = {"kind": "own_village", "area": "440118105230"}
NOBODY: dict[str, Any] = {"min": 0, "max": 0, "exact": True}
TWO: dict[str, Any] = {"min": 2, "max": 2, "exact": True}
NOT_CLEAR: dict[str, Any] = {"unknown": True}
JUST_NOW = {"at": "2026-11-23T08:00:00+08:00", "precision": "approx_now", "raw": "刚刚"}
PHOTO = {"file_id": "A1", "unique_id": "a1", "kind": "photo", "group": "album-7"}
SECOND_PHOTO = {"file_id": "A2", "unique_id": "a2", "kind": "photo", "group": "album-7"}
WORDS = {"zh-Hans": "词", "zh-Hant": "詞", "en": "word"}


def step(result: Draft | Fault) -> Draft:
    assert isinstance(result, Draft), result
    return result


def fill(form: Form, draft: Draft, **answers: Answer) -> Draft:
    for key, value in answers.items():
        draft = step(engine.answer(form, draft, key, value))
    return draft


def through_counts(draft: Draft) -> Draft:
    draft = fill(INCIDENT, draft, category={"slug": "traffic"}, place=OWN_VILLAGE, time=JUST_NOW, dead=NOBODY)
    return fill(
        INCIDENT, draft, missing=NOT_CLEAR, injured_serious=TWO, injured_minor=NOBODY, trapped={"unknown": True}
    )


def incident_at_summary() -> Draft:
    draft = fill(INCIDENT, through_counts(engine.start(INCIDENT)), what_happened="面包车和摩托车相撞")
    return step(engine.skip(INCIDENT, step(engine.skip(INCIDENT, draft))))


def test_an_emergency_is_ready_after_the_category_and_one_more_tap() -> None:
    draft = engine.start(EMERGENCY, {"place": OWN_VILLAGE})
    assert draft.current == "category"
    draft = fill(EMERGENCY, draft, category={"slug": "fire_building"}, harm="unknown")
    assert engine.finished(EMERGENCY, draft)
    assert draft.answers["place"] == OWN_VILLAGE


def test_an_officer_who_pockets_the_phone_has_still_reported() -> None:
    draft = fill(EMERGENCY, engine.start(EMERGENCY), category={"slug": "fire_building"})
    sent = engine.sent_when_idle(EMERGENCY, draft)
    assert sent is not None
    assert engine.finished(EMERGENCY, sent)
    assert sent.answers["harm"] == "unknown"


def test_an_emergency_without_a_category_is_not_sent_by_itself() -> None:
    assert engine.sent_when_idle(EMERGENCY, engine.start(EMERGENCY)) is None


def test_a_guided_report_never_sends_itself() -> None:
    assert engine.sent_when_idle(INCIDENT, incident_at_summary()) is None


def test_questions_come_in_the_order_of_the_form() -> None:
    assert [question.key for question in INCIDENT.questions] == [
        "category", "place", "time", "dead", "missing", "injured_serious", "injured_minor", "trapped",
        "what_happened", "what_done", "media",
    ]  # fmt: skip
    assert [question.key for question in HAZARD.questions] == [
        "type", "place", "level", "threatened_households", "threatened_people", "signs", "description", "media",
    ]  # fmt: skip


def test_the_summary_shows_every_question_with_what_was_answered_and_what_was_not() -> None:
    rows = {question.key: value for question, value in engine.summary(INCIDENT, incident_at_summary())}
    assert rows["injured_serious"] == TWO
    assert rows["missing"] == NOT_CLEAR
    assert rows["what_done"] is None


def test_one_answer_is_changed_from_the_summary_and_the_summary_comes_back() -> None:
    draft = step(engine.edit(INCIDENT, incident_at_summary(), "dead"))
    assert (draft.current, draft.editing) == ("dead", True)
    draft = fill(INCIDENT, draft, dead=NOT_CLEAR)
    assert engine.finished(INCIDENT, draft)
    assert draft.answers["dead"] == {"unknown": True}
    assert not draft.editing


def test_back_from_an_edit_keeps_the_old_answer() -> None:
    before = incident_at_summary()
    draft = engine.back(INCIDENT, step(engine.edit(INCIDENT, before, "injured_serious")))
    assert engine.finished(INCIDENT, draft)
    assert draft.answers == before.answers


def test_back_goes_one_question_at_a_time_and_stays_at_the_first() -> None:
    draft = fill(INCIDENT, engine.start(INCIDENT), category={"slug": "traffic"}, place=OWN_VILLAGE)
    draft = engine.back(INCIDENT, draft)
    assert draft.current == "place"
    draft = engine.back(INCIDENT, draft)
    assert draft.current == "category"
    assert engine.back(INCIDENT, draft) == draft


def test_going_back_loses_nothing_and_the_next_answer_returns_to_where_one_was() -> None:
    draft = engine.back(INCIDENT, through_counts(engine.start(INCIDENT)))
    assert draft.current == "trapped"
    draft = fill(INCIDENT, draft, trapped=TWO)
    assert draft.current == "what_happened"


def test_what_cannot_be_left_out_cannot_be_skipped() -> None:
    assert engine.skip(INCIDENT, engine.start(INCIDENT)) == Fault("fault-answer-needed")


def test_a_skipped_question_can_be_answered_from_the_summary() -> None:
    draft = step(engine.edit(INCIDENT, incident_at_summary(), "what_done"))
    draft = fill(INCIDENT, draft, what_done="已打120")
    assert engine.finished(INCIDENT, draft)
    assert "what_done" not in draft.skipped


def test_an_answer_can_be_taken_back() -> None:
    draft = step(engine.clear(INCIDENT, incident_at_summary(), "what_happened"))
    assert "what_happened" not in draft.answers
    assert engine.finished(INCIDENT, draft)
    assert engine.clear(INCIDENT, draft, "category") == Fault("fault-answer-needed")


def test_a_button_of_an_older_card_is_known_by_its_revision() -> None:
    first = engine.start(INCIDENT)
    second = fill(INCIDENT, first, category={"slug": "traffic"})
    assert engine.stale(second, first.revision)
    assert not engine.stale(second, second.revision)


def test_an_album_is_one_answer_and_its_photos_do_not_make_the_done_button_stale() -> None:
    draft = fill(INCIDENT, through_counts(engine.start(INCIDENT)), what_happened="撞车", what_done="已打122")
    shown = draft.revision
    for item in (PHOTO, SECOND_PHOTO, PHOTO):
        draft = step(engine.add_media(INCIDENT, draft, item))
    assert (draft.current, draft.revision) == ("media", shown)
    draft = step(engine.skip(INCIDENT, draft))
    assert engine.finished(INCIDENT, draft)
    assert draft.answers["media"] == [PHOTO, SECOND_PHOTO]


def test_a_photo_sent_while_a_count_is_asked_is_kept() -> None:
    draft = fill(INCIDENT, engine.start(INCIDENT), category={"slug": "traffic"}, place=OWN_VILLAGE, time=JUST_NOW)
    draft = step(engine.add_media(INCIDENT, draft, PHOTO))
    assert draft.current == "dead"
    assert draft.answers["media"] == [PHOTO]


def test_an_emergency_has_no_place_for_a_photo_and_says_so() -> None:
    assert engine.add_media(EMERGENCY, engine.start(EMERGENCY), PHOTO) == Fault("fault-media-not-due")


def test_more_photos_than_a_report_holds_are_refused_with_the_limit() -> None:
    draft = step(engine.add_media(INCIDENT, engine.start(INCIDENT), PHOTO))
    few = engine.Limits(media=1)
    assert engine.add_media(INCIDENT, draft, SECOND_PHOTO, few) == Fault("fault-media-too-many", {"max": 1})


def test_signs_follow_the_kind_of_hazard() -> None:
    draft = fill(
        HAZARD, engine.start(HAZARD), type="cut_slope_house", place=OWN_VILLAGE, level="major_imminent",
        threatened_households=TWO, threatened_people=TWO,
    )  # fmt: skip
    for sign in ("crack_widening", "muddy_seepage", "other"):
        draft = step(engine.toggle(HAZARD, draft, "signs", sign))
    assert engine.toggle(HAZARD, draft, "signs", "no_lifebuoy") == Fault("fault-choice-unknown")
    draft = step(engine.skip(HAZARD, draft))
    draft = step(engine.skip(HAZARD, step(engine.skip(HAZARD, draft))))
    draft = fill(HAZARD, step(engine.edit(HAZARD, draft, "type")), type="water_edge")
    assert draft.answers["signs"] == ["other"]
    assert engine.finished(HAZARD, draft)


def test_signs_that_all_died_with_the_kind_of_hazard_are_asked_again() -> None:
    draft = fill(HAZARD, engine.start(HAZARD), type="cut_slope_house", place=OWN_VILLAGE, level="general")
    draft = fill(HAZARD, draft, threatened_households=NOBODY, threatened_people=NOBODY, signs=["bulging_toe"])
    draft = fill(HAZARD, step(engine.edit(HAZARD, draft, "type")), type="water_edge")
    assert "signs" not in draft.answers
    assert draft.current == "signs"


def test_taking_back_the_last_sign_leaves_the_question_open() -> None:
    draft = fill(HAZARD, engine.start(HAZARD), type="unsafe_house", place=OWN_VILLAGE, level="general")
    draft = fill(HAZARD, draft, threatened_households=NOBODY, threatened_people=NOBODY)
    draft = step(engine.toggle(HAZARD, draft, "signs", "wall_cracks"))
    draft = step(engine.toggle(HAZARD, draft, "signs", "wall_cracks"))
    assert draft.current == "signs"
    assert "signs" not in draft.answers


BURIED_FORM = Form(
    name="practice",
    names=WORDS,
    questions=(
        Question("trapped", "count", WORDS, WORDS),
        Question("how_deep", "text", WORDS, WORDS, ask_if=Condition("trapped", ("some", "unknown"))),
        Question("digging", "choice", WORDS, WORDS, choices=(Choice("yes", WORDS), Choice("no", WORDS)),
                 ask_if=Condition("trapped", ("some",))),
        Question("who_digs", "text", WORDS, WORDS, ask_if=Condition("digging", ("yes",))),
    ),
)  # fmt: skip


def test_an_edit_drops_the_answers_of_questions_that_are_no_longer_asked() -> None:
    draft = fill(BURIED_FORM, engine.start(BURIED_FORM), trapped=TWO, how_deep="一米", digging="yes", who_digs="村民")
    draft = fill(BURIED_FORM, step(engine.edit(BURIED_FORM, draft, "trapped")), trapped=NOBODY)
    assert draft.answers == {"trapped": NOBODY}
    assert engine.finished(BURIED_FORM, draft)


def test_an_edit_that_wakes_a_question_goes_to_it_before_the_summary() -> None:
    draft = fill(BURIED_FORM, engine.start(BURIED_FORM), trapped=NOBODY)
    draft = fill(BURIED_FORM, step(engine.edit(BURIED_FORM, draft, "trapped")), trapped=NOT_CLEAR)
    assert draft.current == "how_deep"
    assert not engine.finished(BURIED_FORM, draft)


def test_a_question_that_waits_for_a_later_one_is_refused_when_the_form_is_made() -> None:
    with pytest.raises(ValueError, match="before it is asked"):
        Form("bad", WORDS, (Question("a", "text", WORDS, WORDS, ask_if=Condition("b", ("yes",))),))


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("category", {"slug": "dragon"}, "fault-choice-unknown"),
        ("category", "traffic", "fault-answer-misfit"),
        ("nowhere", "x", "fault-question-over"),
        ("dead", "3", "fault-answer-misfit"),
        ("dead", {"min": None, "max": None, "exact": False}, "fault-answer-misfit"),
        ("dead", {"min": 3, "max": 1, "exact": False}, "fault-answer-misfit"),
        ("dead", {"min": -1, "max": 1, "exact": False}, "fault-answer-misfit"),
        ("dead", {"min": 9**9, "max": 9**9, "exact": True}, "fault-count-too-large"),
        ("time", {"at": "2026-11-23T08:00:00", "raw": "八点"}, "fault-answer-misfit"),
        ("time", {"at": "yesterday", "raw": "昨天"}, "fault-answer-misfit"),
        ("place", {"kind": "pin", "lat": 123.0, "lon": 0.0}, "fault-answer-misfit"),
        ("place", {"kind": "area"}, "fault-answer-misfit"),
        ("place", {"kind": "text", "text": " "}, "fault-text-empty"),
        ("what_happened", "", "fault-text-empty"),
        ("media", [{"file_id": "x"}], "fault-answer-misfit"),
    ],
)
def test_a_forged_or_garbled_answer_is_refused_and_nothing_moves(key: str, value: Answer, fault: str) -> None:
    result = engine.answer(INCIDENT, engine.start(INCIDENT), key, value)
    assert isinstance(result, Fault)
    assert result.key == fault


def test_a_text_too_long_is_told_the_limit_and_asked_again() -> None:
    result = engine.answer(INCIDENT, engine.start(INCIDENT), "what_happened", "水" * 2001)
    assert result == Fault("fault-too-long", {"max": 2000, "length": 2001})


@pytest.mark.parametrize("text", ["<b>困𨋢</b> & *x*", "\u202eabc\u200b", "=1+1", "😀" * 10, "多\n行"])
def test_any_characters_are_kept_as_typed(text: str) -> None:
    draft = fill(INCIDENT, engine.start(INCIDENT), what_happened=text)
    assert draft.answers["what_happened"] == text


def test_two_villages_of_one_name_are_offered_and_one_is_taken_even_after_a_restart() -> None:
    draft = fill(INCIDENT, engine.start(INCIDENT), category={"slug": "traffic"})
    readings: list[Answer] = [{"kind": "area", "area": code} for code in ("440118102228", "440118107209")]
    draft = step(engine.offer(INCIDENT, draft, "place", readings))
    again = Draft.from_json(json.loads(json.dumps(draft.to_json())))
    assert step(engine.take(INCIDENT, again, 1)).answers["place"] == readings[1]
    assert engine.take(INCIDENT, again, 2) == Fault("fault-question-over")
    moved_on = fill(INCIDENT, again, place=OWN_VILLAGE)
    assert engine.take(INCIDENT, moved_on, 0) == Fault("fault-question-over")


def test_a_draft_comes_back_from_storage_as_it_was() -> None:
    draft = through_counts(engine.start(INCIDENT))
    again = Draft.from_json(json.loads(json.dumps(draft.to_json())))
    assert again == draft
    assert engine.resume(INCIDENT, again) == draft


def test_a_draft_older_than_its_form_goes_on_with_what_is_still_asked() -> None:
    old = Draft("incident", {"category": {"slug": "traffic"}, "weather": "雨"}, current="wind", revision=4)
    draft = engine.resume(INCIDENT, old)
    assert draft.answers == {"category": {"slug": "traffic"}}
    assert (draft.current, draft.revision) == ("place", 5)
