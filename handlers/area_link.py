"""The link on a village's poster: t.me/<bot>?start=area_440118105230. One tap confirms; everything else is as usual."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from bot.actions import people, subscriptions
from bot.rules.area_link import area_in
from bot.wording import screens, subscribe_screens
from handlers.listens_for import private
from handlers.visit import Visit

router = Router(name="area_link")
ORDER = 9  # before the invitations, which are deep links too


async def of_a_poster(message: Message, command: CommandObject) -> bool | dict[str, Any]:
    code = area_in(command.args or "")
    return {"code": code} if code is not None else False


@router.message(CommandStart(deep_link=True), private, of_a_poster)
async def by_poster(message: Message, code: str, visit: Visit) -> None:
    await people.seen(visit.tx, visit.speaker, visit.now)
    place = visit.world.places.get(code)
    wishes = await subscriptions.wishes_of(visit.tx, visit.speaker)
    if place is None:
        visit.replies.send(screens.say(visit.language, "link-unknown-area"))
    elif code in {area for area, _ in wishes.areas}:
        visit.replies.send(subscribe_screens.card(wishes, visit.language))
    else:
        visit.replies.send(subscribe_screens.confirm(place, visit.world.places, visit.language))
