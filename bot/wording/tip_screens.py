"""A resident's tip while it is put together: to which village, what, and a look at it before it goes out."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton, KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.rules.places import Area, Places
from bot.rules.tip import TipDraft
from bot.wording import area_choice
from bot.wording.buttons import button, in_columns, rows
from bot.wording.report_taps import TipTap
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words

SHOWN = 600


def _tap(label: str, act: str, value: str = "", style: str | None = None) -> InlineKeyboardButton:
    return button(label, TipTap(tip=0, act=act, value=value), style)


def _cancel(language: str) -> InlineKeyboardButton:
    return _tap(plain(language, "button-cancel"), "cancel")


def where(suggested: Sequence[Area], places: Places, language: str, fault: Html | None = None) -> Worded:
    """Which village: those the person has subscribed to first, then all towns. A name or a location does as well."""
    own = [_suggestion(area, places, language) for area in suggested]
    towns = [_tap(area_choice.name(town, language), "town", town.code) for town in places.towns]
    text = lines(fault, words(language, "tip-not-110"), words(language, "tip-where"))
    return Worded(text, rows(*in_columns(own, 1), *in_columns(towns, 3), [_cancel(language)]))


def _suggestion(area: Area, places: Places, language: str) -> InlineKeyboardButton:
    if area.kind == "town":
        return _tap(f"{area_choice.name(area, language)} ›", "town", area.code)
    return _tap(_with_town(area, places, language), "village", area.code)


def _with_town(area: Area, places: Places, language: str) -> str:
    town = places.get(area.town)
    return " ".join(area_choice.name(each, language) for each in (town, area) if each is not None)


def villages(town: Area, places: Places, language: str) -> Worded:
    inside = [area for area in places.areas if area.parent == town.code]
    taps = [_tap(area_choice.name(area, language), "village", area.code) for area in inside]
    back = _tap(plain(language, "areas-towns"), "page", "where")
    text = words(language, "subscribe-villages", name=area_choice.name(town, language))
    return Worded(text, rows(*in_columns(taps, 3), [back, _cancel(language)]))


def which(found: Sequence[Area], places: Places, typed: str, language: str) -> Worded:
    """A typed name that several villages have."""
    taps = [_suggestion(area, places, language) for area in found]
    back = _tap(plain(language, "areas-towns"), "page", "where")
    text = words(language, "tip-which", name=shortened(typed, 40))
    return Worded(text, rows(*in_columns(taps, 1), [back, _cancel(language)]))


def write(village: Area, places: Places, language: str) -> Worded:
    """Who will read it, what this is not, and the buttons for what only a phone can give."""
    keyboard = ReplyKeyboardMarkup(
        keyboard=[
            [KeyboardButton(text=plain(language, "button-share-location"), request_location=True)],
            [KeyboardButton(text=plain(language, "button-share-phone"), request_contact=True)],
            [KeyboardButton(text=plain(language, "button-cancel"))],
        ],
        resize_keyboard=True,
        input_field_placeholder=plain(language, "placeholder-tip"),
    )
    name = _with_town(village, places, language)
    return Worded(lines(words(language, "tip-not-110"), words(language, "tip-write", village=name)), keyboard)


def preview(draft: TipDraft, places: Places, language: str, fault: Html | None = None) -> Worded:
    """What will go out, and that it has not gone out yet."""
    village = places.get(draft.village)
    name = _with_town(village, places, language) if village else ""
    text = lines(
        fault,
        words(language, "tip-preview", village=name),
        Html(f"<blockquote>{escaped(shortened(draft.words, SHOWN))}</blockquote>") if draft.words else None,
        words(language, "tip-with-files", number=str(len(draft.files))) if draft.files else None,
        words(language, "tip-with-place") if draft.place else None,
        words(language, "tip-with-phone" if draft.phone else "tip-without-phone"),
        None if draft.says_something else words(language, "tip-needs-words"),
    )
    send = [_tap(plain(language, "button-send-tip"), "send", "", "success")] if draft.says_something else []
    other = _tap(plain(language, "button-other-village"), "page", "where")
    return Worded(text, rows(send, [other, _cancel(language)]))


def over(key: str, language: str, **given: str) -> Worded:
    """The end of it; the buttons for location and phone go."""
    return Worded(words(language, key, **given), ReplyKeyboardRemove())
