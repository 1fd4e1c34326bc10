"""One-line codes for SMS or a call: `H3 2 0 高滩` is what, how many hurt, how many trapped, where.

`?` is unknown; a figure that is left out was not stated, and is never 0.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.rules.category import Names
from bot.rules.question import Fault
from bot.rules.reading.answers import count
from bot.rules.reading.numbers import UNKNOWN, exactly
from bot.rules.reading.script import clean, fold

HAZARDS = "G"
EXAMPLE = "H3 2 0 高滩"
MOST = 9999
_CODE = re.compile(r"(?P<letter>[nahsg])\s*-?(?P<number>\d{1,2})(?![\d.:])", re.IGNORECASE)
_FIGURE = re.compile(r"\d+|\?|-")
_LONGEST_PLACE = 100


@dataclass(frozen=True, slots=True)
class Code:
    """`slug` is a category, or for G a hazard type; `figures` are the keys of the two numbers behind the code."""

    code: str
    slug: str
    names: Names
    figures: tuple[str, str]

    @property
    def is_hazard(self) -> bool:
        return self.code.startswith(HAZARDS)


@dataclass(frozen=True, slots=True)
class Coded:
    """What a line says. `counts` are count answers by key; `place` is as it was typed."""

    code: Code
    counts: Mapping[str, dict[str, Any]]
    place: str


def looks_like_code(text: str) -> bool:
    """Whether a line begins as a code does."""
    return re.match(r"[nahsg]\d{1,2}[\s,，]", fold(clean(text)).strip()) is not None


def read_code(text: str, codes: Mapping[str, Code]) -> Coded | Fault:
    """A line as it was sent. The fault says what is wrong; its words show a line that is right."""
    line = clean(text).strip()
    found = _CODE.match(fold(line))
    if found is None:
        return Fault("code-not-one", {"example": EXAMPLE})
    name = f"{found['letter'].upper()}{int(found['number'])}"
    code = codes.get(name)
    if code is None:
        last = max(int(each[1:]) for each in codes if each[0] == name[0])
        return Fault("code-unknown", {"code": name, "last": f"{name[0]}{last}", "example": EXAMPLE})
    words = [word for word in re.split(r"[\s,，、;；/]+", line[found.end() :]) if word]
    figures = [word for word in words[:3] if _FIGURE.fullmatch(fold(word))]
    figures = figures[: next((at for at, word in enumerate(words[:3]) if not _FIGURE.fullmatch(fold(word))), 3)]
    if len(figures) > 2:
        return Fault("code-too-many", {"code": name, "example": EXAMPLE})
    place = " ".join(words[len(figures) :])[:_LONGEST_PLACE]
    if not place:
        return Fault("code-no-place", {"code": name, "example": EXAMPLE})
    counts = {}
    for key, said in zip(code.figures, map(fold, figures), strict=False):
        if said.isdecimal() and int(said) > MOST:
            return Fault("code-too-large", {"figure": said[:12], "example": EXAMPLE})
        if said != "-":
            counts[key] = count(UNKNOWN if said == "?" else exactly(int(said)))
    return Coded(code, counts, place)
