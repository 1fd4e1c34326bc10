"""A broadcast to officers: while it is written, as officers get it, and the card on which its answers come in."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.rules.area_choice import AreaChoice, NamesRead
from bot.rules.broadcast_view import Addressee, BroadcastView
from bot.rules.places import Places
from bot.rules.speaker import Speaker
from bot.wording import area_choice, fates, values, writing_screens
from bot.wording.alert_taps import BroadcastTap
from bot.wording.buttons import button, rows
from bot.wording.drill_marker import marked
from bot.wording.outgoing import Saying
from bot.wording.schedule_screens import offer, ways_to_the_plans
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words
from bot.wording.writing_screens import kept_words

NAMED = 8
LISTED = 60
SILENT_SHOWN = 500
LIST_SHOWN = 3600
# Words that say so are a drill's: the whole message begins and ends with the mark (domain §5).
DRILL_MARKS = ("【演练】", "【演練】")


def writing(act: str, value: str = "", revision: int = 0) -> CallbackData:
    """A tap on the broadcast that is being written."""
    return BroadcastTap(broadcast=0, act=act, value=value, revision=revision)


def _way(language: str, *acts: str) -> list[InlineKeyboardButton]:
    return [button(plain(language, f"button-{act}"), writing(act)) for act in acts]


def choose(choice: AreaChoice, language: str, places: Places, read: NamesRead | None = None) -> Worded:
    title = words(language, "broadcast-where")
    ways = [*_way(language, "cancel"), *ways_to_the_plans(language)]
    return area_choice.choose_areas(choice, title, language, places, writing, ways, read)


def ask_text(names: str, private: bool, language: str, kept: str = "", fault: Html | None = None) -> Worded:
    """`names`: the areas. In a group the words come as a reply to the message that follows."""
    asked = words(language, "broadcast-write" if private else "broadcast-write-reply", names=names)
    keep = [button(plain(language, "button-continue"), writing("keep"), "primary")] if kept else []
    return writing_screens.ask_text(asked, kept_words(language, kept), fault, keep, _way(language, "back", "cancel"))


def preview(
    names: str, text: str, officers: int, unsent: dict[str, int], revision: int, sender: Speaker, group: str,
    language: str,
    zone: ZoneInfo, now: datetime,
) -> Worded:  # fmt: skip
    """As the officers will see it, and how many they are."""
    shown = _copy_text(text, group, sender.name, language, zone, now, now)
    about = lines(
        words(language, "broadcast-preview", names=names, number=str(officers)),
        words(language, "broadcast-not-reached", reasons=fates.reasons(unsent, language)) if unsent else None,
    )
    send = button(plain(language, "button-publish"), writing("publish", "", revision), "success")
    keyboard = rows([send] if officers else [], offer(language), _way(language, "edit", "back", "cancel"))
    return Worded(Html(f"{about}\n\n{shown}"), keyboard)


def what_to_edit(language: str) -> Worded:
    taps = [
        button(plain(language, "broadcast-edit-areas"), writing("areas")),
        button(plain(language, "broadcast-edit-text"), writing("text")),
    ]
    return Worded(words(language, "edit-which"), rows(taps, _way(language, "preview", "cancel")))


def _copy_text(text: str, group: str, by: str, language: str, zone: ZoneInfo, at: datetime, now: datetime) -> Html:
    when = values.moment(at, zone, now)
    drill = text.startswith(DRILL_MARKS)
    for mark in DRILL_MARKS if drill else ():
        text = text.removeprefix(mark).removesuffix(mark)
    shown = lines(
        words(language, "broadcast-title", sender=group or by), escaped(text),
        words(language, "broadcast-signed", by=by, at=when),
    )  # fmt: skip
    return marked(language, Worded(shown)).text if drill else shown


def copy(saying: Saying) -> Worded | None:
    """What an officer gets."""
    view: BroadcastView | None = saying.subject
    if view is None:
        return None
    got = button(
        plain(saying.language, "button-received"), BroadcastTap(broadcast=view.broadcast_id, act="got"), "success"
    )
    return Worded(_of(view, saying.language, saying.zone, saying.now), rows([got]))


def _of(view: BroadcastView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    return _copy_text(view.text, view.group, view.by_name, language, zone, view.created_at, now)


def received(view: BroadcastView, at: datetime, language: str, zone: ZoneInfo, now: datetime) -> Worded:
    """The same message after 收到: without its button, with the time."""
    done = words(language, "broadcast-got", at=values.moment(at, zone, now))
    return Worded(lines(_of(view, language, zone, now), done))


def card(saying: Saying) -> Worded | None:
    """The sender's live card."""
    view: BroadcastView | None = saying.subject
    if view is None:
        return None
    language = saying.language
    key = "broadcast-card-all" if view.received == view.total else "broadcast-card"
    text = lines(
        words(language, "broadcast-card-title", names=area_choice.names(view.area_names, language),
              at=values.moment(view.created_at, saying.zone, saying.now)),
        Html(f"<blockquote expandable>{escaped(shortened(view.text, 500))}</blockquote>"),
        words(language, key, received=str(view.received), total=str(view.total)),
        words(language, "broadcast-silent", names=_silent(view.silent, language)) if view.silent else None,
        words(language, "broadcast-sending", number=str(view.fates.waiting)) if view.fates.waiting else None,
        _unreached(view, language),
    )  # fmt: skip
    return Worded(text, rows(_card_buttons(view, language)))


def _unreached(view: BroadcastView, language: str) -> Html | None:
    lost: dict[str, int] = {}
    for each in view.silent:
        if each.fate is not None and each.fate != "fate_unknown":
            lost[each.fate] = lost.get(each.fate, 0) + 1
    held = words(language, "fates-held", number=str(view.fates.held)) if view.fates.held else None
    return lines(words(language, "fates-lost", reasons=fates.reasons(lost, language)) if lost else None, held) or None


def _silent(silent: tuple[Addressee, ...], language: str) -> str:
    """A few by name, many by village."""
    comma = plain(language, "list-comma")
    if len(silent) <= NAMED:
        return comma.join(
            f"{values.area_name(each.area_names, language)} {shortened(each.name, 20)}" for each in silent
        )
    villages = dict.fromkeys(values.area_name(each.area_names, language) for each in silent)
    return shortened(comma.join(villages), SILENT_SHOWN)


def _card_buttons(view: BroadcastView, language: str) -> list[InlineKeyboardButton]:
    def tap(key: str, act: str) -> InlineKeyboardButton:
        return button(plain(language, key), BroadcastTap(broadcast=view.broadcast_id, act=act))

    return [
        *([tap("button-silent-list", "silent")] if view.silent else []),
        *([tap("button-send-held", "held")] if view.fates.held else []),
    ]


def silent_list(view: BroadcastView, language: str) -> Worded:
    """Who has not answered, with numbers that can be tapped to call."""
    if not view.silent:
        return Worded(words(language, "broadcast-nobody-silent"))
    entries = [_entry(each, language) for each in view.silent]
    kept = entries[:LISTED]
    while sum(map(len, kept)) > LIST_SHOWN:
        kept.pop()
    more = len(entries) - len(kept)
    return Worded(lines(
        words(language, "broadcast-silent-title", number=str(len(entries))), *kept,
        words(language, "broadcast-silent-more", number=str(more)) if more else None,
    ))  # fmt: skip


def _entry(each: Addressee, language: str) -> Html:
    phone = each.phone or plain(language, "card-no-phone")
    why = f" · {fates.reason(each.fate, language)}" if each.fate else ""
    return words(
        language, "broadcast-silent-entry", area=values.area_name(each.area_names, language),
        name=shortened(each.name, 40), phone=phone, why=why,
    )  # fmt: skip


def silent_in_time(saying: Saying) -> Worded | None:
    """To the desk, some time after a notice: who has not answered. None when meanwhile everybody has."""
    view: BroadcastView | None = saying.subject
    if view is None or not view.silent:
        return None
    listed = silent_list(view, saying.language)
    return Worded(
        lines(words(saying.language, "broadcast-still-silent"), listed.text), rows(_card_buttons(view, saying.language))
    )


WORDS = {"broadcast": copy, "broadcast-card": card, "broadcast-silent": silent_in_time}
