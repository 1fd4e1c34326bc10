"""Numbers with what they count: two people, three households."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.rules.reading.clauses import pattern
from bot.rules.reading.numbers import Count, Figure, counts
from bot.rules.reading.settling import Span


@dataclass(frozen=True, slots=True)
class Group:
    """A number of people as counted in a clause."""

    count: Count
    end: int


def unit_pattern(name: str) -> re.Pattern[str]:
    return pattern("people", f"unit_{name}")


def counted(text: str, unit: re.Pattern[str], skip: Sequence[Span] = (), offset: int = 0) -> list[Group]:
    """The numbers in `text` that are followed by `unit`; `skip` are spans of times, which count nobody."""
    groups = []
    for count in counts(text):
        start, end = count.span
        if any(first <= start + offset < last for first, last in skip):
            continue
        found = unit.match(text, end)
        if found and found[0].startswith("对"):
            count = Count(_pairs(count.figure), count.span)
        if found:
            groups.append(Group(count, found.end()))
    return groups


def _pairs(figure: Figure) -> Figure:
    """一对母子 are two people."""
    return Figure(figure.min and figure.min * 2, figure.max and figure.max * 2, figure.exact)
