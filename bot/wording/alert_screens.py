"""A public alert while it is written: one question at a time, then the preview exactly as residents will see it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.report_types.alert_templates import advice, load_issuers
from bot.rules import alert_doubts
from bot.rules.alert_draft import LANGUAGES, VALID_HOURS, AlertDraft, steps
from bot.rules.alert_levels import KINDS, NOTICE, SIGNALS
from bot.rules.alert_view import AlertView
from bot.rules.alert_where import drawn
from bot.rules.area_choice import AreaChoice, NamesRead
from bot.rules.places import Places
from bot.wording import alert_certainty, alert_shapes, alert_text, area_choice, values
from bot.wording.alert_taps import AlertTap, ShapeTap, SubscribeTap
from bot.wording.buttons import button, in_columns, rows
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

NAMES = {"zh-Hans": "简体", "zh-Hant": "繁體", "en": "English"}
MINUTES_AGO = (0, 10, 30, 60)
TYPED_STEPS = ("issuer", "issued", "text", "valid")


def drafting(act: str, value: str = "", revision: int = 0) -> CallbackData:
    """A tap on the alert that is being drafted."""
    return AlertTap(alert=0, act=act, value=value, revision=revision)


def _tap(label: str, act: str, value: str = "") -> InlineKeyboardButton:
    return button(label, drafting(act, value))


def _ways(language: str, first: bool = False) -> list[InlineKeyboardButton]:
    back = [] if first else [_tap(plain(language, "button-back"), "back")]
    return [*back, _tap(plain(language, "button-cancel"), "cancel")]


def choose_areas(
    draft: AlertDraft, scope: tuple[str, ...], language: str, places: Places, read: NamesRead | None = None
) -> Worded:
    choice = AreaChoice(scope, draft.areas, draft.page)
    shape = drawn(draft.details, draft.areas)
    read_so_far = alert_text.named(draft.kind, draft.event, draft.level, language) if draft.level else ""
    title = lines(
        words(language, "alert-where"),
        words(language, "alert-where-read", title=read_so_far) if read_so_far else None,
        *alert_shapes.for_drafters(None, shape, draft.areas, places, language),
    )
    drop = [button(plain(language, "button-drop-shape"), ShapeTap(act="drop"))] if shape else []
    ways = [*drop, *_ways(language, first=True)]
    return area_choice.choose_areas(choice, title, language, places, drafting, ways, read)


def question(
    draft: AlertDraft, levels: Sequence[str], private: bool, language: str, fault: Html | None = None
) -> Worded:
    """The open question; typed ones are answered in words or by a button."""
    number = steps(draft).index(draft.step) + 1
    hint = words(language, "alert-reply-below") if not private and draft.step in TYPED_STEPS else None
    text = lines(
        fault,
        words(language, "alert-step", number=str(number), total=str(len(steps(draft)) - 1)),
        _asked(draft, levels, language),
        hint,
    )
    return Worded(text, rows(*_answers(draft, levels, language), _ways(language)))


def _asked(draft: AlertDraft, levels: Sequence[str], language: str) -> Html:
    match draft.step:
        case "level" if tuple(levels) == (NOTICE,):
            return words(language, "alert-ask-level-notice")
        case "issued" | "text" if draft.action == "cancel" and draft.writing == "zh-Hans":
            return words(language, f"alert-ask-{draft.step}-lift")
        case "text" if draft.writing != "zh-Hans":
            return words(language, "alert-ask-text-in", language=NAMES[draft.writing])
        case "text":
            kept = draft.texts.get("zh-Hans", "")
            told = values.name_of(advice(draft.kind, draft.event, draft.level), language)
            return lines(
                words(language, "alert-ask-text"),
                words(language, "broadcast-kept", text=shortened(kept, 500)) if kept else None,
                words(language, "alert-advice-follows", advice=told),
            )
        case step:
            return words(language, f"alert-ask-{step}")


def _answers(draft: AlertDraft, levels: Sequence[str], language: str) -> list[list[InlineKeyboardButton]]:
    match draft.step:
        case "kind":
            return in_columns([_tap(plain(language, f"kind-{kind}"), "take", kind) for kind in KINDS], 2)
        case "event":
            signals = [_tap(plain(language, f"signal-{name.replace('_', '-')}"), "take", name) for name in SIGNALS]
            return in_columns(signals, 2)
        case "level":
            marks = alert_text.MARKS
            taps = [_tap(f"{marks[level]} {plain(language, f'level-{level}')}", "take", level) for level in levels]
            return in_columns(taps, 2)
        case "issuer":
            known = load_issuers().get(draft.kind, ())
            return in_columns([_tap(name, "issuer", str(at)) for at, name in enumerate(known)], 1)
        case "issued":
            return in_columns([_tap(_ago(minutes, language), "issued", str(minutes)) for minutes in MINUTES_AGO], 2)
        case "text" if draft.writing == "zh-Hans":
            return [[_tap(plain(language, "alert-only-advice"), "words")]]
        case "text":
            return [[_tap(plain(language, "alert-not-typed"), "words")]]
        case "valid":
            taps = [_tap(plain(language, "alert-hours", number=str(h)), "take", str(h)) for h in VALID_HOURS]
            return [*in_columns(taps, 4), [_tap(plain(language, "alert-no-end"), "take", "0")]]
        case _:
            return []


def _ago(minutes: int, language: str) -> str:
    return plain(language, "alert-minutes-ago", number=str(minutes)) if minutes else plain(language, "alert-just-now")


def preview(view: AlertView, shown: str, language: str, zone: ZoneInfo, now: datetime, alert: int = 0) -> Worded:
    """Exactly what a resident gets in the language `shown`; below it the other languages. `alert` 0: the draft."""
    tabs = [
        button(f"• {name} •" if tag == shown else name, AlertTap(alert=alert, act="look", value=tag))
        for tag, name in NAMES.items()
    ]
    return Worded(alert_text.text(view, shown, zone, now), rows(*alert_text.keyboard_rows(view, shown), tabs))


def is_preview(tapped: CallbackQuery | None) -> bool:
    """The tapped message is itself a look at the alert: one of its buttons is 退订."""
    message = tapped.message if tapped else None
    markup = message.reply_markup if isinstance(message, Message) else None
    buttons = [each for row in (markup.inline_keyboard if markup else []) for each in row]
    return any((each.callback_data or "").startswith(f"{SubscribeTap.__prefix__}:") for each in buttons)


def hand_in(view: AlertView, draft: AlertDraft, revision: int, language: str, places: Places, now: datetime) -> Worded:
    """Under the preview: how many get it, how long it takes, how each language is served, and what can be done."""
    text = lines(
        words(language, "alert-preview", number=f"{view.audience:,}", seconds=str(view.seconds)),
        *doubts(view, language, now),
        alert_certainty.line(view, language),
        *alert_shapes.for_drafters(view, drawn(view.details, view.areas), view.areas, places, language),
        *served(view, language),
        words(language, "alert-card-follows", numbers="、".join(map(str, view.follows))) if view.follows else None,
        words(language, "alert-in-row", number=str(len(draft.queue))) if draft.queue else None,
        words(language, "alert-preview-ask"),
    )
    submit = button(plain(language, "button-submit-alert"), drafting("submit", "", revision), "success")
    typed = [_tap(plain(language, "alert-write-in", language=NAMES[tag]), "write", tag) for tag in LANGUAGES[1:]]
    switch = _tap(plain(language, "alert-without-advice" if view.with_advice else "alert-with-advice"), "advice")
    edit = _tap(plain(language, "button-edit"), "edit")
    can_switch = bool(draft.texts.get("zh-Hans"))
    sure = alert_certainty.choices(view, language)
    return Worded(text, rows([submit], *sure, typed, [switch] if can_switch else [], [edit, *_ways(language)]))


def doubts(view: AlertView, language: str, now: datetime) -> list[Html]:
    """What to look at twice: a lifting of nothing, words that name another colour, an old source."""
    told, lifting = [], "-lift" if view.action == "cancel" else ""
    if lifting and not view.follows:
        told.append(words(language, "alert-doubt-nothing-lifted"))
    if others := alert_doubts.other_colours(view):
        named = plain(language, "list-comma").join(plain(language, f"level-{each}") for each in others)
        told.append(words(language, "alert-doubt-colour", named=named, level=plain(language, f"level-{view.level}")))
    if since := alert_doubts.old_source(view, now):
        told.append(words(language, f"alert-doubt-old{lifting}", since=values.elapsed(since, language)))
    return told


def served(view: AlertView, language: str) -> list[Html]:
    """A line for every language that nobody typed a text in: a missing one falls back, and says so.

    Where the reviewed advice is the whole text, no language lacks anything.
    """
    if view.with_advice and not view.texts.get("zh-Hans"):
        return []
    return [
        words(language, f"alert-served-{served_so}", language=NAMES[tag])
        for tag in LANGUAGES[1:]
        if (served_so := alert_text.how(view, tag)) != "typed"
    ]


def what_to_edit(draft: AlertDraft, language: str) -> Worded:
    taps = [_tap(plain(language, f"alert-item-{step}"), "ask", step) for step in steps(draft) if step != "preview"]
    see = _tap(plain(language, "button-preview"), "preview")
    cancel = _tap(plain(language, "button-cancel"), "cancel")
    return Worded(words(language, "edit-which"), rows(*in_columns(taps, 3), [see, cancel]))
