"""定时通知: the list, and what is done with each: pause, resume, stop, other words, once more now, take over."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import broadcasts, schedules, talks
from bot.actions.people import GroupPlace
from bot.actions.schedules import Done
from bot.wording import schedule_screens, screens, writing_screens
from bot.wording.alert_taps import ScheduleTap
from handlers.listens_for import in_talk, no_command, to_the_bot
from handlers.visit import Visit

router = Router(name="schedules")
ORDER = 30

EDITING = "schedule_text"
CHANGES = {"pause": "pause", "resume": "resume", "stop_sure": "stop", "take": "take"}
REFUSED = {
    "gone": "schedule-gone", "no_right": "tap-no-right", "over": "tap-stale", "past": "schedule-time-past",
}  # fmt: skip


async def _list(visit: Visit, group: GroupPlace | None, language: str) -> None:
    views = await schedules.listed(visit.tx, visit.speaker, group)
    if views is None:
        visit.replies.answer_tap(screens.note(language, "tap-no-right"), alert=True)
        return
    visit.replies.show(schedule_screens.listing(views, language, visit.world.settings.zone))


@router.callback_query(ScheduleTap.filter())
async def tapped(
    tap: CallbackQuery, callback_data: ScheduleTap, visit: Visit, group: GroupPlace | None, language: str
) -> None:
    number, act = callback_data.schedule, callback_data.act
    if act == "list":
        await _list(visit, group, language)
        return
    if act in CHANGES:
        done = await schedules.change(visit.tx, visit.world, visit.speaker, group, number, CHANGES[act], visit.now)
        visit.replies.answer_tap(screens.note(language, "schedule-changed"))
    else:
        done = await schedules.one(visit.tx, visit.speaker, group, number)
    if done.refusal or done.view is None:
        visit.replies.answer_tap(screens.note(language, REFUSED[done.refusal or "gone"]), alert=True)
        return
    await _show(callback_data, done, visit, group, language)


async def _show(tap: ScheduleTap, done: Done, visit: Visit, group: GroupPlace | None, language: str) -> None:
    assert done.view is not None, "asked before"
    view, zone = done.view, visit.world.settings.zone
    stale = tap.revision not in (0, view.version)
    match tap.act:
        case "now" | "now_sure" | "edit" if stale:
            visit.replies.answer_tap(screens.note(language, "tap-stale"))
        case "stop":
            visit.replies.show(schedule_screens.confirm_stop(view, language))
        case "now":
            visit.replies.show(schedule_screens.confirm_now(view, language))
        case "now_sure":
            await _send_now(tap.schedule, visit, group, language)
        case "edit":
            await _ask_words(tap.schedule, visit, language)
        case "show" | "pause" | "resume" | "stop_sure" | "take":
            visit.replies.show(schedule_screens.detail(view, language, zone, visit.now))
        case _:
            visit.replies.answer_tap(screens.note(language, "tap-not-understood"))


async def _send_now(number: int, visit: Visit, group: GroupPlace | None, language: str) -> None:
    done = await schedules.send_now(visit.tx, visit.world, visit.speaker, group, number, visit.now)
    if done.refusal:
        visit.replies.answer_tap(screens.note(language, REFUSED[done.refusal]), alert=True)
    else:
        visit.replies.show(screens.say(language, "broadcast-published"))


async def _ask_words(number: int, visit: Visit, language: str) -> None:
    await talks.open_talk(visit.tx, visit.speaker, EDITING, {"schedule": number}, visit.now)
    if visit.speaker.private:
        visit.replies.send(screens.say(language, "schedule-write", number=str(number)))
    else:
        visit.replies.send(writing_screens.reply_here(visit.speaker, language, "broadcast-reply-here"))


@router.message(in_talk(EDITING), to_the_bot, no_command)
async def worded(message: Message, visit: Visit, group: GroupPlace | None, language: str) -> None:
    """Its new words, or a way out."""
    number, text = int(visit.speaker.talk.data["schedule"]), (message.text or "").strip()
    if screens.way_out(text) in ("cancel", "back"):
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        visit.replies.send(screens.say(language, "cancelled"))
    elif not text:
        visit.replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
    elif len(text) > broadcasts.TEXT_LIMIT:
        limits = {"length": str(len(text)), "max": str(broadcasts.TEXT_LIMIT)}
        visit.replies.send(screens.say(language, "fault-too-long", **limits), reply_to=message.message_id)
    else:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        done = await schedules.edit(visit.tx, visit.speaker, group, number, text, visit.now)
        if done.refusal or done.view is None:
            visit.replies.send(screens.say(language, REFUSED[done.refusal or "gone"]))
            return
        zone = visit.world.settings.zone
        visit.replies.send(schedule_screens.detail(done.view, language, zone, visit.now))
