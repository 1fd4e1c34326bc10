"""The task that fetches CAP messages and area files handed in, reads them, and says what they are.

A file is asked of Telegram; an address is one that the settings allow, and no redirection is followed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Protocol

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest
from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.documents import area_file, cap_xml
from bot.documents.cap_xml import LARGEST, CapRefused
from bot.rules.alert_draft import AlertDraft
from bot.rules.alert_shape import Shape
from bot.rules.cap_import import NotForUs, draft_of
from bot.rules.places import Places
from storage.bells import Bells

log = structlog.get_logger(__name__)

LOOK_EVERY_SECONDS = 3.0
TIMEOUT = ClientTimeout(total=30, connect=10)


class Wanted(Protocol):
    @property
    def number(self) -> int: ...
    @property
    def file_id(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...
    @property
    def about(self) -> str: ...


class Importing(Protocol):
    async def claim(self) -> Wanted | None: ...
    async def later(self, number: int, reason: str) -> None: ...
    async def refused(self, number: int, reason: str) -> None: ...
    async def read(self, number: int, draft: AlertDraft) -> None: ...
    async def area(self, number: int, shape: Shape) -> None: ...


class Away(Exception):
    """It cannot be fetched just now."""


class CapFetcher:
    """Runs until it is cancelled. `allowed`: whether a message may be fetched from an address."""

    def __init__(
        self, bells: Bells, bot: Bot, places: Places, allowed: Callable[[str], bool], importing: Importing
    ) -> None:
        self._bells, self._bot, self._places = bells, bot, places
        self._allowed, self._importing = allowed, importing

    async def run(self) -> None:
        while True:
            try:
                busy = await self._one()
            except Exception as error:  # never its text: an address with the token may be in it
                log.warning("cap_step_failed", error=type(error).__name__)
                busy = False
            if not busy:
                await self._bells.wait("cap", LOOK_EVERY_SECONDS)

    async def _one(self) -> bool:
        wanted = await self._importing.claim()
        if wanted is None:
            return False
        try:
            body = await (self._file(wanted.file_id) if wanted.file_id else self._address(wanted.url or ""))
            found = await asyncio.to_thread(self._read, body, wanted.about)
        except Away:
            await self._importing.later(wanted.number, "away")
        except (CapRefused, NotForUs) as refused:
            await self._importing.refused(wanted.number, refused.reason)
        else:
            if isinstance(found, Shape):
                await self._importing.area(wanted.number, found)
            else:
                await self._importing.read(wanted.number, found)
        return True

    def _read(self, body: bytes, about: str) -> AlertDraft | Shape:
        """In a thread: what is handed in may be large."""
        return area_file.read(body) if about == "area" else draft_of(cap_xml.read(body), self._places)

    async def _file(self, file_id: str) -> bytes:
        try:
            file = await self._bot.get_file(file_id)
        except TelegramBadRequest:
            raise CapRefused("too_big") from None
        except AiogramError:
            raise Away from None
        if file.file_path is None or (file.file_size or 0) > LARGEST:
            raise CapRefused("too_big")
        session = self._bot.session
        url = session.api.file_url(self._bot.token, file.file_path)
        try:
            return await _whole(session.stream_content(url, timeout=30, chunk_size=1 << 16))
        except (ClientError, TimeoutError, OSError):
            raise Away from None

    async def _address(self, url: str) -> bytes:
        if not self._allowed(url):
            raise CapRefused("not_on_the_list")
        try:
            async with ClientSession(timeout=TIMEOUT) as session, session.get(url, allow_redirects=False) as answer:
                if answer.status != 200:
                    raise CapRefused("no_such_page")
                return await _whole(answer.content.iter_chunked(1 << 16))
        except (ClientError, TimeoutError, OSError):
            raise Away from None


async def _whole(chunks: AsyncIterator[bytes]) -> bytes:
    body = b""
    async for chunk in chunks:
        body += chunk
        if len(body) > LARGEST:
            raise CapRefused("too_big")
    return body
