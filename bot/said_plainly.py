"""What can go wrong at the command line, as one sentence each: what is wrong, and what a right one looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

import typer
from pydantic import ValidationError

from bot.settings import Settings

SECRET = {"BOT_TOKEN", "PUBLIC_BOTS", "WEBHOOK_SECRET", "DATABASE_URL"}
EXAMPLES = {
    "BOT_TOKEN": "123456789:AAE…",
    "TELEGRAM_API_URL": "https://api.telegram.org",
    "DATABASE_URL": "sqlite:///qianshao.sqlite3",
    "BOT_ADMINS": "123456789,987654321",
    "TIMEZONE": "Asia/Shanghai",
    "DEFAULT_LANGUAGE": "zh-Hans",
    "WEBHOOK_URL": "https://bot.example.org",
    "WEBHOOK_SECRET": "a-long-random-word",
    "LISTEN_HOST": "127.0.0.1",
    "LISTEN_PORT": "8080",
    "DRILL_REMINDERS_MINUTES": "10080,1440,60",
    "AUTO_MIGRATE": "true",
    "LOG_LEVEL": "INFO",
}
NO_TOKEN = (
    "BOT_TOKEN is not set. Get one from @BotFather and write it into .env (BOT_TOKEN=123456789:AAE…).\n"
    "To look around without one: python -m bot practice"
)


class Stop(Exception):
    """Stops the program with a sentence and exit code 2."""


@contextmanager
def said_plainly() -> Iterator[None]:
    """Faults that the person at the terminal can mend become a sentence on standard error; others stay loud."""
    try:
        yield
    except (Stop, SystemExit) as stop:
        if isinstance(stop, SystemExit) and not isinstance(stop.code, str):
            raise
        _say(str(stop))
    except (typer.Exit, KeyboardInterrupt):
        raise
    except Exception as fault:
        sentence = _sentence(fault)
        if sentence is None:
            raise
        _say(sentence)


def _say(sentence: str) -> None:
    typer.echo(sentence, err=True)
    raise typer.Exit(2) from None


def _sentence(fault: Exception) -> str | None:
    """The sentence for a fault, recognised by name: importing every library here would slow `--help` down."""
    names = {kind.__name__ for kind in type(fault).__mro__}
    text = str(getattr(fault, "orig", None) or fault).strip().splitlines()
    first = text[0] if text else ""
    if "AlreadyRunning" in names:
        return (
            f"Another bot is running on this database already ({fault}). Stop it first; "
            "invite, load and doctor may run beside it."
        )
    if names & {"WrongInvitation", "CannotListen", "CannotRead", "CannotStart", "DataFault"}:
        return str(fault)
    if "UnknownRevision" in names:
        return f"The database is newer than this program ({first}). Install the newer program."
    missing_folder = isinstance(fault, OSError) and str(fault.filename or "").endswith(".lock")
    if missing_folder or "unable to open database file" in first:
        return "DATABASE_URL: the folder of the SQLite file is not there or may not be written to."
    if names & {"OperationalError", "InterfaceError"}:
        return f"The database cannot be reached: {first}\nDATABASE_URL looks like {EXAMPLES['DATABASE_URL']} or postgresql://user:password@host/name"
    if names & {"ArgumentError", "NoSuchModuleError"}:
        return (
            f"DATABASE_URL is wrong: it looks like {EXAMPLES['DATABASE_URL']} or postgresql://user:password@host/name"
        )
    return None


def settings_or_sentence() -> Settings:
    """The settings; Stop names every wrong one."""
    try:
        settings = Settings()
    except ValidationError as faults:
        raise Stop("\n".join(_setting_fault(fault) for fault in faults.errors())) from None
    if not settings.database_url.startswith(("sqlite:", "sqlite+", "postgresql:", "postgres:", "postgresql+psycopg:")):
        raise Stop(
            "DATABASE_URL is wrong: only sqlite:///file and postgresql://… are known here. "
            f"Right: {EXAMPLES['DATABASE_URL']}"
        )
    return settings


def _setting_fault(fault: object) -> str:
    """`fault` is one of pydantic's: {"loc": ("bot_admins",), "msg": …, "input": …}."""
    assert isinstance(fault, dict)
    name = str(fault["loc"][0]).upper() if fault["loc"] else ""
    what = re.sub(r"^(Value|Assertion) error, ", "", str(fault["msg"]))
    if what.startswith("invalid literal"):
        what = "these are no whole numbers"
    if not name:
        return what
    given = "" if name in SECRET else f" ({fault['input']!r})"
    field = Settings.model_fields.get(name.lower())
    right = EXAMPLES.get(name) or (field.default if field else "")
    meaning = f"   # {field.description}" if field and field.description else ""
    return f"{name} is wrong{given}: {what}. Right: {name}={right}{meaning}"


def check_token(settings: Settings) -> None:
    """Stop when there is no token, or one that cannot be one."""
    if not settings.bot_token:
        raise Stop(NO_TOKEN)
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", settings.bot_token):
        raise Stop(
            f"BOT_TOKEN is wrong: a token is a number, a colon and a word. Right: BOT_TOKEN={EXAMPLES['BOT_TOKEN']}"
        )


def paired(moments: Sequence[str], texts: Sequence[str]) -> list[tuple[datetime, str]]:
    """--sent-at and TEXT, in order. Stop when they do not pair."""
    if not texts or len(moments) != len(texts):
        raise Stop(
            f"{len(moments)} --sent-at and {len(texts)} TEXT: each TEXT needs its --sent-at before it.\n"
            "Right: python -m bot understand --sender-area 440118105230 "
            '--sent-at 2026-11-23T21:40:00+08:00 "东华三街着火了"'
        )
    return [(_moment(moment), text) for moment, text in zip(moments, texts, strict=True)]


def _moment(said: str) -> datetime:
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        raise Stop(f"--sent-at is wrong ({said}): a date and a time. Right: 2026-11-23T21:40:00+08:00") from None
