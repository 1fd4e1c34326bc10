"""What goes wrong at the command line is a sentence with a right example, and exit code 2."""

import fcntl
import subprocess
import sys
from pathlib import Path

import pytest

from bot.startup_checks import WRONG_TOKEN
from tests.cli.conftest import Command

TOKEN = "123456789:AAE-practice"


def test_without_a_token_the_bot_says_where_to_get_one(command: Command) -> None:
    result = command("run")
    assert result.exit_code == 2
    assert "BOT_TOKEN is not set" in result.stderr
    assert "@BotFather" in result.stderr
    assert "python -m bot practice" in result.stderr


@pytest.mark.parametrize(
    ("name", "value", "example"),
    [
        ("BOT_ADMINS", "12a", "BOT_ADMINS=123456789,987654321"),
        ("TIMEZONE", "Mars/Base", "TIMEZONE=Asia/Shanghai"),
        ("DEFAULT_LANGUAGE", "fr", "DEFAULT_LANGUAGE=zh-Hans"),
        ("LISTEN_PORT", "99999", "LISTEN_PORT=8080"),
        ("EMERGENCY_IDLE", "soon", "EMERGENCY_IDLE=60"),
        ("DATABASE_URL", "mysql://root@host/db", "sqlite:///qianshao.sqlite3"),
        ("WEBHOOK_URL", "https://bot.example.org", "WEBHOOK_SECRET"),
        ("PRACTICE_CLOCK_URL", "http://198.51.100.7/clock", "127.0.0.1"),
    ],
)
def test_a_wrong_setting_is_named_with_a_right_example(command: Command, name: str, value: str, example: str) -> None:
    result = command("run", BOT_TOKEN=TOKEN, **{name: value})
    assert result.exit_code == 2
    assert name in result.stderr
    assert example in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("name", ["DEADLINES_TABLE", "ESCALATION_TABLE", "CHECKLISTS_TABLE"])
def test_a_table_that_cannot_be_used_is_named_with_its_place(command: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / "own.toml").write_text("[deadline.town_phone]\nowed_by = 'nobody'\n", "utf-8")
    result = command("run", BOT_TOKEN=TOKEN, **{name: str(tmp_path / "own.toml")})
    assert result.exit_code == 2
    assert "own.toml" in result.stderr
    assert "is missing" in result.stderr
    assert "Traceback" not in result.stderr


def test_every_wrong_setting_is_named_at_once(command: Command) -> None:
    result = command("run", BOT_TOKEN=TOKEN, BOT_ADMINS="x", LISTEN_PORT="y")
    assert "BOT_ADMINS" in result.stderr
    assert "LISTEN_PORT" in result.stderr


def test_a_secret_is_not_repeated_in_the_sentence(command: Command) -> None:
    result = command("run", BOT_TOKEN="half of a secret")
    assert result.exit_code == 2
    assert "half of a secret" not in result.output


def test_on_sqlite_one_process_does_everything(command: Command) -> None:
    result = command("run", "--only", "send", BOT_TOKEN=TOKEN)
    assert (result.exit_code, "PostgreSQL" in result.stderr) == (2, True)


def test_a_second_bot_on_one_file_is_refused(command: Command, tmp_path: Path) -> None:
    with (tmp_path / "qianshao.sqlite3.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        result = command("run", BOT_TOKEN=TOKEN)
    assert result.exit_code == 2
    assert "Another bot is running on this database" in result.stderr


def test_a_missing_folder_is_named(command: Command) -> None:
    for words in (["run"], ["migrate"]):
        result = command(*words, BOT_TOKEN=TOKEN, DATABASE_URL="sqlite:///nowhere/night.sqlite3")
        assert (result.exit_code, "folder" in result.stderr) == (2, True)


def test_a_database_that_is_away_is_one_sentence(command: Command) -> None:
    result = command("migrate", DATABASE_URL="postgresql://nobody:secret@127.0.0.1:1/none")
    assert result.exit_code == 2
    assert "cannot be reached" in result.stderr
    assert "secret" not in result.stderr


def test_help_and_preparations_start_without_aiogram() -> None:
    script = (
        "import sys\nfrom typer.testing import CliRunner\nfrom bot.__main__ import app\n"
        "for words in (['--help'], ['migrate'], ['load', 'zengcheng'],"
        " ['invite', '--role', 'duty', '--area', '派潭镇'], ['doctor']):\n"
        "    CliRunner().invoke(app, words, env={'DATABASE_URL': 'sqlite:///' + sys.argv[1], 'BOT_TOKEN': ''})\n"
        "print(sorted({'aiogram', 'telegram', 'apscheduler', 'aiohttp'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script, "/dev/null"], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] in ("[]", "['aiohttp']")


def test_the_wrong_token_has_its_own_sentence() -> None:
    assert "BOT_TOKEN" in WRONG_TOKEN
