"""What the documents say is so: commands, words on buttons, the ladder's minutes, links, pictures."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from bot.delivery.commands import FOR_ADMINISTRATORS
from bot.report_types import load_ladder
from tests.house.readme import READMES, rows
from tests.house.source import ROOT

DOCUMENTS = (*READMES, "CHANGELOG.md", *(str(file.relative_to(ROOT)) for file in sorted((ROOT / "docs").rglob("*.md"))))
LARGEST_PICTURES = 400_000


def _words(language: str) -> dict[str, str]:
    text = (ROOT / "locales" / f"{language}.ftl").read_text("utf-8")
    return dict(re.findall(r"^(button-[\w-]+) = (.+)$", text, re.MULTILINE))


@pytest.mark.parametrize("readme", READMES)
def test_every_command_is_there_and_no_other(readme: str) -> None:
    there = {command for row in rows(readme, "commands") for command in re.findall(r"/(\w+)", row[0])}
    assert there == set(FOR_ADMINISTRATORS)


@pytest.mark.parametrize("readme", READMES)
def test_the_words_on_buttons_are_those_of_the_locales(readme: str) -> None:
    chinese, english = _words("zh_Hans"), _words("en")
    pairs = {(word, english[key]) for key, word in chinese.items()}
    assert {(row[0], row[1]) for row in rows(readme, "buttons")} - pairs == set()


@pytest.mark.parametrize("document", [*READMES, "docs/guide-duty.md"])
def test_the_minutes_of_the_ladder_are_those_of_the_table(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    for level, ladder in load_ladder().items():
        line = re.search(rf"^\|[^|]*{level}.*$", text, re.MULTILINE)
        assert line, level
        told = [int(number) for number in re.findall(r"(\d+) ?(?:min|分钟)", line[0])]
        at, minutes = 0, []
        for step in ladder.steps[1:]:
            at += int(step.wait.total_seconds()) // 60
            minutes.append(at)
        repeat = [int(ladder.repeat.wait.total_seconds()) // 60] if ladder.repeat else []
        assert told == minutes + repeat


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    file = ROOT / document
    text = file.read_text("utf-8")
    targets = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r"^\[[^\]]+\]: (\S+)$", text, re.MULTILINE)
    assert [target for target in targets if not target.startswith("http") and not _leads(file, target)] == []


def _leads(file: Path, target: str) -> bool:
    path, _, anchor = unquote(target).partition("#")
    there = (file.parent / path) if path else file
    return there.exists() and (not anchor or anchor in _anchors(there))


def _anchors(file: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_pictures_stay_small() -> None:
    assert sum(file.stat().st_size for file in (ROOT / "docs" / "pictures").iterdir()) <= LARGEST_PICTURES


def test_every_night_that_is_told_is_a_test() -> None:
    named = re.findall(r"`(tests/\S+?)::(\w+)`", (ROOT / "docs" / "nights.md").read_text("utf-8"))
    assert len({test for _, test in named}) >= 12
    for file, test in named:
        assert f"def {test}(" in (ROOT / file).read_text("utf-8"), (file, test)
