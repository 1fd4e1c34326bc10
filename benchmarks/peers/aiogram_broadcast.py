"""A bare aiogram send loop: 256 in flight, nothing written down. The number of messages is the second argument."""

from __future__ import annotations

import asyncio
import sys

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from benchmarks.peers.words import residents
from benchmarks.running import TOKEN

IN_FLIGHT = 256
TEXT = "⚠️ 值班群“" + "预警" * 190 + "”联系不上了（预警）。1 件未接的报告已提前升级。请把我加回群里，再发 /bind。"


async def main(api_url: str, count: int) -> None:
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api_url), limit=IN_FLIGHT))
    chats = iter(residents(count))

    async def one_of_many() -> None:
        for chat in chats:
            await bot.send_message(chat, TEXT, parse_mode="HTML")

    await asyncio.gather(*(one_of_many() for _ in range(IN_FLIGHT)))
    await bot.session.close()
    print("sent", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
