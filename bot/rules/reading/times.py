"""When, as people say it: 三点搭四, 琴晚十二点, 头先, 半个钟前, 3月5日14:30, 昨晚三点 said in the morning.

The rows of domain table 1.4. A time is found against `sent_at`, which carries the zone (+08:00); nothing is later
than that moment: a future time or a date that does not exist has no `at`, names its problem, and is asked again.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.reading.numbers import Figure, counts, plain_value
from bot.rules.reading.script import clean, fold


class Precision(StrEnum):
    EXACT = "exact"
    APPROX = "approx"
    APPROX_NOW = "approx_now"
    HOUR_OR_WORSE = "hour_or_worse"


class Problem(StrEnum):
    FUTURE_DATE = "future_date"
    IMPOSSIBLE_DATE = "impossible_date"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A time as it was said. `until` closes the range where only a part of the day is known.

    `confirm`: the words can be read two ways (三点三, 昨晚三点), so the person is asked, and nothing waits for it.
    """

    at: datetime | None
    until: datetime | None
    precision: Precision | None
    raw: str
    problem: Problem | None = None
    confirm: bool = False
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A word for a part of the day: the hours it covers and how an hour said with it is meant."""

    first: int
    last: int
    afternoon: bool = False
    night: bool = False


MORNING, DAWN, NOON = PartOfDay(6, 11), PartOfDay(0, 5), PartOfDay(11, 13, afternoon=True)
AFTERNOON, DUSK, NIGHT = (
    PartOfDay(12, 17, afternoon=True),
    PartOfDay(17, 19, afternoon=True),
    PartOfDay(18, 23, night=True),
)
PARTS: dict[str, PartOfDay] = {
    "凌晨": DAWN, "半夜三更": DAWN, "三更半夜": DAWN, "半夜": PartOfDay(0, 4, night=True),
    "深夜": PartOfDay(22, 23, night=True),
    "天光": PartOfDay(5, 7), "天未光": DAWN, "清晨": PartOfDay(5, 8), "清早": PartOfDay(5, 8),
    "大清早": PartOfDay(5, 8),
    "早上": MORNING, "早晨": MORNING, "朝早": MORNING, "朝头早": MORNING, "上午": MORNING, "上昼": MORNING,
    "am": PartOfDay(0, 11), "pm": AFTERNOON, "中午": NOON, "正午": NOON, "晌午": NOON, "晏昼": AFTERNOON,
    "下昼": AFTERNOON,
    "下午": AFTERNOON, "午后": AFTERNOON, "傍晚": DUSK, "黄昏": DUSK, "挨晚": DUSK, "挨夜": DUSK,
    "晚上": NIGHT, "晚黑": NIGHT, "夜晚黑": NIGHT, "夜晚": NIGHT, "夜里": NIGHT, "夜间": NIGHT, "晚间": NIGHT,
    "早": MORNING, "朝": MORNING, "晚": NIGHT, "夜": NIGHT,
}  # fmt: skip
# A short word only follows a day word: 今早, 昨晚, 噚晚, 听朝.
_LONG_PARTS = "|".join(sorted((word for word in PARTS if len(word) > 1), key=len, reverse=True))
DAYS: dict[str, int] = {
    "大前天": -3, "大前日": -3, "前天": -2, "前日": -2, "前": -2, "昨天": -1, "昨日": -1, "昨": -1, "琴日": -1,
    "噚日": -1,
    "寻日": -1, "擒日": -1, "琴": -1, "噚": -1, "寻": -1, "擒": -1, "今天": 0, "今日": 0, "今": 0, "当天": 0,
    "当日": 0, "即日": 0,
    "明天": 1, "明日": 1, "明": 1, "听日": 1, "听": 1, "后天": 2, "后日": 2,
}  # fmt: skip
_LONG_DAYS = "|".join(sorted((word for word in DAYS if len(word) > 1), key=len, reverse=True))
WEEKDAYS = {
    "一": 0,
    "二": 1,
    "三": 2,
    "四": 3,
    "五": 4,
    "六": 5,
    "日": 6,
    "天": 6,
    "1": 0,
    "2": 1,
    "3": 2,
    "4": 3,
    "5": 4,
    "6": 5,
}

_N = r"(?:\d+|[零〇一二两三四五六七八九十廿卅]+)"
_DAY = (
    r"(?P<date>(?:(?P<year>\d{4})\s*[年\-/.]\s*)?(?<![\d.])(?P<month>\d{1,2}|[一二三四五六七八九十]+)\s*(?:月(?:份)?\s*|(?<=\d)[\-/](?=\d))"
    r"(?P<day>\d{1,2}(?!\d)|[一二三四五六七八九十廿卅]+)\s*[日号]?)"
    r"|(?P<only_day>(?<![\d月第])(?P<mday>\d{1,2}|[一二三四五六七八九十廿]+)号(?!楼|线|门|铺|房|室|桥|地|库|厂|机|车|院|店|国))"
    r"|(?P<week>(?P<which>上上|上个?|今个?|这个?|呢个?|下个?|本)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天1-6]))"
    rf"|(?P<word>{_LONG_DAYS}|(?:前|昨|琴|噚|寻|擒|今|明|听)(?=早|朝|晚(?!上?饭)|夜|凌晨|下午|上午|中午))"
)
_CLOCK = (
    rf"(?P<hour>{_N})\s*(?:"
    r"(?P<colon>:)\s*(?P<m0>\d{2})(?::\d{2})?(?!\d)"
    rf"|(?:点钟?|时(?!候|间|段|不时|而)|點)\s*(?:(?P<half>半)|(?P<quarter>[一三1-3])刻|(?:搭|踏|沓)(?P<tap>{_N}|半)"
    rf"|(?P<word5>{_N})个字|(?P<some>几|多|零(?![一二三四五六七八九\d]))|(?P<minute>{_N})(?P<fen>分钟?)?(?![\d个人名户位条间米岁宗只])|(?P<whole>正|整)?))"
)
_LOOSE = r"(?P<loose>左右|前后|上下|度|多钟|(?<=点)多|几钟)?"
_AROUND = r"(?P<around>大约|大概|约莫|约|大致|差唔多|差不多|估计)?"
_FULL = re.compile(
    rf"(?:(?:{_DAY})\s*(?:的|嘅|,)?\s*)?{_AROUND}(?:(?P<part>{_LONG_PARTS}|(?<=[今昨前明听琴噚寻擒日号天])(?:早|朝|晚|夜))"
    rf"(?:的|嘅|上)?\s*)?(?P<around2>大约|大概|约莫|约|差唔多|差不多)?\s*(?P<clock>{_CLOCK}){_LOOSE}"
)
_DAY_ONLY = re.compile(
    rf"(?:{_DAY})(?:的|嘅)?(?P<part>{_LONG_PARTS}|(?<=[今昨前明听琴噚寻擒日号天])(?:早|朝|晚|夜))?(?P<loose>左右|前后)?"
    rf"|(?P<lone>{_LONG_PARTS})"
)
_AGO = re.compile(
    r"(?P<amount>半个多|半|个半|[一二两三四五六七八九十\d]+个半|[一二两三四五六七八九十几\d.]+(?:来|多|几)?)\s*"
    r"(?P<unit>分钟|分|个?小时|个?钟头|个?钟|粒钟|个?字|天|日|个?星期|个?礼拜|周)(?P<more>多|几)?(?:左右)?(?:之前|以前|前(?!面|后|来|往))"
)
_NOW = re.compile(
    r"刚刚才?|刚才|刚(?=发生|[着起倒塌翻撞掉发出])|头先|啱啱|啱先|啱(?=发生|至)|正话|方才|先头|一阵间?前"
    r"|而家|宜家|依家|家下|现在|目前|正在|此刻|眼下|这会儿|just now|right now|now"
)
_JUST = re.compile(r"刚|头先|啱|正话|方才|先头|一阵|just")
_MINUTES = {
    "分钟": 1, "分": 1, "字": 5, "小时": 60, "钟头": 60, "钟": 60, "粒钟": 60,
    "天": 1440, "日": 1440, "星期": 10080, "礼拜": 10080, "周": 10080,
}  # fmt: skip
# A person's clock and Telegram's differ, and people round up: so much later than the message is still "now".
_SLACK = timedelta(minutes=10)


def read_time(text: str, sent_at: datetime) -> TimeReading:
    """One typed answer to "when". `UNREADABLE` where it names no time at all."""
    raw = clean(text)
    found = find_time(fold(raw), sent_at) or _bare_hour(fold(raw), sent_at)
    if found is None:
        return TimeReading(None, None, None, raw, Problem.UNREADABLE)
    return replace(found, raw=raw[found.span[0] : found.span[1]])


def find_time(folded: str, sent_at: datetime, *, future: bool = False) -> TimeReading | None:
    """The best time a folded text names: a clock before 半小时前, before a bare day or part of day, before 刚才.

    `future` reads plans (明天上午十点), where a later time is no problem.
    """
    for search in (_clock, _ago, _day, _now):
        found = search(folded, sent_at, future)
        if found is not None:
            return found
    return None


def _bare_hour(folded: str, sent_at: datetime) -> TimeReading | None:
    """1430 and 3/5: too bare for a sentence, plain enough as an answer to "when"."""
    digits = re.fullmatch(r"\s*(\d{2})(\d{2})\s*", folded)
    if digits:
        return _clock(f"{digits[1]}:{digits[2]}", sent_at, False)
    day = re.fullmatch(r"\s*(\d{1,2})[/-](\d{1,2})\s*", folded)
    return _day(f"{day[1]}月{day[2]}日", sent_at, False) if day else None


def _number(text: str) -> int:
    return plain_value(text) or 0


# --- a clock time, with or without its day ---


def _clock(folded: str, sent_at: datetime, future: bool) -> TimeReading | None:
    found = next((match for match in _FULL.finditer(folded) if _is_clock(match, folded) and not _is_as_of(match)), None)
    if found is None:
        return None
    reading = TimeReading(None, None, Precision.EXACT, found[0].strip(), span=_trimmed(found))
    hour, minute = _number(found["hour"]), _minute(found)
    if hour > 24 or minute is None or minute > 59 or (hour == 24 and minute):
        return replace(reading, precision=None, problem=Problem.IMPOSSIBLE_DATE)
    try:
        day = _stated_day(found, sent_at, future)
    except ValueError:
        return replace(reading, precision=None, problem=Problem.IMPOSSIBLE_DATE)
    at, confirm = _resolve(found, hour, minute, day, sent_at, future)
    return _checked(_with_precision(reading, found, at, confirm), sent_at, future)


def _is_clock(found: re.Match[str], folded: str) -> bool:
    """三点要求 is a list of three points and 有几点 asks; 一点 alone is a little."""
    following = folded[found.end() : found.end() + 2]
    if re.match(r"要求|建议|意见|注意|内容|原因|情况|说明|困难|希望|米|[万公斤厘]", following):
        return False
    lone = found["clock"] == found["hour"] + "点" and not found["part"] and not _has_day(found)
    return not (lone and found["hour"] in {"一", "两", "几"} and not re.match(r"左|发|有|时|在|,|，", following))


def _is_as_of(found: re.Match[str]) -> bool:
    """截至下午2点 says up to when was counted, not when it happened."""
    return bool(re.search(r"(?:截至|截止|截到|到目前)[^,。]{0,3}$", found.string[: found.start()]))


def _has_day(found: re.Match[str]) -> bool:
    return any(found[name] for name in ("date", "only_day", "week", "word"))


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    blank = len(found[0]) - len(found[0].lstrip())
    return found.start() + blank, found.end() - (len(found[0]) - len(found[0].rstrip()))


def _minute(found: re.Match[str]) -> int | None:
    if found["m0"]:
        return int(found["m0"])
    if found["half"]:
        return 30
    if found["quarter"]:
        return _number(found["quarter"]) * 15
    if found["tap"]:
        return 30 if found["tap"] == "半" else _number(found["tap"]) * 5
    if found["word5"]:
        return _number(found["word5"]) * 5
    if found["minute"]:
        return _number(found["minute"]) * (5 if _cantonese_clock(found) else 1)
    return 0


def _cantonese_clock(found: re.Match[str]) -> bool:
    """三点三 is 3:15 by the Cantonese clock; Mandarin readers may mean 3:03, so it is confirmed."""
    minute = found["minute"]
    return bool(minute) and not found["fen"] and minute in {*"一二两三四五六七八九十", *"123456789", "十一"}


def _stated_day(found: re.Match[str], sent_at: datetime, future: bool) -> date | None:
    """The day the words name, None where they name none. ValueError for a day that does not exist."""
    today = sent_at.date()
    if found["date"]:
        return _calendar_day(found, today, future)
    if found["only_day"]:
        day = date(today.year, today.month, _number(found["mday"]))
        if day > today and not future:
            last = today.replace(day=1) - timedelta(days=1)
            return date(last.year, last.month, day.day) if day - today > timedelta(days=3) else day
        return day
    if found["week"]:
        return _weekday(found, today, future)
    return today + timedelta(days=DAYS[found["word"]]) if found["word"] else None


def _calendar_day(found: re.Match[str], today: date, future: bool) -> date:
    month, day = _number(found["month"]), _number(found["day"])
    if found["year"]:
        return date(int(found["year"]), month, day)
    this_year = date(today.year, month, day)
    # 12月30日 said in January is last year's; 3月5日 said on 4 March is a slip and is asked.
    return date(today.year - 1, month, day) if not future and this_year - today > timedelta(days=180) else this_year


def _weekday(found: re.Match[str], today: date, future: bool) -> date:
    monday = today - timedelta(days=today.weekday())
    which, index = found["which"] or "", WEEKDAYS[found["weekday"]]
    weeks = -2 if which == "上上" else -1 if which.startswith("上") else 1 if which.startswith("下") else 0
    day = monday + timedelta(days=index + 7 * weeks)
    if not which and day > today and not future:
        return day - timedelta(days=7)
    return day


def _resolve(
    found: re.Match[str], hour: int, minute: int, day: date | None, sent_at: datetime, future: bool
) -> tuple[datetime, bool]:
    """The moment meant, and whether to confirm it."""
    confirm = _cantonese_clock(found)
    part = PARTS[found["part"]] if found["part"] else None
    base = _at(day or sent_at.date(), 0, 0, sent_at)
    if part is not None:
        shifted, doubt = _hour_in_part(hour, part, found["part"], day is not None and found["word"] != "")
        at = base + timedelta(hours=shifted, minutes=minute)
        if day is None and at > sent_at + _SLACK and shifted >= 18 and sent_at.hour < 6 and not future:
            at -= timedelta(days=1)  # 晚上十一点 said at 01:00 is last night
        if at > sent_at + _SLACK and found["word"] in {"昨", "琴", "噚", "寻", "擒", "今"} and not future:
            at -= timedelta(days=1)  # 昨晚三点 said at 01:00; 今晚十一点 said after midnight
        return at, confirm or doubt
    at = base + timedelta(hours=hour, minutes=minute)
    if future:
        return (at + timedelta(hours=12) if hour <= 6 and not found["colon"] else at), confirm
    if day is not None or hour > 12 or hour == 0 or (found["colon"] and found["hour"].startswith("0")):
        return _afternoon_of_past_day(at, hour, day, found, sent_at), confirm
    return _latest_past(at, sent_at, confirm)


def _afternoon_of_past_day(
    at: datetime, hour: int, day: date | None, found: re.Match[str], sent_at: datetime
) -> datetime:
    """今天三点 said at 16:00 is this afternoon's; on earlier days and by a 24-hour clock the hour stands."""
    later = at + timedelta(hours=12)
    spoken = not found["colon"] and hour <= 12
    return later if spoken and day == sent_at.date() and hour < 12 and later <= sent_at else at


def _latest_past(at: datetime, sent_at: datetime, confirm: bool) -> tuple[datetime, bool]:
    """七点一刻 with no part of day: the latest such time that has been; over half a day's guess is confirmed."""
    moments = [at + timedelta(hours=hours) for hours in (12, 0, -12, -24)]
    if at.hour == 12:
        moments = [at, at - timedelta(hours=12), at - timedelta(hours=24)]
    past = next(moment for moment in moments if moment <= sent_at + _SLACK)
    return past, confirm or sent_at - past > timedelta(hours=8)


def _hour_in_part(hour: int, part: PartOfDay, word: str, has_day: bool) -> tuple[int, bool]:
    """The hour on the 24-hour clock (24 and more: the next day) and whether the words leave a doubt."""
    if part.night:
        if word == "半夜":
            return (hour % 12 if hour < 6 or hour == 12 else hour + 12 if hour < 12 else hour), False
        if hour == 12 or hour <= 5:
            small = 24 + hour % 12
            return (small, hour != 12) if has_day or word in {"晚", "夜晚", "晚上"} else (hour, True)
        return (hour + 12 if hour < 12 else hour), False
    if part.afternoon:
        return (hour + 12 if hour < 12 and not (part is NOON and hour >= 10) else hour), False
    if part is DAWN:
        return hour % 12 if hour == 12 else hour, False
    return hour, False


def _at(day: date, hour: int, minute: int, sent_at: datetime) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=sent_at.tzinfo)


def _with_precision(reading: TimeReading, found: re.Match[str], at: datetime, confirm: bool) -> TimeReading:
    loose = found["loose"] or found["around"] or found["around2"]
    if found["some"]:
        return replace(
            reading, at=at, until=at + timedelta(minutes=59), precision=Precision.HOUR_OR_WORSE, confirm=confirm
        )
    to_the_minute = bool(found["m0"] or found["fen"] or (found["minute"] and not _cantonese_clock(found)))
    precision = Precision.EXACT if to_the_minute and not loose else Precision.APPROX
    return replace(reading, at=at, precision=precision, confirm=confirm)


def _checked(reading: TimeReading, sent_at: datetime, future: bool) -> TimeReading:
    if reading.at is None or future or reading.at <= sent_at:
        return reading
    if reading.at <= sent_at + _SLACK:
        return replace(reading, at=sent_at, until=None, precision=Precision.APPROX_NOW)
    return replace(reading, at=None, until=None, precision=None, problem=Problem.FUTURE_DATE, confirm=False)


# --- so long ago ---


def _ago(folded: str, sent_at: datetime, future: bool) -> TimeReading | None:
    found = _AGO.search(folded)
    minutes = _amount_minutes(found) if found else None
    if found is None or minutes is None:
        return None
    at = sent_at - timedelta(minutes=minutes)
    precision = Precision.APPROX if minutes < 1440 else Precision.HOUR_OR_WORSE
    return TimeReading(at.replace(second=0, microsecond=0), None, precision, found[0], span=found.span())


def _amount_minutes(found: re.Match[str]) -> float | None:
    unit = _MINUTES[found["unit"].removeprefix("个") if found["unit"] not in _MINUTES else found["unit"]]
    amount = found["amount"]
    if amount in {"半", "半个多"}:
        return unit / 2
    if amount.endswith("个半") or amount == "个半":
        return unit * (_number(amount[:-2] or "一") + 0.5)
    if re.fullmatch(r"\d+\.\d+", amount):
        return unit * float(amount)
    figure: Figure | None = next((count.figure for count in counts(amount + "个")), None)
    if figure is None:
        return None
    return unit * (figure.surely or 1)


# --- a day or a part of one, without a clock ---


def _day(folded: str, sent_at: datetime, future: bool) -> TimeReading | None:
    found = next((match for match in _DAY_ONLY.finditer(folded) if _is_day(match, folded)), None)
    if found is None:
        return None
    reading = TimeReading(None, None, Precision.HOUR_OR_WORSE, found[0].strip(), span=_trimmed(found))
    try:
        day = _stated_day(found, sent_at, future)
    except ValueError:
        return replace(reading, precision=None, problem=Problem.IMPOSSIBLE_DATE)
    part = PARTS[found["part"] or found["lone"]] if found["part"] or found["lone"] else PartOfDay(0, 23)
    start = _at(day or sent_at.date(), part.first, 0, sent_at)
    end = start.replace(hour=part.last, minute=59)
    if found["lone"] and start > sent_at and not future:
        start, end = start - timedelta(days=1), end - timedelta(days=1)
    reading = _checked(replace(reading, at=start, until=end), sent_at, future)
    return replace(reading, until=min(end, sent_at)) if reading.at and not future else reading


def _is_day(found: re.Match[str], folded: str) -> bool:
    """1-2 人 is no date, 早晨 alone is a greeting, and a bare 早上 must say when something was."""
    if _is_as_of(found):
        return False
    if found["lone"]:
        return found["lone"] not in {"早晨", "am", "pm", "天光", "中午", "夜间"} or len(folded.strip()) <= 3
    if found["date"] and "月" not in found["date"] and not found["year"]:
        return bool(re.search(r"[日号]$", found["date"]))
    return True


def _now(folded: str, sent_at: datetime, future: bool) -> TimeReading | None:
    found = next(iter(sorted(_NOW.finditer(folded), key=lambda match: not _JUST.match(match[0]))), None)
    if found is None:
        return None
    now = sent_at.replace(second=0, microsecond=0)
    return TimeReading(now, None, Precision.APPROX_NOW, found[0], span=found.span())


def time_spans(folded: str) -> tuple[tuple[int, int], ...]:
    """Where a folded text speaks of times, so that their numbers count nobody."""
    clocks = [match.span() for match in _FULL.finditer(folded) if _is_clock(match, folded)]
    days = [match.span() for match in _DAY_ONLY.finditer(folded) if _is_day(match, folded)]
    return tuple(clocks + days + [match.span() for match in _AGO.finditer(folded)])
