"""A worded message, ready for a chat, and how words are filled in safely."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiogram.types import ForceReply, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

import locales

Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024


class Html(str):
    """Text that is HTML already and must not be escaped again."""

    __slots__ = ()


@dataclass(frozen=True)
class Media:
    """A file that Telegram holds: `kind` is photo, video, voice, audio, document, animation, video_note or sticker.

    One without `file_id` is made when it is sent: `make` gives its bytes, outside of any transaction, and `name` is
    what it is called on the phone.
    """

    kind: str
    file_id: str
    make: Callable[[], bytes] | None = None
    name: str = ""


@dataclass(frozen=True)
class Worded:
    """`text` is Telegram HTML (the caption where there is a file). `pin` is latitude and longitude.

    `deed`: no message at all, but something done to the thread that the row names: close_topic or reopen_topic.
    """

    text: Html
    keyboard: Keyboard | None = None
    media: Media | None = None
    pin: tuple[float, float] | None = None
    deed: str | None = None


def words(language: str, key: str, /, **values: Any) -> Html:
    """The message `key`, other people's text in `values` escaped; values that are Html stay as they are."""
    return Html(locales.say(language, key, {name: _safe(value) for name, value in values.items()}))


def plain(language: str, key: str, /, **values: Any) -> str:
    """The message without markup: button labels, toasts, placeholders."""
    return locales.say(language, key, values)


def _safe(value: Any) -> Any:
    if isinstance(value, Html):
        return str(value)
    return escaped(value) if isinstance(value, str) else value


def lines(*parts: str | None) -> Html:
    """The parts that are there, a line each."""
    return Html("\n".join(part for part in parts if part))


def escaped(text: str) -> Html:
    """Somebody's words as HTML, without marks that turn the direction of writing: they would turn our words too."""
    return Html(html.escape(text.translate(_TURNING), quote=False))


_TURNING = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def shortened(text: str, limit: int) -> str:
    """Somebody's words, at most `limit` characters; … marks that there is more (the record keeps all of it).

    Counted as Telegram counts, in UTF-16: a character outside of the first plane (𨋢, 🔥) is two.
    """
    if len(text) * 2 <= limit or len(text.encode("utf-16-le")) // 2 <= limit:
        return text
    kept = text.encode("utf-16-le")[: (limit - 1) * 2].decode("utf-16-le", "ignore")
    return kept.rstrip() + "…"
