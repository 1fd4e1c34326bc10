"""A public alert as a resident reads it, in each language; what nobody typed in it falls back, and says so."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.report_types.alert_templates import advice
from bot.rules.alert_levels import NOTICE
from bot.rules.alert_view import AlertView
from bot.wording import area_choice, values
from bot.wording.buttons import button, rows
from bot.wording.outgoing import Saying
from bot.wording.taps import SubscribeTap
from bot.wording.worded import Html, Worded, escaped, lines, plain, words

MARKS = {"notice": "ℹ️", "white": "⚪", "blue": "🔵", "yellow": "🟡", "orange": "🟠", "red": "🔴"}

How = Literal["typed", "advice", "fallback"]
"""How a language is served: typed in it; the reviewed advice in it and the Chinese text; only the Chinese text."""


def how(view: AlertView, language: str) -> How:
    if language == "zh-Hans" or view.texts.get(language):
        return "typed"
    return "advice" if view.with_advice else "fallback"


def what(view: AlertView, language: str) -> str:
    """暴雨, 地质灾害: the signal, else the kind."""
    of = f"signal-{view.event}" if view.event else f"kind-{view.kind}"
    return plain(language, of.replace("_", "-"))


def title(view: AlertView, language: str) -> str:
    """暴雨红色预警, 防汛提示."""
    key = "alert-name-notice" if view.level == NOTICE else "alert-name"
    return plain(language, key, what=what(view, language), level=plain(language, f"level-{view.level}"))


def text(view: AlertView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    """Kind, level, source and time, area, validity, words, what to do (突发事件应对法 art. 64)."""
    return lines(
        words(language, "alert-title", mark=MARKS[view.level], title=title(view, language)),
        words(language, "alert-area", names=area_choice.names(view.area_names, language)),
        _source(view, language, zone, now),
        _valid(view, language, zone, now),
        _body(view, language),
        _advice(view, language),
    )


def _source(view: AlertView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    published = values.moment(view.published_at or now, zone)
    if view.level == NOTICE or view.issued_at is None:
        name = values.area_name(view.issuer_names, language)
        return words(language, "alert-source-own", name=name, at=published)
    issued = values.moment(view.issued_at, zone)
    return words(language, "alert-source", issuer=view.issuer, at=issued, published=published)


def _valid(view: AlertView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    expires = view.expires_at
    if expires is None and view.valid_hours:
        expires = (view.published_at or now) + timedelta(hours=view.valid_hours)
    return words(language, "alert-valid", until=values.moment(expires, zone)) if expires else None


def _body(view: AlertView, language: str) -> Html | None:
    own, original = view.texts.get(language, ""), view.texts.get("zh-Hans", "")
    if language == "zh-Hans" or own:
        return Html(f"\n{escaped(own)}") if own else None
    return Html(f"\n{words(language, 'alert-original')}\n{escaped(original)}") if original else None


def _advice(view: AlertView, language: str) -> Html | None:
    if not view.with_advice:
        return None
    told = values.name_of(advice(view.kind, view.event, view.level), language)
    return Html(f"\n{words(language, 'alert-what-to-do')}\n{escaped(told)}")


def keyboard_row(view: AlertView, language: str) -> list[InlineKeyboardButton]:
    return [button(plain(language, "button-unsubscribe"), SubscribeTap(act="off", value=str(view.alert_id)))]


def copy(saying: Saying) -> Worded | None:
    """What a resident gets."""
    view: AlertView | None = saying.subject
    if view is None:
        return None
    language = saying.language
    return Worded(text(view, language, saying.zone, saying.now), rows(keyboard_row(view, language)))


WORDS = {"alert": copy}
