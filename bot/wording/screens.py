"""The small screens: welcome, help, menu, language, binding, and the polite answers to what cannot be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aiogram.types import InlineKeyboardButton

import locales
from bot.report_types import load_functions
from bot.rules.places import Area
from bot.rules.speaker import Speaker
from bot.wording import values
from bot.wording.buttons import button, in_columns, officer_keyboard, rows
from bot.wording.case_taps import ExpertTap
from bot.wording.duty_taps import BindTap
from bot.wording.posts import home_of, post_name, posts_in_words
from bot.wording.taps import LanguageTap, MenuTap
from bot.wording.worded import Html, Keyboard, Worded, lines, plain, shortened, words


def note(language: str, key: str, **given: str) -> str:
    """A toast: plain text, at most 200 characters."""
    return plain(language, key, **given)[:200]


def say(language: str, key: str, keyboard: Keyboard | None = None, /, **given: Any) -> Worded:
    return Worded(words(language, key, **given), keyboard)


def with_before(first: Worded, then: Worded) -> Worded:
    """Two screens as one message, with the buttons of the second."""
    return Worded(lines(first.text, then.text), then.keyboard)


def home_keyboard(speaker: Speaker) -> Keyboard | None:
    """What this person has under the thumb in the private chat."""
    return officer_keyboard(speaker.language) if speaker.officer else None


def home(speaker: Speaker) -> Worded:
    """/start without a link: what this person can do here."""
    language = speaker.language
    if speaker.officer:
        rank = plain(language, "rank", rank=speaker.officer.rank) if speaker.officer.rank else ""
        return say(
            language,
            "home-officer",
            home_keyboard(speaker),
            name=speaker.name,
            area=values.area_name(speaker.officer.area_names, language),
            rank=rank,
        )
    me = rows([button(plain(language, "button-expert-me"), ExpertTap(request=0, act="me"))])
    if is_expert(speaker):
        return say(language, "home-expert", me, name=speaker.name)
    if speaker.posts:
        key, posts = f"home-{home_of(speaker)}", posts_in_words(speaker.posts, language)
        return say(language, key, me if speaker.post("expert") else None, name=speaker.name, posts=posts)
    if speaker.admin:
        return say(language, "home-admin", name=speaker.name)
    ways = [[button(plain(language, f"button-{to}"), MenuTap(to=to))] for to in ("subscribe", "real", "shelter", "tip")]
    return say(language, "home-stranger", rows(*ways), name=speaker.name)


def is_expert(speaker: Speaker) -> bool:
    """Of the register, and nothing else."""
    return bool(speaker.posts) and all(post.role == "expert" for post in speaker.posts)


def not_sent(speaker: Speaker) -> Worded:
    """Free words of somebody without a post: whom to ring, and that nobody has got them."""
    if speaker.posts or speaker.admin:
        return home(speaker)
    return Worded(words(speaker.language, "words-not-sent"), home(speaker).keyboard)


def enrolled(
    outcome: str, role: str, rank: str | None, area: tuple[str, str], town: tuple[str, str] | None, speaker: Speaker,
    function: str | None = None,
) -> Worded:  # fmt: skip
    """The answer to an invitation. A refused one says why and what to do."""
    language = speaker.language
    if outcome not in ("welcome", "again"):
        return say(language, f"invitation-{outcome}")
    place = " ".join(part for part in (values.area_name(town, language), values.area_name(area, language)) if part)
    post = post_name(role, place, rank, language, function)
    return say(language, f"invitation-{outcome}", name=speaker.name, post=post)


def ask_phone(language: str) -> Worded:
    from aiogram.types import KeyboardButton, ReplyKeyboardMarkup

    keyboard = ReplyKeyboardMarkup(
        keyboard=[
            [KeyboardButton(text=plain(language, "button-share-phone"), request_contact=True)],
            [KeyboardButton(text=plain(language, "button-skip"))],
        ],
        resize_keyboard=True,
        one_time_keyboard=True,
    )
    return say(language, "ask-phone", keyboard)


def after_phone(speaker: Speaker, shared: bool) -> Worded:
    from aiogram.types import ReplyKeyboardRemove

    key = "phone-kept" if shared else "phone-skipped"
    first = words(speaker.language, key)
    worded = home(speaker)
    if is_expert(speaker):  # whose home has buttons of its own, and is sent behind
        return Worded(first, ReplyKeyboardRemove())
    keyboard = home_keyboard(speaker) or ReplyKeyboardRemove()
    return Worded(Html(f"{first}\n\n{worded.text}"), keyboard)


def officers_only(speaker: Speaker) -> Worded:
    return say(speaker.language, "officers-only")


def sending(language: str) -> Worded:
    return say(language, "sending")


def dropped(language: str) -> Worded:
    return say(language, "draft-dropped")


def dropped_for_officer(speaker: Speaker) -> Worded:
    return say(speaker.language, "draft-dropped", home_keyboard(speaker))


_WAYS = {"back": "button-back", "skip": "button-skip", "cancel": "button-cancel"}


def way_out(text: str) -> str | None:
    """back, skip or cancel, when that is what a typed word says in any language."""
    word = text.strip()
    return next((way for way, key in _WAYS.items() if {word, word.capitalize()} & locales.labels(key)), None)


def choose_language(language: str) -> Worded:
    names = (("zh-Hans", "简体中文"), ("zh-Hant", "繁體中文"), ("en", "English"))
    taps = [button(name, LanguageTap(language=tag)) for tag, name in names]
    return say(language, "choose-language", rows(*in_columns(taps, 1)))


def bind_tier(language: str, city: tuple[str, tuple[str, str]] | None, now_bound: str) -> Worded:
    """Binding a group: for the whole city, or for a town?"""
    whole = (
        [
            button(
                plain(language, "button-bind-city", name=values.area_name(city[1], language)),
                BindTap(act="area", area=city[0]),
            )
        ]
        if city
        else []
    )
    town = [button(plain(language, "button-bind-town"), BindTap(act="towns"))]
    other = [button(plain(language, "button-bind-department"), BindTap(act="departments"))]
    cancel = [button(plain(language, "button-cancel"), BindTap(act="cancel"))]
    before = words(language, "bind-now", area=now_bound) if now_bound else None
    return Worded(lines(words(language, "bind-tier"), before), rows(whole, town, other, cancel))


def bind_towns(language: str, towns: Sequence[tuple[str, tuple[str, str]]]) -> Worded:
    taps = [button(values.area_name(names, language), BindTap(act="area", area=code)) for code, names in towns]
    return Worded(words(language, "bind-towns"), rows(*in_columns(taps, 3), _bind_ways(language)))


def bind_departments(language: str, areas: Sequence[tuple[str, tuple[str, str]]]) -> Worded:
    """A department of which area?"""
    taps = [button(values.area_name(names, language), BindTap(act="functions", area=code)) for code, names in areas]
    return Worded(words(language, "bind-departments"), rows(*in_columns(taps, 3), _bind_ways(language)))


def bind_functions(language: str, area: str, area_names: tuple[str, str]) -> Worded:
    """Which function the group is called for."""
    taps = [
        button(values.name_of(each.names, language), BindTap(act="area", area=area, function=slug))
        for slug, each in load_functions().items()
    ]
    title = words(language, "bind-functions", area=values.area_name(area_names, language))
    return Worded(title, rows(*in_columns(taps, 3), _bind_ways(language)))


def _bind_ways(language: str) -> list[InlineKeyboardButton]:
    return [
        button(plain(language, "button-back"), BindTap(act="tier")),
        button(plain(language, "button-cancel"), BindTap(act="cancel")),
    ]


def bound(language: str, tier: str, area: tuple[str, str], topic: bool, function: str | None = None) -> Worded:
    if function is not None:
        name = values.function_name(function, language)
        return say(language, "bound-function", area=values.area_name(area, language), function=name)
    return say(language, f"bound-{tier}", area=values.area_name(area, language), topic="yes" if topic else "no")


def which_areas(found: Sequence[Area], language: str) -> str:
    return plain(language, "list-comma").join(values.area_name((area.name, area.name_hant), language) for area in found)


def reason(text: str) -> str:
    return shortened(text, 200)
