"""What people use today: a loop over python-telegram-bot with its AIORateLimiter, as its manual has it.

The third argument is its rate a second (0: no rate limiter). Nothing is written down, and nothing overtakes.
"""

from __future__ import annotations

import asyncio
import sys

from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ApplicationBuilder, ExtBot
from telegram.request import HTTPXRequest

from benchmarks.peers.aiogram_broadcast import TEXT
from benchmarks.peers.words import residents
from benchmarks.running import TOKEN

IN_FLIGHT = 256


async def main(api_url: str, count: int, rate: int) -> None:
    builder = ApplicationBuilder().token(TOKEN).base_url(f"{api_url}/bot")
    builder = builder.request(HTTPXRequest(connection_pool_size=IN_FLIGHT, pool_timeout=60))
    if rate:
        builder = builder.rate_limiter(AIORateLimiter(overall_max_rate=rate, overall_time_period=1, max_retries=3))
    application = builder.build()
    chats = iter(residents(count))
    bot: ExtBot[None] = application.bot

    async def one_of_many() -> None:
        for chat in chats:
            try:
                await bot.send_message(chat, TEXT, parse_mode="HTML", allow_paid_broadcast=rate > 30)
            except TelegramError:
                continue

    async with bot:
        await asyncio.gather(*(one_of_many() for _ in range(IN_FLIGHT)))
    print("sent", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
