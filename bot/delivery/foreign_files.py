"""A file that a resident sent to one bot, shown by another: Telegram's file ids are a bot's own.

It is fetched by the bot that has it and uploaded by the one that sends it, once; then it goes by its new id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aiogram import Bot
from aiogram.types import Message

from bot.delivery.our_bytes import ENDINGS
from bot.delivery.wire import Letter
from bot.rules.public_bots import whose_file

KEPT = 256


class ForeignFiles:
    """Of one sender. `number` is its bot's; `bots` are all bots of the process."""

    def __init__(self, number: int, bots: Mapping[int, Bot]) -> None:
        self._number, self._bots = number, bots
        self._uploaded: dict[str, str] = {}

    async def made_ours(self, letter: Letter) -> Letter:
        """The letter with a file that our bot can send. Raises aiogram's exceptions.

        Of a bot that is no longer there it stays as it is: Telegram refuses it, and our own copy is looked for.
        """
        media = letter.worded.media
        if media is None or media.make is not None or letter.upload is not None:
            return letter
        owner, file_id = whose_file(media.file_id)
        if owner == self._number:
            known: str | None = file_id
        else:
            known = self._uploaded.get(media.file_id)
        if known is not None:
            return replace(letter, worded=replace(letter.worded, media=replace(media, file_id=known)))
        bot = self._bots.get(owner)
        got = await bot.download(file_id) if bot is not None else None
        if got is None:
            return letter
        body = got.read()
        made = replace(media, make=lambda: body, name=f"{media.kind}.{ENDINGS.get(media.kind, 'bin')}")
        return replace(letter, worded=replace(letter.worded, media=made))

    def sent(self, letter: Letter, message: Message) -> None:
        """Remember the id by which our bot knows it now."""
        media = letter.worded.media
        if media is None or media.make is None or not media.file_id:
            return
        there: Any = getattr(message, media.kind, None)
        file = there[-1] if isinstance(there, list) and there else there
        if file is not None:
            if len(self._uploaded) >= KEPT:
                self._uploaded.clear()
            self._uploaded[media.file_id] = file.file_id
