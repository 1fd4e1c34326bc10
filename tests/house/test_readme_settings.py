"""The settings in the READMEs are those of the program, with their defaults."""

import pytest

from bot.settings import Settings
from tests.house.readme import READMES, rows


@pytest.mark.parametrize("readme", READMES)
def test_every_setting_is_there_with_its_default(readme: str) -> None:
    there = {row[0].strip("`"): row[1].strip("`").replace("–", "") for row in rows(readme, "settings")}
    assert there == {name.upper(): _shown(field.default) for name, field in Settings.model_fields.items()}


def test_settings_are_described_as_the_program_describes_them() -> None:
    there = {row[0].strip("`"): row[2] for row in rows("README.md", "settings")}
    described = {name.upper(): field.description for name, field in Settings.model_fields.items() if field.description}
    assert {name: there[name] for name in described} == described


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
