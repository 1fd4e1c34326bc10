"""Summaries of a whole in one breath: 一死三伤, 3人受伤(1重2轻), 死0伤3."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.rules.reading.clauses import Clause
from bot.rules.reading.counting import counted, unit_pattern
from bot.rules.reading.numbers import counts, exactly, plain_value
from bot.rules.reading.settling import Stated

_COMPACT_ROLES = {
    "死": "dead",
    "亡": "dead",
    "遇难": "dead",
    "伤": "injured",
    "重伤": "injured_serious",
    "轻伤": "injured_minor",
}
_COMPACT_ROLES |= {"失踪": "missing", "失联": "missing", "被困": "trapped", "获救": "rescued"}


def summary(piece: Clause) -> Iterator[Stated]:
    """一死三伤, 2死1失踪: a summary of the whole, which replaces what was counted one by one."""
    compact = re.compile(r"人?\s*(?P<role>重伤|轻伤|失踪|失联|被困|获救|遇难|死|亡|伤)(?!者|员|情|势)")
    found = [(count, match) for count in counts(piece.text) if (match := compact.match(piece.text, count.span[1]))]
    near = len(found) >= 2 and all(later[0].span[0] - earlier[1].end() <= 1 for earlier, later in pairwise(found))
    if len(found) == 1 and found[0][1].end() >= len(piece.text.rstrip()) and not found[0][1][0].startswith("人"):
        count, match = found[0]
        yield Stated(
            _COMPACT_ROLES[match["role"]], count.figure, piece.span(count.span[0], match.end()), number=count.span
        )
    if near:
        for count, match in found:
            span = piece.span(count.span[0], match.end())
            yield Stated(_COMPACT_ROLES[match["role"]], count.figure, span, total=True, whole=True)


def grave_and_slight(piece: Clause) -> Iterator[Stated]:
    """3人受伤(1重2轻): the parts of a total."""
    found = re.search(
        r"(?P<grave>[\d一两二三四五六七八九十]+)人?重伤?[,、]?(?P<slight>[\d一两二三四五六七八九十]+)人?轻", piece.text
    )
    if not found:
        return
    total = next(iter(counted(piece.text[: found.start()], unit_pattern("person"))), None)
    for name, role in (("grave", "injured_serious"), ("slight", "injured_minor")):
        value = plain_value(found[name])
        if value is not None:
            yield Stated(role, exactly(value), piece.span(*found.span(name)), total=True)
    if total is not None and "伤" in piece.text[: found.start()]:
        yield Stated("injured", total.count.figure, piece.span(total.count.span[0], total.end), total=True)


_WORD_FIRST = re.compile(
    r"(?P<role>重伤|轻伤|死亡?|受?伤|失踪|失联|被困|获救)(?:人数)?[:]?(?P<count>[\d零〇一二两三四五六七八九十]{1,4})(?:人|名)?"
    r"(?=[,、;。\s死受伤轻重失被获]|$)"
)
_FORM_ROLES = _COMPACT_ROLES | {"死亡": "dead", "受伤": "injured"}


def words_first(piece: Clause) -> Iterator[Stated]:
    """死0伤3, 轻伤4重伤1: the summary of a form, words before their numbers."""
    found = list(_WORD_FIRST.finditer(piece.text))
    if len(found) < 2:
        return
    for match in found:
        value = plain_value(match["count"])
        if value is not None:
            yield Stated(_FORM_ROLES[match["role"]], exactly(value), piece.span(*match.span()), total=True, whole=True)
