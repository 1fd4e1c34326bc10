"""这条消息是真的吗？ By /real, the button, or the question itself."""

from __future__ import annotations

import re

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import real
from bot.rules.reading.script import fold
from bot.rules.speaker import Speaker
from bot.wording import real_screens
from bot.wording.taps import MenuTap
from handlers.listens_for import private
from handlers.visit import Visit

router = Router(name="real")
ORDER = 35

_ASKED = re.compile(
    r"真的(吗|嘛|么|假的)|(是|系)(不是|唔系|咪)真|真定假|真(系|是)?(吗|嘛)|谣言|is (it|this|that).*(true|real|fake)"
)


async def asks_whether_true(message: Message, speaker: Speaker) -> bool:
    """A short question of somebody who is in the middle of nothing. What an officer types may be a report."""
    words = message.text or ""
    free = speaker.officer is None and speaker.talk.topic is None
    return free and len(words) <= 60 and _ASKED.search(fold(words)) is not None


async def to_real(tap: CallbackQuery, callback_data: MenuTap) -> bool:
    return callback_data.to == "real"


@router.message(Command("real"), private)
@router.message(private, asks_whether_true)
async def asked(message: Message, visit: Visit) -> None:
    await _answer(visit)


@router.callback_query(MenuTap.filter(), to_real)
async def tapped(tap: CallbackQuery, visit: Visit) -> None:
    if visit.speaker.private:
        await _answer(visit)


async def _answer(visit: Visit) -> None:
    found = await real.issued(visit.tx, visit.world, visit.speaker, visit.now)
    visit.replies.send(real_screens.issued(found, visit.language, visit.world.settings.zone, visit.now))
