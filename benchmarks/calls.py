"""叫应: from the tap on 发布 until the last of 370 villages is on the wire, within Telegram's limits.

The practice Telegram counts as the real one: 30 messages in any second. So many at once, and the last can leave no
sooner than (villages - 1) // 30 seconds after the first.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import update

from benchmarks import running, town
from benchmarks.report import Row, Table, spread
from practice.phone import World
from storage import areas, people
from storage.database import Transaction
from storage.tables import Post

ALLOWED = 30
BOT = "qianshao_bot"
CITY = "440118"


@dataclass(frozen=True)
class Run:
    """Seconds after the tap until the first and the last call is on the wire; how many, and how many were refused."""

    first: float
    last: float
    calls: int
    refused: int
    best: float


def measure(folder: Path, where: town.Town, *, rounds: int) -> Table:
    runs = [_run(folder, where) for _ in range(rounds)]
    best = max(run.best for run in runs)
    row = Row(f"Qianshao, {runs[0].calls} villages, SQLite", [
        spread([run.first for run in runs], 2), spread([run.last for run in runs], 2), f"{best:.1f}",
        spread([run.last / run.best for run in runs], 3), str(sum(run.refused for run in runs)),
    ])  # fmt: skip
    return Table(
        f"叫应: seconds from 发布 until the last village is on the wire ({ALLOWED} messages a second, {rounds} rounds)",
        ["first", "last", "best the limits allow", "last / best", "429"],
        [row],
        "Aim: within 5 % of the best, no 429. The round, its villages and their steps are one transaction; the live "
        "card and the sender's own screen take their places among the 30.",
    )


def _run(folder: Path, where: town.Town) -> Run:
    url = where.copy(folder)
    practice = running.Process("-m", "practice", log=folder / "practice.log")
    try:
        api = practice.first_line()
        running.ask(f"{api}/practice/bots", {"token": running.TOKEN, "username": BOT})
        villages: int = asyncio.run(town.with_database(url, _count))
        ids: list[int] = running.ask(
            f"{api}/practice/people/many", {"count": villages + 1, "bot": BOT, "told": False}
        )["ids"]  # fmt: skip
        asyncio.run(town.with_database(url, lambda tx: _posts(tx, ids[1:])))
        with running.the_bot(api, url, folder, BOT_ADMINS=str(ids[0])):
            running.until(
                "the first getUpdates", lambda: running.ask(f"{api}/practice/calls?method=getUpdates")["calls"]
            )
            tapped = asyncio.run(_publish(api, ids[0]))
            wanted = set(ids[1:])
            running.until("the last call", lambda: len(_arrived(api, wanted)) >= villages, within=120, every=0.5)
            calls = _arrived(api, wanted)
            refused = [each for each in _sends(api) if each.get("error_code") == 429]
    finally:
        practice.stop()
    times = sorted(float(call["at"]) for call in calls)
    return Run(times[0] - tapped, times[-1] - tapped, len(times), len(refused), (len(times) - 1) // ALLOWED)


async def _publish(api: str, admin: int) -> float:
    """The administrator calls the whole district at red; the moment of the tap on 发布."""
    async with World(api) as world:
        phone = await world.phone_of(admin)
        await phone.start(BOT)
        await phone.sends("/call")
        for seen, button in (("什么级别", "🔴 红色"), ("什么事", "暴雨"), ("叫哪里", "全区"), ("已选", "完成")):
            await phone.sees(seen)
            await phone.taps(button)
        await phone.sees("预览", "370")
        await asyncio.sleep(1.5)  # what was said so far leaves the second free
        now = time.monotonic()
        await phone.taps("发布")
        return now


def _arrived(api: str, chats: set[int]) -> list[dict[str, Any]]:
    return [call for call in _sends(api) if call["ok"] and int(call["params"]["chat_id"]) in chats]


def _sends(api: str) -> list[dict[str, Any]]:
    calls: list[dict[str, Any]] = running.ask(f"{api}/practice/calls?method=sendMessage")["calls"]
    return [call for call in calls if str(call["method"]).lower() == "sendmessage"]


async def _count(tx: Transaction) -> int:
    return len(await areas.villages_of(tx, [CITY]))


async def _posts(tx: Transaction, chats: list[int]) -> None:
    """An A officer for every village, and nobody else."""
    now = datetime.now(UTC)
    await tx.session.execute(update(Post).values(until=now))
    for number, (village, chat) in enumerate(zip(await areas.villages_of(tx, [CITY]), chats, strict=True)):
        person = await people.add(tx, f"何志强{number}", "zh-Hans", now, chat, f"+86139{number:08}")
        await people.give_post(tx, person.id, "officer", village.code, "A", now)
