"""The official text of a warning, as it is published, read into what it changes: 升级, 发布, 解除 …, clause by clause.

One text may carry several changes. Nothing is invented: an end that is not stated is None, an issuer that is not named
is empty, and the drafter is asked. Weather signals are those of Guangdong (domain §2.3); the first word that names a
signal and a colour decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.rules.alert_draft import DRILL, AlertDraft, go_on
from bot.rules.alert_levels import closes_schools, rank
from bot.rules.places import Places
from bot.rules.reading.numbers import plain_value
from bot.rules.reading.script import clean, fold
from bot.rules.reading.times import find_time

COLOURS = {"白": "white", "蓝": "blue", "黄": "yellow", "橙": "orange", "红": "red"}
# what the text calls it → kind and signal; the longer name first
EVENTS: dict[str, tuple[str, str]] = {
    "森林火险": ("weather", "forest_fire"),
    "雷雨大风": ("weather", "thunder_gale"),
    "道路结冰": ("weather", "icy_road"),
    "地质灾害": ("geological", ""),
    "山洪灾害": ("flood", ""),
    "山洪": ("flood", ""),
    "洪水": ("flood", ""),
    "台风": ("weather", "typhoon"),
    "暴雨": ("weather", "rainstorm"),
    "高温": ("weather", "heat"),
    "寒冷": ("weather", "cold"),
    "大雾": ("weather", "fog"),
    "灰霾": ("weather", "haze"),
    "冰雹": ("weather", "hail"),
}
# the verb of a clause → what it does; the first that is found counts
VERBS: tuple[tuple[str, str], ...] = (
    ("继续生效|维持|继续保持", "keep"),
    ("扩展|扩大", "extend"),
    ("升级|提升|上调|升为|升至", "upgrade"),
    ("降级|下调|降为|降至|降低", "downgrade"),
    ("变更为|调整为|更新为|改为|转为", "change"),
    ("解除|取消", "cancel"),
    ("发布|生效|启动|挂出", "issue"),
)
_EVENT = re.compile("|".join(EVENTS))
_COLOUR = re.compile("([白蓝黄橙红])色")
# so far before its colour an event is named: 暴雨预警信号由黄色
_NEAR = 10
_ISSUER = re.compile(
    "(?:^|据|由|经|接)(?P<issuer>[一-鿿]{2,16}?(?:气象台|气象局|气象站|发布中心|指挥部|自然资源局|水务局|应急管理局))"
)
_WHOLE = re.compile("全区|我区|全市|我市")
_UNTIL = re.compile("(?:有效期?|持续|生效)(?:至|到)(?P<rest>[^，。；]{2,20})")
_TYPHOON = re.compile('第(?P<number>[0-9一二三四五六七八九十]+)号台风[“"「‘『]?(?P<name>[一-鿿]{1,6})?')
_OBSERVED = re.compile("录得|已达|已出现|过去[0-9一二三四五六]+(?:个)?小时")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a signal. `towns` are codes, or the city's for 全区; empty where the text names none.

    `action` is issue, upgrade, downgrade, extend or cancel; `prev_colour` empty where it is not said.
    `observed`: the text says that it has happened (录得, 已达), not only that it is expected.
    """

    kind: str
    event: str
    colour: str
    action: str
    prev_colour: str = ""
    issuer: str = ""
    issued_at: datetime | None = None
    towns: tuple[str, ...] = ()
    ends_at: datetime | None = None
    schools_closed: bool = False
    observed: bool = False
    typhoon: tuple[int, str] | None = None


@dataclass
class _Reader:
    """What the clauses so far have said, and what they change."""

    places: Places
    sent_at: datetime
    city: str
    issuer: str = ""
    at: datetime | None = None
    towns: tuple[str, ...] = ()
    event: str = ""
    verb: str = ""
    found: list[Change] = field(default_factory=list)

    def clause(self, raw: str, folded: str) -> None:
        rest = self._issuer(raw, folded)
        reading = find_time(rest, self.sent_at)
        if reading is not None and reading.at is not None and re.search("[0-9][时点:]", rest):
            self.at = reading.at
        towns = self._towns(rest)
        verb = next((name for words, name in VERBS if re.search(words, rest)), "")
        signals = _signals(rest)
        if not signals:
            self._carried(rest, towns, verb)
            return
        verb, towns = verb or self.verb, tuple(dict.fromkeys((*self.towns, *towns)))
        self.towns, self.verb = (), ""
        if verb and verb != "keep":
            self.found += self._changes(verb, towns, signals)

    def _issuer(self, raw: str, folded: str) -> str:
        """The clause without its issuer, so that 增城区气象台 names no place."""
        named = _ISSUER.search(folded)
        if named is None:
            return folded
        self.issuer = raw[named.start("issuer") : named.end("issuer")]
        return folded[: named.start("issuer")] + "，" * len(named["issuer"]) + folded[named.end("issuer") :]

    def _towns(self, clause: str) -> tuple[str, ...]:
        if _WHOLE.search(clause):
            return (self.city,)
        codes = [mention.areas[0].code for mention in self.places.mentions(clause) if len(mention.areas) == 1]
        inner = [code for code in codes if len(code) > len(self.city)]
        return tuple(dict.fromkeys(inner or codes))

    def _carried(self, clause: str, towns: tuple[str, ...], verb: str) -> None:
        """A clause of names only, or 将派潭镇, goes with the next: people set commas between towns."""
        bare = re.sub("[，、和及将的于0-9月日时分:]", "", clause)
        names = "".join(area.name for code in towns if (area := self.places.get(code)))
        carries = bool(towns) and len(bare) <= len(names) + 4
        self.towns = (*self.towns, *towns) if carries else ()
        self.verb = verb or self.verb if carries else ""

    def _changes(self, verb: str, towns: tuple[str, ...], signals: list[tuple[str, str]]) -> Iterator[Change]:
        named = next((event for event, _ in signals if event), self.event)
        if not named:
            return
        self.event = named
        if verb in ("upgrade", "downgrade", "change"):
            before = signals[0][1] if len(signals) > 1 else ""
            yield self._change(named, signals[-1][1], verb, before, towns)
            return
        for event, colour in signals:
            named = event or named
            yield self._change(named, colour, verb, "", towns)

    def _change(self, word: str, colour: str, verb: str, before: str, towns: tuple[str, ...]) -> Change:
        kind, event = EVENTS[word]
        if verb == "change":
            verb = "downgrade" if before and rank(colour) < rank(before) else "upgrade"
        return Change(kind, event, colour, verb, before, self.issuer, self.at, towns)


def _signals(clause: str) -> list[tuple[str, str]]:
    """Every colour of a clause with the event that is named before it ("" where none is)."""
    found, after = [], 0
    for colour in _COLOUR.finditer(clause):
        events = _EVENT.findall(clause, max(after, colour.start() - _NEAR), colour.start())
        found.append((events[-1] if events else "", COLOURS[colour[1]]))
        after = colour.end()
    return found


def read_official(text: str, places: Places, sent_at: datetime) -> tuple[Change, ...]:
    """Every change that the text states, in its order; empty for a text that is no warning.

    The body counts; its title (【…】) only where the body states nothing. `sent_at` carries the zone: 6月8日8时15分 is
    found against it.
    """
    raw = clean(text)
    titles = re.findall("【([^】]*)】", raw)
    body = re.sub("【[^】]*】", "。", raw)
    changes = _read(body, places, sent_at) or _read("。".join(titles), places, sent_at)
    issuer = next((change.issuer for change in changes if change.issuer), "")
    at = next((change.issued_at for change in changes if change.issued_at), None)
    folded = fold(raw)
    return tuple(
        replace(
            change, issuer=change.issuer or issuer, issued_at=change.issued_at or at, ends_at=_end(folded, sent_at),
            schools_closed=_schools(change, folded), observed=bool(_OBSERVED.search(folded)), typhoon=_typhoon(folded),
        )
        for change in dict.fromkeys(changes)
    )  # fmt: skip


def _read(text: str, places: Places, sent_at: datetime) -> list[Change]:
    city = next((area.code for area in places.areas if area.kind == "city"), "")
    reader = _Reader(places, sent_at, city)
    for found in re.finditer("[^，,。；;！!\n]+", text):
        reader.clause(found[0].strip(), fold(found[0].strip()))
    return reader.found


def _end(folded: str, sent_at: datetime) -> datetime | None:
    stated = _UNTIL.search(folded)
    reading = find_time(stated["rest"], sent_at, future=True) if stated else None
    return reading.at if reading is not None and reading.at is not None and reading.at > sent_at else None


def _schools(change: Change, folded: str) -> bool:
    return change.action != "cancel" and ("停课" in folded or closes_schools(change.event, change.colour))


def _typhoon(folded: str) -> tuple[int, str] | None:
    named = _TYPHOON.search(folded)
    number = plain_value(named["number"]) if named else None
    return (number, named["name"] or "") if named and number is not None else None


def drafts_of(text: str, changes: tuple[Change, ...]) -> tuple[AlertDraft, ...]:
    """A draft for each change, with the whole official text; what was not stated is the question that is open."""
    return tuple(go_on(_draft(clean(text), change)) for change in changes)


def _draft(text: str, change: Change) -> AlertDraft:
    words = text.removeprefix(DRILL).removesuffix(DRILL).strip()
    details: dict[str, Any] = {"observed": change.observed, "official": True}
    if change.typhoon:
        details["typhoon"] = list(change.typhoon)
    return AlertDraft(
        areas=change.towns, kind=change.kind, event=change.event, level=change.colour, issuer=change.issuer,
        issued_at=change.issued_at.isoformat() if change.issued_at else "", texts={"zh-Hans": words},
        valid_hours=0, action="cancel" if change.action == "cancel" else "issue", change=change.action,
        prev_level=change.prev_colour or (change.colour if change.action == "cancel" else ""),
        ends_at=change.ends_at.isoformat() if change.ends_at else "", school_closed=change.schools_closed,
        drill=text.startswith(DRILL),
        details=details,
    )  # fmt: skip
