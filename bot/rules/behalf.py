"""代报: somebody has phoned. Who it was, their number, and the true time of the call, out of a typed line."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.no_names import SURNAMES
from bot.rules.question import Fault
from bot.rules.reading.script import clean, fold
from bot.rules.reading.times import find_time

LONGEST_NAME = 40
LATEST = timedelta(hours=48)
"""A call longer ago than that is a mistyped hour."""

_OPENS = re.compile(
    r"^\s*(?:【?代报】?[:：,，]?|(?:刚刚|刚才|啱啱)?有?(?:个|一个|位|一位)?"
    r"(?:村民|街坊|群众|居民|老乡|路人)(?:刚刚|刚才|啱啱)?(?:打|来)(?:了|咗)?(?:个)?电话(?:来|过来|嚟|畀我|给我)?"
    r"(?:说|讲|话|报告|反映|报)[:：,，]?)\s*"
)
_PHONE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}-?\d{7,8}|\d{7,8})(?!\d)")
_AROUND = re.compile(
    r"打?来(?:的)?电(?:话)?(?:人)?|打(?:过)?来(?:的)?(?:电话)?|打电话|电话|是|叫|信息员|刚刚|刚才|啱啱|头先|左右"
)
_CALLED = "伯|叔|婶|姨|嫂|哥|姐|婆|公|生|太|先生|女士|小姐|师傅"
_NAME = re.compile(
    rf"(?:[{SURNAMES}][\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{1,3}}(?:{_CALLED})|[A-Za-z][A-Za-z .]{{1,30}})"
)


@dataclass(frozen=True, slots=True)
class Call:
    """Who called, from which number, and when. What was not said is None."""

    name: str | None = None
    phone: str | None = None
    at: datetime | None = None

    @property
    def says_something(self) -> bool:
        return bool(self.name or self.phone or self.at)


def after_opening(text: str) -> str | None:
    """What follows 代报 or 有村民打电话来说 at the beginning; None for a text that does not begin so."""
    raw = clean(text)
    found = _OPENS.match(fold(raw))
    return raw[found.end() :].strip() if found else None


def read_call(text: str, now: datetime) -> Call | Fault:
    """`张伯 138… 9:30 来电`. `now` has the zone; 刚刚, or no time at all, is left to the caller of this."""
    raw = " ".join(clean(text).split())
    phone = _PHONE.search(fold(raw))
    left = raw[: phone.start()] + " " + raw[phone.end() :] if phone else raw
    time = find_time(fold(left), now)
    at = None
    if time is not None and time.raw:
        left = left.replace(time.raw, " ", 1)
        at = time.at
        if at is None or at > now or now - at > LATEST:
            return Fault("behalf-time", {"said": time.raw[:20]})
    name = " ".join(re.sub(r"[\s,，。.:：;；()（）]+", " ", _AROUND.sub(" ", left)).split())
    if len(name) > LONGEST_NAME:
        return Fault("behalf-caller-long")
    return Call(name or None, phone[0] if phone else None, at)


def only_a_call(text: str, now: datetime) -> Call | None:
    """A line that names a caller and nothing else (张伯 9:30); None for one that tells what has happened."""
    if "\n" in text.strip():
        return None
    call = read_call(text, now)
    if isinstance(call, Fault) or not call.says_something:
        return None
    return call if call.name is None or _NAME.fullmatch(call.name) else None


def split(text: str, now: datetime) -> tuple[Call | None, str]:
    """A first line about the caller, and the words after it. Without such a line all of it is words."""
    first, _, rest = text.strip().partition("\n")
    call = only_a_call(first, now) if first else None
    return (call, rest.strip()) if call is not None else (None, text.strip())
