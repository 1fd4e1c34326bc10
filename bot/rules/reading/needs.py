"""What the sender asks for (艇, 担架, 派人) and what evidence they speak of (影咗相, 有视频)."""

import re
from collections.abc import Mapping
from functools import cache

from bot.rules.reading.clauses import Clause, clauses
from bot.rules.reading.settling import Span
from bot.rules.reading.tables import table


@cache
def _rows(section: str) -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(text) for name, text in table("needs")[section].items()}


@cache
def _row(name: str) -> re.Pattern[str]:
    return re.compile(table("needs")[name])


def read_requests(folded: str) -> dict[str, Span]:
    """Each thing asked for, by the name in the table, and its words. 要艇唔使 and 已派人 ask for nothing."""
    wanted: dict[str, Span] = {}
    for piece in clauses(folded):
        if not _row("refused").search(piece.text):
            _from_clause(piece, wanted)
    if len(wanted) > 1:
        wanted.pop("支援", None)  # 请求支援，要担架: the thing says more than the word
    return wanted


def _from_clause(piece: Clause, wanted: dict[str, Span]) -> None:
    asked = _row("asking").search(piece.text)
    if asked is None:
        return
    for name, thing in _rows("things").items():
        found = thing.search(piece.text, asked.start())
        if found and found.start() - asked.end() <= 12:
            first = min(asked.start(), found.start())
            wanted.setdefault(name, piece.span(first, max(asked.end(), found.end())))


def read_evidence(folded: str) -> dict[str, Span]:
    """The kinds of evidence a text speaks of; 冇影相 and 冇视频 speak of none."""
    found: dict[str, Span] = {}
    for kind, regex in _rows("evidence").items():
        match = regex.search(folded)
        if match and not re.search(r"(?:冇|没有?|未|无)[^,。]{0,3}$", folded[: match.start()]):
            found[kind] = match.span()
    return found
