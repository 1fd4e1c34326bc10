"""How a bot hears: offsets, long polls, webhooks with their secret and their retries."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from practice.phone import until_true
from tests.practice.conftest import Room


async def test_an_update_comes_again_until_it_is_confirmed(open_room: Room) -> None:
    await open_room.officer.sends("一")
    await open_room.officer.sends("二")
    first, second = await open_room.api("getUpdates")
    assert await open_room.api("getUpdates") == [first, second]
    assert await open_room.api("getUpdates", offset=second["update_id"]) == [second]
    assert await open_room.api("getUpdates") == [second]
    assert await open_room.api("getUpdates", offset=second["update_id"] + 1) == []
    assert await open_room.api("getUpdates") == []


async def test_limit_and_negative_offset(open_room: Room) -> None:
    for text in "一二三四":
        await open_room.officer.sends(text)
    assert len(await open_room.api("getUpdates", limit=2)) == 2
    last_two = await open_room.api("getUpdates", offset=-2)
    assert [update["message"]["text"] for update in last_two] == ["三", "四"]
    assert await open_room.api("getUpdates") == last_two


async def test_a_long_poll_wakes_up_for_the_first_update(open_room: Room) -> None:
    polling = asyncio.ensure_future(open_room.api("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    began = time.monotonic()
    await open_room.officer.sends("决口")
    (update,) = await polling
    assert update["message"]["text"] == "决口"
    assert time.monotonic() - began < 1


async def test_a_long_poll_ends_by_itself(open_room: Room) -> None:
    began = time.monotonic()
    assert await open_room.api("getUpdates", timeout=1) == []
    assert 0.9 < time.monotonic() - began < 3


async def test_of_two_listeners_the_older_is_sent_away(open_room: Room) -> None:
    older = asyncio.ensure_future(open_room.refused("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    newer = asyncio.ensure_future(open_room.api("getUpdates", timeout=20))
    assert await older == (
        "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    await open_room.officer.sends("在")
    assert len(await newer) == 1


async def test_kinds_that_were_not_asked_for_are_never_told(open_room: Room) -> None:
    room = open_room
    await room.raw("getUpdates", allowed_updates=["callback_query"])
    await room.officer.sends("没人听")
    await room.raw("getUpdates", allowed_updates=[])
    assert await room.updates() == []
    await room.officer.sends("有人听")
    assert [update["message"]["text"] for update in await room.updates()] == ["有人听"]


class Listener:
    """A bot's webhook: keeps what comes, answers what it is told to."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.statuses: list[int] = []
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 200:
            self.bodies.append(await request.json())
        return web.Response(status=status)

    async def heard(self, number: int) -> None:
        async def enough() -> bool:
            return len(self.bodies) >= number

        await until_true(enough)


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    listening = Listener()
    app = web.Application()
    app.router.add_post("/hook", listening.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    listening.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield listening
    await runner.cleanup()


async def test_a_webhook_gets_updates_with_its_secret(open_room: Room, listener: Listener) -> None:
    await open_room.api("setWebhook", url=listener.url, secret_token="s3cret_-")
    await open_room.officer.sends("险情")
    await listener.heard(1)
    assert listener.bodies[0]["message"]["text"] == "险情"
    assert listener.secrets == ["s3cret_-"]
    info = await open_room.api("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == (listener.url, 0)


async def test_a_webhook_that_fails_is_tried_again_in_order(open_room: Room, listener: Listener) -> None:
    listener.statuses = [500, 503]
    await open_room.api("setWebhook", url=listener.url)
    for text in "一二三":
        await open_room.officer.sends(text)
    await listener.heard(3)
    assert [body["message"]["text"] for body in listener.bodies] == ["一", "二", "三"]
    info = await open_room.api("getWebhookInfo")
    assert info["last_error_message"].startswith("Wrong response from the webhook: 50")
    assert info["last_error_date"] > 0


async def test_while_a_webhook_is_down_updates_pile_up(open_room: Room, listener: Listener) -> None:
    listener.statuses = [500] * 100
    await open_room.api("setWebhook", url=listener.url)
    await open_room.officer.sends("等着")
    info = await open_room.api("getWebhookInfo")
    assert info["pending_update_count"] == 1
    refused = await open_room.refused("getUpdates")
    assert refused.startswith("409 Conflict: can't use getUpdates method while webhook is active")
    assert await open_room.api("deleteWebhook")
    assert len(await open_room.updates()) == 1


async def test_setting_a_webhook_ends_a_long_poll(open_room: Room, listener: Listener) -> None:
    polling = asyncio.ensure_future(open_room.refused("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    await open_room.api("setWebhook", url=listener.url)
    assert await polling == "409 Conflict: terminated by setWebhook request"


async def test_pending_updates_can_be_dropped(open_room: Room, listener: Listener) -> None:
    await open_room.officer.sends("旧")
    await open_room.api("setWebhook", url=listener.url, drop_pending_updates=True)
    await open_room.officer.sends("新")
    await listener.heard(1)
    assert [body["message"]["text"] for body in listener.bodies] == ["新"]


async def test_bad_webhooks_are_refused(room: Room) -> None:
    words = "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    assert await room.refused("setWebhook", url="http://example.org/x") == words
    secret = await room.refused("setWebhook", url="https://example.org/x", secret_token="空格 ")
    assert secret == "400 Bad Request: secret token contains unallowed characters"
