"""The place inside the village: 社下社 何水生家屋后切坡, 东华三街 出租屋, 三楼."""

import re
from collections.abc import Sequence
from functools import cache

from bot.rules.reading.clauses import clauses
from bot.rules.reading.script import Line
from bot.rules.reading.tables import table

Span = tuple[int, int]
_STREET = re.compile(r"[一二三四五六七八九十\d东南西北]*(?:街|路|巷|大道)(?!边|口|面|道|段)")
_CLASSIFIER = re.compile(
    r"^(?:[那嗰呢这]?(?:条|條|个|個|间|間|棵|部|座|架|栋|幢|处|段|家)|的|嘅|,|，|:|：|、|\s|内|里|委|[我你]|啊|呀|一)+"
)
_POINTING = re.compile(
    r"(?<=[后後前旁侧])(?:面|边|邊)?[那嗰呢这](?:个|個|条|條|栋|座|间|間|幢|处)|(?<=[后後前旁侧])(?:面|边|邊)(?:的|嘅)"
)
_THAT = re.compile(r"[那嗰](?:个|個|条|條|栋|棟|座|间|間|幢|处|處)|(?<=[一-鿿])嘅(?=[一-鿿])")
_SOCIETY = re.compile(r"^(.{1,4}?[社队組组])(?=[^口区会团长员干\s]{2})")


@cache
def _landmark() -> re.Pattern[str]:
    rows = table("detail")
    return re.compile(rf"[^|,。;!?\s]{{0,14}}(?:{rows['landmark']}){rows['after']}")


@cache
def _floor() -> re.Pattern[str]:
    return re.compile(table("detail")["floor"])


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(rf".*(?:{table('detail')['stop']})")


def is_street(folded: str, span: Span) -> bool:
    """东华三街 is a street, though 东华 is a village; 东华村三街 is a street of that village."""
    return folded[span[1] - 1 : span[1]] not in {"村", "区"} and bool(_STREET.match(folded, span[1]))


def read_detail(line: Line, known: Sequence[Span]) -> tuple[str | None, Span | None]:
    """The landmark words of a text, without the area names and times at `known`; (None, None) where there are none."""
    text = _without(line.folded, known)
    for piece in clauses(text):
        found = _landmark().search(piece.text)
        if not found:
            continue
        start = _begin(found[0])
        span = piece.span(found.start() + start, found.end())
        words = _tidy(line.raw[span[0] : span[1]])
        floor = _floor().search(text, span[1])
        if words:
            return words + (f" {line.raw[floor.start() : floor.end()]}" if floor else ""), span
    floor = _floor().search(text)
    return (line.raw[floor.start() : floor.end()], floor.span()) if floor else (None, None)


def _without(folded: str, known: Sequence[Span]) -> str:
    text = folded
    for start, end in known:
        if not is_street(folded, (start, end)):
            text = text[:start] + "|" * (end - start) + text[end:]
    return text


def _begin(words: str) -> int:
    stop = _stop().match(words)
    return stop.end() if stop and stop.end() < len(words) else 0


def _tidy(words: str) -> str:
    words = _CLASSIFIER.sub("", words)
    words = _POINTING.sub("", words)
    words = _THAT.sub(" ", words)
    return _SOCIETY.sub(r"\1 ", words).strip(" ,，的嘅")
