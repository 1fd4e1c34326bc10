"""关注后续, 不再关注: under an alert, from /real, or from its link t.me/<bot>?start=alert_12."""

from __future__ import annotations

import re
from typing import Any

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from bot.actions import follows, people
from bot.wording import alert_text, follow_screens, screens
from bot.wording.alert_taps import FollowTap
from bot.wording.buttons import button, rows
from bot.wording.taps import MenuTap
from bot.wording.worded import Worded, plain, words
from handlers.listens_for import private
from handlers.visit import Visit

router = Router(name="follows")
ORDER = 9  # before the invitations, which are deep links too

_PAYLOAD = re.compile(r"alert_(\d{1,9})")


async def of_an_alert(message: Message, command: CommandObject) -> bool | dict[str, Any]:
    found = _PAYLOAD.fullmatch(command.args or "")
    return {"number": int(found[1])} if found and found[1].isascii() else False


@router.message(CommandStart(deep_link=True), private, of_an_alert)
async def by_link(message: Message, number: int, visit: Visit) -> None:
    await people.seen(visit.tx, visit.speaker, visit.now)
    found = await follows.shown(visit.tx, visit.speaker, number)
    if found is None:
        visit.replies.send(screens.say(visit.language, "follow-gone"))
        return
    view, way = found
    text = alert_text.text(view, visit.language, visit.world.settings.zone, visit.now)
    subscribe = button(plain(visit.language, "button-subscribe"), MenuTap(to="subscribe"))
    visit.replies.send(Worded(text, rows(follow_screens.ways(view, way, visit.language), [subscribe])))


@router.callback_query(FollowTap.filter())
async def tapped(tap: CallbackQuery, callback_data: FollowTap, visit: Visit) -> None:
    if not visit.speaker.private:
        visit.replies.answer_tap(screens.note(visit.language, "subscribe-preview"))
    elif callback_data.act == "follow":
        await _follow(callback_data.alert, visit)
    elif callback_data.act == "stop":
        await _stop(callback_data.alert, visit)
    else:
        visit.replies.answer_tap(screens.note(visit.language, "tap-not-understood"))


async def _follow(number: int, visit: Visit) -> None:
    outcome, view = await follows.follow(visit.tx, visit.speaker, number, visit.now)
    language = visit.language
    if outcome != "followed" or view is None:
        visit.replies.answer_tap(screens.note(language, f"follow-{outcome.replace('_', '-')}"), alert=True)
        return
    text = words(language, "follow-followed", title=alert_text.headline(view, language))
    visit.replies.send(Worded(text, rows(follow_screens.stop(view, language))))


async def _stop(number: int, visit: Visit) -> None:
    """The message it was tapped on stays as it is: it may be the alert."""
    new, view = await follows.stop(visit.tx, visit.speaker, number, visit.now)
    if not new or view is None:
        visit.replies.answer_tap(screens.note(visit.language, "follow-not"))
        return
    text = words(visit.language, "follow-stopped", title=alert_text.headline(view, visit.language))
    visit.replies.send(Worded(text, rows(follow_screens.ways(view, "follow", visit.language))))
