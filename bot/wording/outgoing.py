"""Every message that delivery sends, by key. A module of this folder with `WORDS` is found by name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import bot.wording
from bot.wording.worded import Worded


@dataclass(frozen=True)
class Saying:
    """What a wording has to go by: the row's values, the subject as it stands (or None), the moment and the zone."""

    language: str
    values: Mapping[str, Any]
    subject: Any
    now: datetime
    zone: ZoneInfo


Word = Callable[[Saying], Worded | None]


@cache
def _all_words() -> dict[str, Word]:
    found: dict[str, Word] = {}
    for info in pkgutil.iter_modules(bot.wording.__path__):
        module = importlib.import_module(f"bot.wording.{info.name}")
        found.update(getattr(module, "WORDS", {}))
    return found


def word_message(
    key: str, language: str, values: Mapping[str, Any], subject: Any, now: datetime, zone: ZoneInfo
) -> Worded | None:
    """The message, or None when there is nothing left to say. KeyError for a key nobody words."""
    return _all_words()[key](Saying(language, values, subject, now, zone))
