"""The card of an alert for its drafter and its approvers, the decision, and the progress card while it goes out."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules.alert_draft import units
from bot.rules.alert_view import AlertView
from bot.rules.speaker import Speaker
from bot.wording import alert_text, area_choice, fates, values
from bot.wording.alert_screens import NAMES, served
from bot.wording.broadcast_screens import reply_here
from bot.wording.buttons import button, rows
from bot.wording.outgoing import Saying
from bot.wording.taps import AlertTap
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words

FITS = 3900
KNOWN_SKIPS = ("unreachable", "kind", "level", "quiet")


def card(saying: Saying) -> Worded | None:
    """As it stands, with the text as residents get it. A copy of an older version says that there is a newer one."""
    view: AlertView | None = saying.subject
    if view is None:
        return None
    language = saying.language
    head = _head(view, language, saying.zone, saying.now)
    if int(saying.values.get("version", view.version)) != view.version:
        return Worded(lines(head, words(language, "alert-newer")))
    shown = alert_text.text(view, "zh-Hans", saying.zone, saying.now)
    quoted = Html(f"<blockquote expandable>{shown}</blockquote>")
    about = [
        words(language, "alert-card-count", number=f"{view.audience:,}", seconds=str(view.seconds))
        if view.state in ("draft", "approved", "returned") else None,
        *served(view, language),
        state(view, language, saying.zone, saying.now),
    ]  # fmt: skip
    whole = lines(head, quoted, *about)
    text = whole if units(whole) <= FITS else lines(head, words(language, "alert-too-long-here"), *about)
    return Worded(text, rows(*_card_buttons(view, saying), _looks(view)))


def _head(view: AlertView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    at = values.moment(view.drafted_at, zone, now) if view.drafted_at else ""
    return words(
        language, "alert-card-title", mark=alert_text.MARKS[view.level], title=alert_text.title(view, language),
        number=str(view.alert_id), by=shortened(view.drafted_by_name, 40), at=at,
        names=area_choice.names(view.area_names, language),
    )  # fmt: skip


def state(view: AlertView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    moment = view.published_at if view.state == "published" else view.decided_at
    at = values.moment(moment, zone, now) if moment else ""
    by = shortened(view.decided_by_name, 40)
    return words(language, f"alert-state-{view.state}", by=by, at=at, note=shortened(view.note, 300))


def _tap(view: AlertView, language: str, key: str, act: str, style: str | None = None) -> InlineKeyboardButton:
    return button(plain(language, key), AlertTap(alert=view.alert_id, act=act, revision=view.version), style)


def _card_buttons(view: AlertView, saying: Saying) -> list[list[InlineKeyboardButton]]:
    """Those that make sense to whoever this copy is for; the right is checked at the tap all the same."""
    language, home = saying.language, bool(saying.values.get("home"))
    approve = _tap(view, language, "button-approve", "approve", "success")
    give_back = _tap(view, language, "button-return", "return", "danger")
    publish = _tap(view, language, "button-publish", "publish", "success")
    withdraw = [_tap(view, language, "button-withdraw", "withdraw")] if home else []
    match view.state:
        case "draft" if home and saying.values.get("private"):
            return [withdraw]
        case "draft":
            return [[approve, give_back], withdraw]
        case "approved" if home:
            return [[publish], withdraw]
        case "approved" if saying.values.get("person") == view.decided_by:
            return [[publish, give_back]]
        case "returned" if home:
            return [[_tap(view, language, "button-edit", "edit", "primary")], withdraw]
        case _:
            return []


def _looks(view: AlertView) -> list[InlineKeyboardButton]:
    return [button(f"👀 {name}", AlertTap(alert=view.alert_id, act="look", value=tag)) for tag, name in NAMES.items()]


def decided(saying: Saying) -> Worded | None:
    """The drafter hears: approved, with 发布; or returned, with the reason and 修改."""
    view: AlertView | None = saying.subject
    if view is None:
        return None
    language, given = saying.language, saying.values
    text = words(
        language, f"alert-told-{given['state']}", title=alert_text.title(view, language), number=str(view.alert_id),
        by=shortened(str(given.get("by") or ""), 40), note=shortened(str(given.get("note") or ""), 1000),
    )  # fmt: skip
    live = given["state"] == view.state and given["version"] == view.version
    key, act = ("button-publish", "publish") if given["state"] == "approved" else ("button-edit", "edit")
    return Worded(text, rows([_tap(view, language, key, act, "success")]) if live else None)


def progress(saying: Saying) -> Worded | None:
    """How it goes out: a bar, the rate, the time left; at the end what became of every copy, no more than is known."""
    view: AlertView | None = saying.subject
    if view is None:
        return None
    language, seen = saying.language, view.fates
    done = view.audience - seen.waiting - seen.later
    text = lines(
        words(language, "alert-progress-title", title=alert_text.title(view, language), number=str(view.alert_id),
              names=area_choice.names(view.area_names, language)),
        _how_far(view, done, language, saying.zone, saying.now),
        words(language, "alert-later", number=f"{seen.later:,}") if seen.later else None,
        fates.troubles(seen, language) or None,
        _skipped(view, language),
    )  # fmt: skip
    held = [_tap(view, language, "button-send-held", "held")] if seen.held else []
    return Worded(text, rows(held))


def _how_far(view: AlertView, done: int, language: str, zone: ZoneInfo, now: datetime) -> Html:
    seen = view.fates
    if not view.fan_out_done:
        return words(language, "alert-looking-up")
    if view.finished_at is not None:
        at = values.moment(view.finished_at, zone, now)
        return words(language, "alert-finished", sent=f"{seen.sent:,}", total=f"{view.audience:,}", at=at)
    left = int(seen.waiting / seen.rate) if seen.rate else None
    return lines(
        Html(fates.bar(done, view.audience)),
        words(language, "alert-sent", sent=f"{seen.sent:,}", total=f"{view.audience:,}"),
        words(language, "alert-rate", rate=f"{seen.rate:.1f}", minutes=str(left // 60), seconds=str(left % 60))
        if left is not None and seen.waiting else None,
    )  # fmt: skip


def _skipped(view: AlertView, language: str) -> Html | None:
    known = {word: number for word, number in view.skipped.items() if word in KNOWN_SKIPS}
    if not known:
        return None
    told = [f"{plain(language, f'skipped-{word}')} {number:,}" for word, number in sorted(known.items())]
    return words(language, "alert-skipped", reasons=plain(language, "list-comma").join(told))


def ask_reason(view: AlertView, speaker: Speaker, language: str) -> Worded:
    """退回 needs a reason; in a group only a reply reaches the bot."""
    return reply_here(speaker, language, "alert-type-reason")


def refusal(reason: str, view: AlertView | None, language: str) -> str:
    """Why a tap did nothing."""
    if reason == "over" and view is not None:
        by = shortened(view.decided_by_name, 40)
        return plain(language, f"alert-over-{view.state}", by=by)[:200]
    return plain(language, f"alert-refused-{reason.replace('_', '-')}")[:200]


def refused(reason: str, view: AlertView | None, language: str) -> Worded:
    return Worded(escaped(refusal(reason, view, language)))


WORDS = {"alert-card": card, "alert-decided": decided, "alert-progress": progress}
