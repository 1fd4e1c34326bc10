"""Houses, households, roads, water, burnt land and what was measured.

间 are rooms, 户 households, 栋 buildings: never interchanged (domain table 1.4). 15 亩 are one hectare.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.rules.reading.clauses import Clause, blank, clauses, pattern
from bot.rules.reading.counting import Group, counted, unit_pattern
from bot.rules.reading.figures import MORE, with_neighbours
from bot.rules.reading.numbers import ZERO, Figure, counts
from bot.rules.reading.settling import Span

MU_PER_HECTARE = 15

_COLLAPSED = re.compile(
    r"倒塌|塌|冧|倒咗|倒了|冲毁|冲垮|冲倒|冲冧|压塌|压垮|震塌|冲走|全毁|烧毁|倒(?=[\d一两二三四五六七八九十])|夷平|[房屋](?:都|全)?(?:没了|冇咗|冇晒)"
)
_SEVERE = re.compile(r"严重损坏|严重受损|严损|结构受损|成危房|严重破坏")
_LIGHT = re.compile(
    r"一般损坏|轻微损坏|轻微受损|一般受损|部分损坏|轻微破坏|轻损"
    r"|(?:屋顶|瓦面|瓦顶|屋面|铁皮顶?|天面)[^,。]{0,4}(?:受损|损坏|[砸打](?:坏|穿|烂)|飞(?:了|咗|走)?|掀(?:了|咗|翻|走|开)?|吹(?:了|咗|走|翻|飞))"
)
_NOT_DOWN = re.compile(
    r"(?:房子|房屋|屋|间屋|屋企|楼房?|墙)(?:体)?(?:都|暂时|仲|还)?(?:没有?|冇|未|无)(?:有)?(?:倒|塌|冧|事)|(?:没有|冇|无)(?:房屋)?倒塌(?:房屋)?"
)
_HOUSE = re.compile(r"屋|房|瓦|宅|民居")
_MOVED = re.compile(r"转移|疏散|撤离|撤走|搬")
_THREAT = re.compile(
    r"威胁|危及|影响到?下面|(?<![压困埋夹卡围堵扣坐企站守])住[着住有了咗紧]?(?=[\d一两二三四五六七八九十廿卅几])|屋里|屋企|里面住|入面住|楼上住|受威胁|下面有|旁边有|坡下"
)
_AFFECTED = re.compile(r"用水|饮水|影响|受灾|涉及|波及|受影响|冇水|缺水|饮水困难|停水|停电|冇电")
_POPULATION = re.compile(
    r"(?P<what>(?:受灾|影响|受影响|涉及|波及)(?:人口|人数|群众|村民))(?:约|大约|大概|共|为|:)*(?=[\d一二两三四五六七八九十百千几])"
)
_DEPTH = re.compile(
    r"(?:水深|水位|浸到|浸过|淹到|淹过|积水|深|水浸|没过|漫过|到|漫到|浸咗)(?:大约|约|大概|差唔多|有|到|成(?!个)|至|了|咗)*"
    r"(?P<depth>半个人高|成个人高|一个人高|个人高|人高|膝盖|膝头|过膝|膝|大腿|小腿|腰|胸口?|肩膀?|脚踝|脚眼|车轮|轮胎|车门|车窗|车顶|引擎盖|大髀|小髀|心口|肚脐|肚|颈|下巴|床板|床|[一二三四]楼(?:窗台|楼板)?|窗台|屋檐|门槛|楼梯|台阶|半米|[一二两三四五六七八九十\d.]{1,8}(?:多|几)?(?:厘米|公分|cm|米|m|尺)(?:[一二两三四五六七八九](?![户人个])|深|高|几|多)?)"
    r"|(?P<bare>半个人高|成个人高|一个人高|过膝|齐腰|齐膝|及膝|及腰)"
)
_LENGTH = (
    r"(?P<value>[\d.]+|[一二两三四五六七八九十百]{1,8})\s*(?:多|几|来)?(?P<unit>厘米|公分|cm|毫米|mm|米|m)(?![²2])"
)
_LENGTH_AGAIN = _LENGTH.replace("value", "v2").replace("unit", "u2")
_CRACK_LONG = re.compile(
    rf"(?:裂缝|裂纹|裂口|裂)[^。]{{0,8}}?(?:长|有)?(?:大概|大约|约|差唔多|成)?{_LENGTH}(?:长)?"
    rf"|长(?:大概|大约|约)?(?:[\d.]{{1,6}}\s*[-~至到]\s*)?{_LENGTH_AGAIN}"
)
_FINGER = re.compile(
    r"(?P<about>快|差唔多|差不多|约|大概|近|有|成)?(?P<width>[一二两三四五六七八九十半\d]{1,8})(?:根|只)?(?:手)?指(?:头|公)?(?:宽|阔|咁阔)?"
)
_WIDTH = re.compile(rf"(?:宽|阔|闊)(?:约|大概|大约|有|到)?{_LENGTH}")
_VOLUME = re.compile(r"^(?:立方米?|方(?!向|便|法|面)|m3|立方)")
_BURNT = re.compile(r"^\s*(?P<unit>亩|公顷)")
_LOSS = re.compile(
    r"(?:损失|经济损失|损失约|骗走?|被骗|呃咗?)[^,。\d一二三四五六七八九十]{0,6}(?P<value>[\d.]+|[一二两三四五六七八九十百千几]{1,8})(?:多|几|余)?\s*(?P<unit>万|亿|元|蚊)"
)


@dataclass(frozen=True, slots=True)
class Damage:
    """What was damaged; `spans` holds each field's words by its path (`houses.collapsed`, `road_blocked` …)."""

    houses: Mapping[str, Figure] = field(default_factory=dict)
    affected: Mapping[str, Figure] = field(default_factory=dict)
    threatened: Mapping[str, Figure] = field(default_factory=dict)
    road_blocked: str | None = None
    water_depth_text: str | None = None
    measurements: Mapping[str, object] = field(default_factory=dict)
    more: frozenset[str] = frozenset()
    spans: Mapping[str, Span] = field(default_factory=dict)


def read_damage(folded: str, times: Sequence[Span] = ()) -> Damage:
    """Everything a folded text says about things, land and roads."""
    text = blank(blank(folded), pattern("negation", "contradicted"))
    houses: dict[str, Figure] = {}
    affected: dict[str, Figure] = {}
    threatened: dict[str, Figure] = {}
    spans: dict[str, Span] = {}
    for piece in clauses(text):
        _houses(piece, times, houses, spans)
        _households(piece, times, affected, threatened, houses, spans)
        _persons(piece, times, affected, threatened, spans)
    road = _road(folded, spans)
    depth = _depth(text, spans)
    more = frozenset(
        path for path, (start, _) in spans.items() if path.startswith("affected") and MORE.search(text[:start])
    )
    return Damage(houses, affected, threatened, road, depth, _measurements(text, times, spans), more, spans)


def _keep(into: dict[str, Figure], name: str, group: Group, piece: Clause, path: str, spans: dict[str, Span]) -> None:
    into[name] = group.count.figure
    spans[path] = piece.span(group.count.span[0], group.end)


def _houses(piece: Clause, times: Sequence[Span], houses: dict[str, Figure], spans: dict[str, Span]) -> None:
    """倒塌三间 → collapsed_rooms 3, 倒塌两户 → collapsed 2; 房子没倒 → collapsed 0."""
    spared = _NOT_DOWN.search(piece.text)
    if spared:
        houses.setdefault("collapsed", ZERO)
        spans["houses.collapsed"] = piece.span(*spared.span())
        return
    kinds = _kinds(piece.text)
    if not kinds:
        return
    for group in counted(piece.text, unit_pattern("room"), times, piece.start):
        kind = _nearest(kinds, group)
        if not re.match(r"(?:鞋|工|商|档|铺|仓|猪|鸡|小|学|幼)", piece.text[group.end :]):
            _keep(houses, f"{kind}_rooms", group, piece, f"houses.{kind}_rooms", spans)
    for group in counted(piece.text, unit_pattern("building"), times, piece.start):
        kind = _nearest(kinds, group)
        _keep(houses, f"{kind}_buildings", group, piece, f"houses.{kind}_buildings", spans)
    for group in counted(piece.text, unit_pattern("household"), times, piece.start):
        kind = _nearest(kinds, group)
        if _HOUSE.search(piece.text) or kind != "collapsed":
            _keep(houses, kind, group, piece, f"houses.{kind}", spans)


def _kinds(text: str) -> list[tuple[str, Span]]:
    """Which damage a clause speaks of, and where; 严重损坏 and 一般损坏 before 塌."""
    rows = (("severe", _SEVERE), ("light", _LIGHT))
    found = [(kind, match.span()) for kind, regex in rows for match in regex.finditer(text)]
    collapsed = [("collapsed", match.span()) for match in _COLLAPSED.finditer(text)]
    return found + [one for one in collapsed if not any(a <= one[1][0] < b for _, (a, b) in found)]


def _nearest(kinds: Sequence[tuple[str, Span]], group: Group) -> str:
    """3户严重损坏、1户一般损坏: each number with the damage said beside it."""
    start = group.count.span[0]

    def distance(kind: tuple[str, Span]) -> int:
        first, last = kind[1]
        return first - group.end if first >= group.end else start - last + 1

    return min(kinds, key=distance)[0]


def _households(
    piece: Clause,
    times: Sequence[Span],
    affected: dict[str, Figure],
    threatened: dict[str, Figure],
    houses: Mapping[str, Figure],
    spans: dict[str, Span],
) -> None:
    for group in counted(piece.text, unit_pattern("household"), times, piece.start):
        if group.count.figure in [houses.get(kind) for kind in ("collapsed", "severe", "light")]:
            continue
        under_threat = bool(_THREAT.search(piece.text))
        into, name = (threatened, "threatened") if under_threat else (affected, "affected")
        _keep(into, "households", group, piece, f"{name}.households", spans)


def _persons(
    piece: Clause,
    times: Sequence[Span],
    affected: dict[str, Figure],
    threatened: dict[str, Figure],
    spans: dict[str, Span],
) -> None:
    """屋里住5个人 are threatened, 影响86人 affected; moving them is counted with the people."""
    if _MOVED.search(piece.text):
        return
    groups = counted(piece.text, unit_pattern("person"), times, piece.start)
    for group in groups:
        into, name = (threatened, "threatened") if _THREAT.search(piece.text[: group.end]) else (affected, "affected")
        if into is affected and not _AFFECTED.search(piece.text):
            continue
        _keep(into, "persons", group, piece, f"{name}.persons", spans)
        into["persons"] = with_neighbours(group, groups, piece.text)
        return
    said = _POPULATION.search(piece.text)
    count = next(iter(counts(piece.text[said.end("what") :])), None) if said else None
    if said and count is not None:
        affected["persons"] = count.figure
        spans["affected.persons"] = piece.span(said.start(), said.end("what") + count.span[1])


def _road(text: str, spans: dict[str, Span]) -> str | None:
    for state in ("none", "half", "full"):
        found = pattern("road", state).search(text)
        if found:
            spans["road_blocked"] = found.span()
            return state
    return None


def _depth(text: str, spans: dict[str, Span]) -> str | None:
    if not re.search(r"水|浸|淹|涌|洪", text):
        return None
    found = _DEPTH.search(text)
    if not found:
        return None
    name = "depth" if found["depth"] else "bare"
    spans["water_depth_text"] = found.span(name)
    return found[name]


def _measurements(text: str, times: Sequence[Span], spans: dict[str, Span]) -> dict[str, object]:
    """Lengths in metres as said, areas in hectares, volumes in m³, loss in 万元."""
    measured: dict[str, object] = {}
    if "裂" in text:
        _crack(text, measured, spans)
    for count in counts(text):
        rest = text[count.span[1] :]
        if _VOLUME.match(rest):
            measured["volume_m3"] = count.figure.as_field()
            spans["measurements.volume_m3"] = (count.span[0], count.span[1] + 1)
        land = _BURNT.match(rest)
        if land:
            _land(count.figure, land["unit"], measured)
            spans["measurements.area_mu"] = (count.span[0], count.span[1] + land.end())
    loss = _LOSS.search(text)
    if loss:
        measured["loss_wan"] = _loss_wan(loss)
        spans["measurements.loss_wan"] = loss.span()
    return measured


def _crack(text: str, measured: dict[str, object], spans: dict[str, Span]) -> None:
    long = _CRACK_LONG.search(text)
    if long:
        value, unit = (long["value"], long["unit"]) if long["value"] else (long["v2"], long["u2"])
        narrow = unit not in {"米", "m"} and "长" not in long[0]  # 墙体裂缝3厘米 is how wide it is
        measured["crack_width_now" if narrow else "crack_length_m"] = (
            value + unit if narrow else _span(text, value, unit)
        )
        spans["measurements.crack_width_now" if narrow else "measurements.crack_length_m"] = long.span()
    wide = list(_FINGER.finditer(text))
    if wide:
        measured["crack_width_now"] = _fingers(wide[-1])
        spans["measurements.crack_width_now"] = wide[-1].span()
        if len(wide) > 1:
            measured["crack_width_prev"] = _fingers(wide[0])
        return
    width = _WIDTH.search(text)
    if width:
        measured["crack_width_now"] = width["value"] + width["unit"]


def _span(text: str, value: str, unit: str) -> object:
    """5-8米 keeps both ends."""
    low = re.search(rf"([\d.]{{1,6}})\s*[-~至到]\s*{re.escape(value)}\s*{unit}", text)
    if low is None:
        return _metres(value, unit)
    return {"min": _metres(low[1], unit), "max": _metres(value, unit), "exact": False}


def _fingers(found: re.Match[str]) -> str:
    return ("约" if found["about"] and found["about"] not in {"有", "成"} else "") + found["width"] + "指"


def _metres(value: str, unit: str) -> float | int | None:
    number = _decimal(value)
    if number is None:
        return None
    metres = number / {"厘米": 100, "公分": 100, "cm": 100, "毫米": 1000, "mm": 1000}.get(unit, 1)
    return int(metres) if metres == int(metres) else metres


def _decimal(value: str) -> float | None:
    if re.fullmatch(r"\d+(?:\.\d+)?", value):
        return float(value)
    figure = next((count.figure for count in counts(value + "个")), None)
    return float(figure.surely) if figure is not None else None


def _land(figure: Figure, unit: str, measured: dict[str, object]) -> None:
    scale = MU_PER_HECTARE if unit == "亩" else 1
    low, high = figure.min, figure.max
    measured["area_mu" if unit == "亩" else "area_hectares_said"] = figure.as_field()
    measured["area_ha"] = _hectares(figure, scale)
    measured["area_ha_min"] = None if low is None else round(low / scale, 2)
    measured["area_ha_max"] = None if high is None else round(high / scale, 2)


def _hectares(figure: Figure, scale: int) -> object:
    low, high = (None if bound is None else round(bound / scale, 2) for bound in (figure.min, figure.max))
    return low if figure.exact else {"min": low, "max": high, "exact": False}


def _loss_wan(found: re.Match[str]) -> float | None:
    value = _decimal(found["value"])
    if value is None:
        return None
    return value * {"万": 1, "亿": 10_000}.get(found["unit"], 0.0001)
