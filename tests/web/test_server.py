"""The bot's one port: nothing is acknowledged to Telegram before it is stored."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import aiohttp
import pytest

from bot.clock import Clock
from bot.settings import Settings
from bot.web.server import LARGEST_BODY, SECRET_HEADER, CannotListen, WebServer
from practice.phone import until_true
from storage import inbox
from storage.database import Database
from storage.inbox import Received

SECRET = "a-long-random-word"
UPDATE = {"update_id": 7, "message": {"message_id": 1, "chat": {"id": 700000101}, "text": "着火了"}}
Post = Callable[..., Awaitable[int]]


def settings(**more: object) -> Settings:
    return Settings(_env_file=None, webhook_url="https://bot.example.org", webhook_secret=SECRET, listen_port=0, **more)  # type: ignore[arg-type]


@contextlib.asynccontextmanager
async def serving(server: WebServer) -> AsyncIterator[WebServer]:
    running = asyncio.create_task(server.run())

    async def is_open() -> bool:
        return server.port > 0

    await until_true(is_open)
    yield server
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


@pytest.fixture
async def server(database: Database) -> AsyncIterator[WebServer]:
    async with serving(WebServer(settings(), database, Clock(), webhook=True)) as server:
        yield server


@pytest.fixture
async def post(server: WebServer) -> AsyncIterator[Post]:
    async with aiohttp.ClientSession(f"http://127.0.0.1:{server.port}") as session:

        async def send(body: object, secret: str = SECRET) -> int:
            raw = body if isinstance(body, bytes) else json.dumps(body).encode()
            async with session.post("/webhook", data=raw, headers={SECRET_HEADER: secret}) as answer:
                return answer.status

        yield send


async def get(server: WebServer, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{server.port}{path}") as answer:
        return answer.status, await answer.text()


async def stored(database: Database) -> list[tuple[int, int]]:
    async with database.transaction() as tx:
        return [(row.update_id, row.lane) for row in await inbox.ready(tx, 10)]


async def test_an_update_is_in_the_inbox_when_telegram_hears_200(database: Database, post: Post) -> None:
    assert await post(UPDATE) == 200
    assert await stored(database) == [(7, 700000101)]


async def test_each_public_bot_has_a_path_and_numbers_its_updates_by_itself(database: Database) -> None:
    server = WebServer(settings(public_bots="4200011:one,4200012:two"), database, Clock(), webhook=True)
    async with serving(server), aiohttp.ClientSession(f"http://127.0.0.1:{server.port}") as session:
        heard = []
        for path in ("/webhook", "/webhook/4200011", "/webhook/4200012", "/webhook/4200012", "/webhook/77"):
            async with session.post(path, json=UPDATE, headers={SECRET_HEADER: SECRET}) as answer:
                heard.append(answer.status)
        async with session.post("/webhook/4200011", json=UPDATE, headers={SECRET_HEADER: "wrong"}) as answer:
            heard.append(answer.status)
    assert heard == [200, 200, 200, 200, 404, 401]
    async with database.transaction() as tx:
        assert sorted(row.bot_id for row in await inbox.ready(tx, 10)) == [0, 4200011, 4200012]


async def test_an_update_that_telegram_repeats_is_stored_once(database: Database, post: Post) -> None:
    assert [await post(UPDATE), await post(UPDATE)] == [200, 200]
    assert len(await stored(database)) == 1


@pytest.mark.parametrize("secret", ["", "another-word", "ä"])
async def test_whoever_does_not_know_the_secret_is_refused(database: Database, post: Post, secret: str) -> None:
    assert await post(UPDATE, secret) == 401
    assert await stored(database) == []


@pytest.mark.parametrize(
    "body",
    [b"", b"no json", b"\xff", [], {"message": {}}, {"update_id": "7"}, b"[" * 100_000],
    ids=["empty", "no json", "no text", "a list", "no number", "number as text", "too deep"],
)
async def test_what_is_no_update_is_refused_and_stores_nothing(database: Database, post: Post, body: object) -> None:
    assert await post(body) == 400
    assert await stored(database) == []


async def test_an_update_of_a_kind_that_nobody_knows_is_stored_all_the_same(database: Database, post: Post) -> None:
    assert await post({"update_id": 8, "telepathy": {"from": {"id": 5}, "thoughts": None}}) == 200
    assert await stored(database) == [(8, 5)]


async def test_a_body_that_is_far_too_large_is_refused(post: Post) -> None:
    assert await post(b'{"update_id": 9, "x": "' + b"x" * LARGEST_BODY + b'"}') == 413


async def test_while_the_database_is_away_telegram_is_asked_to_come_again() -> None:
    away = Database("postgresql://nobody@127.0.0.1:1/none")
    async with serving(WebServer(settings(), away, Clock(), webhook=True)) as server:
        url = f"http://127.0.0.1:{server.port}/webhook"
        async with aiohttp.ClientSession() as session:
            answer = await session.post(url, json=UPDATE, headers={SECRET_HEADER: SECRET})
            assert answer.status == 503
        status, body = await get(server, "/healthz")
        assert (status, json.loads(body)["database"]) == (503, "away")
        assert (await get(server, "/metrics"))[0] == 200
    await away.close()


async def test_health_is_good_while_the_inbox_moves(database: Database, server: WebServer, post: Post) -> None:
    await post(UPDATE)
    status, body = await get(server, "/healthz")
    assert (status, json.loads(body)["inbox_waiting"]) == (200, 1)


async def test_health_is_bad_when_an_update_has_waited_for_minutes(database: Database, server: WebServer) -> None:
    long_ago = Clock().real_now() - timedelta(minutes=5)
    async with database.transaction() as tx:
        await inbox.store(tx, [Received(1, 1, "{}")], long_ago)
    status, body = await get(server, "/healthz")
    assert status == 503
    assert json.loads(body)["inbox_oldest_seconds"] >= 300


async def test_metrics_are_read_from_the_database(database: Database, server: WebServer, post: Post) -> None:
    await post(UPDATE)
    _, body = await get(server, "/metrics")
    assert "qianshao_inbox_waiting 1.0" in body
    assert 'qianshao_outbox_waiting{priority="0"} 0.0' in body


async def test_without_a_webhook_there_is_no_door_for_updates(database: Database) -> None:
    polling = WebServer(Settings(_env_file=None, listen_port=0), database, Clock(), webhook=True)
    async with serving(polling) as server, aiohttp.ClientSession() as session:
        answer = await session.post(f"http://127.0.0.1:{server.port}/webhook", json=UPDATE)
        assert answer.status == 404


async def test_a_port_that_is_taken_is_one_sentence(database: Database, server: WebServer) -> None:
    taken = settings().model_copy(update={"listen_port": server.port})
    with pytest.raises(CannotListen, match=f"LISTEN_PORT={server.port}"):
        await WebServer(taken, database, Clock(), webhook=True).run()
