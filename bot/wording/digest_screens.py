"""每日汇总: the page on which it is chosen, and the message itself."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.alert_draft import units
from bot.rules.alert_view import AlertView
from bot.rules.digest import BELOW, HOURS
from bot.wording import alert_text
from bot.wording.alert_taps import DigestTap, SubscribeTap
from bot.wording.buttons import button, in_columns, rows
from bot.wording.outgoing import Saying
from bot.wording.taps import MenuTap
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

FITS = 3600
WORDS_SHOWN = 300


def chosen(digest: tuple[str, str] | None, language: str) -> str:
    """蓝色及以下，每天 08:00; or that there is none."""
    if digest is None:
        return plain(language, "digest-none")
    return plain(language, "digest-chosen", levels=plain(language, f"digest-below-{digest[0]}"), at=digest[1])


def page(digest: tuple[str, str] | None, language: str) -> Worded:
    def marked(label: str, now: bool) -> str:
        return f"✅ {label}" if now else label

    below = digest[0] if digest else "off"
    levels = [
        button(marked(plain(language, f"digest-below-{each}"), each == below), DigestTap(act="below", value=each))
        for each in ("off", *BELOW)
    ]
    hours = [
        button(marked(hour, hour == digest[1]), DigestTap(act="at", value=hour.replace(":", ""))) for hour in HOURS
    ] if digest else []  # fmt: skip
    back = button(plain(language, "button-back"), SubscribeTap(act="page", value="card"))
    text = lines(words(language, "digest-ask"), words(language, "digest-ask-hour") if digest else None)
    return Worded(text, rows(*in_columns(levels, 2), *in_columns(hours, 3), [back]))


def message(saying: Saying) -> Worded | None:
    """What was issued since the last one and still holds; what has ended since says so."""
    views: Sequence[AlertView] = saying.subject or ()
    language = saying.language
    if not views:
        return None
    told = [words(language, "digest-title", number=str(len(views)))]
    for at, view in enumerate(views):
        one = Html(f"\n{_one(view, saying)}")
        if units("\n".join([*told, one])) > FITS:
            told.append(words(language, "digest-more", number=str(len(views) - at)))
            break
        told.append(one)
    taps = [button(plain(language, "button-real"), MenuTap(to="real"))]
    change = button(plain(language, "button-digest"), DigestTap(act="page"))
    leave = button(plain(language, "button-unsubscribe"), SubscribeTap(act="off", value="all"))
    return Worded(lines(*told), rows(taps, [change, leave]))


def _one(view: AlertView, saying: Saying) -> Html:
    body = view.texts.get(saying.language) or view.texts.get("zh-Hans", "")
    summary = alert_text.summary(view, saying.language, saying.zone, saying.now)
    return lines(summary, words(saying.language, "digest-words", words=shortened(body, WORDS_SHOWN)) if body else None)


WORDS = {"alert-digest": message}
