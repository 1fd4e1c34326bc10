"""What a village's loudspeaker says: at most 120 characters, to be read twice, nothing that cannot be read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.rules.alert_levels import OVERRIDES_QUIET

LONGEST = 120
_DIGITS = "零一二三四五六七八九"


def is_loud(level: str, evacuation: bool) -> bool:
    """Which alerts villages are asked to read aloud: the grave ones, and whatever asks people to move."""
    return level in OVERRIDES_QUIET or evacuation


def spoken(number: int) -> str:
    """0 to 99 as it is said: 零, 八, 十五, 二十, 五十九."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def spoken_time(at: datetime) -> tuple[str, str, str, str]:
    """Month, day, hour and minute to be said; the minute is empty on the hour. `at` is in the city's zone."""
    return spoken(at.month), spoken(at.day), spoken(at.hour), spoken(at.minute) if at.minute else ""


def script(sentences: Sequence[str], frame: str = "") -> str:
    """The sentences, the most important first, as many whole ones as fit; the first is cut if it must be.

    `frame` is said before and after them, whatever else fits (这是演练).
    """
    room, told = LONGEST - 2 * len(frame), ""
    for sentence in sentences:
        if len(told) + len(sentence) <= room:
            told += sentence
    return frame + (told or (sentences[0][:room] if sentences else "")) + frame
