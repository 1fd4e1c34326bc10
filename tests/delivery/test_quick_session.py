"""The short way of the usual calls: JSON goes out, and every answer means what it meant on aiogram's own way."""

import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramForbiddenError, TelegramRetryAfter
from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyParameters
from aiohttp import web

from bot.delivery.pace import Limits, Pace
from bot.delivery.telegram_client import make_bot, urgency

SENT = {"ok": True, "result": {"message_id": 5, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "x"}}
ALARM = 2


class AnsweringTelegram:
    """Gives one answer to whatever comes, and keeps what came."""

    def __init__(self) -> None:
        self.status, self.body, self.heard = 200, json.dumps(SENT).encode(), list[dict[str, Any]]()

    async def handle(self, request: web.Request) -> web.Response:
        self.heard.append(await request.json())
        return web.Response(status=self.status, body=self.body)


@pytest.fixture
async def telegram() -> AsyncIterator[tuple[AnsweringTelegram, Bot]]:
    plays = AnsweringTelegram()
    app = web.Application()
    app.router.add_post("/{anything:.*}", plays.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    bot = make_bot("1:token", f"http://{host}:{port}", Pace(Limits(None, None, None)))
    yield plays, bot
    await bot.session.close()
    await runner.cleanup()


async def send(bot: Bot, **more: Any) -> Message | bool:
    with urgency(ALARM):
        return await bot(SendMessage(chat_id=7, text="<b>滑坡</b>", **more))


async def test_defaults_buttons_and_replies_go_out_whole(telegram: tuple[AnsweringTelegram, Bot]) -> None:
    plays, bot = telegram
    button = InlineKeyboardButton(text="接报", callback_data="ack:1")
    sent = await send(
        bot, reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]),
        reply_parameters=ReplyParameters(message_id=3, allow_sending_without_reply=True),
    )  # fmt: skip
    assert isinstance(sent, Message)
    assert (sent.message_id, sent.chat.id) == (5, 7)
    assert plays.heard == [{
        "chat_id": 7, "text": "<b>滑坡</b>", "parse_mode": "HTML", "link_preview_options": {"is_disabled": True},
        "reply_markup": {"inline_keyboard": [[{"text": "接报", "callback_data": "ack:1"}]]},
        "reply_parameters": {"message_id": 3, "allow_sending_without_reply": True, "quote_parse_mode": "HTML"},
    }]  # fmt: skip


async def test_no_parse_mode_is_left_out(telegram: tuple[AnsweringTelegram, Bot]) -> None:
    plays, bot = telegram
    await send(bot, parse_mode=None)
    assert "parse_mode" not in plays.heard[0]


@pytest.mark.parametrize(("status", "body", "error", "holds"), [
    (429, {"ok": False, "description": "Too Many", "parameters": {"retry_after": 3}}, TelegramRetryAfter,
     lambda error: error.retry_after == 3),
    (403, {"ok": False, "description": "Forbidden: bot was blocked by the user"}, TelegramForbiddenError, bool),
    (200, {"ok": True, "result": {"message_id": 5}}, ClientDecodeError, lambda error: error.data["ok"]),
    (200, {"ok": True, "result": SENT["result"] | {"message_id": "five"}}, ClientDecodeError,
     lambda error: error.data["ok"]),
    (200, "<html>a proxy</html>", ClientDecodeError, lambda error: not isinstance(error.data, dict)),
    (502, "bad gateway", ClientDecodeError, bool),
])  # fmt: skip
async def test_an_answer_that_is_no_success_is_told_as_aiogram_tells_it(
    telegram: tuple[AnsweringTelegram, Bot], status: int, body: Any, error: type[Exception],
    holds: Callable[[Any], bool],
) -> None:  # fmt: skip
    plays, bot = telegram
    plays.status, plays.body = status, (body if isinstance(body, str) else json.dumps(body)).encode()
    with pytest.raises(error) as caught:
        await send(bot)
    assert holds(caught.value)
