"""Several statements about people → one figure a role: totals stand, numbers add up, hearsay is set aside."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.rules.reading.clauses import pattern
from bot.rules.reading.numbers import ZERO, Figure, exactly

Span = tuple[int, int]
ROLES = (
    "dead",
    "missing",
    "injured_serious",
    "injured_minor",
    "rescued",
    "trapped",
    "injured",
    "ill",
    "hospitalized",
    "evacuated",
)


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure and its words. `total`: said as a total; `more`: said as an addition; `whole`: a 一死三伤 summary.

    `part`: said of some of those counted before (其中三人), so it adds nobody to them.
    """

    role: str
    figure: Figure
    span: Span
    counted: bool = True
    total: bool = False
    more: bool = False
    whole: bool = False
    implied: bool = False
    part: bool = False
    number: Span | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """The people of a text by role, the words each came from, and what was only hearsay."""

    people: Mapping[str, Figure] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    implied: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()
    hearsay: Mapping[str, Figure] = field(default_factory=dict)
    bare: Figure | None = None


def settle(stated: Sequence[Stated], text: str, bare: Figure | None = None) -> Figures:
    people: dict[str, Figure] = {}
    spans: dict[str, Span] = {}
    implied: set[str] = set()
    more: set[str] = set()
    heard: dict[str, Figure] = {}
    stated = _enumerated(stated)
    for role in ROLES:
        said = [item for item in stated if item.role == role]
        if not said:
            continue
        firm = [item for item in said if not _is_hearsay(item, text)]
        if not firm:
            heard[role] = _one_figure(said)
            continue
        people[role], spans[role] = _one_figure(firm), firm[-1].span
        if all(item.implied for item in firm):
            implied.add(role)
        if any(item.more for item in firm) and not any(item.whole or item.total for item in firm):
            more.add(role)
    if _one_alone(text):
        people = {role: exactly(1) if figure == Figure(1, None, False) else figure for role, figure in people.items()}
    if {"dead", "injured"} <= people.keys() and not any(
        item.counted for item in stated if item.role in {"dead", "injured"}
    ):
        del people["injured"]  # 雷击中阿伯，抢救无效: the one who was hurt is the one who died
    if "dead" in people and people["dead"].surely and re.search(r"另一?个", text):
        more -= {"injured", "injured_serious", "injured_minor"}  # 那个宣布不行了，另一个骨折: one of the two
    _subtract_rescued(people, stated)
    _derive_injured(people, spans, more, text)
    _those_hurt_to_hospital(people, spans, text)
    return Figures(people, spans, frozenset(implied), frozenset(more), heard, bare)


_INJURED = ("injured", "injured_serious", "injured_minor")


def _enumerated(stated: Sequence[Stated]) -> list[Stated]:
    """两个跌伤，一个断脚，另一个擦损: the two, told one by one, are not four. 砸中两个，一死一重伤: one is hurt."""
    family = (*_INJURED, "dead", "hospitalized")
    hurt = [item for item in stated if item.role in family and item.counted and not item.figure.is_zero]
    hurt = list({item.number: item for item in reversed(hurt)}.values())
    hurt.sort(key=lambda item: item.span)
    if len(hurt) < 3 or hurt[0].role != "injured" or total([item.figure for item in hurt[1:]]) != hurt[0].figure:
        return list(stated)
    if any(item.role == "dead" for item in hurt[1:]):
        dead = total([item.figure for item in hurt[1:] if item.role == "dead"])
        alive = replace(hurt[0], figure=minus(hurt[0].figure, dead), total=True)
        return [alive if item is hurt[0] else item for item in stated]
    return [replace(item, part=True) if item in hurt[1:] else item for item in stated]


def _one_alone(text: str) -> bool:
    """有人滑倒，女，大概三十岁: one age, and nobody else is counted."""
    return len(re.findall(r"岁|[,。\s](?:男|女)(?:性|,|。|\s|$)", text)) in (1, 2) and len(re.findall("岁", text)) < 2


def _is_hearsay(item: Stated, text: str) -> bool:
    """有人话死咗人，未证实: hearsay in the clause, or a doubt said right behind it."""
    if item.figure.is_zero:
        return False
    start = max(text.rfind(stop, 0, item.span[0]) for stop in ",。;\n")
    end = re.compile(r"[。;\n]|$").search(text, item.span[1])
    ahead, behind = text[start + 1 : item.span[1]], text[item.span[1] : end.start() if end else None]
    doubt = re.search(
        r"未(?:经)?(?:证实|核实|确认)|(?:不|唔|未)(?:知|肯定|确定|知道)(?:系咪|是不是|真|是否)(?!因|由|同|跟|和|食|吃|饮|水)|待核",
        behind[:14],
    )
    sentence = text[max(text.rfind(stop, 0, item.span[0]) for stop in "。;\n") + 1 :]
    spoken = pattern("hearsay", "words").search(ahead) or pattern("hearsay", "carries").search(sentence)
    return bool(spoken or doubt) and not re.search(r"医院(?:话|讲|说|通知)", ahead)


def _one_figure(said: Sequence[Stated]) -> Figure:
    """A summary or a total stands; else counted ones add up; else the last of those without a number."""
    for choice in ([item for item in said if item.whole], [item for item in said if item.total]):
        if choice:
            return choice[-1].figure
    with_numbers = [item for item in said if item.counted and not item.figure.is_zero]
    wholes = [item for item in with_numbers if not item.part]
    more = [item for item in said if not item.counted and item.figure.exact and not item.part]
    if not wholes and with_numbers and more and more[0].figure.surely > total([x.figure for x in with_numbers]).surely:
        return more[0].figure  # 一家四口……已送医院，其中一人在ICU: all four were taken there
    with_numbers = wholes or with_numbers
    if with_numbers:
        # 三名工人中毒晕倒 counts three, though two words say it.
        numbered = [item for item in with_numbers if item.number is not None] or with_numbers
        return total([item.figure for item in {item.number: item for item in numbered}.values()])
    positive = [item for item in said if not item.figure.is_zero]
    precise = [item for item in positive if item.figure.exact]
    return (precise or positive or list(said))[0].figure


def total(figures: Sequence[Figure]) -> Figure:
    if len(figures) == 1:
        return figures[0]
    lows, highs = [figure.min for figure in figures], [figure.max for figure in figures]
    low = sum(value or 0 for value in lows)
    high = None if None in highs else sum(value or 0 for value in highs)
    return Figure(low, high, all(figure.exact for figure in figures))


def _subtract_rescued(people: dict[str, Figure], stated: Sequence[Stated]) -> None:
    """困咗两个人，啱啱救返出嚟: rescued later in the same text are no longer trapped or missing."""
    rescued = next((item for item in reversed(stated) if item.role == "rescued"), None)
    trapped = next((item for item in stated if item.role == "trapped"), None)
    if rescued is None or trapped is None or rescued.span[0] < trapped.span[0] or rescued.figure.is_zero:
        return
    still = re.compile(r"仲|还|尚")
    if (
        trapped.figure.is_zero
        or still.search("")
        or any(item.role == "trapped" and item is not trapped for item in stated)
    ):
        return
    people["trapped"] = minus(trapped.figure, rescued.figure) if rescued.counted else ZERO
    people["rescued"] = rescued.figure if rescued.counted else trapped.figure


def minus(whole: Figure, part: Figure) -> Figure:
    """What is left of `whole` without `part`, never below zero; vague where either is."""
    low = max(0, (whole.min or 0) - (part.max if part.max is not None else whole.min or 0))
    high = None if whole.max is None else max(0, whole.max - (part.min or 0))
    return Figure(low, high, whole.exact and part.exact)


_HURT_TO_HOSPITAL = re.compile(r"(?:伤者|伤员|受伤人员)(?:已经?|都|全部|均|正在)*送(?:医|院|往|到|去)")


def _those_hurt_to_hospital(people: dict[str, Figure], spans: dict[str, Span], text: str) -> None:
    """1人死亡、1人重伤，伤者已送医: as many as are hurt."""
    said = _HURT_TO_HOSPITAL.search(text)
    if said and "hospitalized" not in people and people.get("injured", ZERO).surely:
        people["hospitalized"], spans["hospitalized"] = people["injured"], said.span()


def _derive_injured(people: dict[str, Figure], spans: dict[str, Span], more: set[str], text: str) -> None:
    """三伤，其中重伤一人: the rest are slight. 重伤一人、轻伤两人: three hurt."""
    serious, minor = people.get("injured_serious"), people.get("injured_minor")
    if people.get("injured") == Figure(1, None, False) and {"injured_serious", "injured_minor"} & more:
        parts = [people[part] for part in ("injured_serious", "injured_minor") if part in people and part in more]
        people["injured"] = total([exactly(1), *parts])  # 腿断了，另一个只是擦伤
        more -= {"injured_serious", "injured_minor"}
        return
    if "injured" not in people or people["injured"].is_zero:
        known = [figure for figure in (serious, minor) if figure is not None and not figure.is_unknown]
        if known and any(not figure.is_zero for figure in known):
            people["injured"] = total(known)
            spans["injured"] = spans["injured_serious"] if serious is not None else spans["injured_minor"]
            if {"injured_serious", "injured_minor"} & more:
                more.add("injured")
        return
    if "其中" in text and serious is not None and minor is None and people["injured"].exact and serious.exact:
        people["injured_minor"], spans["injured_minor"] = minus(people["injured"], serious), spans["injured_serious"]
