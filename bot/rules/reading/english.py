"""The little English that officers type about people: 3 workers trapped → 3工人 被困, place for place.

What is not about people stays as it is; the categories know their own English words.
"""

import re
from functools import cache
from typing import Any

from bot.rules.reading.tables import table

_BLANK = "□"
_CLOCK = re.compile(
    r"\b(?:(?P<day>this morning|this afternoon|this evening|tonight|last night|yesterday|today)[ ,]+)?"
    r"(?:at|around|about|since)? ?"
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))? ?(?P<half>am|pm|a\.m\.?|p\.m\.?|o'?clock)?"
    r"(?: (?P<day2>this morning|this afternoon|this evening|tonight|last night|yesterday|today))?\b"
)
_DAYS = {"last night": "昨晚", "yesterday": "昨日", "this morning": "今早", "this afternoon": "今日下午",
         "this evening": "今晚", "tonight": "今晚", "today": "今日", "": ""}  # fmt: skip
_AGO = re.compile(r"\b(?P<number>\d{1,2}) (?P<unit>hours?|minutes?|mins?) ago\b")


@cache
def _phrases(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(words), meant) for words, meant in table("english")[name])


@cache
def _rows(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows: dict[str, Any] = table("english")[name]
    return tuple((re.compile(words), str(meant)) for words, meant in rows.items())


def _any(name: str) -> str:
    return "|".join(table("english")[name])


@cache
def _counted() -> re.Pattern[str]:
    """2 dead · rescued 3 people · two factory workers are trapped · two people; workers trapped."""
    where = r"(?: (?:at|in|from|on|of) (?:the |our |a |an )?[a-z]+)?"
    number, who, fate = rf"(?:\d{{1,4}}|{_any('numbers')})", rf"(?:{_any('people')})", rf"(?:{_any('fates')})"
    after = rf"(?: (?:{table('english')['between']}))* (?P<fate{{0}}>{fate})"
    return re.compile(
        rf"\b(?:(?P<number1>{number}){after.format(1)}"
        rf"|(?P<first>{fate}) (?P<number2>{number}) (?:[a-z]+ )??(?P<who2>{who})"
        rf"|(?P<number3>{number}) (?:[a-z]+ )??(?P<who3>{who})(?:{where}{after.format(3)})?"
        rf"|(?P<who4>{who}){after.format(4)})\b"
    )


def in_known_words(folded: str) -> str:
    """The folded text with its English about people in the words that the other tables know, as long as before."""
    if not re.search(r"[a-z]{2}", folded):
        return folded
    folded = _with("phrases", _AGO.sub(_ago, _CLOCK.sub(_clock, folded)))
    return _with("loose", _counted().sub(_known, folded))


def _with(name: str, folded: str) -> str:
    for regex, meant in _phrases(name):
        folded = regex.sub(lambda found, meant=meant: meant.ljust(len(found[0]), _BLANK), folded)  # type: ignore[misc]
    return folded


def _clock(found: re.Match[str]) -> str:
    """at 3 this afternoon → 今日15:00; a number with neither half nor minutes nor day is no time of day."""
    half, day = (found["half"] or "").replace(".", ""), found["day"] or found["day2"] or ""
    hour, minute = int(found["hour"]), found["minute"] or "00"
    if hour > 24 or not (half or found["minute"] or day):
        return found[0]
    later = half == "pm" or (not half and day in {"this afternoon", "this evening", "tonight"})
    late_last_night = day == "last night" and 6 <= hour < 12
    hour += 12 if (later or late_last_night) and hour < 12 else 0
    said = f"{_DAYS[day].removesuffix('下午') if hour >= 12 else _DAYS[day]}{hour:02}:{minute}"
    return said.ljust(len(found[0]), _BLANK) if len(said) <= len(found[0]) else found[0]


def _ago(found: re.Match[str]) -> str:
    unit = "小时" if found["unit"].startswith("h") else "分钟"
    return f"{found['number']}{unit}前".ljust(len(found[0]), _BLANK)


_ANIMALS = re.compile(r"\b(?:chickens?|ducks?|geese|pigs?|cows?|cattle|goats?|sheep|fish|dogs?|poultry|livestock)\b")


def _known(found: re.Match[str]) -> str:
    if found["number1"] and _ANIMALS.search(found.string):
        return found[0]  # about 200 dead, of chickens
    part = {name: next((found[key] for key in keys if found[key]), "") for name, keys in _PARTS.items()}
    number = part["number"] if part["number"].isdigit() else _meant("numbers", part["number"])
    who = _meant("people", part["who"]) if part["who"] else "人"
    ahead = _meant("fates", found["first"] or "") + number + who
    behind = _meant("fates", part["fate"])
    return ahead + behind.rjust(len(found[0]) - len(ahead), _BLANK)


_PARTS = {
    "number": ("number1", "number2", "number3"),
    "who": ("who2", "who3", "who4"),
    "fate": ("fate1", "fate3", "fate4"),
}


def _meant(name: str, said: str) -> str:
    return next((meant for regex, meant in _rows(name) if regex.fullmatch(said)), "")
