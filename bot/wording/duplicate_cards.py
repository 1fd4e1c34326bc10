"""疑似重复 on a card, and what both reporters hear."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules.case_view import CaseView
from bot.wording import values
from bot.wording.buttons import button, rows
from bot.wording.case_taps import LinkTap
from bot.wording.outgoing import Saying
from bot.wording.report_taps import FormTap
from bot.wording.worded import Html, Worded, lines, plain, shortened, words


def link_lines(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    """One line a report that this one may repeat."""
    shown = [
        words(
            language, "link-suspected", number=link.number, at=values.moment(link.at, zone, now),
            place=values.area_name(link.area_names, language), text=shortened(link.text, 60),
        )
        for link in case.links
    ]  # fmt: skip
    if case.merged:
        shown.append(words(language, "card-merged-in", numbers=plain(language, "list-comma").join(case.merged)))
    return lines(*shown) if shown else None


def link_rows(case: CaseView, language: str) -> list[list[InlineKeyboardButton]]:
    return [
        [
            button(
                plain(language, "button-merge", number=link.number), LinkTap(link=link.link_id, act="merge"), "primary"
            ),
            button(plain(language, "button-separate"), LinkTap(link=link.link_id, act="separate")),
        ]
        for link in case.links[:2]
    ]


def told(key: str) -> Callable[[Saying], Worded]:
    def said(saying: Saying) -> Worded:
        given = saying.values
        by = shortened(str(given["by"]), 60)
        return Worded(words(saying.language, key, by=by, older=given["older"], newer=given["newer"]))

    return said


def same_or_other(case: CaseView, revision: int, language: str, zone: ZoneInfo, now: datetime) -> Worded:
    """Before a form is sent: an open case that may be the same. Nobody's name or number is shown."""
    text = words(
        language, "same-or-other", number=case.number, category=values.category_name(case.category, language),
        place=values.whereabouts(case, language), at=values.moment(case.sent_at, zone, now), files=str(case.evidence),
    )  # fmt: skip
    same = button(
        plain(language, "button-same-case"), FormTap(revision=revision, act="same", value=str(case.report_id))
    )
    other = button(plain(language, "button-other-case"), FormTap(revision=revision, act="other"))
    return Worded(text, rows([same], [other]))


WORDS = {"told-merged": told("told-merged"), "told-joined": told("told-joined")}
