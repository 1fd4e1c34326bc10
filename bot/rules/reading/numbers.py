"""How many, as people write it: 三个, 两三个, 十几, 成四十个, 1万2千, 不到5, 冇, 不清楚.

The rows of domain table 1.4. A vague number keeps its bounds, so that a later rule can take the safe side.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.rules.reading.script import clean, fold


@dataclass(frozen=True, slots=True)
class Figure:
    """A count as it was said. `exact` needs both bounds equal; 约30 has them equal and is not exact.

    No bound at all is `UNKNOWN`: the person said that nobody knows. It is never zero.
    """

    min: int | None
    max: int | None
    exact: bool

    @property
    def is_unknown(self) -> bool:
        return self.min is None and self.max is None

    @property
    def is_zero(self) -> bool:
        return self.max == 0

    @property
    def surely(self) -> int:
        """The count that is certain: the lower bound, 0 where there is none."""
        return self.min or 0

    def as_field(self) -> int | dict[str, int | bool | None] | None:
        """As `domain/fields.md` prints it: an integer, a range, or null for unknown."""
        if self.is_unknown:
            return None
        return self.min if self.exact else {"min": self.min, "max": self.max, "exact": False}


UNKNOWN = Figure(None, None, False)
ZERO = Figure(0, 0, True)
SOMEBODY = Figure(1, None, False)


def exactly(count: int) -> Figure:
    return Figure(count, count, True)


_DIGIT_NAMES = ["〇零", "一壹", "二贰两俩", "三叁仨", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"]
DIGITS = {char: value for value, chars in enumerate(_DIGIT_NAMES) for char in chars}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000, "亿": 100_000_000}
TENS = {"廿": 20, "卅": 30, "卌": 40}
_DIGIT = "〇零一壹二贰两俩三叁仨四肆五伍六陆七柒八捌九玖"
_UNIT = "十拾百佰千仟万亿"
_CHINESE = f"{_DIGIT}{_UNIT}{''.join(TENS)}"

# The pieces a number is made of, longest reading first.
_ARABIC = r"\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,12}(?:\.\d{1,6})?"
_PLAIN = rf"(?:(?:{_ARABIC})[万千百亿]?(?:\d{{0,6}}[千百十])?|[{_CHINESE}]{{1,16}})"
# A word that begins with a number and counts nothing: 一直, 三轮车, 二楼, 十字路口. They are read as words.
_NOT_A_COUNT = (
    r"一(?:直|些|样|起|下|齐|阵|定|般|切|旦|边|带|路|早|律|片|向|时|氧|经|度|再|点(?!钟|半|\d|零|三|搭))|"
    r"[一二三四五六七八九十百]{1,6}(?:楼|层|号楼|队|社|组|巷|街|路|轮车|小场所|防|字路|角|级)|"
    r"千(?:万|祈|其)(?:不|唔|别|要|咪)|万(?:一|家|能|分)|百(?:姓|货)|四(?:周|处|围|邻)|三(?:更|鸟)|七七八八|九成|半"
)
_VAGUE_ENDS = "几多来余"

_TOKEN = re.compile(
    rf"(?P<skip>{_NOT_A_COUNT})"
    rf"|(?P<few>好几|几|数|若干)(?P<few_unit>[十百千万]*)(?=[个人户间名位条只头架台宗起单栋例伤亿亩方米辆棵处份车夜家死口成]|$)"
    rf"|(?P<between>(?P<low>{_PLAIN})[个人户名间]?\s*(?:-|~|—|–|至|到|或者|或)\s*(?P<high>{_PLAIN}))(?![-\d点时号日月])"
    rf"|(?P<one>{_PLAIN})(?P<vague>[{_VAGUE_ENDS}]{{0,3}})"
)
_AROUND = re.compile(
    r"(?:大约|大概|约莫|约|大致|估计|可能|差唔多|差不多|将近|接近|(?<![附最靠邻])近|(?<![造形组变完达])成|上下|目测|疑似)有?\s*$"
)
_AT_LEAST = re.compile(r"(?:至少|最少|起码|不少于|不下于?|少说)有?\s*$")
_OVER = re.compile(r"(?:超过|多过|多于|大于)了?\s*$")
_UNDER = re.compile(
    r"(?:(?<![数络系找搜救出走看见回过])不到|(?<![络系搵寻救出走睇见返过食郁])唔到|不足|唔够|未够|少于|小于|未到)\s*$"
)
_AT_MOST = re.compile(r"(?:最多|至多|不超过|唔超过|不多于|顶多)有?\s*$")
_AFTER = re.compile(r"\s*(?:个|人|名|户|位|间|亩)*\s*(?P<word>以上|以下|以内|左右|上下|度|咁上下|有多)")


def chinese_value(text: str) -> int | None:
    """三百零五 → 305, 百二 → 120, 三万二 → 32000, 廿三 → 23, 一二三 → 123; None where it is no number."""
    if not text or any(char not in _CHINESE for char in text):
        return None
    if all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    total = section = 0
    digit: int | None = None
    last_unit = 1
    for char in text:
        if char in TENS:
            section, digit, last_unit = section + TENS[char], None, 10
        elif char in DIGITS:
            # Two digits side by side inside a larger number (一百二三) are a range and are read elsewhere.
            if digit not in (None, 0):
                return None
            digit = DIGITS[char]
            last_unit = 1 if char in "零〇" else last_unit
        elif UNITS[char] >= 10_000:
            total = (total + section + (digit or 0) or 1) * UNITS[char]
            section, digit, last_unit = 0, None, UNITS[char]
        else:
            section += (1 if digit in (None, 0) else digit or 1) * UNITS[char]
            digit, last_unit = None, UNITS[char]
    # 百二 is 120 and 三万二 is 32000: a last digit takes the next lower unit; 一百零二 does not.
    return total + section + (digit or 0) * (last_unit // 10 if last_unit >= 100 else 1)


def plain_value(text: str) -> int | None:
    """An Arabic, Chinese or mixed number: 12, 1,200, 1.5万, 1万2千, 三百. None if it is not a whole number."""
    if not text:
        return None
    if not text[0].isdigit() or text[0] in _CHINESE:
        return chinese_value(text)
    total = 0.0
    for number, unit in re.findall(r"(\d+(?:,\d{3})*(?:\.\d+)?)([十百千万亿]*)", text):
        scale = 1
        for char in unit:
            scale *= UNITS[char]
        total += float(number.replace(",", "")) * scale
    return round(total) if abs(total - round(total)) < 1e-6 else None


def _neighbours(text: str) -> Figure | None:
    """两三 → 2-3, 四五十 → 40-50, 十二三 → 12-13, 三五 → 3-5, 一两百 → 100-200; None for anything else."""
    found = re.fullmatch(rf"([{_CHINESE}]*[十百千万])?([一二两三四五六七八九])([二两三四五六七八九])([{_UNIT}]*)", text)
    if not found:
        return None
    low, high = DIGITS[found[2]], DIGITS[found[3]]
    if high - low not in (1, 2) or (high - low == 2 and (low, high) != (3, 5)):
        return None
    scale = 1
    for char in found[4]:
        scale *= UNITS[char]
    base = chinese_value(found[1]) or 0 if found[1] else 0
    step = scale if not found[1] else max(1, UNITS[found[1][-1]] // 10)
    return Figure(base + low * step, base + high * step, False)


def _open_ended(text: str, vague: str) -> Figure | None:
    """十几 11-19, 三十几 30-39, 廿几 21-29, 百几 101-199, 一百来 about 100: the rows of table 1.4."""
    value = plain_value(text)
    if value is None:
        return None
    step = _last_unit(text, value)
    if vague == "来":
        return Figure(value, value, False) if step >= 100 else Figure(value, value + step - 1, False)
    if step < 10:
        return Figure(value, None, False)
    from_one = text in TENS or text in {"十", "百", "千", "万", "一百", "一千", "一万", "10", "100", "1000"}
    return Figure(value + 1 if from_one else value, value + step - 1, False)


def _last_unit(text: str, value: int) -> int:
    if text[-1] in UNITS:
        return UNITS[text[-1]]
    if text[-1] in TENS:
        return 10
    return 10 ** (len(str(value)) - len(str(value).rstrip("0"))) if value else 1


def _bounded(figure: Figure, before: str, after: str) -> Figure:
    """The words around a number open or close its bounds: 至少, 超过, 不到, 以上 (with it), 以下 (without it)."""
    tail = _AFTER.match(after)
    word = tail["word"] if tail else ""
    low = figure.min
    if low is None:
        return figure
    if _AT_MOST.search(before) or word == "以内":
        return Figure(None, figure.max, False)
    if _AT_LEAST.search(before) or word == "以上":
        return Figure(low, None, False)
    if _UNDER.search(before) or word == "以下":
        return Figure(None, low - 1, False)
    if _OVER.search(before):
        return Figure(low + 1, None, False)
    if _AROUND.search(before) or word in {"左右", "上下", "度", "咁上下"}:
        return Figure(low, figure.max, False)
    return figure


def _figure(found: re.Match[str]) -> Figure | None:
    if found["few"]:
        scale = plain_value(found["few_unit"] or "一") or 1
        low = 3 if found["few"] == "好几" else 2
        return Figure(low * scale, 10 * scale - 1, False)
    if found["between"]:
        low_end, high_end = plain_value(found["low"]), plain_value(found["high"])
        if low_end is None or high_end is None:
            return None
        return Figure(low_end, high_end, low_end == high_end) if low_end <= high_end else None
    text, vague = found["one"], found["vague"]
    if len(text) > 1 and text[-1] == "零":
        text, vague = text[:-1], "几"  # 十零, 三十零: the Cantonese 几
    if vague:
        return _open_ended(text, "来" if vague == "来" else "几")
    near = _neighbours(text)
    if near:
        return near
    value = plain_value(text)
    return None if value is None else exactly(value)


@dataclass(frozen=True, slots=True)
class Count:
    """A number found in a text: what it says and where it stands, its bounding words (至少, 左右) left outside."""

    figure: Figure
    span: tuple[int, int]


def counts(folded: str) -> Iterator[Count]:
    """Every number of a folded text that counts something, in order. Ordinals (第三) and words (一直) are passed by."""
    for found in _TOKEN.finditer(folded):
        if found["skip"] or folded[found.start() - 1 : found.start()] == "第":
            continue
        figure = _figure(found)
        if figure is not None:
            before, after = folded[max(0, found.start() - 5) : found.start()], folded[found.end() : found.end() + 6]
            yield Count(_bounded(figure, before, after), found.span())


_NONE_WORDS = re.compile(
    r"(?:暂时?|现时|目前)?(?:无|冇|没有?|未有|唔?冇人|没人|无人|零|〇|0|none|no|nil)"
    r"(?:人员|人)?(?:伤亡|受伤|死亡|被困|失踪)?[个人户名位间]?[。.!]?"
)
_UNKNOWN_WORDS = re.compile(
    r"(?:暂时?|还|仲|未)?(?:不清楚|唔清楚|不知道?|唔知道?|未知|不详|不明|不确定|唔确定|未清楚|待核实?|待查|未核实?|睇唔到"
    r"|unknown|\?+|唔知几多|不好说|说不准|难讲|不知|未明)[。.!]?"
)
_MANY = re.compile(r"好多|多(?=人|名|户|个|间)|大批|很多|许多|不少|唔少")


def read_number(text: str) -> Figure | None:
    """One typed answer to "how many". `UNKNOWN` for 不清楚, `ZERO` for 无; None when it says no single number."""
    folded = fold(clean(text)).strip()
    if _UNKNOWN_WORDS.fullmatch(folded):
        return UNKNOWN
    if _NONE_WORDS.fullmatch(folded):
        return ZERO
    if re.match(r"\s*[-−]\s*\d", folded):
        return None
    found = list(counts(folded))
    if len(found) == 1:
        return found[0].figure
    return Figure(3, None, False) if not found and _MANY.search(folded) else None
