"""In the duty room: a reply to a message about a case, and everything said in its topic, is a note on its timeline."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.types import Message

from bot.actions import Transaction, notes
from bot.actions.notes import Note
from bot.actions.people import GroupPlace
from bot.rules.speaker import Speaker
from bot.wording import duty_screens
from handlers.listens_for import media_of, topic_of
from handlers.visit import Visit

router = Router(name="duty_notes")
ORDER = 97
# A quiet sign on the message that it was taken down; Telegram lets a bot set one.
TAKEN_DOWN = "✍"


def note_in(message: Message) -> Note | None:
    """Words, a file, a place or a telephone number; None for what says nothing (a sticker, a service message)."""
    text, pin = message.text or message.caption or "", None
    if message.location is not None:
        pin = (message.location.latitude, message.location.longitude)
    if message.contact is not None:
        text = f"{message.contact.first_name} {message.contact.phone_number}"
    file = media_of(message)
    return Note(message.message_id, text, file, pin) if text or file or pin else None


async def about_a_case(message: Message, speaker: Speaker, tx: Transaction) -> bool | dict[str, Any]:
    """In a group; a command, or words that somebody was asked for, are no note."""
    said = note_in(message)
    if speaker.private or said is None or said.text.startswith("/"):
        return False
    replied = message.reply_to_message.message_id if message.reply_to_message else None
    about = await notes.case_spoken_of(tx, message.chat.id, replied, topic_of(message))
    return {"about": about, "said": said} if about is not None else False


@router.message(about_a_case)
async def noted(message: Message, about: int, said: Note, visit: Visit, group: GroupPlace | None) -> None:
    language = group.language if group else visit.language
    answer = await notes.note(visit.tx, visit.speaker, group, about, said, topic_of(message), visit.now)
    if answer.refusal is not None:
        refused = duty_screens.settled(answer.report, answer.refusal, "", language)
        visit.replies.send(refused, reply_to=message.message_id)
        return
    visit.replies.react(message.message_id, TAKEN_DOWN)


async def in_a_group(message: Message, speaker: Speaker) -> bool:
    return not speaker.private and bool(message.text or message.caption)


@router.edited_message(in_a_group)
async def edited(message: Message, visit: Visit) -> None:
    """A note that is edited afterwards; anything else that is edited in a group is the group's own."""
    words = message.text or message.caption or ""
    await notes.edited(visit.tx, visit.speaker, message.message_id, words, visit.now)
