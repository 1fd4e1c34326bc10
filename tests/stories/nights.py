"""A night: the practice Telegram, the bot, and a cast of villagers, over real HTTP on this machine.

The bot runs as in production (`bot.app.App`); only its token, address and clock differ. Time is moved, never slept.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from importlib import resources
from pathlib import Path
from typing import Any

from bot.app import App
from bot.metrics import LAST_TICK
from bot.settings import Settings
from bot.ticks import TICKS_TABLE
from practice.phone import Group, Phone, World, until_true
from practice.server import RunningServer, start_server
from storage import areas, groups, inbox, invitations, outbox, people
from storage.database import Database
from tests.stories import kept

os.environ["STRICT_WORDS"] = "1"

TOKEN = "4200001:practice-token-of-the-story-tests"
BOT = "qianshao_bot"
NO_LISTS = Path(__file__).parent / "no_checklists.toml"
QUIET = Path(__file__).parent / "no_deadlines.toml"
VILLAGE, TOWN, CITY = "440118105230", "440118105", "440118"  # 派潭镇高滩村
ADMIN_ID = 9001


@dataclass
class Night:
    """Everything of one story. `stop` asks as SIGTERM does; `drop` lets go of the bot at whatever line it stands."""

    world: World
    telegram: RunningServer
    base_url: str
    database_url: str
    settings: dict[str, Any]
    database: Database
    admin: Phone = field(init=False)
    app: App | None = None
    _running: asyncio.Task[None] | None = None
    phones: dict[str, Phone] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)

    async def start(self) -> None:
        self.app = App(Settings(_env_file=None, **self.settings))  # type: ignore[call-arg]
        self._running = asyncio.create_task(self.app.run())

    async def listens(self) -> bool:
        """Whether the bot has told Telegram how it wants to hear."""
        return bool(await self.world.calls("getUpdates") or await self.world.calls("setWebhook"))

    async def stop(self) -> None:
        """What is in hand is finished and written down, so that nothing is sent again for want of knowing."""
        if self._running is not None and self.app is not None:
            self.app.stopped.set()
            await self._running
            self._running = None

    async def drop(self) -> None:
        """The bot's process as good as killed (`test_kill.py` kills real ones): what was on the wire, nobody knows."""
        if self._running is not None:
            self._running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._running
            self._running = None

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def forward(self, held: bool = False, **span: float) -> None:
        """Move the practice clock; a running bot has seen it, and what was due, when this returns.

        `held`: the story holds the ticks up on purpose, so that their looks are not waited for.
        """
        await self.world.forward_clock(timedelta(**span).total_seconds())
        if self.app is None or self._running is None:
            return
        clock, goal = self.app.clock, timedelta(seconds=self.telegram.world.clock.offset_seconds)

        async def seen() -> bool:
            return abs(clock.now() - clock.real_now() - goal) < timedelta(milliseconds=500)

        async def looked() -> bool:
            moved = clock.moved_at.timestamp()
            return all(LAST_TICK.labels(tick.name)._value.get() >= moved for tick in TICKS_TABLE if tick.rings)

        await until_true(seen)
        if not held:
            await until_true(looked, within=20)

    async def settled(self, within: float = 25.0) -> None:
        """Wait until the inbox and the outbox are empty (what is due later does not count)."""
        assert self.app is not None
        deadline = asyncio.get_running_loop().time() + within
        quiet = 0
        while quiet < 3:
            async with self.database.transaction() as tx:
                waiting = (await inbox.state(tx)).waiting
                busy = await outbox.due_count(tx, self.app.clock.now())
            quiet = 0 if waiting or busy else quiet + 1
            if asyncio.get_running_loop().time() > deadline:
                raise AssertionError(f"not settled: {waiting} updates, {busy} messages")
            await asyncio.sleep(0.1)

    async def invitation(self, role: str, area: str, rank: str | None = None, days: int = 7, uses: int = 1) -> str:
        assert self.app is not None
        async with self.database.transaction() as tx:
            return await invitations.create(
                tx, role, area, rank, timedelta(days=days), uses, self.app.clock.now(), None
            )

    async def enrolled(self, name: str, role: str, area: str, rank: str | None = None, **person: Any) -> Phone:
        """Somebody who has opened the bot and holds a post (written straight into the database)."""
        assert self.app is not None
        phone = await self.world.add_person(name, **person)
        await phone.start(BOT)
        await phone.sees("前哨" if person.get("language_code", "zh").startswith("zh") else "Qianshao")
        async with self.database.transaction() as tx:
            known = await people.by_telegram(tx, phone.id)
            now = self.app.clock.now()
            language = "en" if person.get("language_code") == "en" else "zh-Hans"
            row = known or await people.add(tx, name, language, now, phone.id, person.get("phone"))
            await people.give_post(tx, row.id, role, area, rank, now)
        self.phones[name] = phone
        return phone

    async def duty_group(self, title: str, area: str, members: list[Phone], **kind: Any) -> Group:
        """A bound duty group with the bot in it."""
        assert self.app is not None
        me = int(TOKEN.split(":")[0])
        group = await self.world.add_group(title, members[0], members, bots=[me], **kind)
        for member in members:
            await member.sees("/bind", chat=group)
        tier = "city" if len(area) == 6 else "town"
        async with self.database.transaction() as tx:
            await groups.bind(tx, group.id, title, tier, area, None, "zh-Hans", self.app.clock.now(), None)
        self.groups[title] = group
        return group


Cast = Callable[[Night], Awaitable[None]]


@contextlib.asynccontextmanager
async def a_night(database_url: str, cast: Cast | None = None, **settings: Any) -> AsyncIterator[Night]:
    """The practice Telegram and the bot, with Zengcheng's areas and an administrator.

    `cast` enrols whoever else is there: it is played once a process, and every story begins with a copy.
    """
    begun = kept.known(database_url, cast) or await _played(database_url, cast)
    kept.put_back(database_url, begun)
    async with _practice(database_url, settings) as night:
        places, night.groups = kept.unpack(begun.world, night.telegram.world, night.world)
        night.admin, night.phones = night.world.phones[0], {n: night.world.phones[i] for n, i in places.items()}
        await night.start()
        await until_true(night.listens, within=20)
        try:
            yield night
        finally:
            await night.stop()


async def _played(database_url: str, cast: Cast | None) -> kept.Kept:
    """The cast enters on a night of its own, or the very first night begins; all come to rest."""
    async with _first_night(database_url) if cast is None else a_night(database_url) as night:
        if cast is not None:
            await cast(night)
        await night.settled()
        await night.stop()
        places = {name: night.world.phones.index(phone) for name, phone in night.phones.items()}
        world = kept.pack(night.telegram.world, night.world.phones, (places, night.groups))
    return kept.keep(database_url, cast, world)


@contextlib.asynccontextmanager
async def _first_night(database_url: str) -> AsyncIterator[Night]:
    """The areas are loaded, and the administrator opens the bot."""
    await asyncio.to_thread(kept.make, database_url)
    async with _practice(database_url, {}) as night:
        await load_areas(night.database)
        night.admin = await night.world.add_person("管理员", id=ADMIN_ID)
        await night.start()
        try:
            await night.admin.start(BOT)
            await night.admin.sees("管理员", within=20)
            yield night
        finally:
            await night.stop()


@contextlib.asynccontextmanager
async def _practice(database_url: str, settings: dict[str, Any]) -> AsyncIterator[Night]:
    """An empty practice Telegram that knows the bot, which is not running yet."""
    evidence = tempfile.mkdtemp(prefix="qianshao-evidence-")
    server = await start_server("127.0.0.1", 0)
    database = Database(database_url)
    world = World(server.base_url)
    try:
        await world.add_bot(TOKEN, BOT, "前哨")
        for number, token in enumerate(settings.get("public_bots", ()), start=1):
            await world.add_bot(token, f"qianshao_public{number}_bot", f"预警{number}")
        asked = {
            "bot_token": TOKEN,
            "telegram_api_url": server.base_url,
            "database_url": database_url,
            "bot_admins": (ADMIN_ID,),
            "practice_clock_url": f"{server.base_url}/practice/clock",
            "listen_port": 0,
            "auto_migrate": False,
            "evidence_dir": evidence,
            # a story is about its own business: those of deadlines and follow-ups ask for the real table
            "deadlines_table": str(QUIET),
            "checklists_table": str(NO_LISTS),
            "acknowledgement_lapses": False,
            "pulse_times": "",
            "review_priorities": "",
        }
        told = {key: _at(value, server.base_url) for key, value in settings.items()}
        yield Night(world, server, server.base_url, database_url, asked | told, database)
    finally:
        await world.close()
        await database.close()
        await server.stop()
        shutil.rmtree(evidence, ignore_errors=True)


def _at(value: Any, base_url: str) -> Any:
    """A setting that names the practice Telegram's own address, as {practice}."""
    return value.replace("{practice}", base_url) if isinstance(value, str) else value


async def load_areas(database: Database) -> None:
    import csv

    text = resources.files("bot.report_types").joinpath("areas/zengcheng.csv").read_text("utf-8")
    async with database.transaction() as tx:
        for row in csv.DictReader(text.splitlines()):
            await areas.put(tx, {
                "code": row["code"], "name": row["name_zh_hans"], "name_hant": row["name_zh_hant"], "kind": row["kind"],
                "parent": row["parent"] or None, "lat": float(row["lat"]) if row["lat"] else None,
                "lon": float(row["lon"]) if row["lon"] else None,
            })  # fmt: skip
