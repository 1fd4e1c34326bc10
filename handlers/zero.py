"""/zero: 零报告 on and off, by duty staff; 无新增 by the officers of its villages, with a button or in words."""

from __future__ import annotations

from datetime import timedelta

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.actions import questions, supplements, talks, zero
from bot.actions.people import GroupPlace
from bot.rules.places import Area
from bot.rules.speaker import Speaker
from bot.rules.zero_report import hour_of, read_days, read_hour, says_nothing_new
from bot.wording import screens, values, zero_screens
from bot.wording.report_taps import ZeroTap
from bot.wording.worded import Worded
from handlers import report as forms
from handlers.listens_for import officer
from handlers.visit import Visit

router = Router(name="zero")
ORDER = 31


@router.message(Command("zero"))
async def begin(
    message: Message, command: CommandObject, group: GroupPlace | None, language: str, visit: Visit
) -> None:
    """Its state where the speaker is on duty; `/zero 派潭镇 18:00 5天` comes with these chosen."""
    scope = await zero.scope(visit.tx, visit.speaker, group)
    if not scope:
        visit.replies.send(screens.say(language, "zero-no-right"), reply_to=message.message_id)
        return
    said = command.args or ""
    named = [area for area in visit.world.places.find(said).candidates if len(area.code) in zero.TIERS] if said else []
    named = [area for area in named if await zero.may_set(visit.tx, visit.speaker, group, area.code)]
    if len(named) != 1 and (len(scope) > 1 or len(scope[0]) == 6):
        visit.replies.send(zero_screens.choose_area(scope, visit.world.places, language))
        return
    area = named[0] if len(named) == 1 else visit.world.places.by_code[scope[0]]
    shown = await _area(area, visit, group, language, read_hour(said), read_days(said))
    visit.replies.send(shown)


async def _area(
    area: Area, visit: Visit, group: GroupPlace | None, language: str, hour: str | None = None,
    days: int | None = None, already: bool = False,
) -> Worded:  # fmt: skip
    """On or off in one area, and what can be done about it."""
    scope = await zero.scope(visit.tx, visit.speaker, group)
    back = len(scope) > 1 or any(len(code) == 6 for code in scope)
    row = await zero.open_round(visit.tx, area.code)
    if row is not None:
        return zero_screens.on_now(area, row, language, back, already)
    usual = visit.world.settings.zero_report_hour
    return zero_screens.off_now(area, hour or usual, usual, language, back, days)


@router.callback_query(ZeroTap.filter())
async def tapped(
    tap: CallbackQuery, callback_data: ZeroTap, group: GroupPlace | None, language: str, visit: Visit
) -> None:
    match callback_data.act:
        case "none" if visit.speaker.private and callback_data.value.isdecimal() and len(callback_data.value) < 10:
            await _nothing_new(callback_data, visit)
        case "report" if visit.speaker.private:
            visit.replies.in_place = False  # who gives the form up still has the question
            await forms.begin("incident", visit)
        case "cancel":
            visit.replies.show(screens.say(language, "cancelled"))
        case _:
            await _set(callback_data, group, language, visit)


async def _set(tap: ZeroTap, group: GroupPlace | None, language: str, visit: Visit) -> None:
    """What duty staff tap: each time it is asked anew whether they may."""
    scope = await zero.scope(visit.tx, visit.speaker, group)
    area = visit.world.places.get(tap.area)
    if not scope or (area is not None and not await zero.may_set(visit.tx, visit.speaker, group, area.code)):
        visit.replies.answer_tap(screens.note(language, "tap-no-right"), alert=True)
    elif tap.act == "back":
        visit.replies.show(zero_screens.choose_area(scope, visit.world.places, language))
    elif area is None:
        visit.replies.answer_tap(screens.note(language, "tap-not-understood"))
    elif tap.act == "area" or (tap.act == "hour" and hour_of(tap.value)):
        hour = f"{hour_of(tap.value):%H:%M}" if tap.act == "hour" else None
        visit.replies.show(await _area(area, visit, group, language, hour))
    elif tap.act == "on":
        await _switch_on(tap, area, group, language, visit)
    elif tap.act == "off" and tap.value.isdecimal() and len(tap.value) < 10:
        done = await zero.switch_off(visit.tx, visit.speaker, group, int(tap.value), visit.now)
        _refused(done, language, visit)
        visit.replies.show(await _area(area, visit, group, language))
    else:
        visit.replies.answer_tap(screens.note(language, "tap-not-understood"))


async def _switch_on(tap: ZeroTap, area: Area, group: GroupPlace | None, language: str, visit: Visit) -> None:
    """Of two who tap at once the second is shown what the first has switched on."""
    hour, _, days = tap.value.partition("-")
    number = int(days) if days.isascii() and days.isdigit() and len(days) < 3 else 0
    done = await zero.switch_on(
        visit.tx, visit.world, visit.speaker, group, area.code, hour, number, language, visit.now
    )
    _refused(done, language, visit)
    visit.replies.show(await _area(area, visit, group, language, already=done == "already"))


def _refused(done: object, language: str, visit: Visit) -> None:
    keys = {"no_right": "tap-no-right", "already": "zero-already", "over": "zero-over", "stale": "tap-stale"}
    if isinstance(done, str):
        visit.replies.answer_tap(screens.note(language, keys[done]), alert=True)


async def in_words(message: Message, speaker: Speaker) -> bool:
    """无新增 and nothing else, by an officer who is not in the middle of a form. Whole sentences: `handlers.spoken`.

    Heard before a receipt's open question would take it for its answer: 无新增 is no figure.
    """
    free = speaker.talk.topic in (None, supplements.SUPPLEMENT, talks.TYPED)
    return free and message.reply_to_message is None and says_nothing_new(message.text or "")


@router.message(officer, in_words)
async def said(message: Message, visit: Visit) -> None:
    """Counts while a round is on; an open question of the duty room comes first, and else it is like any other word."""
    within = timedelta(hours=visit.world.settings.answer_window_hours)
    asked = await questions.open_question(visit.tx, visit.speaker, visit.now, within)
    if asked is not None or not await zero.answer(visit.tx, visit.world, visit.speaker, visit.now):
        raise SkipHandler


async def _nothing_new(tap: ZeroTap, visit: Visit) -> None:
    language = visit.language
    done = await zero.tapped(visit.tx, visit.world, visit.speaker, tap.area, int(tap.value), visit.now)
    if done.at is None or done.day is None:
        key = {"over": "zero-day-over", "stopped": "zero-over"}.get(done.outcome, "tap-no-right")
        visit.replies.answer_tap(screens.note(language, key), alert=True)
        return
    at = values.moment(done.at, visit.world.settings.zone, visit.now)
    village = values.area_name(done.village, language)
    visit.replies.answer_tap(screens.note(language, "zero-tapped"))
    visit.replies.show(zero_screens.answered(done.outcome, village, done.day, at, done.by, language))
