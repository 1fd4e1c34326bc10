"""What a resident answers to an alert: 我安全, 需要帮助, 帮我看看家人; and a request for help until it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.rules.area_choice import overlap
from bot.rules.reading.script import fold

ANSWERS = ("safe", "help", "family")
ASKS_BACK = ("orange", "red")
"""Levels under which residents are asked how they are; any alert that asks people to move does so too."""
OPEN_AFTER = timedelta(hours=24)
"""So long after an alert is over its buttons still take a request. A convention of ours [?], not law."""
MOST_WORDS = 500
LIFE = (
    "困",
    "伤",
    "流血",
    "晕",
    "昏",
    "救命",
    "埋",
    "冲走",
    "喘",
    "走唔到",
    "走不了",
    "trapped",
    "hurt",
    "bleeding",
    "injured",
)
"""Words of a resident by which life is at stake: their request climbs as P0. Everything else climbs as P1."""


def asks_back(level: str, evacuation: bool, action: str) -> bool:
    """Whether an alert carries the three buttons. A lifting does not: nobody is to be alarmed by it."""
    return action != "cancel" and (level in ASKS_BACK or evacuation)


def takes(state: str, over_at: datetime | None, now: datetime) -> bool:
    """Whether an alert's buttons still take an answer."""
    if state == "published":
        return True
    return state in ("updated", "lifted", "expired") and (over_at is None or now - over_at <= OPEN_AFTER)


def own_area(subscribed: list[str], warned: list[str]) -> str:
    """Where somebody is, as far as their subscriptions say: the narrowest that the alert touches; else the alert's."""
    here = [code for code in subscribed if any(overlap(code, area) for area in warned)]
    return max(here, key=len, default=warned[0])


def harm_in(words: str) -> str:
    """有 where the words say that life is at stake; else nobody knows. Never 无: nobody has looked."""
    folded = fold(words)
    return "yes" if any(word in folded for word in LIFE) else "unknown"


@dataclass(frozen=True)
class HelpDraft:
    """A request that is not sent yet. `place` is {"lat", "lon"}."""

    alert: int
    kind: str
    area: str
    words: str = ""
    phone: str = ""
    place: Mapping[str, float] | None = None

    def as_data(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> HelpDraft:
        known = {name: data[name] for name in cls.__dataclass_fields__ if name in data}
        return cls(**{"alert": 0, "kind": "help", "area": "", **known})

    def saying(self, words: str) -> HelpDraft:
        """With these words below the earlier ones, as many as are kept."""
        return replace(self, words="\n".join(part for part in (self.words, words.strip()) if part)[:MOST_WORDS])


def phone_in(text: str) -> str:
    """A number that was typed alone: 13800000001, +86 138 0000 0001. Empty for anything else."""
    bare = "".join(letter for letter in text if letter not in " -()（）－")
    digits = bare.removeprefix("+")
    if not digits.isascii() or not digits.isdecimal() or not 7 <= len(digits) <= 15:
        return ""
    return ("+" if bare.startswith("+") else "") + digits


@dataclass(frozen=True)
class Counted:
    """How many of an area (`names` in both scripts) have answered what."""

    names: tuple[str, str]
    safe: int
    help: int
    family: int


@dataclass(frozen=True)
class Tally:
    """How an alert's residents are, by area. `title`: kind, event and level of the alert."""

    alert_id: int
    title: tuple[str, str, str]
    places: tuple[Counted, ...]
    drill: bool = False
