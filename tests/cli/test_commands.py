"""migrate, invite, doctor, evidence, understand."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from bot.said_plainly import Stop, paired
from bot.settings import Settings
from bot.startup_checks import look_at_evidence
from storage import migrate
from storage.evidence_files import Count
from storage.evidence_store import EvidenceStore
from storage.migrate import connected
from storage.tables import EvidenceFile
from tests.cli.conftest import Command

NIGHT = datetime(2026, 6, 10, 22, 0, tzinfo=UTC)
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
    assert "officer, head, duty, leader, approver, admin, department" in result.stderr


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


def test_evidence_is_counted_and_hashed_anew(on: Command, database_url: str) -> None:
    assert "✔ 0 files looked at" in on("evidence", "--verify").stdout
    store = EvidenceStore(Path("stored"))
    part = store.begin()
    part.write(b"a slope above the school")
    sha256, row = part.finish(), {"state": "kept", "attempts": 1, "kind": "photo", "wanted_at": NIGHT, "next_at": NIGHT}
    with connected(database_url) as connection:
        for number, name in enumerate((sha256, "0" * 64)):
            there = {"unique_id": f"u{number}", "file_id": "f", "sha256": name, "size": 24}
            connection.execute(insert(EvidenceFile).values(row | there))
        connection.commit()
    assert on("evidence", EVIDENCE_DIR="stored").stdout == "kept: 2 files, 48 bytes\n"
    result = on("evidence", "--verify", EVIDENCE_DIR="stored")
    assert (result.exit_code, "2 files looked at" in result.stdout, "missing" in result.stderr) == (1, True, True)
    store.path(sha256).write_bytes(b"another slope")
    assert "changed" in on("evidence", "--verify", EVIDENCE_DIR="stored").stderr


@pytest.mark.parametrize(
    ("waiting", "minutes", "gone", "fine"), [(0, 0, 0, True), (3, 5, 0, True), (3, 45, 0, False), (0, 0, 1, False)]
)
def test_doctor_says_what_evidence_waits_and_what_is_lost(waiting: int, minutes: int, gone: int, fine: bool) -> None:
    since = NIGHT - timedelta(minutes=minutes)
    files = {"kept": Count(7, 3_000_000, since), "big": Count(1, 0, since)}
    files |= {"waiting": Count(waiting, 0, since)} if waiting else {}
    files |= {"gone": Count(gone, 0, since)} if gone else {}
    finding = look_at_evidence(files, NIGHT, Settings(_env_file=None, evidence_dir="nowhere"))  # type: ignore[call-arg]
    assert finding.ok is fine
    assert f"7 files kept (3.0 MB), {waiting} waiting" in finding.what
    assert f"{gone} failed, 1 too large" in finding.what


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
