"""Choosing areas on the screen: towns at once, or a town's villages, or names typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.rules.area_choice import TOWNS, AreaChoice, NamesRead
from bot.rules.places import Area, Places
from bot.rules.roles import contains
from bot.wording import values
from bot.wording.buttons import button, in_columns, rows
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

# act and value → what the button carries
TapOf = Callable[[str, str], CallbackData]
NAMES_SHOWN = 300


def names(codes: Sequence[tuple[str, str]], language: str) -> str:
    """A list of places, cut where it grows too long."""
    shown = plain(language, "list-comma").join(values.area_name(pair, language) for pair in codes)
    return shortened(shown, NAMES_SHOWN)


def name(area: Area, language: str) -> str:
    return values.area_name((area.name, area.name_hant), language)


def choose_areas(
    choice: AreaChoice, title: Html, language: str, places: Places, tap: TapOf, ways: Sequence[InlineKeyboardButton],
    read: NamesRead | None = None,
) -> Worded:  # fmt: skip
    """The page that `choice` is on; above it what is chosen and what was not understood."""
    chosen = [places.by_code[code] for code in choice.chosen]
    pairs = [(area.name, area.name_hant) for area in chosen]
    text = lines(
        title,
        words(language, "areas-chosen", names=names(pairs, language)) if chosen else None,
        *(words(language, "areas-unknown", name=shortened(word, 40)) for word in (read.unknown if read else ())),
        *(words(language, "areas-which", name=shortened(word, 40)) for word, _ in (read.unclear if read else ())),
    )
    if read and read.unclear:
        options = [area for _, found in read.unclear for area in found]
        taps = [button(_with_town(area, places, language), tap("area", f"+{area.code}")) for area in options]
        back = button(plain(language, "button-back"), tap("page", choice.page))
        return Worded(text, rows(*in_columns(taps, 1), [back]))
    done = [button(plain(language, "button-done"), tap("done", ""), "primary")] if chosen else []
    return Worded(text, rows(*_page(choice, language, places, tap), done, ways))


def _with_town(area: Area, places: Places, language: str) -> str:
    town = places.get(area.town) if area.kind not in ("city", "town") else None
    return " ".join(name(each, language) for each in (town, area) if each is not None)


def _page(choice: AreaChoice, language: str, places: Places, tap: TapOf) -> list[list[InlineKeyboardButton]]:
    single = choice.scope[0] if len(choice.scope) == 1 and len(choice.scope[0]) == 9 else None
    page = choice.page or single or ""
    if page and page != TOWNS:
        return _villages(places.by_code[page], choice, language, places, tap, alone=page == single)
    towns = [town for town in places.towns if any(contains(area, town.code) for area in choice.scope)]
    if page == TOWNS:
        taps = [button(f"{name(town, language)} ›", tap("page", town.code)) for town in towns]
        return [*in_columns(taps, 3), [button(plain(language, "button-back"), tap("page", ""))]]
    cities = [area for code in choice.scope if (area := places.get(code)) is not None and area.kind == "city"]
    loose = [area for code in choice.scope if (area := places.get(code)) is not None and len(code) > 9]
    whole = [_toggle(city, plain(language, "areas-whole-city"), choice, tap) for city in cities]
    taps = [_toggle(area, name(area, language), choice, tap) for area in (*towns, *loose)]
    villages = [button(plain(language, "areas-villages"), tap("page", TOWNS))] if towns else []
    return [whole, *in_columns(taps, 3), villages]


def _villages(
    town: Area, choice: AreaChoice, language: str, places: Places, tap: TapOf, alone: bool
) -> list[list[InlineKeyboardButton]]:
    whole = _toggle(town, plain(language, "areas-whole-town", name=name(town, language)), choice, tap)
    villages = [area for area in places.areas if area.parent == town.code]
    taps = [_toggle(village, name(village, language), choice, tap) for village in villages]
    back = [] if alone else [button(plain(language, "areas-towns"), tap("page", ""))]
    return [[whole], *in_columns(taps, 3), back]


def _toggle(area: Area, label: str, choice: AreaChoice, tap: TapOf) -> InlineKeyboardButton:
    if area.code in choice.chosen:
        return button(f"✅ {label}", tap("area", f"-{area.code}"))
    inside = sum(contains(area.code, code) for code in choice.chosen)
    return button(f"{label} ({inside})" if inside else label, tap("area", f"+{area.code}"))
