"""A resident's subscriptions: where, then done; and the card on which everything can be changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from aiogram.types import InlineKeyboardButton, KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.rules.alert_levels import KINDS
from bot.rules.places import Area, Places
from bot.rules.quiet_hours import USUAL
from bot.rules.speaker import Speaker
from bot.wording import area_choice, digest_screens, screens
from bot.wording.alert_taps import DigestTap, SubscribeTap
from bot.wording.alert_text import MARKS
from bot.wording.buttons import button, in_columns, rows
from bot.wording.taps import MenuTap
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

LEVELS = ("notice", "blue", "yellow", "orange", "red")
LANGUAGES = (("zh-Hans", "简体中文"), ("zh-Hant", "繁體中文"), ("en", "English"))


class Wishes(Protocol):
    """What a person has subscribed to."""

    @property
    def areas(self) -> tuple[tuple[str, tuple[str, str]], ...]: ...
    @property
    def kinds(self) -> tuple[str, ...]: ...
    @property
    def lowest_level(self) -> str: ...
    @property
    def quiet(self) -> tuple[str, str] | None: ...
    @property
    def digest(self) -> tuple[str, str] | None: ...


def _tap(label: str, act: str, value: str = "") -> InlineKeyboardButton:
    return button(label, SubscribeTap(act=act, value=value))


def _back(language: str, page: str = "card") -> InlineKeyboardButton:
    return _tap(plain(language, "button-back"), "page", page)


def ask_where(language: str) -> Worded:
    """With the one button that can give a location."""
    location = KeyboardButton(text=plain(language, "button-share-location"), request_location=True)
    cancel = KeyboardButton(text=plain(language, "button-cancel"))
    keyboard = ReplyKeyboardMarkup(
        keyboard=[[location], [cancel]], resize_keyboard=True, one_time_keyboard=True,
        input_field_placeholder=plain(language, "placeholder-place"),
    )  # fmt: skip
    return Worded(words(language, "subscribe-where"), keyboard)


def towns(places: Places, language: str) -> Worded:
    taps = [_tap(area_choice.name(town, language), "town", town.code) for town in places.towns]
    whole = [
        _tap(plain(language, "areas-whole-city"), "area", area.code) for area in places.areas if area.kind == "city"
    ]
    return Worded(words(language, "subscribe-towns"), rows(*in_columns(taps, 3), whole))


def villages(town: Area, places: Places, language: str) -> Worded:
    """A town's villages; the whole town first."""
    name = area_choice.name(town, language)
    whole = [_tap(plain(language, "areas-whole-town", name=name), "area", town.code)]
    inside = [area for area in places.areas if area.parent == town.code]
    taps = [_tap(area_choice.name(area, language), "area", area.code) for area in inside]
    back = [_tap(plain(language, "areas-towns"), "page", "towns")]
    return Worded(words(language, "subscribe-villages", name=name), rows(whole, *in_columns(taps, 3), back))


def which(found: Sequence[Area], places: Places, typed: str, language: str) -> Worded:
    """A typed name that several areas have."""
    taps = []
    for area in found:
        town = places.get(area.town) if area.kind not in ("city", "town") else None
        label = " ".join(area_choice.name(each, language) for each in (town, area) if each is not None)
        taps.append(_tap(label, "area", area.code))
    text = words(language, "areas-which", name=shortened(typed, 40))
    return Worded(text, rows(*in_columns(taps, 1), [_tap(plain(language, "areas-towns"), "page", "towns")]))


def confirm(place: Area, places: Places, language: str) -> Worded:
    """From a poster: one tap."""
    town = places.get(place.town) if place.kind not in ("city", "town") else None
    name = " ".join(area_choice.name(each, language) for each in (town, place) if each is not None)
    yes = button(plain(language, "button-subscribe-here"), SubscribeTap(act="area", value=place.code), "success")
    other = _tap(plain(language, "button-subscribe-elsewhere"), "page", "where")
    return Worded(words(language, "subscribe-confirm", name=name), rows([yes], [other]))


def done(name: str, near: bool, speaker: Speaker) -> Worded:
    """Subscribed; the location button gives way to the usual ones."""
    key = "subscribe-done-near" if near else "subscribe-done"
    keyboard = screens.home_keyboard(speaker) or ReplyKeyboardRemove()
    return Worded(words(speaker.language, key, name=name), keyboard)


def card(wishes: Wishes, language: str) -> Worded:
    """Everything that can be changed."""
    if not wishes.areas:
        begin = _tap(plain(language, "button-subscribe"), "page", "where")
        return Worded(words(language, "subscribe-nothing"), rows([begin]))
    text = lines(
        words(language, "subscribe-card"),
        words(language, "subscribe-areas", names=area_choice.names([pair for _, pair in wishes.areas], language)),
        words(language, "subscribe-kinds", kinds=_kinds(wishes, language)),
        words(language, "subscribe-level", level=_level(wishes.lowest_level, language)),
        words(language, "subscribe-quiet", quiet=_quiet(wishes, language)),
        words(language, "subscribe-digest", digest=digest_screens.chosen(wishes.digest, language)),
        words(language, "subscribe-language", name=dict(LANGUAGES)[language]),
    )
    pages = [("kinds", "level"), ("quiet", "language"), ("where", "drop")]
    taps = [("real", "shelter")]
    ways = [[button(plain(language, f"button-{to}"), MenuTap(to=to)) for to in pair] for pair in taps]
    lines_of = [[_tap(plain(language, f"subscribe-page-{page}"), "page", page) for page in pair] for pair in pages]
    digest = [button(plain(language, "button-digest"), DigestTap(act="page"))]
    return Worded(text, rows(*lines_of, digest, *ways))


def _kinds(wishes: Wishes, language: str) -> str:
    if not wishes.kinds:
        return plain(language, "subscribe-all-kinds")
    return plain(language, "list-comma").join(plain(language, f"kind-{kind}") for kind in wishes.kinds)


def _level(level: str, language: str) -> str:
    if level == "notice":
        return plain(language, "subscribe-all-levels")
    named = f"{MARKS[level]} {plain(language, f'level-{level}')}"
    return named if level == "red" else plain(language, "subscribe-from-level", level=named)


def _quiet(wishes: Wishes, language: str) -> str:
    return "–".join(wishes.quiet) if wishes.quiet else plain(language, "subscribe-no-quiet")


def kinds(wishes: Wishes, language: str) -> Worded:
    wanted = wishes.kinds or KINDS
    taps = [
        _tap(f"✅ {plain(language, f'kind-{kind}')}", "kind", f"-{kind}") if kind in wanted
        else _tap(plain(language, f"kind-{kind}"), "kind", f"+{kind}")
        for kind in KINDS
    ]  # fmt: skip
    return Worded(words(language, "subscribe-ask-kinds"), rows(*in_columns(taps, 2), [_back(language)]))


def levels(language: str) -> Worded:
    taps = [_tap(_level(level, language), "level", level) for level in LEVELS]
    return Worded(words(language, "subscribe-ask-level"), rows(*in_columns(taps, 1), [_back(language)]))


def quiet(language: str, fault: Html | None = None) -> Worded:
    taps = [
        _tap(plain(language, "subscribe-no-quiet"), "quiet", "off"),
        _tap("–".join(USUAL), "quiet", "usual"),
    ]
    return Worded(lines(fault, words(language, "subscribe-ask-quiet")), rows(taps, [_back(language)]))


def languages(language: str) -> Worded:
    taps = [_tap(name, "language", tag) for tag, name in LANGUAGES]
    return Worded(words(language, "choose-language"), rows(*in_columns(taps, 1), [_back(language)]))


def drop(wishes: Wishes, language: str) -> Worded:
    """Which subscription is to end, or all of them: one tap."""
    if not wishes.areas:
        return card(wishes, language)
    taps = [_tap(f"✖️ {area_choice.names([pair], language)}", "drop", code) for code, pair in wishes.areas]
    every = [_tap(plain(language, "subscribe-drop-all"), "drop", "all")] if len(wishes.areas) > 1 else []
    return Worded(words(language, "subscribe-ask-drop"), rows(*in_columns(taps, 2), every, [_back(language)]))


def ended(names: tuple[tuple[str, str], ...], follows: int, mark: str, language: str) -> Worded:
    undo = _tap(plain(language, "button-undo"), "undo", mark)
    text = lines(
        words(language, "subscribe-ended", names=area_choice.names(names, language)) if names else None,
        words(language, "follow-ended", number=str(follows)) if follows else None,
    )
    return Worded(text, rows([undo]))


def cancelled(speaker: Speaker) -> Worded:
    keyboard = screens.home_keyboard(speaker) or ReplyKeyboardRemove()
    return Worded(words(speaker.language, "cancelled"), keyboard)
