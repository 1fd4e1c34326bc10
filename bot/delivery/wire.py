"""A letter: a claimed row with its words, and the one call that puts it on the wire."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.methods import (
    CloseForumTopic,
    EditMessageText,
    ReopenForumTopic,
    SendAnimation,
    SendAudio,
    SendDocument,
    SendLocation,
    SendMessage,
    SendPhoto,
    SendSticker,
    SendVideo,
    SendVideoNote,
    SendVoice,
)
from aiogram.types import BufferedInputFile, FSInputFile, InlineKeyboardMarkup, Message, ReplyParameters

from bot.delivery.send_errors import Remedy
from bot.wording.worded import Worded
from storage.tables import OutboxRow

_FILE_METHODS: dict[str, tuple[type[Any], str]] = {
    "photo": (SendPhoto, "photo"),
    "video": (SendVideo, "video"),
    "voice": (SendVoice, "voice"),
    "audio": (SendAudio, "audio"),
    "document": (SendDocument, "document"),
    "animation": (SendAnimation, "animation"),
    "video_note": (SendVideoNote, "video_note"),
    "sticker": (SendSticker, "sticker"),
}
_WITHOUT_CAPTION = {"video_note", "sticker"}


@dataclass(frozen=True)
class Wanted:
    """A topic for a case, made before its card leaves; without a `name` it is only waited for while it is made."""

    report_id: int
    name: str | None = None
    bound_thread: int | None = None


@dataclass(frozen=True)
class Letter:
    """`edits_message` and `replies_to` are message ids in the row's chat.

    `upload` is our own copy of the file, and its name, for when Telegram no longer knows the file id.
    """

    row: OutboxRow
    worded: Worded
    edits_message: int | None = None
    replies_to: int | None = None
    upload: tuple[Path, str | None] | None = None
    threaded: bool = True
    plain: bool = False
    wanted: Wanted | None = None

    def mended(self, remedy: Remedy) -> Letter:
        """The same letter, sent the way that Telegram will take it."""
        match remedy:
            case "plain":
                return replace(self, plain=True)
            case "unthreaded":
                return replace(self, threaded=False)
            case "unreplied":
                return replace(self, replies_to=None)
            case "as_new":
                return replace(self, edits_message=None)
            case _:
                return self


async def put_on_the_wire(
    bot: Bot, letter: Letter, sent: Callable[[Letter, Message], None] | None = None
) -> int | None:
    """Send or edit; the message id. Raises aiogram's exceptions. A file that is made for this letter is made now.

    `sent` hears which message it has become.
    """
    media = letter.worded.media
    made = await asyncio.to_thread(media.make) if media is not None and media.make is not None else None
    answer = await bot(_method(letter, made))
    if sent is not None and isinstance(answer, Message):
        sent(letter, answer)
    return answer.message_id if isinstance(answer, Message) else letter.edits_message


def _method(letter: Letter, made: bytes | None = None) -> Any:
    row, worded = letter.row, letter.worded
    if worded.deed is not None:
        deed = CloseForumTopic if worded.deed == "close_topic" else ReopenForumTopic
        return deed(chat_id=row.chat_id, message_thread_id=row.thread_id or 0)
    # without a parse mode the tags are shown as they stand: ugly, but it arrives
    mode = {"parse_mode": None} if letter.plain else {}
    if letter.edits_message is not None:
        keyboard = worded.keyboard if isinstance(worded.keyboard, InlineKeyboardMarkup) else None
        return EditMessageText(
            chat_id=row.chat_id, message_id=letter.edits_message, text=worded.text, reply_markup=keyboard, **mode
        )
    ask: dict[str, Any] = {"chat_id": row.chat_id, "reply_markup": worded.keyboard} | mode
    if row.thread_id and letter.threaded:
        ask["message_thread_id"] = row.thread_id
    if row.values.get("paid"):
        ask["allow_paid_broadcast"] = True
    if row.silent:
        ask["disable_notification"] = True
    if letter.replies_to:
        ask["reply_parameters"] = ReplyParameters(message_id=letter.replies_to, allow_sending_without_reply=True)
    if worded.pin:
        ask.pop("parse_mode", None)
        return SendLocation(latitude=worded.pin[0], longitude=worded.pin[1], **ask)
    if worded.media:
        method, field = _FILE_METHODS[worded.media.kind]
        caption = {} if worded.media.kind in _WITHOUT_CAPTION else {"caption": worded.text or None}
        file: FSInputFile | BufferedInputFile | str = worded.media.file_id
        if made is not None:
            file = BufferedInputFile(made, worded.media.name)
        elif letter.upload:
            file = FSInputFile(*letter.upload)
        return method(**ask, **{field: file}, **caption)
    return SendMessage(text=worded.text, **ask)
