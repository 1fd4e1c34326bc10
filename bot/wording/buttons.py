"""Keyboards, built from labels and taps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.wording.worded import plain

# Telegram shows a button's label on one line; a longer one is cut by the phone, not refused.
LABEL_LIMIT = 64


def button(label: str, tap: CallbackData, style: str | None = None) -> InlineKeyboardButton:
    """`style`: primary, success, danger or None. Old clients show every button alike."""
    return InlineKeyboardButton(text=label[:LABEL_LIMIT], callback_data=tap.pack(), style=style)


def link(label: str, url: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label[:LABEL_LIMIT], url=url)


def rows(*lines: Sequence[InlineKeyboardButton]) -> InlineKeyboardMarkup | None:
    """A keyboard of these lines; None when there is no button at all."""
    kept = [list(line) for line in lines if line]
    return InlineKeyboardMarkup(inline_keyboard=kept) if kept else None


def in_columns(buttons: Iterable[InlineKeyboardButton], columns: int) -> list[list[InlineKeyboardButton]]:
    flat = list(buttons)
    return [flat[at : at + columns] for at in range(0, len(flat), columns)]


def officer_keyboard(language: str) -> ReplyKeyboardMarkup:
    """What an officer always has under the thumb."""
    labels = [["button-emergency"], ["button-report", "button-hazard", "button-sign"], ["button-my-reports"]]
    return ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text=plain(language, key)) for key in line] for line in labels],
        resize_keyboard=True,
        is_persistent=True,
        input_field_placeholder=plain(language, "placeholder-officer"),
    )


def ask_for_reply(language: str, placeholder: str) -> ForceReply:
    """Opens the reply line for the one it is meant for: in a group with privacy on, only a reply reaches the bot."""
    return ForceReply(selective=True, input_field_placeholder=plain(language, placeholder)[:64])
