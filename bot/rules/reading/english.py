"""The little English that officers type about people: 3 workers trapped → 3工人 被困, place for place.

What is not about people stays as it is; the categories know their own English words.
"""

import re
from functools import cache
from typing import Any

from bot.rules.reading.tables import table

_BLANK = "□"


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(words), meant) for words, meant in table("english")["phrases"])


@cache
def _rows(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows: dict[str, Any] = table("english")[name]
    return tuple((re.compile(words), str(meant)) for words, meant in rows.items())


def _any(name: str) -> str:
    return "|".join(table("english")[name])


@cache
def _counted() -> re.Pattern[str]:
    """2 dead · rescued 3 people · two factory workers are trapped · two people; workers trapped."""
    number, who, fate = rf"(?:\d{{1,4}}|{_any('numbers')})", rf"(?:{_any('people')})", rf"(?:{_any('fates')})"
    after = rf"(?: (?:{table('english')['between']}))* (?P<fate{{0}}>{fate})"
    return re.compile(
        rf"\b(?:(?P<number1>{number}){after.format(1)}"
        rf"|(?P<first>{fate}) (?P<number2>{number}) (?:[a-z]+ )?(?P<who2>{who})"
        rf"|(?P<number3>{number}) (?:[a-z]+ )?(?P<who3>{who})(?:{after.format(3)})?"
        rf"|(?P<who4>{who}){after.format(4)})\b"
    )


def in_known_words(folded: str) -> str:
    """The folded text with its English about people in the words that the other tables know, as long as before."""
    if not re.search(r"[a-z]{2}", folded):
        return folded
    for regex, meant in _phrases():
        folded = regex.sub(lambda found, meant=meant: meant.ljust(len(found[0]), _BLANK), folded)  # type: ignore[misc]
    return _counted().sub(_known, folded)


def _known(found: re.Match[str]) -> str:
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
