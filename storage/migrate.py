"""Migrations: the database brought up to date, and back. Alembic without an ini file.

Each call is one transaction on SQLite and PostgreSQL alike, and processes that start together take turns at it.
A change of the tables: `python -m storage.migrate revision "what changed"` writes the next migration from the models
(read it before you commit it); before the first release `python -m storage.migrate anew` writes the first one again.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, create_engine, event, text

from storage.revision import sync_url, versions
from storage.tables import Table

FIRST = ("0001", "first night")
# Any number that nothing else in the database locks: the letters of "qians".
LOCK = 0x716961_6E73
WAL_ATTEMPTS = 150


class UnknownRevision(Exception):
    """The database is newer than this program: it carries a revision that the program does not know."""


def upgrade(url: str, revision: str = "head") -> None:
    """Up to `revision`. Does nothing when the database is there already."""
    with _begun(url) as connection, _named_fault():
        command.upgrade(_config(connection), revision)


def downgrade(url: str, revision: str) -> None:
    """Down to `revision`; `base` takes everything away."""
    with _begun(url) as connection, _named_fault():
        command.downgrade(_config(connection), revision)


def current(url: str) -> str | None:
    """The revision that the database carries; None for an empty one."""
    with connected(url) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str:
    """The newest revision that this program knows."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def differences(url: str) -> list[Any]:
    """What the models say and the database does not, as Alembic's operations; empty when they agree."""
    with connected(url) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Table.metadata))


def write_revision(words: str, number: str) -> None:
    """Write the next migration: what the models say beyond the migrations that are there."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/empty.sqlite3"
        if versions():
            upgrade(url)
        with _begun(url) as connection:
            command.revision(_config(connection), words, autogenerate=True, rev_id=number)
    written = next(path for path in versions() if path.name.startswith(number))
    written.write_text("".join(_without_remarks(written.read_text("utf-8").splitlines(keepends=True))), "utf-8")


def _without_remarks(lines: list[str]) -> list[str]:
    return [line for line in lines if not line.lstrip().startswith("# ###")]


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """A blocking connection, for a person or a test to look around with."""
    engine = create_engine(sync_url(url))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _wait_for_others)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _wait_for_others(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver would commit before every CREATE; a migration happens whole
    connection.execute("PRAGMA busy_timeout=15000")
    _write_ahead(connection)


def _write_ahead(connection: Any) -> None:
    """WAL stays with the file. SQLite does not wait when it is to change to it while somebody writes: ask again."""
    for _ in range(WAL_ATTEMPTS):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            time.sleep(0.1)
        else:
            return


@contextmanager
def _begun(url: str) -> Iterator[Connection]:
    with connected(url) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        yield connection


@contextmanager
def _named_fault() -> Iterator[None]:
    try:
        yield
    except CommandError as fault:
        if "Can't locate revision" in str(fault):
            raise UnknownRevision(str(fault)) from None
        raise


def main(arguments: list[str]) -> None:
    if arguments == ["anew"]:
        for version in versions():
            version.unlink()
        write_revision(FIRST[1], FIRST[0])
    elif len(arguments) == 2 and arguments[0] == "revision":
        write_revision(arguments[1], f"{len(versions()) + 1:04}")
    else:
        raise SystemExit('python -m storage.migrate revision "what changed"   |   python -m storage.migrate anew')


if __name__ == "__main__":
    main(sys.argv[1:])
