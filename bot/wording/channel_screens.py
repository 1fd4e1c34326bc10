"""Public channels on the screen: which there are, and which area's alerts each carries."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.wording import values
from bot.wording.alert_taps import ChannelTap
from bot.wording.buttons import button, in_columns, rows
from bot.wording.outgoing import Saying
from bot.wording.worded import Worded, lines, plain, shortened, words

Place = tuple[str, tuple[str, str]]
"""A code with its names."""


def added(saying: Saying) -> Worded:
    """The bot may post in a channel: for which area?"""
    number = int(saying.values["channel"])
    text = words(saying.language, "channel-added", title=shortened(str(saying.values["title"]), 60))
    tap = button(plain(saying.language, "button-channel-area"), ChannelTap(channel=number, act="choose"), "primary")
    return Worded(text, rows([tap]))


def listed(known: Sequence[tuple[int, str, tuple[str, str] | None]], language: str) -> Worded:
    """Every channel with its area; one button each."""
    if not known:
        return Worded(words(language, "channel-none"))
    told = [
        words(language, "channel-line", title=shortened(title, 60),
              area=values.area_name(names, language) if names else plain(language, "channel-no-area"))
        for _, title, names in known
    ]  # fmt: skip
    taps = [[button(shortened(title, 40), ChannelTap(channel=number, act="choose"))] for number, title, _ in known]
    return Worded(lines(words(language, "channel-list"), *told), rows(*taps))


def choose(
    number: int, title: str, bound: tuple[str, str] | None, city: Place | None, towns: Sequence[Place], language: str
) -> Worded:
    """The whole district, or one of the towns."""
    whole = [_area(number, city, language)] if city else []
    off = [button(plain(language, "button-channel-off"), ChannelTap(channel=number, act="off"))] if bound else []
    back = [button(plain(language, "button-back"), ChannelTap(act="list"))]
    text = words(language, "channel-choose", title=shortened(title, 60))
    return Worded(text, rows(whole, *in_columns([_area(number, town, language) for town in towns], 3), off, back))


def _area(number: int, place: Place, language: str) -> InlineKeyboardButton:
    return button(values.area_name(place[1], language), ChannelTap(channel=number, act="bind", value=place[0]))


WORDS = {"channel-added": added}
