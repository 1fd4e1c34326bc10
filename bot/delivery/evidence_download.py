"""getFile and the download: from a file id to bytes in the store. The address holds the token: it is never logged."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramRetryAfter
from aiohttp import ClientError, ClientTimeout

from bot.rules.evidence_fetching import Kept, Missed, Wanted
from bot.rules.public_bots import MAIN, whose_file
from bot.settings import TELEGRAM
from storage.evidence_store import CHUNK, EvidenceStore, Part, disk_reason

Result = TypeVar("Result")

# A slow line may take its time; one that has gone dead is noticed.
TIMEOUT = ClientTimeout(total=600, connect=20, sock_read=30)


class _Fault(Exception):
    """Why it was not fetched, as a reason word."""


class EvidenceDownload:
    """`largest` is in bytes: a larger file stays with Telegram."""

    def __init__(
        self, bot: Bot, store: EvidenceStore, largest: int, public_bots: Mapping[int, Bot] | None = None
    ) -> None:
        self._bots, self._store, self._largest = {**(public_bots or {}), MAIN: bot}, store, largest

    async def fetch(self, wanted: Wanted) -> Kept | Missed:
        """The file's bytes in the store, or why not. Raises nothing that the network, Telegram or the disk can do."""
        if wanted.size is not None and wanted.size > self._largest:
            return Missed("too_big")
        number, file_id = whose_file(wanted.file_id)
        bot = self._bots.get(number)
        if bot is None:
            return Missed("refused")
        try:
            path, size = await self._ask(bot, file_id)
            part = await _on_disk(self._store.begin)
            try:
                return await self._copy(bot, path, size, part)
            except BaseException:
                with contextlib.suppress(OSError):
                    await asyncio.to_thread(part.drop)
                raise
        except _Fault as fault:
            return Missed(str(fault))

    async def _ask(self, bot: Bot, file_id: str) -> tuple[str, int | None]:
        try:
            file = await bot.get_file(file_id)
        except TelegramRetryAfter:
            raise _Fault("flood") from None
        except TelegramBadRequest as refused:
            raise _Fault("too_big" if "too big" in str(refused).lower() else "refused") from None
        except AiogramError:
            raise _Fault("telegram_away") from None
        if file.file_size is not None and file.file_size > self._largest:
            raise _Fault("too_big")
        if file.file_path is None:
            raise _Fault("refused")
        return file.file_path, file.file_size

    async def _copy(self, bot: Bot, path: str, size: int | None, part: Part) -> Kept:
        # a Bot API server of one's own in local mode names a file on its disk instead of an address
        ours = path.startswith("/") and not bot.session.api.base.startswith(TELEGRAM)
        chunks = _from_disk(Path(path)) if ours else self._from_telegram(bot, path)
        async with contextlib.aclosing(chunks):
            async for chunk in chunks:
                if part.size + len(chunk) > self._largest:
                    raise _Fault("too_big")
                await _on_disk(part.write, chunk)
        if part.size == 0 or (size is not None and part.size != size):
            raise _Fault("cut_short")
        return Kept(await _on_disk(part.finish), part.size)

    async def _from_telegram(self, bot: Bot, path: str) -> AsyncGenerator[bytes, None]:
        session = bot.session
        url = session.api.file_url(bot.token, path)
        try:
            stream: AsyncIterator[bytes] = session.stream_content(url, timeout=TIMEOUT, chunk_size=1 << 18)  # type: ignore[arg-type]
            async for chunk in stream:
                yield chunk
        except (ClientError, TimeoutError, OSError):
            raise _Fault("telegram_away") from None


async def _from_disk(path: Path) -> AsyncGenerator[bytes, None]:
    try:
        file = await asyncio.to_thread(path.open, "rb")
    except OSError:
        raise _Fault("not_readable") from None
    try:
        while chunk := await asyncio.to_thread(file.read, CHUNK):
            yield chunk
    except OSError:
        raise _Fault("not_readable") from None
    finally:
        file.close()


async def _on_disk(do: Callable[..., Result], *given: Any) -> Result:
    """In a thread: a slow disk holds up nobody else."""
    try:
        return await asyncio.to_thread(do, *given)
    except OSError as fault:
        raise _Fault(disk_reason(fault)) from None
