"""叫应 while it is written: level, kind, where, words, until when, a look at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.report_types.call_texts import KINDS_OFFERED, LEVELS_OFFERED, question
from bot.rules.alert_levels import SIGNALS
from bot.rules.area_choice import AreaChoice, NamesRead
from bot.rules.places import Places
from bot.rules.speaker import Speaker
from bot.wording import area_choice, fates, values, writing_screens
from bot.wording.alert_text import MARKS
from bot.wording.buttons import button, in_columns, officer_keyboard, rows
from bot.wording.call_cards import may_be_marked, name, text_of
from bot.wording.duty_taps import CallTap
from bot.wording.worded import Html, Keyboard, Worded, escaped, lines, plain, shortened, words
from bot.wording.writing_screens import kept_words

MINUTES = (15, 30, 60, 120)


def writing(act: str, value: str = "", revision: int = 0) -> CallbackData:
    """A tap on the round that is being written."""
    return CallTap(call=0, act=act, value=value, revision=revision)


def _way(language: str, *acts: str) -> list[InlineKeyboardButton]:
    return [button(plain(language, f"button-{act}"), writing(act)) for act in acts]


def choose_level(language: str) -> Worded:
    taps = [button(f"{MARKS[each]} {plain(language, f'level-{each}')}", writing("level", each))
            for each in LEVELS_OFFERED]  # fmt: skip
    return Worded(words(language, "call-level"), rows(*in_columns(taps, 2), _way(language, "cancel")))


def choose_kind(language: str) -> Worded:
    def label(kind: str) -> str:
        return plain(language, f"{'signal' if kind in SIGNALS else 'kind'}-{kind}".replace("_", "-"))

    taps = [button(label(kind), writing("kind", kind)) for kind in KINDS_OFFERED]
    return Worded(words(language, "call-kind"), rows(*in_columns(taps, 3), _way(language, "back", "cancel")))


def choose_areas(choice: AreaChoice, language: str, places: Places, read: NamesRead | None = None) -> Worded:
    title = words(language, "call-where")
    return area_choice.choose_areas(choice, title, language, places, writing, _way(language, "back", "cancel"), read)


def ask_text(names: str, private: bool, language: str, kept: str = "", fault: Html | None = None) -> Worded:
    """In a group the words come as a reply to the message that follows."""
    asked = words(language, "call-write" if private else "call-write-reply", names=names)
    keep = [button(plain(language, "button-continue"), writing("keep"), "primary")] if kept else []
    return writing_screens.ask_text(asked, kept_words(language, kept), fault, keep, _way(language, "back", "cancel"))


def choose_minutes(language: str) -> Worded:
    taps = [button(plain(language, "call-minutes-button", number=str(each)), writing("minutes", str(each)))
            for each in MINUTES]  # fmt: skip
    return Worded(words(language, "call-minutes"), rows(*in_columns(taps, 2), _way(language, "preview", "cancel")))


def preview(
    draft: Mapping[str, Any], names: str, counted: tuple[int, int, Mapping[str, int]], without: Sequence[str],
    wait: int, revision: int, language: str,
) -> Worded:  # fmt: skip
    """`counted`: villages, people, how many cannot be reached by reason. `without`: villages that have no officer."""
    kind, level, drill = str(draft["kind"]), str(draft["level"]), bool(draft.get("drill"))
    villages, people, unsent = counted
    text = lines(
        words(language, "call-preview", names=names, villages=str(villages), people=str(people), wait=str(wait),
              minutes=str(draft["minutes"])),
        words(language, "broadcast-not-reached", reasons=fates.reasons(unsent, language)) if unsent else None,
        words(language, "call-without", number=str(len(without)),
              names=shortened(plain(language, "list-comma").join(without), 300)) if without else None,
        Html(f"\n{MARKS[level]} <b>{escaped(name(kind, level, language))}</b>"),
        escaped(text_of(kind, level, str(draft.get("text", "")), language)),
        _asked_back(kind, level, language),
    )  # fmt: skip
    other = button(plain(language, "button-call-real" if drill else "button-call-drill"), writing("drill"))
    edit = button(plain(language, "button-edit"), writing("edit"))
    send = [button(plain(language, "button-publish"), writing("publish", "", revision), "danger")] if villages else []
    return may_be_marked(drill, language, Worded(text, rows(send, [other, edit], _way(language, "back", "cancel"))))


def _asked_back(kind: str, level: str, language: str) -> Html | None:
    asked = question(kind, level)
    return words(language, "call-asked-back", right=values.name_of(asked.right, language)) if asked else None


def what_to_edit(language: str) -> Worded:
    taps = [
        button(plain(language, f"call-edit-{each}"), writing(each)) for each in ("levels", "areas", "text", "until")
    ]
    return Worded(words(language, "edit-which"), rows(*in_columns(taps, 2), _way(language, "preview", "cancel")))


def confirm_end(call_id: int, silent: int, drill: bool, language: str) -> Worded:
    sure = button(plain(language, "button-call-end-sure"), CallTap(call=call_id, act="ended"), "danger")
    keep = button(plain(language, "button-call-go-on"), CallTap(call=call_id, act="keep"))
    text = words(language, "call-end-sure", number=str(silent), call=str(call_id))
    return may_be_marked(drill, language, Worded(text, rows([sure], [keep])))


def ask_place(speaker: Speaker, language: str) -> Worded:
    """Where they are: a button that sends it, above what an officer has under the thumb anyway."""
    share = [KeyboardButton(text=plain(language, "button-share-location"), request_location=True)]
    under = officer_keyboard(language).keyboard if speaker.officer else []
    return Worded(words(language, "call-place"), ReplyKeyboardMarkup(keyboard=[share, *under], resize_keyboard=True))


def place_kept(speaker: Speaker, language: str) -> Worded:
    keyboard: Keyboard = officer_keyboard(language) if speaker.officer else ReplyKeyboardRemove()
    return Worded(words(language, "call-place-kept"), keyboard)
