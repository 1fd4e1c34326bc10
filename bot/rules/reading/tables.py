"""The word tables beside these modules, read once when the program starts."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table `name` of this package. A missing or broken one stops the program at its start."""
    return tomllib.loads((files("bot.rules.reading") / f"{name}.toml").read_text("utf-8"))
