"""A commander's words that were no reply to anything: they went to nobody, and one tap sends them. Officers are heard
the old way: their plain words are reports."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.types import Message

from bot.actions import Transaction, desk, scene_updates, talks
from bot.rules.speaker import Speaker
from bot.wording import command_screens
from handlers.listens_for import media_of, no_command, private
from handlers.scene_commander import HELD
from handlers.visit import Visit

router = Router(name="scene_words")
ORDER = 98


async def of_a_commander(message: Message, speaker: Speaker, tx: Transaction) -> bool | dict[str, Any]:
    if speaker.officer is not None or speaker.talk.topic not in (None, HELD):
        return False
    if not (message.text or message.location or media_of(message)):
        return False
    about = await scene_updates.commanded(tx, speaker)
    return {"about": about} if about is not None else False


@router.message(private, no_command, of_a_commander)
async def held(message: Message, about: int, visit: Visit) -> None:
    """Kept until the tap; the next words take their place."""
    case = await desk.view(visit.tx, about)
    if case is None:
        return
    pin = [message.location.latitude, message.location.longitude] if message.location is not None else None
    kept = {
        "report": about, "text": message.text or message.caption or "", "item": media_of(message), "pin": pin,
        "message": message.message_id,
    }  # fmt: skip
    await talks.open_talk(visit.tx, visit.speaker, HELD, kept, visit.now)
    visit.replies.send(command_screens.held(case, visit.language), reply_to=message.message_id)
