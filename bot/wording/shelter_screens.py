"""Where to go: the nearest open places of refuge; and the list on which the duty room opens and closes them."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.rules.shelters import STATES, ShelterView
from bot.rules.speaker import Speaker
from bot.wording import screens, values
from bot.wording.alert_taps import ShelterTap
from bot.wording.buttons import button, rows
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

MOST = 12
MARKS = {"open": "🟢", "full": "🟠", "closed": "⚫"}


def ask_where(language: str) -> Worded:
    keyboard = ReplyKeyboardMarkup(
        keyboard=[
            [KeyboardButton(text=plain(language, "button-share-location"), request_location=True)],
            [KeyboardButton(text=plain(language, "button-cancel"))],
        ],
        resize_keyboard=True, one_time_keyboard=True, input_field_placeholder=plain(language, "placeholder-place"),
    )  # fmt: skip
    return Worded(words(language, "shelter-where"), keyboard)


def near(found: Sequence[tuple[float, ShelterView]], speaker: Speaker) -> Worded:
    language, keyboard = speaker.language, screens.home_keyboard(speaker) or ReplyKeyboardRemove()
    if not found:
        return Worded(words(language, "shelter-none"), keyboard)
    listed = [_found(number, km, each, language) for number, (km, each) in enumerate(found, start=1)]
    return Worded(lines(words(language, "shelter-title"), *listed, words(language, "shelter-care")), keyboard)


def _found(number: int, km: float, shelter: ShelterView, language: str) -> Html:
    url = (
        f"https://www.openstreetmap.org/?mlat={shelter.lat:.5f}&amp;mlon={shelter.lon:.5f}"
        f"#map=17/{shelter.lat:.5f}/{shelter.lon:.5f}"
    )
    return lines(
        words(language, "shelter-line", number=str(number), name=shortened(shelter.name, 60), km=f"{km:.1f}",
              area=values.area_name(shelter.area_names, language)),
        words(language, "shelter-room", number=str(shelter.capacity)) if shelter.capacity is not None else None,
        words(language, "shelter-not-for", what="、".join(shelter.unsuitable)) if shelter.unsuitable else None,
        words(language, "shelter-map", url=Html(url)),
    )  # fmt: skip


def kept(shelters: Sequence[ShelterView], language: str) -> Worded:
    """Each with the states it may go to."""
    if not shelters:
        return Worded(words(language, "shelter-none-kept"))
    shown = shelters[:MOST]
    listed = [
        words(language, "shelter-kept-line", mark=MARKS[each.state], name=shortened(each.name, 40),
              state=plain(language, f"shelter-{each.state}"), area=values.area_name(each.area_names, language))
        for each in shown
    ]  # fmt: skip
    taps = [
        [button(f"{MARKS[state]} {shortened(each.name, 14)}", ShelterTap(act=state, code=each.code))
         for state in STATES if state != each.state]
        for each in shown
    ]  # fmt: skip
    more = words(language, "answers-more", number=str(len(shelters) - MOST)) if len(shelters) > MOST else None
    legend = words(language, "shelter-kept-how", open=MARKS["open"], full=MARKS["full"], closed=MARKS["closed"])
    return Worded(lines(words(language, "shelter-kept-title"), *listed, more, legend), rows(*taps))
