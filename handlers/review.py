"""复盘: three short questions in private, one after the other or in one message; shown at the case; its items done."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, reviews, talks
from bot.actions.people import GroupPlace
from bot.rules.review import LONGEST, PARTS, read_whole
from bot.rules.speaker import Speaker
from bot.wording import review_screens, screens
from bot.wording.case_taps import ReviewTap
from bot.wording.worded import Worded
from handlers.listens_for import in_talk, no_command, private
from handlers.visit import Visit

router = Router(name="review")
ORDER = 25

WRITING, WAIVING = "review", "review_waive"
REFUSED = {"gone": "review-gone", "no_right": "tap-no-right", "over": "review-over"}


@router.callback_query(ReviewTap.filter())
async def tapped(
    tap: CallbackQuery, callback_data: ReviewTap, visit: Visit, group: GroupPlace | None, language: str
) -> None:
    report = callback_data.report
    match callback_data.act:
        case "show":
            await _show(tap, report, visit, group, language)
        case "done":
            await _done(callback_data.item, visit, group, language)
        case "write" | "waive":
            await _begin(callback_data.act, report, visit, language)
        case "skip" if _writes(visit, report):
            await _next({}, visit)
        case "save" if _writes(visit, report):
            await _save(callback_data, visit, language)
        case "cancel":
            await talks.close_talk(visit.tx, visit.speaker, visit.now)
            visit.replies.show(screens.say(language, "review-later"))
        case _:
            visit.replies.answer_tap(screens.note(language, "tap-stale"))


def _writes(visit: Visit, report: int) -> bool:
    talk = visit.speaker.talk
    return talk.topic == WRITING and talk.data.get("report") == report


def _refused(refusal: str, visit: Visit, language: str) -> None:
    visit.replies.answer_tap(screens.note(language, REFUSED[refusal]), alert=True)


async def _show(tap: CallbackQuery, report: int, visit: Visit, group: GroupPlace | None, language: str) -> None:
    done = await reviews.look(visit.tx, visit.speaker, group, report)
    if done.view is None:
        _refused(done.refusal or "gone", visit, language)
        return
    shown = review_screens.shown(done.view, language, visit.world.settings.zone, visit.now)
    visit.replies.send(shown, reply_to=tap.message.message_id if tap.message else None)


async def _done(item: int, visit: Visit, group: GroupPlace | None, language: str) -> None:
    done = await reviews.finish(visit.tx, visit.speaker, group, item, visit.now)
    if done.refusal and done.refusal != "over":
        _refused(done.refusal, visit, language)
        return
    visit.replies.answer_tap(screens.note(language, "review-item-done"))
    if done.view is not None:
        visit.replies.show(review_screens.shown(done.view, language, visit.world.settings.zone, visit.now))


async def _begin(act: str, report: int, visit: Visit, language: str) -> None:
    """In private; from a group the question is sent there."""
    done = await reviews.may_write(visit.tx, visit.speaker, report)
    if done.refusal or done.view is None:
        _refused(done.refusal or "gone", visit, language)
        return
    if not visit.speaker.private:
        sent = await reviews.invite(visit.tx, visit.speaker, report, visit.now)
        note = "review-in-private" if sent else "review-open-me"
        visit.replies.answer_tap(screens.note(language, note), alert=not sent)
        return
    topic, step = (WRITING, PARTS[0]) if act == "write" else (WAIVING, "")
    number = done.view.number
    await talks.open_talk(visit.tx, visit.speaker, topic, _begun(report, number, step), visit.now)
    ask = review_screens.ask_part(step, number, report, language) if step else None
    visit.replies.send(ask or review_screens.ask_reason(number, report, language))


def _begun(report: int, number: str, step: str) -> dict[str, Any]:
    return {"report": report, "number": number, "step": step, "parts": {}}


async def to_the_invitation(message: Message, speaker: Speaker, tx: Transaction) -> bool | dict[str, Any]:
    """Words in reply to the message that asks for a review."""
    if not speaker.private or message.reply_to_message is None or not message.text or message.text.startswith("/"):
        return False
    about = await reviews.asked_in(tx, message.chat.id, message.reply_to_message.message_id)
    return {"about": about} if about is not None else False


@router.message(to_the_invitation)
async def answered(message: Message, about: int, visit: Visit, language: str) -> None:
    """Written at once, without a tap on 写复盘."""
    talk = visit.speaker.talk
    if not _writes(visit, about):
        done = await reviews.may_write(visit.tx, visit.speaker, about)
        if done.refusal or done.view is None:
            visit.replies.send(screens.say(language, REFUSED[done.refusal or "gone"]), reply_to=message.message_id)
            return
        begun = _begun(about, done.view.number, PARTS[0])
        talk = await talks.open_talk(visit.tx, visit.speaker, WRITING, begun, visit.now)
    await said(message, replace(visit, speaker=replace(visit.speaker, talk=talk)), language)


async def _next(said: dict[str, str], visit: Visit) -> None:
    """Keep what was said; the next question, or a look at the whole. Nothing said at all is no review."""
    data: dict[str, Any] = dict(visit.speaker.talk.data)
    parts = {**data["parts"], **said}
    left = [part for part in PARTS[PARTS.index(data["step"]) + 1 :] if part not in parts]
    step = left[0] if left else "look"
    if step == "look" and not any(parts.get(part) for part in PARTS):
        step, parts = PARTS[0], {}
    talk = await talks.open_talk(visit.tx, visit.speaker, WRITING, {**data, "step": step, "parts": parts}, visit.now)
    report, number, language = int(data["report"]), str(data["number"]), visit.language
    if step != "look":
        visit.replies.send(review_screens.ask_part(step, number, report, language))
        return
    items = reviews.items_in(visit.world, parts.get("items", ""), visit.now)
    visit.replies.send(review_screens.preview(number, report, parts, items, talk.revision, language))


async def _save(tap: ReviewTap, visit: Visit, language: str) -> None:
    """What was read is what is kept."""
    talk = visit.speaker.talk
    if talk.data.get("step") != "look" or tap.revision != talk.revision:
        visit.replies.answer_tap(screens.note(language, "tap-stale"))
        return
    done = await reviews.write(visit.tx, visit.world, visit.speaker, tap.report, talk.data["parts"], visit.now)
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    _told(done, "review-kept", visit, language)


def _told(done: reviews.Done, key: str, visit: Visit, language: str) -> None:
    if done.refusal or done.view is None:
        visit.replies.show(screens.say(language, REFUSED[done.refusal or "gone"]))
    else:
        visit.replies.show(screens.say(language, key, number=done.view.number))


@router.message(private, in_talk(WRITING), no_command)
async def said(message: Message, visit: Visit, language: str) -> None:
    """A part of it, or all three in one message."""
    text, data = (message.text or "").strip(), visit.speaker.talk.data
    way = screens.way_out(text)
    if way == "cancel":
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        visit.replies.send(screens.say(language, "review-later"))
    elif not text:
        visit.replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
    elif len(text) > LONGEST:
        visit.replies.send(_too_long(text, language), reply_to=message.message_id)
    elif way == "skip":
        await _next({}, visit)
    elif whole := read_whole(text):
        await _next(whole, visit)
    elif data["step"] == "look":
        visit.replies.send(screens.say(language, "review-tap-save"))
    else:
        await _next({str(data["step"]): text}, visit)


def _too_long(text: str, language: str) -> Worded:
    return screens.say(language, "fault-too-long", length=str(len(text)), max=str(LONGEST))


@router.message(private, in_talk(WAIVING), no_command)
async def waived(message: Message, visit: Visit, language: str) -> None:
    """Why it is not needed."""
    text, report = (message.text or "").strip(), int(visit.speaker.talk.data["report"])
    if screens.way_out(text) in ("cancel", "back"):
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        visit.replies.send(screens.say(language, "review-later"))
    elif not text:
        visit.replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
    else:
        done = await reviews.waive(visit.tx, visit.speaker, report, text, visit.now)
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        _told(done, "review-waived-kept", visit, language)
