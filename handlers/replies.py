"""What a handler answers to the person who is speaking now. Sent after the commit, never inside the transaction.

Only navigation goes this way. What confirms a record or reaches anyone else is an outbox row, written by an action.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import (
    CallbackQuery,
    InaccessibleMessage,
    InlineKeyboardMarkup,
    Message,
    ReactionTypeEmoji,
    ReplyParameters,
)

from bot.wording.worded import Keyboard, Worded


@dataclass
class Replies:
    """Collects answers. `show` replaces the message whose button was tapped, or (also without `in_place`) sends one."""

    chat_id: int = 0
    thread_id: int | None = None
    tapped: CallbackQuery | None = None
    toast: str | None = None
    alert: bool = False
    in_place: bool = True
    _shown: list[tuple[Worded, int | None, int | None]] = field(default_factory=list)
    _signs: list[tuple[int, str]] = field(default_factory=list)

    def hear(self, message: Message | None, tapped: CallbackQuery | None) -> None:
        """Where to answer: the chat (and topic) of the update."""
        if message is not None:
            self.chat_id = message.chat.id
            topic = getattr(message, "is_topic_message", None)
            self.thread_id = getattr(message, "message_thread_id", None) if topic else None
        self.tapped = tapped

    def show(self, worded: Worded) -> None:
        """In place of the tapped message where that can be, else as a new message."""
        self._shown.append((worded, self._tapped_message_id(worded), None))

    def send(self, worded: Worded, reply_to: int | None = None, keyboard: Keyboard | None = None) -> None:
        """As a new message; with `keyboard` where it has none of its own."""
        if worded.keyboard is None and keyboard is not None:
            worded = replace(worded, keyboard=keyboard)
        self._shown.append((worded, None, reply_to))

    def react(self, message_id: int, emoji: str) -> None:
        """A small sign on somebody's message. Where it cannot be set, nothing is said instead."""
        self._signs.append((message_id, emoji))

    def answer_tap(self, toast: str, alert: bool = False) -> None:
        """The small note (or window) on the tapper's phone."""
        self.toast, self.alert = toast[:200], alert

    def _tapped_message_id(self, worded: Worded) -> int | None:
        message = self.tapped.message if self.tapped else None
        if not self.in_place or message is None or isinstance(message, InaccessibleMessage) or message.text is None:
            return None
        editable = worded.keyboard is None or isinstance(worded.keyboard, InlineKeyboardMarkup)
        return message.message_id if editable else None

    async def flush(self, bot: Bot) -> None:
        """Answer the tap first (its wheel stops turning), then show."""
        if self.tapped is not None:
            try:
                await bot.answer_callback_query(self.tapped.id, text=self.toast, show_alert=self.alert or None)
            except AiogramError:
                pass  # the tap is older than Telegram remembers; what it did is done
        for worded, edits, reply_to in self._shown:
            await self._put(bot, worded, edits, reply_to)
        for message_id, emoji in self._signs:
            with contextlib.suppress(AiogramError):
                await bot.set_message_reaction(self.chat_id, message_id, [ReactionTypeEmoji(emoji=emoji)])

    async def _put(self, bot: Bot, worded: Worded, edits: int | None, reply_to: int | None) -> None:
        if edits is not None:
            keyboard = worded.keyboard if isinstance(worded.keyboard, InlineKeyboardMarkup) else None
            try:
                await bot.edit_message_text(worded.text, chat_id=self.chat_id, message_id=edits, reply_markup=keyboard)
                return
            except AiogramError as refused:
                if "not modified" in str(refused):
                    return
        await bot.send_message(
            self.chat_id,
            worded.text,
            message_thread_id=self.thread_id,
            reply_markup=worded.keyboard,
            reply_parameters=ReplyParameters(message_id=reply_to, allow_sending_without_reply=True)
            if reply_to
            else None,
        )
