"""/poster 派潭镇高滩村: duty staff and administrators get a village's poster as a file."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.actions import posters
from bot.actions.people import GroupPlace
from bot.wording import screens
from handlers.visit import Visit

router = Router(name="area_poster")
ORDER = 31


@router.message(Command("poster"))
async def asked(message: Message, command: CommandObject, bot: Bot, visit: Visit, group: GroupPlace | None) -> None:
    places, said = visit.world.places, (command.args or "").strip()
    language = group.language if group else visit.language
    area = places.get(said) or (places.find(said).area if said else None)
    if area is None:
        visit.replies.send(screens.say(language, "poster-which"), reply_to=message.message_id)
        return
    username = (await bot.me()).username or ""
    if not await posters.ask(visit.tx, visit.world, visit.speaker, group, area, username, visit.now):
        visit.replies.send(screens.say(language, "poster-no-right"), reply_to=message.message_id)
