"""/poster 派潭镇高滩村, or its button under /duty: duty staff and a village's own officers get a poster as a file."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.actions import posters
from bot.actions.people import GroupPlace
from bot.rules.places import Area
from bot.wording import area_poster, screens
from bot.wording.alert_taps import PosterTap
from handlers.visit import Visit

router = Router(name="area_poster")
ORDER = 31


@router.message(Command("poster"))
async def asked(message: Message, command: CommandObject, bot: Bot, visit: Visit, group: GroupPlace | None) -> None:
    places, said = visit.world.places, (command.args or "").strip()
    language = group.language if group else visit.language
    area = places.get(said) or (places.find(said).area if said else None)
    if area is None:
        await _choose("", visit, group, as_new=True)
    elif not await _make(area, bot, visit, group):
        visit.replies.send(screens.say(language, "poster-no-right"), reply_to=message.message_id)


async def _make(area: Area, bot: Bot, visit: Visit, group: GroupPlace | None) -> bool:
    username = (await bot.me()).username or ""
    return await posters.ask(visit.tx, visit.world, visit.speaker, group, area, username, visit.now)


async def _choose(page: str, visit: Visit, group: GroupPlace | None, as_new: bool = False) -> None:
    language = group.language if group else visit.language
    scope = await posters.areas(visit.tx, visit.speaker, group)
    worded = area_poster.choose(page, scope, visit.world.places, language)
    (visit.replies.send if as_new else visit.replies.show)(worded)


@router.callback_query(PosterTap.filter())
async def tapped(
    tap: CallbackQuery, callback_data: PosterTap, bot: Bot, visit: Visit, group: GroupPlace | None
) -> None:
    language = group.language if group else visit.language
    area = visit.world.places.get(callback_data.area)
    if callback_data.act == "page":
        await _choose(area.code if area else "", visit, group, as_new=not callback_data.area)
    elif area is None or not await _make(area, bot, visit, group):
        visit.replies.answer_tap(screens.note(language, "poster-no-right"), alert=True)
    else:
        visit.replies.answer_tap(screens.note(language, "poster-toast"))
