"""Words, a location or a file while a form is open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.types import Message

from bot.actions import drafts, reports, spoken
from bot.actions.spoken import Said
from bot.rules import report_form
from bot.rules.hearing import Way, speaks_of_others
from bot.rules.question import Fault, Question
from bot.rules.reading.answers import kind_of
from bot.rules.reading.reading import Reading
from bot.rules.report_form import Draft, Form
from bot.rules.typed_answer import Choices, value_from_text
from bot.wording import screens
from handlers.listens_for import in_talk, media_of, no_command, private
from handlers.report import give_up, show, usual_keyboard_due
from handlers.visit import Visit

router = Router(name="report_words")
ORDER = 21
# Words to an emergency that answer nothing and are longer than a search: they are kept as what happened.
WORTH_KEEPING = 7
LONGEST_PLAIN_ANSWER = 8
NOT_STATED = (Way.TALK, Way.UNREAD, Way.WHICH, Way.QUESTION, Way.ZERO, Way.DRILL)


@router.message(private, in_talk(drafts.DRAFT), no_command)
async def said(message: Message, visit: Visit) -> None:
    held = drafts.draft_of(visit.world, visit.speaker)
    if held is None:  # the form is no more
        await drafts.drop(visit.tx, visit.speaker, visit.now)
        visit.replies.send(screens.home(visit.speaker))
        return
    form, draft = held
    item = media_of(message)
    if item is not None:
        await _keep_file(item, form, draft, visit)
        return
    way = screens.way_out(message.text or "")
    if way == "cancel":
        visit.replies.send(screens.dropped_for_officer(visit.speaker))
        await give_up(visit)
        return
    if way is None and message.text and await _sentence(message.text, form, draft, visit):
        return
    result = _answer_of(message, way, form, draft, visit)
    if form.finish == "send" and message.text and isinstance(result, Fault | Choices):
        result, visit = await _keep_words(message.text, result, draft, visit)
    elif isinstance(result, Draft) and says_more(form.question(draft.current or ""), message.text):
        holding = await drafts.hold_words(visit.tx, visit.world, visit.speaker, message.text or "", visit.now)
        visit = replace(visit, speaker=holding)
    if isinstance(result, Choices):
        await _offer(result, form, draft, visit)
        return
    await _take(result, draft, way, visit)


async def _sentence(text: str, form: Form, draft: Draft, visit: Visit) -> bool:
    """Half tapped, half typed: a sentence fills all that it states. Life at risk goes out at once."""
    question = form.question(draft.current or "")
    if question is not None and question.kind == "text":
        return False
    short = len(text.strip()) < WORTH_KEEPING
    counted = question is not None and question.kind in ("count", "choice", "harm")
    if short and not counted and not _search_in_vain(question, text, visit):
        return False
    heard = await spoken.listen(visit.tx, visit.world, visit.speaker, Said(text), visit.now)
    reading = heard.reading
    if reading.drill or not (reading.category or reading.hazard_type or reading.people) or heard.way in NOT_STATED:
        return False
    if question is not None and counted and not says_more(question, text) and not _of_others(question, reading):
        return False
    searched = short and not reading.people  # a word to find a category by: the form goes on
    urgent = not searched and spoken.life_at_risk(visit.world, reading, visit.now)
    if urgent and kind_of(reading) != reports.FORMS_OF_KINDS.get(form.name, "incident"):
        await spoken.file(visit.tx, visit.world, visit.speaker, reading, Said(text), visit.now)
        return True
    step = await drafts.state(visit.tx, visit.world, visit.speaker, reading, text, visit.now, urgent=urgent)
    if step.report_id is None and step.draft.answers == draft.answers:
        return False
    if step.report_id is None:
        on_screen = visit.screens(step.form, step.draft)
        new = [key for key, value in step.draft.answers.items() if draft.answers.get(key) != value]
        keyboard = screens.home_keyboard(visit.speaker) if usual_keyboard_due(draft, step) else None
        visit.replies.send(on_screen.read_from_words(new), keyboard=keyboard)
    show(step, visit)
    return True


def _of_others(question: Question, reading: Reading) -> bool:
    return question.kind == "count" and speaks_of_others(reading, question.key)


def _search_in_vain(question: Question | None, text: str, visit: Visit) -> bool:
    """两车相撞: no category has this name, but it may be read as a sentence."""
    if question is None or question.kind != "category":
        return False
    places, categories = visit.world.places, visit.world.categories
    return isinstance(value_from_text(question, text, visit.local_now, places, visit.own_area, categories), Fault)


def says_more(question: Question | None, text: str | None) -> bool:
    """A number or a choice was read out of a whole sentence: the sentence is kept too."""
    short = question is None or question.kind not in ("count", "choice", "harm", "multi_choice")
    return not short and len((text or "").strip()) > LONGEST_PLAIN_ANSWER


async def _take(result: Draft | Fault, before: Draft, way: str | None, visit: Visit) -> None:
    step = await drafts.take(visit.tx, visit.world, visit.speaker, result, visit.now)
    if step.fault is None and usual_keyboard_due(before, step):  # the location button gives way to the usual ones
        on_screen = visit.screens(step.form, step.draft)
        answered = before.current if way is None else None
        visit.replies.send(on_screen.place_left(visit.speaker, answered))
    show(step, visit)


def _answer_of(message: Message, way: str | None, form: Form, draft: Draft, visit: Visit) -> Draft | Fault | Choices:
    if message.location is not None:
        return _pinned(message, form, draft, visit)
    question = form.question(draft.current or "")
    if question is None:
        return report_form.back(form, draft) if way == "back" else Fault("fault-summary-button-due")
    if message.text is None:
        return Fault("fault-not-usable")
    if way == "back":
        return report_form.back(form, draft)
    if way == "skip":
        return report_form.skip(form, draft)
    read = value_from_text(
        question, message.text, visit.local_now, visit.world.places, visit.own_area, visit.world.categories,
        answers=draft.answers,
    )  # fmt: skip
    if isinstance(read, Fault | Choices):
        return read
    return report_form.answer(form, draft, question.key, read)


async def _keep_words(text: str, result: Fault | Choices, draft: Draft, visit: Visit) -> tuple[Fault | Choices, Visit]:
    """A sentence typed into an emergency is news, whatever question it meets."""
    searching = draft.current == "category"
    if searching and len(text.strip()) < WORTH_KEEPING:
        return result, visit
    holding = await drafts.hold_words(visit.tx, visit.world, visit.speaker, text, visit.now)
    return result if searching else Fault("noted-words"), replace(visit, speaker=holding)


def _pinned(message: Message, form: Form, draft: Draft, visit: Visit) -> Draft | Fault:
    """A shared location answers the place, whatever is being asked; one outside the city is asked again."""
    assert message.location is not None
    lat, lon = message.location.latitude, message.location.longitude
    if visit.world.places.outside_city(lat, lon):
        return Fault("fault-outside-city")
    place: dict[str, Any] = {"kind": "pin", "lat": lat, "lon": lon}
    before = draft.answers.get("place")
    if isinstance(before, dict):
        place |= {name: before[name] for name in ("area", "text") if before.get(name)}
    return report_form.answer(form, draft, "place", place)


async def _offer(choices: Choices, form: Form, draft: Draft, visit: Visit) -> None:
    offered = report_form.offer(form, draft, draft.current or "", [option.value for option in choices.options])
    step = await drafts.take(visit.tx, visit.world, visit.speaker, offered, visit.now)
    if step.fault is not None:
        show(step, visit)
        return
    visit.replies.send(visit.screens(form, step.draft).choose(choices.options))


async def _keep_file(item: dict[str, Any], form: Form, draft: Draft, visit: Visit) -> None:
    """A photo, video or voice is kept whenever it comes; an album, which comes in parts, is answered once."""
    kept = report_form.add_media(form, draft, item)
    if isinstance(kept, Fault) and kept.key == "fault-media-not-due":
        # an emergency has no question for files; they wait and go with the report
        step, first = await drafts.hold_file(visit.tx, visit.world, visit.speaker, item, visit.now)
    else:
        before, album = draft.answers.get("media"), item.get("group")
        known = before if isinstance(before, list) else []
        first = isinstance(kept, Fault) or album is None or all(each.get("group") != album for each in known)
        step = await drafts.take(visit.tx, visit.world, visit.speaker, kept, visit.now)
    if first:
        visit.replies.send(visit.screens(form, step.draft).screen(fault=step.fault or Fault("noted-file")))
