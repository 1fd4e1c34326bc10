"""What an officer says outside of a form: an answer, more about a report just sent, or the beginning of a new one."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, answer_case, cases, reports, talks
from bot.rules.question import Answer, Fault, Question
from bot.rules.speaker import Speaker
from bot.rules.typed_answer import Choices, value_from_tap, value_from_text
from bot.wording import case_lists, screens
from bot.wording.supplement_screens import supplement_next
from bot.wording.taps import MenuTap, SupplementTap
from bot.world import World
from handlers import report as forms
from handlers.duty_question import give
from handlers.listens_for import label, media_of, officer, private
from handlers.replies import Replies

router = Router(name="after_report")
ORDER = 60

TYPED = "typed"


@router.message(Command("cases"))
@router.message(private, label("button-my-reports"))
async def my_reports(
    message: Message, speaker: Speaker, group: Any, language: str, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:  # fmt: skip
    """An officer's own; in a duty group, or for duty roles, those of the area."""
    found = await cases.for_speaker(tx, speaker, group)
    replies.send(case_lists.case_list(found, language, world.settings.zone, now))


@router.callback_query(SupplementTap.filter())
async def supplement_tapped(
    tap: CallbackQuery, callback_data: SupplementTap, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:  # fmt: skip
    question = _question(world, callback_data.key)
    if question is None:
        replies.answer_tap(screens.note(speaker.language, "tap-stale"))
        return
    value: Answer | Fault | None = None
    if callback_data.value != "skip":
        value = value_from_tap(question, callback_data.value, now.astimezone(world.settings.zone), None)
    if isinstance(value, Fault):
        replies.answer_tap(screens.note(speaker.language, "tap-not-understood"))
        return
    await _supplement(callback_data.report, question, value, speaker, tx, now, world, replies)


def _question(world: World, key: str) -> Question | None:
    return world.forms["incident"].question(key) or world.forms["hazard"].question(key)


async def _supplement(
    report_id: int, question: Question, value: Answer | None, speaker: Speaker, tx: Transaction, now: datetime, world: World,
    replies: Replies,
) -> None:  # fmt: skip
    done = await reports.supplement(tx, world, speaker, report_id, question.key, value, now)
    if isinstance(done, Fault):
        replies.send(screens.say(speaker.language, done.key, None, **done.values))
        return
    report, following = done
    noted = case_lists.noted(question, value, speaker, world.settings.zone, now)
    asks = _question(world, following) if following else None
    worded = supplement_next(asks, report.id, report.number, noted, speaker.language)
    # the receipt with the case number stays; the question after it is shown in its own message
    (replies.send if case_lists.is_receipt(replies.tapped) else replies.show)(worded)


@router.callback_query(MenuTap.filter())
async def menu(tap: CallbackQuery, callback_data: MenuTap, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies) -> None:  # fmt: skip
    """What to do with words typed outside of a form: they become the description of the report."""
    typed = speaker.talk.data.get("text") if speaker.talk.topic == TYPED else None
    form = {"emergency": "emergency", "incident": "incident", "hazard": "hazard"}.get(callback_data.to)
    if callback_data.to == "drop":
        await talks.close_talk(tx, speaker, now)
        replies.show(screens.say(speaker.language, "cancelled"))
        return
    if form is None or typed is None:
        replies.answer_tap(screens.note(speaker.language, "tap-stale"))
        return
    key = "description" if form == "hazard" else "what_happened"
    step = await reports.begin(tx, world, speaker, form, now, {} if form == "emergency" else {key: str(typed)})
    forms.show(step, speaker, now, world, replies)


@router.message(officer)
async def said(message: Message, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies) -> None:  # fmt: skip
    """An open question is answered; else a report just sent grows; else a new one is offered."""
    within = timedelta(hours=world.settings.answer_window_hours)
    asked = await answer_case.open_question(tx, speaker, now, within)
    usable = message.text or message.location or media_of(message)
    if asked is not None and usable:
        await give(message, asked, speaker, tx, now, replies)
        return
    replied = message.reply_to_message.message_id if message.reply_to_message else None
    about = await answer_case.report_replied_to(tx, speaker.chat_id, replied)
    supplementing = speaker.talk.topic == reports.SUPPLEMENT
    report_id = about or (int(speaker.talk.data["report"]) if supplementing else None)
    if not usable:
        replies.send(screens.say(speaker.language, "fault-not-usable", screens.home_keyboard(speaker)))
    elif report_id is not None:
        await _more_about(report_id, message, speaker, tx, now, world, replies)
    elif message.text:
        await talks.open_talk(tx, speaker, TYPED, {"text": message.text}, now)
        replies.send(case_lists.what_is_it(message.text, speaker.language))
    else:
        replies.send(screens.say(speaker.language, "file-without-report", screens.home_keyboard(speaker)))


async def _more_about(
    report_id: int, message: Message, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:
    """A file is evidence, a location the place; words answer what was asked, or join what happened."""
    language = speaker.language
    item = media_of(message)
    if item is not None:
        report = await reports.add_media(tx, speaker, report_id, item, now)
        if report is not None and not await reports.same_album(tx, speaker, item, now):
            replies.send(screens.say(language, "evidence-kept", number=report.number))
        return
    if message.location is not None:
        pin: Answer = {"kind": "pin", "lat": message.location.latitude, "lon": message.location.longitude}
        if world.places.outside_city(message.location.latitude, message.location.longitude):
            replies.send(screens.say(language, "fault-outside-city"))
            return
        question = world.forms["incident"].question("place")
        assert question is not None
        await _supplement(report_id, question, pin, speaker, tx, now, world, replies)
        return
    assert message.text is not None
    key = speaker.talk.data.get("key") if speaker.talk.topic == reports.SUPPLEMENT else None
    asked = _question(world, str(key)) if key else None
    sent_at = now.astimezone(world.settings.zone)
    area = speaker.officer.area if speaker.officer else None
    read = value_from_text(asked, message.text, sent_at, world.places, area, world.categories) if asked else None
    if asked is not None and read is not None and not isinstance(read, Fault | Choices):
        await _supplement(report_id, asked, read, speaker, tx, now, world, replies)
        return
    report = await reports.add_note(tx, world, speaker, report_id, message.text, now)
    if report is not None:
        replies.send(screens.say(language, "note-kept", number=report.number))
