"""migrate, invite, doctor, understand."""

import json
from pathlib import Path

import pytest

from bot.said_plainly import Stop, paired
from storage import migrate
from tests.cli.conftest import Command

OFFICER = ("invite", "--role", "officer", "--area")


def test_migrate_says_what_it_did_and_may_be_said_twice(command: Command) -> None:
    assert command("migrate").stdout == f"✔ empty → {migrate.head()}\n"
    assert command("migrate").stdout == f"✔ {migrate.head()}: up to date\n"


def test_an_invitation_without_telegram_shows_its_word_and_how_to_make_the_link(command: Command) -> None:
    command("load", "zengcheng")
    result = command(*OFFICER, "派潭镇高滩村", "--post", "A")
    word, how = result.stdout.splitlines()
    assert result.exit_code == 0
    assert how.endswith(f"https://t.me/<the bot's username>?start={word}")
    assert 16 <= len(word) <= 64


@pytest.mark.parametrize(
    ("area", "words"),
    [
        ("莲塘村", "440118001217 荔城街道莲塘村, 440118103211 中新镇莲塘村"),
        ("亚特兰蒂斯", "no area is called so"),
        ("派潭镇", "an officer belongs to a village"),
    ],
)
def test_an_invitation_for_an_area_in_doubt_says_what_would_do(command: Command, area: str, words: str) -> None:
    command("load", "zengcheng")
    result = command(*OFFICER, area)
    assert (result.exit_code, words in result.stderr) == (2, True), result.stderr


def test_an_invitation_before_the_areas_says_what_comes_first(command: Command) -> None:
    assert "python -m bot load zengcheng" in command(*OFFICER, "440118105230").stderr


def test_an_unknown_role_names_the_known_ones(command: Command) -> None:
    command("load", "zengcheng")
    result = command("invite", "--role", "king", "--area", "派潭镇")
    assert "officer, duty, leader, approver, admin" in result.stderr


def test_doctor_on_an_empty_database_says_migrate(command: Command) -> None:
    result = command("doctor")
    assert result.exit_code == 1
    assert "✘ the database is empty" in result.stdout
    assert "→ python -m bot migrate" in result.stdout


def test_doctor_names_what_would_fail_at_night(on: Command) -> None:
    on("load", "zengcheng")
    result = on("doctor", BOT_ADMINS="700000001")
    assert result.exit_code == 1
    for line in (
        f"✔ database revision {migrate.head()}",
        "✔ case log: 0 lines, the chain is whole",
        "✔ areas: 1 city, 13 towns, 370 villages",
        "✔ administrators: 1",
        "✘ no duty group listens for: 增城区、荔城街道",
        "✘ 370 villages without A post: 荔城街道",
        "✘ no leader on duty in: 增城区",
        "✔ no update is set aside",
        "– Telegram is not asked: BOT_TOKEN is not set",
    ):
        assert line in result.stdout


def test_doctor_changes_nothing(command: Command) -> None:
    command("migrate")
    before = Path("qianshao.sqlite3").read_bytes()
    command("doctor")
    assert Path("qianshao.sqlite3").read_bytes() == before


def test_texts_and_their_times_are_paired_in_order() -> None:
    read = paired(["2026-06-10T21:40:00+08:00", "2026-06-10T21:41:00+08:00"], ["着火了", "有人受伤"])
    assert [(moment.minute, text) for moment, text in read] == [(40, "着火了"), (41, "有人受伤")]


@pytest.mark.parametrize(("moments", "texts"), [([], ["着火了"]), (["2026-06-10T21:40"], []), (["soon"], ["着火了"])])
def test_texts_without_their_times_are_refused_with_an_example(moments: list[str], texts: list[str]) -> None:
    with pytest.raises(Stop, match="Right:"):
        paired(moments, texts)


def test_understand_prints_an_object_a_message_without_token_or_database(command: Command) -> None:
    result = command(
        "understand", "--sender-area", "440118105230", "--lang", "zh-Hans",
        "--sent-at", "2026-06-10T21:40:00+08:00", "高滩村着火了，有人困在里面",
        "--sent-at", "2026-06-10T21:40:20+08:00", "两个人",
    )  # fmt: skip
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)) == 2
    assert list(Path().iterdir()) == []
