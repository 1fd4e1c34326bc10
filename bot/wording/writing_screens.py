"""What writing a broadcast and writing a 叫应 show alike: the words asked for, and the reply line in a group."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from bot.rules.speaker import Speaker
from bot.wording.buttons import ask_for_reply, rows
from bot.wording.worded import Html, Worded, escaped, lines, shortened, words


def ask_text(asked: Html, kept: str, fault: Html | None, *ways: list[InlineKeyboardButton]) -> Worded:
    """`asked`: what to write, for whom; what was written before is shown below it."""
    return Worded(lines(fault, asked, Html(kept) if kept else None), rows(*ways))


def kept_words(language: str, kept: str) -> str:
    return words(language, "broadcast-kept", text=shortened(kept, 500)) if kept else ""


def reply_here(speaker: Speaker, language: str, key: str) -> Worded:
    """Opens the reply line of the one who is writing: in a group with privacy on, only a reply reaches the bot."""
    name = Html(f'<a href="tg://user?id={speaker.telegram_id}">{escaped(shortened(speaker.name, 60))}</a>')
    return Worded(words(language, key, name=name), ask_for_reply(language, "placeholder-text"))
