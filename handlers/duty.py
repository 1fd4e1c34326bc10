"""/duty: who is on duty, and who cannot be reached."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.actions import Transaction, duty
from bot.actions.people import GroupPlace
from bot.rules.speaker import Speaker
from bot.wording import duty_board
from handlers.replies import Replies

router = Router(name="duty")
ORDER = 12


@router.message(Command("duty"))
async def on_duty(
    message: Message, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, replies: Replies
) -> None:
    replies.send(duty_board.board(await duty.for_speaker(tx, speaker, group), language))
