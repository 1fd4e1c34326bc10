"""The command line in a folder of its own, with nothing from this machine's environment."""

import csv
import io
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot.__main__ import app
from bot.settings import Settings

Command = Callable[..., Result]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """`command("invite", "--role", "duty", …, BOT_TOKEN="…")`: its `exit_code`, `stdout` and `stderr`."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*words: str, **settings: str) -> Result:
        return CliRunner().invoke(app, list(words), env=settings, catch_exceptions=False)

    return run


@pytest.fixture
def on(command: Command, database_url: str) -> Command:
    """The same on a fresh database, SQLite and PostgreSQL."""
    return lambda *words, **settings: command(*words, DATABASE_URL=database_url, **settings)


def table(lines: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    return out.getvalue()
