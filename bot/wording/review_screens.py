"""复盘: asked for, written in three parts, looked at, and what became of its items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules.review import PARTS, Item, ItemView, ReviewView
from bot.wording import values
from bot.wording.buttons import button, rows
from bot.wording.case_taps import DeskTap, ReviewTap
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

SHOWN = 600
BUTTONS = 5


def _tap(report: int, act: str, item: int = 0, revision: int = 0) -> ReviewTap:
    return ReviewTap(report=report, act=act, item=item, revision=revision)


def _button(language: str, report: int, act: str) -> InlineKeyboardButton:
    return button(plain(language, f"button-review-{act}"), _tap(report, act))


def ask(saying: Saying) -> Worded | None:
    """To whoever closed it. None when it is written or waived by now."""
    view: ReviewView | None = saying.subject
    if view is None or not view.open:
        return None
    language = saying.language
    at = values.moment(view.closed_at, saying.zone, saying.now)
    ways = [_button(language, view.report_id, "write"), _button(language, view.report_id, "waive")]
    return Worded(words(language, "review-ask", number=view.number, at=at), rows(ways))


def ask_part(part: str, number: str, report: int, language: str) -> Worded:
    """做得好的, 要改的, 谁在何时前改: one after the other; the first takes all three in one message too."""
    skip = [_button(language, report, "skip")]
    return Worded(words(language, f"review-part-{part}", number=number), rows([*skip, _cancel(language, report)]))


def _cancel(language: str, report: int) -> InlineKeyboardButton:
    return button(plain(language, "button-cancel"), _tap(report, "cancel"))


def ask_reason(number: str, report: int, language: str) -> Worded:
    return Worded(words(language, "review-why-not", number=number), rows([_cancel(language, report)]))


def preview(
    number: str, report: int, parts: Mapping[str, str], items: Sequence[Item], revision: int, language: str
) -> Worded:
    """As it will stand; an item without a person or a day says so."""
    text = lines(
        words(language, "review-preview", number=number), *_parts(parts, language),
        *(_item(item.who, item, language) for item in items),
        words(language, "review-item-help") if any(not item.who or item.due is None for item in items) else None,
    )  # fmt: skip
    save = button(plain(language, "button-review-save"), _tap(report, "save", 0, revision), "success")
    again = button(plain(language, "button-review-again"), _tap(report, "write"))
    return Worded(text, rows([save], [again, _cancel(language, report)]))


def _parts(parts: Mapping[str, str], language: str) -> list[Html]:
    return [
        words(language, f"review-told-{part}", text=shortened(said, SHOWN))
        for part in PARTS[:2]
        if (said := parts.get(part, ""))
    ]


def _item(who: str, item: Item | ItemView, language: str, done: bool = False) -> Html:
    no_day = plain(language, "review-no-day")
    due = plain(language, "review-day", day=f"{item.due:%m-%d}") if item.due else no_day
    name = who or plain(language, "review-nobody")
    mark = "☑️" if done else "▫️"
    return words(language, "review-item", mark=mark, who=shortened(name, 40), due=due, text=shortened(item.text, 200))


def shown(view: ReviewView, language: str, zone: ZoneInfo, now: datetime) -> Worded:
    """The review of a case with its items, and what may be done."""
    if view.open:
        ways = [_button(language, view.report_id, "write"), _button(language, view.report_id, "waive")]
        return Worded(words(language, "review-open", number=view.number), rows(ways, _closes(view, language)))
    at = values.moment(view.at, zone, now) if view.at else ""
    if view.state == "waived":
        return Worded(words(language, "review-waived", number=view.number, by=view.by or "", at=at,
                            reason=view.reason or ""), rows(_closes(view, language)))  # fmt: skip
    text = lines(
        words(language, "review-title", number=view.number, by=view.by or "", at=at),
        *_parts({"good": view.good, "change": view.change}, language),
        *(_item(each.who, each, language, each.done_at is not None) for each in view.items),
    )
    left = [each for each in view.items if each.done_at is None][:BUTTONS]
    taps = [[_done(view.report_id, each, language)] for each in left]
    return Worded(text, rows(*taps, _closes(view, language)))


def _closes(view: ReviewView, language: str) -> list[InlineKeyboardButton]:
    return [button(plain(language, "button-close-menu"), DeskTap(report=view.report_id, act="close"))]


def _done(report: int, item: ItemView, language: str) -> InlineKeyboardButton:
    return button(plain(language, "button-review-done", text=shortened(item.text, 30)), _tap(report, "done", item.id))


def _of_item(saying: Saying, key: str) -> Worded | None:
    """To one person about one item. None when it is done."""
    if saying.subject is None:
        return None
    view, item = saying.subject
    if item.done_at is not None:
        return None
    due = f"{item.due:%Y-%m-%d}" if item.due else plain(saying.language, "review-no-day")
    given = {"number": view.number, "text": item.text, "due": due, "by": view.by or ""}
    return Worded(words(saying.language, key, **given), rows([_done(view.report_id, item, saying.language)]))


def yours(saying: Saying) -> Worded | None:
    return _of_item(saying, "review-yours")


def item_due(saying: Saying) -> Worded | None:
    return _of_item(saying, "review-item-due")


WORDS = {"review-ask": ask, "review-yours": yours, "review-item-due": item_due}
