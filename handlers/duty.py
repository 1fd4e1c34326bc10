"""/duty: who is on duty, and who cannot be reached."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.actions import duty
from bot.actions.people import GroupPlace
from bot.wording import duty_board
from handlers.visit import Visit

router = Router(name="duty")
ORDER = 12


@router.message(Command("duty"))
async def on_duty(message: Message, group: GroupPlace | None, language: str, visit: Visit) -> None:
    zone = visit.world.settings.zone
    views = await duty.for_speaker(visit.tx, visit.speaker, group, visit.now, zone)
    visit.replies.send(duty_board.board(views, language, zone, visit.now))
