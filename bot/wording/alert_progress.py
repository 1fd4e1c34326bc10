"""How an alert goes out, in words: the progress card, the record place by place, and why somebody did not get it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules.alert_draft import units
from bot.rules.alert_view import AlertView
from bot.rules.audience import REASONS
from bot.wording import alert_text, area_choice, fates, values
from bot.wording.alert_taps import AlertTap
from bot.wording.buttons import button, rows
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words

FITS = 3900
KNOWN_SKIPS = tuple(reason for reason in REASONS if reason != "elsewhere")


def _tap(view: AlertView, language: str, key: str, act: str, style: str | None = None) -> InlineKeyboardButton:
    return button(plain(language, key), AlertTap(alert=view.alert_id, act=act, revision=view.version), style)


def progress(saying: Saying) -> Worded | None:
    """How it goes out: a bar, the rate, the time left; at the end what became of every copy, no more than is known."""
    view: AlertView | None = saying.subject
    if view is None:
        return None
    language, seen = saying.language, view.fates
    done = view.audience - seen.waiting - seen.later - seen.paused
    text = lines(
        words(language, "alert-progress-title", title=alert_text.headline(view, language), number=str(view.alert_id),
              names=area_choice.names(view.area_names, language)),
        _how_far(view, done, language, saying.zone, saying.now),
        _steered(view, language),
        words(language, "alert-later", number=f"{seen.later:,}") if seen.later else None,
        words(language, "alert-digest-count", number=f"{view.digest:,}") if view.digest else None,
        fates.troubles(seen, language) or None,
        _skipped(view, language),
    )  # fmt: skip
    held = [_tap(view, language, "button-send-held", "held")] if seen.held else []
    return Worded(text, rows(held, _steering(view, language)))


def _steered(view: AlertView, language: str) -> Html | None:
    if view.sending == "going":
        return None
    return words(language, f"alert-sending-{view.sending}", number=f"{view.fates.paused:,}")


def _steering(view: AlertView, language: str) -> list[InlineKeyboardButton]:
    """暂停 while it goes out, 继续 or 停止 while it is paused; the record when it is out."""
    if view.finished_at is not None or view.sending == "stopped":
        return [_tap(view, language, "button-record", "record")]
    if view.sending == "paused":
        return [_tap(view, language, "button-resume", "resume", "success"),
                _tap(view, language, "button-stop", "stop", "danger")]  # fmt: skip
    return [_tap(view, language, "button-pause", "pause")]


Place = tuple[tuple[str, str], int, int, Mapping[str, int]]
"""Names, how many copies arrived, how many there are, and the rest by reason word."""


def record(view: AlertView, places: Sequence[Place], language: str) -> Worded:
    """The record, the places with most trouble first, as many as fit."""
    title = words(language, "record-title", title=alert_text.headline(view, language), number=str(view.alert_id))
    told = [title] if places else [title, words(language, "record-nobody")]
    for names, sent, total, lost in sorted(places, key=lambda place: place[1] - place[2]):
        line = words(language, "record-line", name=values.area_name(names, language), sent=str(sent), total=str(total))
        told.append(Html(f"{line} {escaped(fates.reasons(lost, language))}") if lost else line)
    kept: list[Html] = []
    for line in told:
        if units("\n".join([*kept, line])) > FITS:
            kept.append(words(language, "record-more", number=str(len(told) - len(kept))))
            break
        kept.append(line)
    return Worded(lines(*kept))


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


def why(
    told: Sequence[tuple[str, str, str | None, datetime | None]], who: str, language: str, zone: ZoneInfo, now: datetime
) -> Worded:
    """What became of each person's copy, in a sentence: name, state, reason word and time."""
    if not told:
        return Worded(words(language, "why-unknown", who=who))
    return Worded(lines(*(_why(*each, language, zone, now) for each in told)))


def _why(
    name: str, state: str, reason: str | None, at: datetime | None, language: str, zone: ZoneInfo, now: datetime
) -> Html:  # fmt: skip
    shown = values.moment(at, zone, now) if at else ""
    if state == "skipped":
        because = plain(language, f"skipped-{reason}") if reason in REASONS else str(reason)
    else:
        because = fates.reason(reason, language) if reason else ""
    return words(language, f"why-{state}", name=shortened(name, 40), reason=because, at=shown)


WORDS = {"alert-progress": progress}
