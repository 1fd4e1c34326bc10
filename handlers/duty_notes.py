"""In the duty room: any other reply to a message about a case is a note on its timeline."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.types import Message

from bot.actions import Transaction, answer_case, notes
from bot.actions.people import GroupPlace
from bot.rules.speaker import Speaker
from bot.wording import duty_screens, screens
from handlers.visit import Visit

router = Router(name="duty_notes")
ORDER = 97


async def about_a_case(message: Message, speaker: Speaker, tx: Transaction) -> bool | dict[str, Any]:
    """In a group; a command, or words that somebody was asked for, are no note."""
    words = message.text or ""
    if speaker.private or message.reply_to_message is None or not words or words.startswith("/"):
        return False
    about = await answer_case.report_replied_to(tx, message.chat.id, message.reply_to_message.message_id)
    return {"about": about} if about is not None else False


@router.message(about_a_case)
async def noted(message: Message, about: int, visit: Visit, group: GroupPlace | None) -> None:
    language = group.language if group else visit.language
    answer = await notes.note(visit.tx, visit.speaker, group, about, message.text or "", visit.now)
    if answer.refusal is not None or answer.report is None:
        refused = duty_screens.settled(answer.report, answer.refusal, "", language)
        visit.replies.send(refused, reply_to=message.message_id)
        return
    done = screens.say(language, "case-note-kept", number=answer.report.number)
    visit.replies.send(done, reply_to=message.message_id)
