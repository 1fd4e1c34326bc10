"""Children, old people and others who need help to move; and who means to do what in an early sign."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from bot.rules.reading.clauses import Clause, clauses, pattern
from bot.rules.reading.counting import counted, unit_pattern
from bot.rules.reading.numbers import Figure, counts
from bot.rules.reading.settling import Span
from bot.rules.reading.tables import table
from bot.rules.reading.times import TimeReading, find_time

VULNERABLE = ("child", "elderly", "pregnant", "disabled")
_AGE = re.compile(r"(?P<age>(?<!\d)\d{1,3}|[一二三四五六七八九十]{1,6})(?P<vague>几|多|来)?岁")
_PRESENT = re.compile(
    r"人(?:都)?(?:来|嚟)(?:了|咗|齐)|来(?:了|咗)(?=[\d一两二三四五六七八九十百几]|差不多|大概|约)|举(?:牌|着|住|起)|宜家|依家|现在有|目前有|围[喺在]|[在喺][^,。]{0,6}(?:坐|企|站|等紧|闹|嘈|围|聚)|人(?:都|已经?)?到(?:咗|了|齐)|现场|聚集|聚咗|聚了|围住|围咗|拦住|阻拦|阻挠|阻工|围村委|围政府|围堵|堵住|门口|坐[喺在]|正在|对峙|静坐|拉横|而家|到场|集结"
)
# People who are counted as hurt, lost or under age, and not as taking part.
_ELSE = re.compile(
    r"伤|死|亡|困|失踪|走失|失联|唔见|不见|送院|送医|住院|岁|砍|斩|捅|抓|头破|流血|患者|跳|跌倒|推倒|(?<![唔冇不])[被俾](?!钱|人工|返|工资|走|.{0,8}[骗呃])"
)
_OWED = re.compile(r"涉|欠|骗|呃|计划|准备")
_INVOLVED = re.compile(
    r"涉及|涉|欠|拖欠|骗|呃|工人|员工|村民|参与|串联|户主|业主|家长|准备|要去|打算|扬言|上访|罢工|维权|老人|投资|打架|斗殴|讨薪|追"
)


# 员工约三百人: the size of the whole, not of those who came.
_AS_A_WHOLE = re.compile(
    r"(?:员工|工人|业主|股民|会员|投资人|学员|涉及)(?:总数|人数)?(?:大概|大约|约|有|共|一共|总共)*$"
)


# 接龙37人: those who said that they would come, before 有几个业主 who began it.
_SIGNED_UP = re.compile(r"(?:接龙|报名|签名|联署|响应|话会去|说会去)[^,。\d]{0,4}$")


@dataclass(frozen=True, slots=True)
class VulnerablePerson:
    kind: str
    age_approx: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Plan:
    """An early sign's plan: when (a TimeReading of the future), where, and that it is one at all."""

    at: datetime | None
    place: str | None
    note: str | None
    spans: Mapping[str, Span]
    only_clock: bool = False


@cache
def word(key: str) -> re.Pattern[str]:
    return re.compile(table("people")[key])


def read_vulnerable(folded: str) -> tuple[VulnerablePerson, ...]:
    """Who among the people named needs help first. An animal trapped or a school building is none."""
    found = []
    for kind in VULNERABLE:
        match = pattern("vulnerable", kind).search(folded)
        age = _age(folded, kind)
        if match is None and age is not None:
            match = _AGE.search(folded)
        if match:
            found.append(VulnerablePerson(kind, age, match.span()))
    return tuple(found)


def _age(folded: str, kind: str) -> int | None:
    """八十几岁 → 80, said of an old person or a child."""
    for match in _AGE.finditer(folded):
        figure = next((count.figure for count in counts(match["age"] + (match["vague"] or "") + "个")), None)
        if figure is None or figure.min is None:
            continue
        if (kind == "elderly" and figure.min >= 60) or (kind == "child" and figure.min < 18):
            return figure.min
    return None


def read_plan(folded: str, sent_at: datetime) -> Plan | None:
    """What is planned (听日去镇政府上访), None where the text plans nothing."""
    planned = word("plan").search(folded)
    act = word("act").search(folded)
    if not planned or not act:
        return None
    clause = next((one for one in clauses(folded) if one.start <= act.start() < one.start + len(one.text)), None)
    place = _place(folded, clause)
    time = _time(folded, clause, sent_at)
    spans = {"planned_action.note": (min(planned.start(), act.start()), max(planned.end(), act.end()))}
    if time and time.at:
        spans["planned_action.at"] = time.span
    if place:
        spans["planned_action.place"] = place.span("place")
    note = clause.text.strip() if clause else act[0]
    return Plan(_future(time, sent_at), place["place"] if place else None, note, spans)


_DAY_SAID = re.compile(r"[今明听后昨]|[周号日]|星期|礼拜|\d-\d|/")


def put_off(folded: str, sent_at: datetime) -> Plan | None:
    """改咗后日九点: a new time for a plan that is known."""
    time = find_time(folded, sent_at, future=True)
    at = _future(time, sent_at)
    if time is None or at is None:
        return None
    return Plan(at, None, None, {"planned_action.at": time.span}, only_clock=not _DAY_SAID.search(time.raw))


def _place(folded: str, clause: Clause | None) -> re.Match[str] | None:
    """Where they mean to go, before where they are now: 而家喺厂门口，听朝去镇政府."""
    found = list(word("place").finditer(folded))
    going = [one for one in found if re.match("[去往围堵]|到(?!咗|了)", one[0])]
    inside = [one for one in found if clause and clause.start <= one.start() < clause.start + len(clause.text)]
    chosen = [one for one in going if one in inside] or going or inside or found
    return chosen[0] if chosen else None


def _time(folded: str, clause: Clause | None, sent_at: datetime) -> TimeReading | None:
    """The time said with the deed, before any other: 今天三十人停工，说明天八点堵厂门."""
    inside = find_time(clause.text, sent_at, future=True) if clause else None
    if clause is not None and inside is not None and inside.at is not None and inside.at > sent_at:
        return replace(inside, span=clause.span(*inside.span))
    return find_time(folded, sent_at, future=True)


def _future(time: TimeReading | None, sent_at: datetime) -> datetime | None:
    return time.at if time is not None and time.at is not None and time.at > sent_at else None


def read_participants(folded: str, times: Sequence[Span], *, planned: bool) -> dict[str, tuple[Figure, Span]]:
    """How many are involved and how many are there now, of a dispute, a gathering or a fraud."""
    found: dict[str, tuple[Figure, Span]] = {}
    gathered = bool(_PRESENT.search(folded)) and not planned
    for piece in clauses(folded):
        for group in counted(piece.text, unit_pattern("person"), times, piece.start):
            span = piece.span(group.count.span[0], group.end)
            if _ELSE.search(piece.text):
                continue
            if _SIGNED_UP.search(piece.text[: group.count.span[0]]):
                found["involved"] = (group.count.figure, span)
                continue
            if _AS_A_WHOLE.search(piece.text[: group.count.span[0]]):
                found.setdefault("involved", (group.count.figure, span))
                continue
            here = _PRESENT.search(piece.text) and not word("plan").search(piece.text)
            if here or (gathered and not _OWED.search(piece.text)):
                found.setdefault("present_now", (group.count.figure, span))
            elif _INVOLVED.search(piece.text):
                found.setdefault("involved", (group.count.figure, span))
            else:
                found.setdefault("present_now" if gathered else "involved", (group.count.figure, span))
    return found


_JOIN = re.compile(r"(?:又|再|新增|多(?:了|咗))(?:来|嚟|有)?(?:了|咗)?[^,。\d]{0,2}$")


def joined(folded: str, participants: Mapping[str, tuple[Figure, Span]]) -> frozenset[str]:
    """又来了六个登记的: the paths of those who come to the ones counted before."""
    return frozenset(f"people.{name}" for name, (_, span) in participants.items() if _JOIN.search(folded[: span[0]]))
