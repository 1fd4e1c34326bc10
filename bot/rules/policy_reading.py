"""A policy as an administrator types it, a line a step:

    P0 派潭镇 火灾 22:00-06:00
    0 镇群 区群
    3 镇群 值班
    3 领导 @梁国栋
    重复 5 镇群 区群 领导
    进展 20
    停止 接报 转办

Only the first line and one step are needed. Numbers are minutes after the step before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time, timedelta

from bot.rules.category import Level
from bot.rules.escalation import FUNCTION, STOPS, Ladder, Step, Whom
from bot.rules.policy import PERSON, POST, Scope

LEVELS: tuple[Level, ...] = ("P0", "P1", "P2", "P3")
MOST_STEPS, LONGEST = 20, 24 * 60
WORDS: dict[str, Whom] = {
    **dict.fromkeys(("镇群", "鎮群", "town"), "town_duty"),
    **dict.fromkeys(("区群", "區群", "district"), "district_duty"),
    **dict.fromkeys(("领导", "領導", "带班", "帶班", "leader"), "leader"),
    **dict.fromkeys(("值班", "主班", "duty"), "on_duty"),
    **dict.fromkeys(("副班", "deputy"), "deputy"),
    **dict.fromkeys(("a岗", "a崗", "post-a"), f"{POST}A"),
    **dict.fromkeys(("b岗", "b崗", "post-b"), f"{POST}B"),
}
STOP_WORDS = {"接报": "acknowledged", "接報": "acknowledged", "acknowledge": "acknowledged",
              "转办": "referred", "轉辦": "referred", "refer": "referred"}  # fmt: skip
REPEAT, PROGRESS, STOP = ("重复", "重複", "repeat"), ("进展", "進展", "progress"), ("停止", "stop")
SILENT = ("静音", "靜音", "silent")
_HOURS = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)[-–~]([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True)
class Names:
    """How words are looked up: each gives a code, slug or key, or None."""

    area: Callable[[str], str | None]
    category: Callable[[str], str | None]
    function: Callable[[str], str | None]


@dataclass(frozen=True)
class Draft:
    """What was typed. People are still names: person:梁国栋."""

    scope: Scope
    ladder: Ladder


@dataclass(frozen=True)
class Fault:
    """A key of the locales with what is wrong, and the word or line it is about."""

    key: str
    said: str = ""


class _Wrong(Exception):
    def __init__(self, key: str, said: str = "") -> None:
        self.fault = Fault(key, said)


def read(text: str, names: Names) -> Draft | Fault:
    lines = [line.split() for line in text.replace("，", " ").replace("、", " ").replace("：", ":").splitlines()]
    lines = [line for line in lines if line]
    try:
        scope = _scope(lines[0] if lines else [], names)
        return Draft(scope, _ladder(scope.level, lines[1:], names))
    except _Wrong as wrong:
        return wrong.fault


def _scope(line: list[str], names: Names) -> Scope:
    level, area, hours, categories = None, None, None, list[str]()
    for word in line:
        span = _HOURS.fullmatch(word)
        upper = next((each for each in LEVELS if each == word.upper()), None)
        if upper and level is None:
            level = upper
        elif span and hours is None:
            hours = (time(int(span[1]), int(span[2])), time(int(span[3]), int(span[4])))
        elif slug := names.category(word):
            categories.append(slug)
        elif area is None and (code := names.area(word)):
            area = code
        else:
            raise _Wrong("policy-fault-word", word)
    if level is None:
        raise _Wrong("policy-fault-level")
    if hours is not None and hours[0] == hours[1]:
        raise _Wrong("policy-fault-hours")
    return Scope(level, area, tuple(dict.fromkeys(categories)), hours)


def _ladder(level: Level, lines: list[list[str]], names: Names) -> Ladder:
    steps, repeat, progress = list[Step](), None, None
    stops: tuple[str, ...] = STOPS
    for first, *rest in lines:
        word = first.casefold()
        if word in REPEAT:
            repeat = _step(rest, names, first=False)
        elif word in PROGRESS:
            progress = _minutes(rest[0] if len(rest) == 1 else " ".join(rest), least=1)
        elif word in STOP:
            stops = _stops(rest)
        else:
            steps.append(_step([first, *rest], names, first=not steps))
    if not steps:
        raise _Wrong("policy-fault-steps")
    if len(steps) > MOST_STEPS:
        raise _Wrong("policy-fault-many", str(MOST_STEPS))
    if level == "P0" and repeat is None:
        raise _Wrong("policy-fault-repeat")
    return Ladder(level, tuple(steps), repeat, progress_within=progress, stop_on=stops)


def _step(line: list[str], names: Names, *, first: bool) -> Step:
    if len(line) < 2:
        raise _Wrong("policy-fault-whom", " ".join(line))
    wait = _minutes(line[0], least=0 if first else 1)
    if first and wait:
        raise _Wrong("policy-fault-first")
    silent = any(word.casefold() in SILENT for word in line[1:])
    whom = tuple(_whom(word, names) for word in line[1:] if word.casefold() not in SILENT)
    if not whom:
        raise _Wrong("policy-fault-whom", " ".join(line))
    return Step(wait, tuple(dict.fromkeys(whom)), silent)


def _minutes(word: str, least: int) -> timedelta:
    digits = re.fullmatch(r"\+?(\d{1,4})(?:分|分钟|分鐘|min)?", word)
    if digits is None or not least <= int(digits[1]) <= LONGEST:
        raise _Wrong("policy-fault-minutes", word)
    return timedelta(minutes=int(digits[1]))


def _whom(word: str, names: Names) -> Whom:
    if found := WORDS.get(word.casefold()):
        return found
    if word.startswith(("@", "＠")) and len(word) > 1:
        return PERSON + word[1:]
    if function := names.function(word):
        return FUNCTION + function
    raise _Wrong("policy-fault-word", word)


def _stops(words: list[str]) -> tuple[str, ...]:
    found = [STOP_WORDS.get(word.casefold()) for word in words]
    if not found or None in found:
        raise _Wrong("policy-fault-stop", " ".join(words))
    return tuple(dict.fromkeys(each for each in found if each))
