"""Words that make a case sensitive whatever its grade: a school, a home for the old, foreigners, the press.

domain.md §2.2: reporting of sensitive events is "不受分级标准限制".
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from bot.rules.reading.script import clean, fold
from bot.rules.reading.tables import table

TRAITS = ("school", "care_home", "foreigner", "media_attention")


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    words = table("traits")
    return {name: re.compile(words[name]) for name in TRAITS}


def sensitive_words(texts: Iterable[str]) -> tuple[str, ...]:
    """Which of `TRAITS` these texts speak of."""
    folded = [fold(clean(text)) for text in texts if text]
    return tuple(name for name, pattern in _patterns().items() if any(pattern.search(text) for text in folded))
