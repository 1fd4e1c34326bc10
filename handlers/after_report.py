"""What an officer says outside of a form: an answer, more about a report just sent, or the beginning of a new one."""

from __future__ import annotations

from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import answer_case, drafts, supplements, talks
from bot.actions.supplements import Brought
from bot.rules.question import Answer, Fault, Question
from bot.rules.typed_answer import Choices, value_from_tap, value_from_text
from bot.wording import case_lists, screens
from bot.wording.supplement_screens import supplement_next
from bot.wording.taps import MenuTap, SupplementTap
from handlers import report as forms
from handlers.duty_question import give
from handlers.listens_for import media_of, no_command, officer
from handlers.report_words import says_more
from handlers.visit import Visit

router = Router(name="after_report")
ORDER = 60

FORMS = ("emergency", "incident", "hazard")
ADD, DROP = "add", "drop"


@router.callback_query(SupplementTap.filter())
async def supplement_tapped(tap: CallbackQuery, callback_data: SupplementTap, visit: Visit) -> None:
    """A quick answer under a receipt, or 跳过."""
    report = await supplements.own_report(visit.tx, visit.speaker, callback_data.report)
    question = supplements.form_of(visit.world, report).question(callback_data.key) if report else None
    if report is None or question is None:
        visit.replies.answer_tap(screens.note(visit.language, "fault-not-your-report" if question else "tap-stale"))
        return
    value: Answer | Fault | None = None
    if callback_data.value != "skip":
        value = _tapped_value(question, callback_data.value, visit)
    if isinstance(value, Fault):
        visit.replies.answer_tap(screens.note(visit.language, "tap-not-understood"))
        return
    await _supplement(report.id, question.key, value, visit)


def _tapped_value(question: Question, token: str, visit: Visit) -> Answer | Fault:
    if question.kind == "multi_choice":
        return [token]
    return value_from_tap(question, token, visit.local_now, None)


async def _supplement(report_id: int, key: str, value: Answer | None, visit: Visit) -> None:
    speaker, replies, world = visit.speaker, visit.replies, visit.world
    done = await supplements.supplement(visit.tx, world, speaker, report_id, key, value, visit.now)
    if isinstance(done, Fault):
        replies.send(screens.say(visit.language, done.key, None, **done.values))
        return
    report, following = done
    question = supplements.form_of(world, report).question(key)
    assert question is not None
    noted = case_lists.noted(question, value, speaker, world.settings.zone, visit.now)
    worded = supplement_next(following, report.answers, report.id, report.number, noted, visit.language)
    # the receipt with the case number stays; the question after it is shown in its own message
    (replies.send if case_lists.is_receipt(replies.tapped) else replies.show)(worded)


async def of_this_menu(tap: CallbackQuery, callback_data: MenuTap) -> bool:
    return callback_data.to in (*FORMS, ADD, DROP)


@router.callback_query(MenuTap.filter(), of_this_menu)
async def menu(tap: CallbackQuery, callback_data: MenuTap, visit: Visit) -> None:
    """What to do with what was said outside of a form: it goes into the report."""
    brought = drafts.brought_by(visit.speaker)
    if brought is None:
        visit.replies.answer_tap(screens.note(visit.language, "tap-stale"))
    elif callback_data.to == DROP:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        visit.replies.show(screens.say(visit.language, "not-reported"))
    elif callback_data.to == ADD:
        await _add_to_older(brought, visit)
    else:
        await forms.begin(callback_data.to, visit)


async def _add_to_older(brought: Brought, visit: Visit) -> None:
    about = int(visit.speaker.talk.data.get("about") or 0)
    report = await supplements.add_all(visit.tx, visit.world, visit.speaker, about, brought, visit.now)
    if report is None:
        visit.replies.answer_tap(screens.note(visit.language, "tap-stale"))
        return
    visit.replies.show(screens.say(visit.language, "note-kept", number=report.number))


@router.message(officer, no_command)
async def said(message: Message, visit: Visit) -> None:
    """An open question is answered; else a report just sent grows; else a new one is offered."""
    speaker, world, replies = visit.speaker, visit.world, visit.replies
    item = media_of(message)
    if not (message.text or message.location or item):
        replies.send(screens.say(visit.language, "fault-not-usable", screens.home_keyboard(speaker)))
        return
    within = timedelta(hours=world.settings.answer_window_hours)
    asked = await answer_case.open_question(visit.tx, speaker, visit.now, within)
    if asked is not None and not _names_a_category(message.text or "", visit):
        await give(message, asked, speaker, visit.tx, visit.now, replies)
        if item is not None:
            await supplements.remember_album(visit.tx, speaker, item, asked.report_id, visit.now)
        return
    replied = message.reply_to_message.message_id if message.reply_to_message else None
    about = await answer_case.report_replied_to(visit.tx, speaker.chat_id, replied)
    if about is None and supplements.fresh(speaker, visit.now):
        about = supplements.under_way(speaker)
    if about is not None and asked is None:
        await _more_about(about, message, visit)
        return
    await _what_is_it(message, visit, asked.report_id if asked else None)


def _names_a_category(text: str, visit: Visit) -> bool:
    """Whether words that reply to nothing may be about something new: 高滩村塌方埋了两人 is no answer to 路通吗."""
    return any(word in text for category in visit.world.categories.values() for word in category.keywords)


async def _what_is_it(message: Message, visit: Visit, asked_about: int | None = None) -> None:
    """Words, a file or a place out of nothing: kept, and asked about. An album is asked about once."""
    item = media_of(message)
    before = drafts.brought_by(visit.speaker)
    place: Answer | None = None
    if message.location is not None and item is None:
        if visit.world.places.outside_city(message.location.latitude, message.location.longitude):
            visit.replies.send(screens.say(visit.language, "fault-outside-city"))
            return
        place = {"kind": "pin", "lat": message.location.latitude, "lon": message.location.longitude}
    new = Brought(message.text or "", (item,) if item else (), place)
    older = asked_about or supplements.under_way(visit.speaker)
    brought = await drafts.bring(visit.tx, visit.speaker, new, visit.now, older)
    album = item.get("group") if item else None
    if album and before and any(each.get("group") == album for each in before.files):
        return
    about = older or visit.speaker.talk.data.get("about")
    report = await supplements.own_report(visit.tx, visit.speaker, int(about)) if about else None
    pinned, number = brought.place is not None, report.number if report else None
    visit.replies.send(case_lists.what_is_it(brought.words, len(brought.files), pinned, number, visit.language))


async def _more_about(report_id: int, message: Message, visit: Visit) -> None:
    """A file is evidence, a location the place; words answer what was asked, or join what happened."""
    speaker, replies, language = visit.speaker, visit.replies, visit.language
    report = await supplements.own_report(visit.tx, speaker, report_id)
    item = media_of(message)
    if report is None:
        replies.send(screens.say(language, "fault-not-your-report"))
    elif item is not None:
        await supplements.add_media(visit.tx, speaker, report_id, item, visit.now)
        if not await supplements.same_album(visit.tx, speaker, item, report, visit.now):
            replies.send(screens.say(language, "evidence-kept", number=report.number))
    elif message.location is not None:
        lat, lon = message.location.latitude, message.location.longitude
        if visit.world.places.outside_city(lat, lon):
            replies.send(screens.say(language, "fault-outside-city"))
            return
        await _supplement(report_id, "place", {"kind": "pin", "lat": lat, "lon": lon}, visit)
    else:
        await _words_about(report, message.text or "", visit)


async def _words_about(report: supplements.Report, text: str, visit: Visit) -> None:
    """The question that is open, if these words answer it; else a note."""
    talk = visit.speaker.talk
    key = talk.data.get("key") if supplements.under_way(visit.speaker) == report.id else None
    question = supplements.form_of(visit.world, report).question(str(key)) if key else None
    read = _read(question, text, report, visit) if question else None
    if question is not None and read is not None and not isinstance(read, Fault | Choices):
        if says_more(question, text):
            await supplements.add_note(visit.tx, visit.world, visit.speaker, report.id, text, visit.now)
        await _supplement(report.id, question.key, read, visit)
        return
    await supplements.add_note(visit.tx, visit.world, visit.speaker, report.id, text, visit.now)
    visit.replies.send(screens.say(visit.language, "note-kept", number=report.number))


def _read(question: Question, text: str, report: supplements.Report, visit: Visit) -> Answer | Fault | Choices:
    if question.kind == "place":  # where in the area: the case stays where it was reported from
        return {"kind": "text", "text": text.strip()[:2000]}
    return value_from_text(
        question, text, visit.local_now, visit.world.places, visit.own_area, visit.world.categories,
        answers={key: value for key, value in report.answers.items() if not key.startswith("_")},
    )  # fmt: skip
