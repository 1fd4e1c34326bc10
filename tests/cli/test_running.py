"""The real programs against the practice Telegram: the wrong token, an invitation's link, the practice room."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from practice.phone import World
from practice.server import RunningServer, start_server
from tests.conftest import Postgres

TOKEN = "7000000000:practice"
ROOT = Path(__file__).parents[2]


@pytest.fixture
async def telegram() -> AsyncIterator[RunningServer]:
    server = await start_server()
    async with World(server.base_url) as world:
        await world.add_bot(TOKEN, "qianshao_test_bot", "前哨")
    yield server
    await server.stop()


async def start(folder: Path, *words: str, **settings: str) -> asyncio.subprocess.Process:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words, cwd=folder, env=kept | {"PYTHONPATH": str(ROOT)} | settings,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


async def finish(process: asyncio.subprocess.Process) -> tuple[int | None, str, str]:
    async with asyncio.timeout(60):
        out, err = await process.communicate()
    return process.returncode, out.decode(), err.decode()


@pytest.mark.slow
async def test_a_token_that_telegram_does_not_know_stops_with_a_sentence(
    telegram: RunningServer, tmp_path: Path
) -> None:
    bot = await start(
        tmp_path, "run", BOT_TOKEN="7000000001:unknown", TELEGRAM_API_URL=telegram.base_url, LISTEN_PORT="0"
    )
    code, _, said = await finish(bot)
    assert code == 2
    assert said.splitlines()[-1].startswith("Telegram does not know BOT_TOKEN")
    assert "Traceback" not in said


@pytest.mark.slow
async def test_a_port_that_is_taken_stops_with_a_sentence(telegram: RunningServer, tmp_path: Path) -> None:
    port = telegram.base_url.rsplit(":", 1)[1]
    bot = await start(tmp_path, "run", BOT_TOKEN=TOKEN, TELEGRAM_API_URL=telegram.base_url, LISTEN_PORT=port)
    code, _, said = await finish(bot)
    assert code == 2
    assert f"LISTEN_PORT={port} cannot be listened on" in said.splitlines()[-1]


@pytest.mark.slow
async def test_an_invitation_is_a_link_where_telegram_can_be_asked(telegram: RunningServer, tmp_path: Path) -> None:
    settings = {"BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": telegram.base_url}
    await finish(await start(tmp_path, "load", "zengcheng"))
    code, link, _ = await finish(
        await start(tmp_path, "invite", "--role", "duty", "--area", "派潭镇", "--uses", "3", **settings)
    )
    assert code == 0
    assert re.fullmatch(r"https://t\.me/qianshao_test_bot\?start=[A-Za-z0-9_-]{16,64}\n", link)


@pytest.mark.slow
async def test_doctor_asks_telegram_about_the_bot(telegram: RunningServer, tmp_path: Path) -> None:
    await finish(await start(tmp_path, "migrate"))
    _, said, _ = await finish(await start(tmp_path, "doctor", BOT_TOKEN=TOKEN, TELEGRAM_API_URL=telegram.base_url))
    assert "✔ Telegram: @qianshao_test_bot" in said
    assert "✔ polling: 0 updates waiting at Telegram" in said


async def the_room_is_open(room: asyncio.subprocess.Process) -> str:
    assert room.stdout is not None
    async with asyncio.timeout(60):
        while line := (await room.stdout.readline()).decode():
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                return found[0]
    raise AssertionError("the room did not open")


@pytest.mark.slow
async def test_the_practice_room_opens_with_a_town_that_knows_its_bot(tmp_path: Path) -> None:
    room = await start(tmp_path, "practice", "--port", "0")
    async with World(await the_room_is_open(room)) as world:
        there = await world.world()
        assert len(there["people"]) == 15
        assert {group["title"] for group in there["groups"]} == {"派潭镇值班群", "增城区值班群"}
        officer = await world.phone_of(700000101)
        await officer.sees("高滩村", within=40)
        liu = await world.phone_of(700000201)
        await liu.sends("/duty", chat=7_000_000_000)
        await liu.sees("派潭镇", "主班", "带班领导", "梁国栋", within=20)
    room.send_signal(signal.SIGINT)
    code, _, said = await finish(room)
    assert (code, said) == (0, "")
    assert (tmp_path / ".practice" / "qianshao.sqlite3").is_file()


@pytest.mark.slow
async def test_an_empty_practice_room_has_an_administrator_and_nobody_else(tmp_path: Path) -> None:
    room = await start(tmp_path, "practice", "--port", "0", "--empty")
    async with World(await the_room_is_open(room)) as world:
        there = await world.world()
    room.send_signal(signal.SIGTERM)
    code, _, _ = await finish(room)
    assert (code, [person["first_name"] for person in there["people"]], there["groups"]) == (0, ["欧阳静"], [])


@pytest.mark.slow
async def test_a_split_bot_answers_on_postgresql_and_refuses_a_second_of_each_part(
    telegram: RunningServer, tmp_path: Path, postgres: Postgres
) -> None:
    url = postgres.make()
    settings = {"BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": telegram.base_url, "DATABASE_URL": url, "LISTEN_PORT": "0"}
    await finish(await start(tmp_path, "load", "zengcheng", **settings))
    parts = [await start(tmp_path, "run", "--only", part, **settings) for part in ("listen", "tick", "send")]
    try:
        async with World(telegram.base_url) as world:
            stranger = await world.add_person("路人")
            await stranger.start("qianshao_test_bot")
            await stranger.sees(within=40)
        code, _, said = await finish(await start(tmp_path, "run", "--only", "send", **settings))
        assert (code, "Another bot is running on this database already (send)" in said) == (2, True), said
    finally:
        for part in parts:
            part.terminate()
        ended = [await finish(part) for part in parts]
        postgres.drop(url)
    assert [code for code, _, _ in ended] == [0, 0, 0], ended
