"""The physical side: plain aiohttp posts of one JSON body, 256 in flight, the answers not even read as JSON."""

from __future__ import annotations

import asyncio
import sys

import aiohttp
import orjson

from benchmarks.peers.aiogram_broadcast import IN_FLIGHT, TEXT
from benchmarks.peers.words import residents
from benchmarks.running import TOKEN

HEADERS = {"Content-Type": "application/json"}


async def main(api_url: str, count: int) -> None:
    chats, url = iter(residents(count)), f"{api_url}/bot{TOKEN}/sendMessage"
    connector = aiohttp.TCPConnector(limit=IN_FLIGHT)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def one_of_many() -> None:
            for chat in chats:
                body = orjson.dumps({"chat_id": chat, "text": TEXT, "parse_mode": "HTML"})
                async with session.post(url, data=body, headers=HEADERS) as answer:
                    await answer.read()

        await asyncio.gather(*(one_of_many() for _ in range(IN_FLIGHT)))
    print("sent", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
