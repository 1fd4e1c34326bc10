"""What an officer says outside of a form: an answer, more about a case, or a new report in one breath."""

from __future__ import annotations

from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, Message

import locales
from bot.actions import answer_case, cases, drafts, questions, supplements, talks
from bot.actions import spoken as spoken_actions
from bot.actions.spoken import Said
from bot.actions.supplements import Brought
from bot.rules import doubts
from bot.rules.hearing import Heard, Way, speaks_of_others, states
from bot.rules.question import Answer, Fault, Question
from bot.rules.typed_answer import Choices, value_from_tap, value_from_text
from bot.wording import case_lists, receipt_screens, receipts, screens
from bot.wording.report_taps import SupplementTap
from bot.wording.supplement_screens import supplement_next
from bot.wording.taps import MenuTap
from handlers import report as forms
from handlers import spoken
from handlers.duty_question import give
from handlers.listens_for import media_of, no_command, officer
from handlers.report_words import says_more
from handlers.visit import Visit

router = Router(name="after_report")
ORDER = 60

FORMS = ("emergency", "incident", "hazard")
ADD, DROP = "add", "drop"
# A voice or a video without a word goes to a person at once; a photo is asked about first.
CAPTION_ONLY = (Way.ADD, Way.WHICH, Way.UNREAD, Way.TALK)
SPOKEN_FILES = ("voice", "audio", "video", "video_note")
WITHDRAWS = ("误报", "誤報", "报错了", "報錯了", "发错了", "發錯了", "撤回报告", "撤回報告", "撤销", "撤銷")


@router.callback_query(SupplementTap.filter())
async def supplement_tapped(tap: CallbackQuery, callback_data: SupplementTap, visit: Visit) -> None:
    """A quick answer under a receipt, the answer to a doubt, or 跳过."""
    report = await supplements.asked_report(visit.tx, visit.speaker, callback_data.report)
    if report is not None and callback_data.key in doubts.SETTLE:
        await _settle_doubt(report, callback_data.key, callback_data.value, visit)
        return
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


async def _settle_doubt(report: supplements.Report, key: str, choice: str, visit: Visit) -> None:
    done = await supplements.settle_doubt(visit.tx, visit.world, visit.speaker, report.id, key, choice, visit.now)
    if isinstance(done, Fault):
        visit.replies.answer_tap(screens.note(visit.language, done.key))
        return
    view = await cases.of_id(visit.tx, visit.speaker, report.id)
    if view is not None:
        zone = visit.world.settings.zone
        worded = receipts.doubt_settled(view, key, choice, done[1], visit.language, zone, visit.now)
        (visit.replies.send if case_lists.is_receipt(visit.replies.tapped) else visit.replies.show)(worded)


def _tapped_value(question: Question, token: str, visit: Visit) -> Answer | Fault:
    if question.kind == "multi_choice":
        return [token]
    return value_from_tap(question, token, visit.local_now, None)


async def _supplement(report_id: int, key: str, value: Answer | None, visit: Visit) -> None:
    speaker, replies, world = visit.speaker, visit.replies, visit.world
    correcting = bool(speaker.talk.data.get("correcting")) and speaker.talk.data.get("key") == key
    done = await supplements.supplement(visit.tx, world, speaker, report_id, key, value, visit.now, correcting)
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
    """An open question is answered; else a case grows; else a sentence is a report; else a person reads it."""
    speaker, replies = visit.speaker, visit.replies
    item, text = media_of(message), message.text or message.caption or ""
    if not (text or message.location or item):
        replies.send(screens.say(visit.language, "fault-not-usable", screens.home_keyboard(speaker)))
        return
    replied = message.reply_to_message.message_id if message.reply_to_message else None
    about = await answer_case.report_replied_to(visit.tx, speaker.chat_id, replied)
    within = timedelta(hours=visit.world.settings.answer_window_hours)
    # a person's question goes before the one that we had left open
    asked = await questions.open_question(visit.tx, speaker, visit.now, within)
    if text and about is None and asked is None and await _plain_answer(text, item, visit):
        return
    said = spoken.said_in(message, about)
    heard = await spoken.hear(visit, said) if text else None
    if item is not None and heard is not None and heard.way in CAPTION_ONLY and not states(heard.reading):
        heard = None  # the words are the photo's own
    if text and about is None and asked is None and item is None and await _button_word(text, visit):
        return
    if asked is not None and not _something_new(heard, asked.report_id):
        await give(message, asked, visit)
        if item is not None:
            await supplements.remember_album(visit.tx, speaker, item, asked.report_id, visit.now)
        return
    if heard is not None and heard.way is Way.WHICH:
        await _what_is_it(message, visit, heard.case)
        return
    if heard is not None:
        report = await spoken.act(visit, heard, said)
        if report is not None and item is not None:
            await supplements.same_album(visit.tx, speaker, item, report, visit.now)
        return
    if about is None and supplements.fresh(speaker, visit.now):
        about = supplements.under_way(speaker)
    if about is not None and asked is None:
        await _more_about(about, message, visit)
    elif item is not None and item["kind"] in SPOKEN_FILES:
        await spoken_actions.file_unread(visit.tx, visit.world, speaker, said, visit.now)
    else:
        await _what_is_it(message, visit, asked.report_id if asked else None)


async def _button_word(text: str, visit: Visit) -> bool:
    """跳过, 取消, 撤回 typed as words: what the button would do, never a line of the report."""
    speaker, word = visit.speaker, text.strip(" 。.!！")
    way, report_id = screens.way_out(word), supplements.under_way(speaker)
    withdraws = word in WITHDRAWS or word.capitalize() in locales.labels("button-withdraw")
    if not (withdraws or way or word in locales.labels("button-submit")):
        return False
    report = await supplements.asked_report(visit.tx, speaker, report_id) if report_id else None
    key = str(speaker.talk.data.get("key") or "")
    if report is None:
        none = "nothing-open-to-withdraw" if withdraws else "nothing-to-cancel"
        visit.replies.send(screens.say(visit.language, none, screens.home_keyboard(speaker)))
    elif withdraws:
        visit.replies.send(receipt_screens.withdraw_sure(report.id, report.number, visit.language))
    elif way == "skip" and supplements.form_of(visit.world, report).question(key) is not None:
        await _supplement(report.id, key, None, visit)
    elif (view := await cases.of_id(visit.tx, speaker, report.id)) is not None:
        visit.replies.send(case_lists.status(view, visit.language, visit.world.settings.zone, visit.now))
    return True


def _something_new(heard: Heard | None, asked_about: int) -> bool:
    """Words that reply to no question: a new report, a drill, or news of another case."""
    if heard is None:
        return False
    return heard.way in (Way.FILE, Way.DRILL) or (heard.way is Way.ADD and heard.case != asked_about)


async def _plain_answer(text: str, item: object, visit: Visit) -> bool:
    """A few words that answer the question under the last receipt: 3, 不清楚, 是."""
    speaker, talk = visit.speaker, visit.speaker.talk
    report_id, key = supplements.under_way(speaker), talk.data.get("key")
    if item is not None or report_id is None or not key or not supplements.fresh(speaker, visit.now):
        return False
    report = await supplements.asked_report(visit.tx, speaker, report_id)
    if report is None:
        return False
    doubt = doubts.open_doubt(report.answers)
    choice = doubts.word_as_choice(doubt, text) if doubt is not None and doubt.key == key else None
    if doubt is not None and choice is not None:
        await _settle_doubt(report, doubt.key, choice, visit)
        return True
    question = supplements.form_of(visit.world, report).question(str(key))
    if question is None or question.kind == "text" or says_more(question, text):
        return False
    if question.kind in ("place", "time", "category") and await _states_more(text, visit):
        return False
    if question.kind == "count" and speaks_of_others((await spoken.hear(visit, Said(text))).reading, question.key):
        return False
    read = _read(question, text, report, visit)
    if isinstance(read, Fault | Choices):
        return False
    await _supplement(report.id, question.key, read, visit)
    return True


async def _states_more(text: str, visit: Visit) -> bool:
    """Whether words that meet a question about the place or the time state something of the case as well."""
    heard = await spoken.hear(visit, Said(text))
    reading = heard.reading
    return heard.way not in (Way.ADD, Way.UNREAD) or bool(reading.people or reading.category or reading.evacuated)


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
    new = Brought(message.text or message.caption or "", (item,) if item else (), place)
    older = asked_about or supplements.under_way(visit.speaker)
    brought = await drafts.bring(visit.tx, visit.speaker, new, visit.now, older)
    album = item.get("group") if item else None
    if album and before and any(each.get("group") == album for each in before.files):
        return
    about = older or visit.speaker.talk.data.get("about")
    report = await supplements.asked_report(visit.tx, visit.speaker, int(about)) if about else None
    pinned, number = brought.place is not None, report.number if report else None
    visit.replies.send(case_lists.what_is_it(brought.words, len(brought.files), pinned, number, visit.language))


async def _more_about(report_id: int, message: Message, visit: Visit) -> None:
    """A file is evidence, a location the place; words answer what was asked, or join what happened."""
    speaker, replies, language = visit.speaker, visit.replies, visit.language
    report = await supplements.asked_report(visit.tx, speaker, report_id)
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


def _read(question: Question, text: str, report: supplements.Report, visit: Visit) -> Answer | Fault | Choices:
    if question.kind == "place":  # where in the area: the case stays where it was reported from
        return {"kind": "text", "text": text.strip()[:2000]}
    return value_from_text(
        question, text, visit.local_now, visit.world.places, visit.own_area, visit.world.categories,
        answers={key: value for key, value in report.answers.items() if not key.startswith("_")},
    )  # fmt: skip
