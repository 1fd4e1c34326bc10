"""Which revision the database carries, and which the program wants: told without Alembic, which takes 0.3 s to load."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

VERSIONS = Path(__file__).parent / "migrations" / "versions"


def sync_url(url: str) -> str:
    """The URL with the blocking driver: people write `sqlite:///x` and `postgresql://…`."""
    kind, _, rest = url.partition("://")
    return ("sqlite" if kind.startswith("sqlite") else "postgresql+psycopg") + "://" + rest


def versions() -> list[Path]:
    """The files of the migrations, oldest first."""
    return sorted(VERSIONS.glob("[0-9]*.py"))


def head() -> str:
    """The newest revision that this program knows: its file's number."""
    return versions()[-1].name.partition("_")[0]


def is_there(url: str) -> bool:
    """Whether the database carries `head`; False also for one that cannot be read, which is for Alembic to say."""
    engine = create_engine(sync_url(url))
    try:
        with engine.connect() as connection:
            return list(connection.scalars(text("SELECT version_num FROM alembic_version"))) == [head()]
    except (DBAPIError, sqlite3.Error):
        return False
    finally:
        engine.dispose()
