"""What every story begins with is played once a process and kept: the areas, and a cast that the bot itself enrolled.

A story gets a copy of its own: the database, and the practice Telegram with every chat, keyboard and number as they
stood when the cast had come to rest. The bot that it meets has been started anew on them, as after any night.
"""

from __future__ import annotations

import itertools
import pickle
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy.engine import URL, make_url

from practice.phone import Phone, World
from practice.world import WorldState
from storage.migrate import upgrade

_FOLDER = tempfile.TemporaryDirectory(prefix="qianshao-kept-")
_NUMBERS = itertools.count(1)
_KEPT: dict[tuple[str, object], Kept] = {}

# What a practice Telegram holds besides what belongs to the running server.
_OF_THE_WORLD = ("people", "groups", "private_chats", "files", "_last_person", "_last_group", "_last_number")
_OF_A_PHONE = ("bot_id", "toasts", "_incoming", "_after")


@dataclass(frozen=True)
class Kept:
    """`database`: a file (SQLite) or a database's name (PostgreSQL). `world` is pickled: every story reads its own."""

    database: str
    world: bytes


def known(database_url: str, cast: object) -> Kept | None:
    return _KEPT.get((_server(make_url(database_url)), cast))


def keep(database_url: str, cast: object, world: bytes) -> Kept:
    """Nobody has this database open any more."""
    url, number = make_url(database_url), next(_NUMBERS)
    if url.get_backend_name() == "sqlite":
        name = f"{_FOLDER.name}/{number}.sqlite3"
        with closing(sqlite3.connect(str(url.database))) as played, closing(sqlite3.connect(name)) as copy:
            played.backup(copy)
    else:
        name = f"kept_{number}"
        # on a busy machine the server may not have noticed yet that everybody has gone
        _run(url, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{url.database}'")
        _run(url, f"CREATE DATABASE {name} TEMPLATE {url.database} STRATEGY FILE_COPY")
    kept = _KEPT[_server(url), cast] = Kept(name, world)
    return kept


def make(database_url: str) -> None:
    """A new database, up to date."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        _run(url, f"DROP DATABASE IF EXISTS {url.database} WITH (FORCE)", f"CREATE DATABASE {url.database}")
    upgrade(database_url)


def put_back(database_url: str, kept: Kept) -> None:
    """The database becomes a copy of the kept one."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        for ending in ("-wal", "-shm"):
            Path(f"{url.database}{ending}").unlink(missing_ok=True)
        shutil.copyfile(kept.database, str(url.database))
        return
    copy = f"CREATE DATABASE {url.database} TEMPLATE {kept.database} STRATEGY FILE_COPY"
    _run(url, f"DROP DATABASE IF EXISTS {url.database} WITH (FORCE)", copy)


def pack(state: WorldState, phones: list[Phone], others: Any) -> bytes:
    """The practice Telegram, the phones as far as they have read, and whatever else the story holds."""
    of_the_world = {name: getattr(state, name) for name in _OF_THE_WORLD}
    queues = [(bot.token, bot.updates.waiting, bot.updates._ids) for bot in state.bots.values()]
    of_phones = [
        ({"id": phone.id, "first_name": phone.name, "phone": phone.number},
         {name: getattr(phone, name) for name in _OF_A_PHONE})
        for phone in phones
    ]  # fmt: skip
    return pickle.dumps((of_the_world, state.events._ring, dict(state.limits), queues, of_phones, others))


def unpack(packed: bytes, state: WorldState, world: World) -> Any:
    """Into a practice Telegram that has just begun, with its bots; `world` gets the phones. Returns the others."""
    of_the_world, events, limits, queues, of_phones, others = pickle.loads(packed)
    for name, value in of_the_world.items():
        setattr(state, name, value)
    state.events._ring = events
    state.limits.update(limits)
    for token, waiting, ids in queues:
        updates = state.bots_by_token[token].updates
        updates.waiting, updates._ids = waiting, ids
    for person, read in of_phones:
        phone = Phone(world, person, 0)
        for name, value in read.items():
            setattr(phone, name, value)
        world.phones.append(phone)
    return others


def _server(url: URL) -> str:
    return "sqlite" if url.get_backend_name() == "sqlite" else url.set(database="postgres").render_as_string()


def _run(url: URL, *statements: str) -> None:
    address = url.set(database="postgres").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())
