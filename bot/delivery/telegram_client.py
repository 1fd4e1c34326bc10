"""The one aiogram session of the process. Pace and 429 are its middleware, so nothing that leaves escapes them.

The priority of a call is set around it with `urgency`; a call without one is a direct answer to whoever is speaking.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import AnswerCallbackQuery, EditMessageText, Response, SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import LinkPreviewOptions

from bot.delivery.pace import Pace
from bot.delivery.quick_session import QuickSession
from bot.rules.message_kinds import BULK_FROM

# pydantic makes the class of an answer anew (4 ms) whenever nobody holds it: these are held.
ANSWERS = [Response[method.__returning__] for method in (SendMessage, EditMessageText, AnswerCallbackQuery)]  # type: ignore[name-defined]

DIRECT = 1
IN_FLIGHT = 256
TIMEOUT_SECONDS = 20.0
# A direct answer is worth waiting for this long; later the person has moved on, and the outbox holds what matters.
DIRECT_PATIENCE_SECONDS = 10
DIRECT_ATTEMPTS = 3

_urgency: ContextVar[int | None] = ContextVar("urgency", default=None)


@contextmanager
def urgency(priority: int) -> Iterator[None]:
    """Calls inside go with this priority, once each: the outbox does its own retries."""
    token = _urgency.set(priority)
    try:
        yield
    finally:
        _urgency.reset(token)


class PaceMiddleware(BaseRequestMiddleware):
    """Every call that puts a message into a chat waits its turn; a 429 closes that chat."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        chat_id = getattr(method, "chat_id", None)
        if not isinstance(chat_id, int) or not _is_paced(method):
            return await make_request(bot, method)
        priority = _urgency.get()
        if priority is not None:
            paid = getattr(method, "allow_paid_broadcast", None) is True
            await (self._pace.paid_turn(chat_id) if paid else self._pace.turn(chat_id, priority))
            with self._pace.hurry.under_way() if priority < BULK_FROM else nullcontext():
                return await self._noting_429(make_request, bot, method, chat_id, paid)
        return await self._patiently(make_request, bot, method, chat_id)

    async def _patiently(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType],
        chat_id: int,
    ) -> Response[TelegramType]:  # fmt: skip
        for _ in range(DIRECT_ATTEMPTS - 1):
            await self._pace.turn(chat_id, DIRECT)
            try:
                return await self._noting_429(make_request, bot, method, chat_id)
            except TelegramRetryAfter as busy:
                if busy.retry_after > DIRECT_PATIENCE_SECONDS:
                    raise
            except (TelegramServerError, TelegramNetworkError):
                self._pace.close(chat_id, 0.3)
        await self._pace.turn(chat_id, DIRECT)
        return await self._noting_429(make_request, bot, method, chat_id)

    async def _noting_429(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType],
        chat_id: int, paid: bool = False,
    ) -> Response[TelegramType]:  # fmt: skip
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as busy:
            self._pace.close(chat_id, busy.retry_after, paid)
            raise


def _is_paced(method: TelegramMethod[Any]) -> bool:
    name = type(method).__name__
    return name.startswith(("Send", "Edit", "Copy", "Forward")) and name != "SendChatAction"


class Session(QuickSession):
    """A session whose `close` waits a quarter of a second for TLS: a plain address has none to wait for."""

    async def close(self) -> None:
        if self.api.base.startswith("https:"):
            await super().close()
        elif self._session is not None:
            await self._session.close()


def make_bot(token: str, api_url: str, pace: Pace) -> Bot:
    """A Bot whose every call passes the pace."""
    session = Session(api=TelegramAPIServer.from_base(api_url), limit=IN_FLIGHT, timeout=TIMEOUT_SECONDS)
    session.middleware(PaceMiddleware(pace))
    defaults = DefaultBotProperties(parse_mode="HTML", link_preview=LinkPreviewOptions(is_disabled=True))
    return Bot(token, session=session, default=defaults)
