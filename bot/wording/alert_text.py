"""A public alert as a resident reads it, in each language; what nobody typed in it falls back, and says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.report_types.alert_names import issuer_name, place_name
from bot.report_types.alert_templates import advice
from bot.rules.alert_levels import NOTICE, remains
from bot.rules.alert_view import AlertView
from bot.rules.category import Names
from bot.rules.help import asks_back
from bot.wording import alert_shapes, area_choice, drill_marker, follow_screens, help_screens, values
from bot.wording.alert_taps import SubscribeTap
from bot.wording.buttons import button, rows
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, escaped, lines, plain, words

MARKS = {"notice": "ℹ️", "white": "⚪", "blue": "🔵", "yellow": "🟡", "orange": "🟠", "red": "🔴"}

DONE = "✅"

How = Literal["typed", "advice", "fallback"]
"""How a language is served: typed in it; the reviewed advice in it and the Chinese text; only the Chinese text."""


def how(view: AlertView, language: str) -> How:
    if language == "zh-Hans" or view.texts.get(language):
        return "typed"
    return "advice" if view.with_advice else "fallback"


def title(view: AlertView, language: str) -> str:
    """暴雨红色预警, 防汛提示."""
    return named(view.kind, view.event, view.level, language)


def named(kind: str, event: str, level: str, language: str) -> str:
    """The signal, else the kind, with its level."""
    of = f"signal-{event}" if event else f"kind-{kind}"
    key = "alert-name-notice" if level == NOTICE else "alert-name"
    return plain(language, key, what=plain(language, of.replace("_", "-")), level=plain(language, f"level-{level}"))


def places(pairs: Sequence[tuple[str, str]], language: str) -> str:
    """The names of its areas; in English towns have their English name too."""
    shown = [place_name(pair, language) for pair in pairs]
    return area_choice.names([(name, name) for name in shown], language)


def headline(view: AlertView, language: str) -> str:
    """The title with what has become of it: （更新）, 已解除."""
    if view.action == "issue":
        return title(view, language)
    return plain(language, f"alert-name-{view.action}", title=title(view, language))


def text(view: AlertView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    """Kind, level, source and time, area, validity, words, what to do (突发事件应对法 art. 64)."""
    mark = DONE if view.action == "cancel" else MARKS[view.level]
    told = lines(
        words(language, "alert-title", mark=mark, title=headline(view, language)),
        _changed(view, language),
        words(language, "alert-area", names=places(view.area_names, language)),
        alert_shapes.for_residents(view, language),
        _source(view, language, zone, now),
        _valid(view, language, zone, now),
        _over(view, language),
        words(language, "alert-still-in", names=places(view.live_names, language)) if view.partly else None,
        _body(view, language),
        _schools(view, language),
        _advice(view, language),
    )
    return drill_marker.marked(language, Worded(told)).text if view.drill else told


def summary(view: AlertView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    """What, where, whose word it is, until when, and whether it is over: without the words."""
    mark = MARKS[view.level] if view.state == "published" and view.action != "cancel" else DONE
    told = lines(
        words(language, "alert-title", mark=mark, title=headline(view, language)),
        words(language, "alert-area", names=places(view.area_names, language)),
        _source(view, language, zone, now),
        _valid(view, language, zone, now),
        _over(view, language),
    )
    return drill_marker.marked(language, Worded(told)).text if view.drill else told


def _changed(view: AlertView, language: str) -> Html | None:
    """由橙色升级为红色: what the issuer said, where the level before is known."""
    if view.change not in ("upgrade", "downgrade") or not view.prev_level:
        return None
    before, level = (plain(language, f"level-{each}") for each in (view.prev_level, view.level))
    return words(language, f"alert-{view.change}d", before=before, level=level)


def _over(view: AlertView, language: str) -> Html | None:
    """On a look (or a post) at one that has ended since."""
    if view.state not in ("updated", "lifted", "expired"):
        return None
    return words(language, f"alert-over-now-{view.state}")


def _schools(view: AlertView, language: str) -> Html | None:
    said = "".join([*view.texts.values(), *(_advised(view).values() if view.with_advice else ())])
    return words(language, "alert-schools") if view.school_closed and "停课" not in said else None


def _advised(view: AlertView) -> Names:
    return advice(view.kind, view.event, view.level)


def _source(view: AlertView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    """Whose word it is and when; for a colour also when it was relayed here."""
    published = values.moment(view.published_at or now, zone)
    lifted = "-lifted" if view.action == "cancel" else ""
    if view.level == NOTICE or view.issued_at is None:
        name = place_name(view.issuer_names, language)
        return words(language, f"alert-source-own{lifted}", name=name, at=published)
    issued = values.moment(view.issued_at, zone)
    return words(
        language, f"alert-source{lifted}", issuer=issuer_name(view.issuer, language), at=issued, published=published
    )


def _valid(view: AlertView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    if view.action == "cancel":
        return None
    expires = view.expires_at or view.ends_at
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
    if view.action == "cancel":
        left = remains(view.kind, view.event)
        return Html(f"\n{words(language, f'alert-{left}-remains')}") if left else None
    told = values.name_of(_advised(view), language)
    return Html(f"\n{words(language, 'alert-what-to-do')}\n{escaped(told)}")


def keyboard_rows(view: AlertView, language: str) -> list[list[InlineKeyboardButton]]:
    """How are you, for a grave one; and the way out of all of them."""
    asked = asks_back(view.level, view.evacuation, view.action)
    leave = [button(plain(language, "button-unsubscribe"), SubscribeTap(act="off", value=str(view.alert_id)))]
    return [*(help_screens.alert_rows(view.alert_id, language) if asked else []), leave]


def copy(saying: Saying) -> Worded | None:
    """What a resident gets."""
    view: AlertView | None = saying.subject
    if view is None:
        return None
    language = saying.language
    followed = bool(saying.values.get("followed"))
    below = [follow_screens.stop(view, language)] if followed else keyboard_rows(view, language)
    return Worded(text(view, language, saying.zone, saying.now), rows(*below))


def post(saying: Saying) -> Worded | None:
    """The post in a public channel. One that a newer one has taken the place of is left to that."""
    view: AlertView | None = saying.subject
    if view is None or view.state in ("updated", "lifted"):
        return None
    return Worded(text(view, saying.language, saying.zone, saying.now))


def post_note(saying: Saying) -> Worded | None:
    """Under a post that has changed, because a change makes no sound."""
    view: AlertView | None = saying.subject
    if view is None:
        return None
    mark = DONE if view.action == "cancel" else MARKS[view.level]
    return Worded(words(saying.language, "alert-post-changed", mark=mark, title=headline(view, saying.language)))


WORDS = {"alert": copy, "alert-post": post, "alert-post-note": post_note}
