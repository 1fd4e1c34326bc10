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
from bot.rules.reading.time_words import (
    AGO,
    DAWN,
    DAY_ONLY,
    DAYS,
    FULL,
    JUST,
    MINUTES,
    NOON,
    NOW,
    PARTS,
    WEEKDAYS,
    PartOfDay,
)


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


_LUNAR = re.compile(
    r"(?:初[一二三四五六七八九十]|农历[^,。]{0,6}|旧历[^,。]{0,6}|月廿[一二三四五六七八九]?)[早晚朝夜上下午]*$"
)


def _clock(folded: str, sent_at: datetime, future: bool) -> TimeReading | None:
    found = next((match for match in FULL.finditer(folded) if _is_clock(match, folded) and not _is_as_of(match)), None)
    if found is None:
        return None
    reading = TimeReading(None, None, Precision.EXACT, found[0].strip(), span=_trimmed(found))
    hour, minute = _number(found["hour"]), _minute(found)
    if _LUNAR.search(folded[: found.start()]):
        return replace(reading, precision=None, problem=Problem.UNREADABLE)  # 六月初八: asked, never guessed
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


_AS_OF = re.compile(r"(?:截至|截止|截到|到目前)[^,。]{0,3}$|[停到]到$|[水电气用直嘈闹吵打吹烧搞做落]到$|至(?=$)")


def _is_as_of(found: re.Match[str]) -> bool:
    """截至下午2点 says up to when was counted, 嘈到半夜 until when it went on; not when it happened."""
    return bool(_AS_OF.search(found.string[: found.start()]))


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
    if found["bones"]:
        return _number(found["bones"]) * 15
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
        if day is None and at > sent_at + _SLACK and shifted >= 18 and sent_at.hour < 12 and not future:
            at -= timedelta(days=1)  # 晚上十一点 said at 01:00 is last night
        night_past = {"昨", "琴", "噚", "寻", "擒"} | ({"今"} if sent_at.hour < 6 else set())
        if at > sent_at + _SLACK and found["word"] in night_past and not future:
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
    if part.next_day:
        return (24 + hour % 12 if hour <= 6 or hour == 12 else hour + 12 if hour < 12 else hour), False
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
    to_the_minute = bool(
        found["m0"] or found["fen"] or found["whole"] or (found["minute"] and not _cantonese_clock(found))
    )
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
    found = AGO.search(folded)
    minutes = _amount_minutes(found) if found else None
    if found is None or minutes is None:
        return None
    at = sent_at - timedelta(minutes=minutes)
    precision = Precision.APPROX if minutes < 1440 else Precision.HOUR_OR_WORSE
    return TimeReading(at.replace(second=0, microsecond=0), None, precision, found[0], span=found.span())


def _amount_minutes(found: re.Match[str]) -> float | None:
    unit = MINUTES[found["unit"].removeprefix("个") if found["unit"] not in MINUTES else found["unit"]]
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
    found = next((match for match in DAY_ONLY.finditer(folded) if _is_day(match, folded)), None)
    if found is None:
        return None
    reading = TimeReading(None, None, Precision.HOUR_OR_WORSE, found[0].strip(), span=_trimmed(found))
    try:
        day = _stated_day(found, sent_at, future)
    except ValueError:
        return replace(reading, precision=None, problem=Problem.IMPOSSIBLE_DATE)
    part = PARTS[found["part"] or found["lone"]] if found["part"] or found["lone"] else PartOfDay(0, 23)
    start = _at((day or sent_at.date()) + timedelta(days=part.next_day), part.first, 0, sent_at)
    end = start.replace(hour=part.last, minute=59)
    if found["lone"] and start > sent_at and not future:
        start, end = start - timedelta(days=1), end - timedelta(days=1)
    reading = _checked(replace(reading, at=start, until=end), sent_at, future)
    return replace(reading, until=min(end, sent_at)) if reading.at and not future else reading


def _is_day(found: re.Match[str], folded: str) -> bool:
    """1-2 人 is no date, 早晨 alone is a greeting, and a bare 早上 must say when something was."""
    if _is_as_of(found):
        return False
    if found["lone"] and re.match(r"(?:很|好|几|最|更|都|成日|经常|容易|时常)", folded[found.end() :]):
        return False  # 晚上很危险 is every night
    if found["lone"]:
        return found["lone"] not in {"早晨", "am", "pm", "天光", "中午", "夜间"} or len(folded.strip()) <= 3
    if found["date"] and "月" not in found["date"] and not found["year"]:
        return bool(re.search(r"[日号]$", found["date"]))
    return True


def _now(folded: str, sent_at: datetime, future: bool) -> TimeReading | None:
    found = next(iter(sorted(NOW.finditer(folded), key=lambda match: not JUST.match(match[0]))), None)
    if found is None:
        return None
    now = sent_at.replace(second=0, microsecond=0)
    return TimeReading(now, None, Precision.APPROX_NOW, found[0], span=found.span())


def time_spans(folded: str) -> tuple[tuple[int, int], ...]:
    """Where a folded text speaks of times, so that their numbers count nobody."""
    clocks = [match.span() for match in FULL.finditer(folded) if _is_clock(match, folded)]
    days = [match.span() for match in DAY_ONLY.finditer(folded) if _is_day(match, folded)]
    return tuple(clocks + days + [match.span() for match in AGO.finditer(folded)])
