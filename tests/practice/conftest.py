"""A fresh practice Telegram for every test, and a fixed cast of villagers."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from practice.phone import Group, Phone, World
from practice.server import RunningServer, start_server

TOKEN = "123456:practice"
BOT_ID = 123456
BOT_NAME = "qianshao_bot"


@dataclass
class Room:
    """One practice room: the server, the world behind the control door, a bot by HTTP, and the cast."""

    server: RunningServer
    world: World
    session: aiohttp.ClientSession
    officer: Phone
    duty: Phone

    async def api(self, method: str, token: str = TOKEN, **params: Any) -> Any:
        """Calls the Bot API with a JSON body and answers `result`; a refusal becomes an AssertionError."""
        answer = await self.raw(method, token, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def raw(self, method: str, token: str = TOKEN, **params: Any) -> dict[str, Any]:
        async with self.session.post(f"{self.server.base_url}/bot{token}/{method}", json=params) as answer:
            body: dict[str, Any] = await answer.json()
            assert body["ok"] == (answer.status == 200)
            return body

    async def refused(self, method: str, token: str = TOKEN, **params: Any) -> str:
        """The description of a refusal that is expected, with its code in front."""
        answer = await self.raw(method, token, **params)
        assert not answer["ok"], answer
        return f"{answer['error_code']} {answer['description']}"

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """Everything that waits, and confirms it."""
        found: list[dict[str, Any]] = await self.api("getUpdates", **params)
        if found:
            await self.raw("getUpdates", offset=found[-1]["update_id"] + 1)
        return found

    async def group(self, kind: str = "group", **details: Any) -> Group:
        return await self.world.add_group("派潭镇值班群", self.duty, [self.officer], [BOT_ID], type=kind, **details)


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with a_room() as room:
        yield room


@contextlib.asynccontextmanager
async def a_room() -> AsyncIterator[Room]:
    server = await start_server(webhook_retry_seconds=0.05)
    world = World(server.base_url)
    await world.add_bot(TOKEN, BOT_NAME, "前哨")
    await world.limits(False)
    officer = await world.add_person("何志强", phone="+8613800000001")
    duty = await world.add_person("陈丽华", username="chenlihua", language_code="zh-hant")
    session = aiohttp.ClientSession()
    yield Room(server, world, session, officer, duty)
    await session.close()
    await world.close()
    await server.stop()


@pytest.fixture
async def open_room(room: Room) -> Room:
    """A room in which the officer and the duty member have opened the bot already."""
    for phone in (room.officer, room.duty):
        await phone.start(BOT_NAME)
    await room.updates()
    return room
