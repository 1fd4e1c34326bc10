"""`python -m bot practice`: a Telegram on this machine, a sample town, and the real bot as a process of its own.

The town is `practice/town/*.csv`: the bot's side of it goes through the same loader as a real roster, and the same
files say who is in the practice Telegram. Everything it writes is in `.practice/`.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.actions.load_tables import load_sheet
from bot.clock import Clock
from bot.command_line import BUILT_IN, open_database
from bot.said_plainly import Stop
from bot.settings import Settings
from bot.table_files import read_sheets
from storage.database import Transaction

if TYPE_CHECKING:
    from practice.phone import Phone, World
    from practice.server import RunningServer

TOWN = Path(__file__).parent.parent / "practice" / "town"
FOLDER = Path(".practice")
TOKEN, USERNAME, NAME = "7000000000:practice", "qianshao_practice_bot", "前哨（练习）"
# A public bot, which one of the residents has started.
PUBLIC, PUBLIC_USERNAME, PUBLIC_NAME = "7000000001:practice", "qianshao_alerts_bot", "前哨预警（练习）"
AT_THE_PUBLIC_BOT = 700000303
BOT_ID = int(TOKEN.split(":")[0])
ADMINISTRATOR = 700000001
TABLES = ("people.csv", "posts.csv", "groups.csv", "subscriptions.csv", "shelters.csv", "experts.csv")
STOP_SECONDS = 10.0


async def rehearse(port: int, *, empty: bool, keep: bool) -> int:
    """Until Ctrl-C or SIGTERM; the exit code. The bot's own log goes to `.practice/bot.log`."""
    server = await _open_telegram(port)
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    try:
        settings = _prepare_folder(server.base_url, keep)
        await _prepare_database(settings, empty=empty, forget_updates=keep)
        await _prepare_world(server.base_url, empty=empty)
        return await _with_bot(settings, server.base_url, stopped)
    finally:
        await server.stop()


async def _open_telegram(port: int) -> RunningServer:
    try:
        from practice.server import start_server
    except ModuleNotFoundError as missing:
        raise Stop(f"The practice room needs {missing.name}: pip install -c constraints.txt -e '.[practice]'") from None
    try:
        return await start_server(port=port)
    except OSError:
        server = await start_server()
        typer.echo(f"Port {port} is taken; using another one.", err=True)
        return server


def _prepare_folder(base_url: str, keep: bool) -> Settings:
    FOLDER.mkdir(exist_ok=True)
    database = FOLDER / "qianshao.sqlite3"
    if not keep:
        for file in FOLDER.glob("qianshao.sqlite3*"):
            file.unlink()
        shutil.rmtree(FOLDER / "evidence", ignore_errors=True)
    return Settings(
        _env_file=None,
        bot_token=TOKEN,
        telegram_api_url=base_url,
        database_url=f"sqlite:///{database}",
        bot_admins=(ADMINISTRATOR,),
        practice_clock_url=f"{base_url}/practice/clock",
        listen_port=0,
        webhook_url="",
    )


async def _prepare_database(settings: Settings, *, empty: bool, forget_updates: bool) -> None:
    tables = [BUILT_IN / "zengcheng.csv"] + ([] if empty else [TOWN / name for name in TABLES])
    now = Clock().now()
    async with open_database(settings) as database:
        for table in tables:
            for sheet in read_sheets(table):
                loaded = await load_sheet(database, sheet, now, settings.default_language)
                if loaded.faults:
                    raise Stop("\n".join(map(str, loaded.faults)))
        if not empty:
            async with database.transaction() as tx:
                await _plan_rosters(tx, settings, now)
        if forget_updates:  # this Telegram has forgotten the last time, and numbers its updates anew
            from storage import inbox

            async with database.transaction() as tx:
                await inbox.forget_handled(tx, now + timedelta(days=1), timedelta())


async def _plan_rosters(tx: Transaction, settings: Settings, now: datetime) -> None:
    """Who takes turns at the desks, from yesterday on. A database that is kept has its own by now."""
    from storage import duty, people
    from storage.tables import RotationRow

    rows = _rows("rosters.csv")
    planned = {area: await duty.rotations(tx, area) for area in {row["area"] for row in rows}}
    yesterday = now.astimezone(settings.zone).date() - timedelta(days=1)
    for row in rows:
        if not planned[row["area"]]:
            found = [await people.by_telegram(tx, int(number)) for number in row["people"].split()]
            tx.session.add(RotationRow(
                area=row["area"], seat=row["seat"], kind=row["kind"], people=[one.id for one in found if one],
                starts_on=yesterday, change=settings.shift_change, made_at=now, made_by_name=NAME,
            ))  # fmt: skip


async def _prepare_world(base_url: str, *, empty: bool) -> None:
    from practice.phone import World

    async with World(base_url) as world:
        await world.add_bot(TOKEN, USERNAME, NAME)
        await world.add_bot(PUBLIC, PUBLIC_USERNAME, PUBLIC_NAME)
        phones = {}
        for row in _rows("people.csv"):
            if not empty or int(row["telegram_id"]) == ADMINISTRATOR:
                phones[int(row["telegram_id"])] = await _phone(world, row)
        for phone in phones.values():  # they have opened the bot, so it may write to them
            await phone.start(PUBLIC_USERNAME if phone.id == AT_THE_PUBLIC_BOT else USERNAME)
        if not empty:
            await _make_groups(world, phones)


async def _phone(world: World, row: Mapping[str, str]) -> Phone:
    return await world.add_person(
        row["name"], id=int(row["telegram_id"]), phone=row["phone"], language_code=row["language"].lower()
    )


async def _make_groups(world: World, phones: dict[int, Phone]) -> None:
    members: defaultdict[str, list[Phone]] = defaultdict(list)
    for row in _rows("members.csv"):
        members[row["chat_id"]].append(phones[int(row["telegram_id"])])
    for row in _rows("groups.csv"):
        inside = members[row["chat_id"]]
        await world.add_group(
            row["title"], phones[ADMINISTRATOR], inside, [BOT_ID], type="supergroup", id=int(row["chat_id"])
        )


def _rows(table: str) -> list[Mapping[str, str]]:
    return [row.cells for sheet in read_sheets(TOWN / table) for row in sheet.rows]


async def _with_bot(settings: Settings, base_url: str, stopped: asyncio.Event) -> int:
    (FOLDER / "bot.log").unlink(missing_ok=True)
    bot = await _start_bot(settings)
    typer.echo(
        f"\n  前哨练习室 · the practice room:  {base_url}/\n\n"
        f"  bot @{USERNAME} · log {FOLDER / 'bot.log'} · database {FOLDER / 'qianshao.sqlite3'} · Ctrl-C stops\n"
    )
    waiting = asyncio.ensure_future(stopped.wait())
    while True:
        ending = asyncio.ensure_future(bot.wait())
        await asyncio.wait([waiting, ending], return_when=asyncio.FIRST_COMPLETED)
        if waiting.done():
            await _stop_gently(bot, ending)
            return 0
        if (bot.returncode or 0) >= 0:
            break
        typer.echo("  The bot was killed and is started again; the phones stay as they are.")
        bot = await _start_bot(settings)
    waiting.cancel()
    typer.echo(f"The bot has stopped by itself (exit code {bot.returncode}); see {FOLDER / 'bot.log'}", err=True)
    return bot.returncode or 1


async def _stop_gently(bot: asyncio.subprocess.Process, ending: asyncio.Future[int]) -> None:
    if not ending.done():
        bot.terminate()
        await asyncio.wait([ending], timeout=STOP_SECONDS)
    if not ending.done():
        bot.kill()
    await ending


async def _start_bot(settings: Settings) -> asyncio.subprocess.Process:
    environment = os.environ | {
        "BOT_TOKEN": settings.bot_token,
        "PUBLIC_BOTS": PUBLIC,
        "TELEGRAM_API_URL": settings.telegram_api_url,
        "PRACTICE_CLOCK_URL": settings.practice_clock_url,
        "DATABASE_URL": settings.database_url,
        "BOT_ADMINS": str(ADMINISTRATOR),
        "LISTEN_PORT": "0",
        "WEBHOOK_URL": "",
        "STEP_HOOK_URL": f"{settings.telegram_api_url}/practice/hook",
        "STEP_HOOK_SECRET": "practice",
    }
    with (FOLDER / "bot.log").open("ab") as out:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=environment, stdout=out, stderr=out,
            stdin=asyncio.subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
