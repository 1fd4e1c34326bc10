"""An area's poster as a file in the chat of whoever asked for it."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.documents.poster import poster
from bot.rules.area_link import link_of
from bot.rules.places import Area, Places
from bot.rules.roles import contains
from bot.wording import area_choice, values
from bot.wording.alert_taps import PosterTap
from bot.wording.buttons import button, in_columns, rows
from bot.wording.outgoing import Saying
from bot.wording.worded import Media, Worded, plain, words


def area_poster(saying: Saying) -> Worded:
    """`values`: bot (the username), code, names in both scripts."""
    code, names = str(saying.values["code"]), (str(saying.values["names"][0]), str(saying.values["names"][1]))
    link = link_of(str(saying.values["bot"]), code)

    def make() -> bytes:
        return poster(link, names)

    caption = words(saying.language, "poster-caption", name=values.area_name(names, saying.language))
    return Worded(caption, media=Media("document", "", make, f"poster-{code}.pdf"))


def choose(page: str, scope: Sequence[str], places: Places, language: str) -> Worded:
    """Which place: the towns, then the villages of one (`page`, its code). Each tap makes a poster."""

    def tap(area: Area, act: str) -> InlineKeyboardButton:
        label = area_choice.name(area, language) + (" ›" if act == "page" else "")
        return button(label, PosterTap(act=act, area=area.code))

    inside = [area for area in places.areas if any(contains(code, area.code) for code in scope)]
    towns = [area for area in inside if area.kind == "town"]
    town = places.get(page) or (towns[0] if len(towns) == 1 else None)
    if town is None and towns:
        city = [tap(area, "make") for area in inside if area.kind == "city"]
        taps = [*in_columns([tap(area, "page") for area in towns], 3), city]
    else:
        own = [tap(town, "make")] if town in inside and town is not None else []
        villages = [area for area in inside if len(area.code) > 9 and (town is None or area.parent == town.code)]
        back = [button(plain(language, "button-back"), PosterTap(act="page", area="0"))] if len(towns) > 1 else []
        taps = [own, *in_columns([tap(area, "make") for area in villages], 3), back]
    return Worded(words(language, "poster-which"), rows(*taps))


WORDS = {"area-poster": area_poster}
