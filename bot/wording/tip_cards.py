"""A tip as the officers of the village see it, and what its resident hears."""

from __future__ import annotations

from collections.abc import Callable

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardRemove

from bot.rules.tip import TAKES, TipView
from bot.wording import values
from bot.wording.buttons import ask_for_reply, button, rows
from bot.wording.outgoing import Saying
from bot.wording.report_taps import TipTap
from bot.wording.worded import Html, Media, Worded, escaped, lines, plain, shortened, words

SHOWN = 1500


def _number(view: TipView) -> str:
    return f"T{view.tip_id}"


def _title(view: TipView, saying: Saying) -> Html:
    return words(
        saying.language, "tip-title", number=_number(view), village=values.area_name(view.village, saying.language),
        at=values.moment(view.sent_at, saying.zone, saying.now),
    )  # fmt: skip


def card(saying: Saying) -> Worded | None:
    """With its buttons while something can be done. Nothing, once it has been erased."""
    view: TipView | None = saying.subject
    if view is None or view.erased:
        return None
    return Worded(lines(_body(view, saying), _state(view, saying)), _keyboard(view, saying.language))


def _body(view: TipView, saying: Saying) -> Html:
    language = saying.language
    return lines(
        _title(view, saying),
        Html(f"<blockquote>{escaped(shortened(view.words, SHOWN))}</blockquote>") if view.words else None,
        words(language, "tip-files-follow", number=str(view.files)) if view.files else None,
        _map(view, language),
        words(language, "tip-from", name=shortened(view.name or "", 60),
              phone=view.phone or plain(language, "card-no-phone")),
    )  # fmt: skip


def _map(view: TipView, language: str) -> Html | None:
    if not view.place:
        return None
    lat, lon = float(view.place["lat"]), float(view.place["lon"])
    url = f"https://www.openstreetmap.org/?mlat={lat:.5f}&amp;mlon={lon:.5f}#map=16/{lat:.5f}/{lon:.5f}"
    return words(language, "card-map-pin", url=Html(url))


def _state(view: TipView, saying: Saying) -> Html:
    at = values.moment(view.decided_at, saying.zone, saying.now) if view.decided_at else ""
    by, language = shortened(view.decided_by or "", 60), saying.language
    answer = shortened(view.answer or "", 500)
    return words(language, f"tip-state-{view.state}", by=by, at=at, report=view.report_number or "", answer=answer)


def _keyboard(view: TipView, language: str) -> InlineKeyboardMarkup | None:
    if not TAKES[view.state]:
        return None
    again = "button-tip-verify-again" if view.state == "verified" else "button-tip-verify"
    return rows(
        [_tap(view, plain(language, again), "verify", "success")],
        [
            _tap(view, plain(language, "button-tip-answer"), "answer"),
            _tap(view, plain(language, "button-tip-dismiss"), "dismiss"),
        ],
    )


def _tap(view: TipView, label: str, act: str, style: str | None = None) -> InlineKeyboardButton:
    return button(label, TipTap(tip=view.tip_id, act=act), style)


def sure(view: TipView, saying: Saying) -> Worded:
    """不属实 is asked twice: its resident is told."""
    language = saying.language
    yes = _tap(view, plain(language, "button-tip-dismiss-sure"), "dismiss_sure", "danger")
    back = _tap(view, plain(language, "button-back"), "back")
    return Worded(lines(_body(view, saying), words(language, "tip-dismiss-sure")), rows([yes], [back]))


def ask_answer(tip_id: int, language: str) -> Worded:
    return Worded(words(language, "tip-write-answer", number=f"T{tip_id}"), ask_for_reply(language, "placeholder-text"))


def file(saying: Saying) -> Worded | None:
    view: TipView | None = saying.subject
    if view is None or view.erased:
        return None
    caption = words(saying.language, "tip-file", number=_number(view))
    return Worded(caption, media=Media(str(saying.values["kind"]), str(saying.values["file_id"])))


def again(saying: Saying) -> Worded | None:
    """Nothing, when somebody has dealt with it meanwhile."""
    view: TipView | None = saying.subject
    if view is None or view.erased or not TAKES[view.state]:
        return None
    span = values.elapsed(saying.now - view.sent_at, saying.language)
    text = words(saying.language, "tip-again", number=_number(view), span=span, words=shortened(view.words, 80))
    return Worded(text, _keyboard(view, saying.language))


# The buttons for location and phone go with the answer to what was sent.
_ENDS = ("tip-receipt", "tip-unreached")


def _told(key: str) -> Callable[[Saying], Worded | None]:
    """What the resident hears, in their own language; never a name of an officer or a number of a case."""

    def said(saying: Saying) -> Worded | None:
        view: TipView | None = saying.subject
        if view is None or view.erased:
            return None
        text = words(
            saying.language, key, village=values.area_name(view.village, saying.language),
            at=values.moment(view.sent_at, saying.zone, saying.now), answer=shortened(view.answer or "", SHOWN),
        )  # fmt: skip
        return Worded(text, ReplyKeyboardRemove() if key in _ENDS else None)

    return said


def without_officer(saying: Saying) -> Worded:
    village = values.area_name(tuple(saying.values["names"]), saying.language)
    return Worded(words(saying.language, "village-without-officer", village=village))


TOLD = ("tip-receipt", "tip-unreached", "tip-reported", "tip-answered", "tip-dismissed", "tip-unanswered")
WORDS = {
    "tip-card": card,
    "tip-file": file,
    "tip-again": again,
    "village-without-officer": without_officer,
    **{key: _told(key) for key in TOLD},
}
