"""Zero reports: how they are switched on and off, and what the officers of a village are asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol

from aiogram.types import InlineKeyboardButton

from bot.rules.places import Area, Places
from bot.rules.roles import contains
from bot.rules.zero_report import HOURS, PERIODS, DayView
from bot.wording import area_choice, values
from bot.wording.buttons import button, in_columns, rows
from bot.wording.outgoing import Saying
from bot.wording.report_taps import ZeroTap
from bot.wording.worded import Html, Worded, lines, plain, words


class Round(Protocol):
    """A round that is on."""

    @property
    def id(self) -> int: ...
    @property
    def from_day(self) -> date: ...
    @property
    def until_day(self) -> date: ...
    @property
    def hour(self) -> str: ...
    @property
    def set_by_name(self) -> str: ...


def day(on: date, language: str) -> str:
    return plain(language, "zero-day", month=str(on.month), day=str(on.day))


def choose_area(scope: Sequence[str], places: Places, language: str) -> Worded:
    """Whose villages report: the whole district, or one of its towns."""
    city = [area for area in places.areas if area.kind == "city" and area.code in scope]
    towns = [town for town in places.towns if any(contains(code, town.code) for code in scope)]
    whole = [_tap(plain(language, "areas-whole-city"), "area", area.code) for area in city]
    taps = [_tap(area_choice.name(town, language), "area", town.code) for town in towns]
    return Worded(words(language, "zero-where"), rows(whole, *in_columns(taps, 3), _way_out(language)))


def _tap(label: str, act: str, area: str = "", value: str = "", style: str | None = None) -> InlineKeyboardButton:
    return button(label, ZeroTap(act=act, area=area, value=value), style)


def _way_out(language: str, back: bool = False) -> list[InlineKeyboardButton]:
    ways = [_tap(plain(language, "button-back"), "back")] if back else []
    return [*ways, _tap(plain(language, "button-cancel"), "cancel")]


def off_now(area: Area, hour: str, usual: str, language: str, back: bool, days: int | None = None) -> Worded:
    """Not on: the hour may be changed, one tap on a period switches it on. `hour` is the one chosen, "HH:MM"."""
    offered = sorted({*HOURS, usual, hour})
    hours = [_tap(f"✅ {each}" if each == hour else each, "hour", area.code, each.replace(":", "")) for each in offered]
    digits = hour.replace(":", "")
    periods = [
        _tap(plain(language, "zero-days", number=str(number)), "on", area.code, f"{digits}-{number}", "success")
        for number in sorted({*PERIODS, *([days] if days else [])})
    ]
    text = words(language, "zero-off-now", area=area_choice.name(area, language), hour=hour)
    return Worded(text, rows(*in_columns(hours, 3), *in_columns(periods, 2), _way_out(language, back)))


def on_now(area: Area, round_: Round, language: str, back: bool, already: bool = False) -> Worded:
    """On: until when, by whom, and the way to stop it."""
    text = lines(
        words(language, "zero-already") if already else None,
        words(
            language, "zero-on-now", area=area_choice.name(area, language), hour=round_.hour, by=round_.set_by_name,
            first=day(round_.from_day, language), last=day(round_.until_day, language),
        ),
    )  # fmt: skip
    stop = [_tap(plain(language, "button-zero-off"), "off", area.code, str(round_.id), "danger")]
    return Worded(text, rows(stop, _way_out(language, back)))


def _switched(key: str) -> Callable[[Saying], Worded]:
    def said(saying: Saying) -> Worded:
        given, language = saying.values, saying.language
        first, last = (day(date.fromisoformat(given[name]), language) for name in ("from", "until"))
        area = values.area_name(tuple(given["names"]), language)
        return Worded(words(
            language, key, area=area, first=first, last=last, hour=given["hour"], by=given["by"],
        ))  # fmt: skip

    return said


def ask(saying: Saying) -> Worded | None:
    """What an officer gets once a day. Nothing, when it was switched off before this left."""
    view: DayView | None = saying.subject
    code = str(saying.values["village"])
    village = next((each for each in view.villages if each.code == code), None) if view else None
    if view is None or village is None or view.stopped:
        return None
    language = saying.language
    text = words(
        language, "zero-ask", village=values.area_name(village.names, language), day=day(view.day, language),
        hour=view.hour,
    )  # fmt: skip
    none = [_tap(plain(language, "button-nothing-new"), "none", code, str(view.day_id), "success")]
    return Worded(text, rows(none, [_tap(plain(language, "button-something-new"), "report", code)]))


def answered(outcome: str, village: Html | str, on: date, at: str, by: str, language: str) -> Worded:
    """`outcome` done or again: what is shown in place of the question, or after the words that answered it."""
    return Worded(words(language, f"zero-{outcome}", village=village, day=day(on, language), at=at, by=by))


def noted(saying: Saying) -> Worded:
    """The answer in words, for all villages of the officer."""
    given, language = saying.values, saying.language
    villages = area_choice.names([tuple(pair) for pair in given["villages"]], language)
    at = values.moment(datetime.fromisoformat(given["at"]), saying.zone, saying.now)
    return answered(given["outcome"], villages, date.fromisoformat(given["day"]), at, given["by"], language)


WORDS = {"zero-on": _switched("zero-on"), "zero-off": _switched("zero-off"), "zero-ask": ask, "zero-noted": noted}
