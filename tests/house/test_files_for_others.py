"""What a stranger finds: every setting in the example, versions that any index has."""

import re

from bot.settings import Settings
from tests.house.source import ROOT


def _examples() -> dict[str, str]:
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()
    found = (re.fullmatch(r"(?:# )?([A-Z_]+)=(.*)", line) for line in lines)
    return {match[1]: match[2] for match in found if match}


def test_the_example_shows_every_setting_with_its_default() -> None:
    defaults = {name.upper(): _shown(field.default) for name, field in Settings.model_fields.items()}
    assert _examples() == defaults


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return str(value)


def test_the_example_is_accepted_as_it_stands(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / ".env"
    text = (ROOT / ".env.example").read_text("utf-8")
    file.write_text(re.sub(r"(?m)^# ([A-Z_]+=)", r"\1", text), "utf-8")
    assert Settings(_env_file=file).bot_admins == ()


def test_pinned_versions_name_no_index_and_no_folder() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").split()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line)] == []
