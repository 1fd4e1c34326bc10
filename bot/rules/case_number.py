"""Case numbers that can be read over a telephone: 派潭-261123-01 is the first of 23 November 2026 in Paitan.

Unique for a town and a day; the caller counts the sequence from 1 inside its transaction.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from bot.rules.reading.script import clean, fold

TOWN_ENDS = ("街道", "镇", "乡", "街")
_BETWEEN = r"[\s\-‐-―−_/.·、,]*"
_DIGITS = rf"(?P<day>\d{{6}})(?:{_BETWEEN[:-1]}+|号)(?P<sequence>\d{{1,4}})(?!\d)"
_WHOLE = re.compile(rf"(?P<town>[^\W\d_]{{1,12}}){_BETWEEN}{_DIGITS}号?")


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """`town` is the stem of the town's simplified name; `str()` is the number as everybody writes it."""

    town: str
    day: date
    sequence: int

    def __str__(self) -> str:
        return f"{self.town}-{self.day:%y%m%d}-{self.sequence:02d}"


def town_stem(town_name: str) -> str:
    """派潭镇 → 派潭, 荔城街道 → 荔城; a traditional name gives the same stem."""
    name = fold(clean(town_name))
    end = next((end for end in TOWN_ENDS if name.endswith(end) and len(name) > len(end) + 1), "")
    return name.removesuffix(end)


def case_number(town_name: str, day: date, sequence: int) -> str:
    """The number of the town's `sequence`-th case (from 1) of its local `day`. ValueError below 1."""
    if sequence < 1:
        raise ValueError("a sequence counts from 1")
    return str(CaseNumber(town_stem(town_name), day, sequence))


def parse(text: str) -> CaseNumber | None:
    """A number as people type it: 派潭261123-1, full width, traditional, with spaces. None when it is none."""
    found = _WHOLE.fullmatch(fold(clean(text)))
    return None if found is None else _number(town_stem(found["town"]), found)


def normalise(text: str) -> str | None:
    """The number as everybody writes it; None when `text` is not one."""
    number = parse(text)
    return None if number is None else str(number)


def numbers_in(text: str, towns: Collection[str]) -> Iterator[CaseNumber]:
    """The numbers inside a sentence, in order, given the names of the towns there are."""
    stems = {town_stem(town) for town in towns}
    longest_first = "|".join(map(re.escape, sorted(stems, key=len, reverse=True)))
    if not stems:
        return
    for found in re.finditer(rf"(?P<town>{longest_first})(?:街道|镇|街)?{_BETWEEN}{_DIGITS}", fold(clean(text))):
        if (number := _number(found["town"], found)) is not None:
            yield number


def _number(town: str, found: re.Match[str]) -> CaseNumber | None:
    digits, sequence = found["day"], int(found["sequence"])
    try:
        day = date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    except ValueError:
        return None
    return CaseNumber(town, day, sequence) if sequence else None
