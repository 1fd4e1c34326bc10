"""The list card of a burst of reports, and the call again for those on it that nobody has answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from bot.rules.storm import SHOWN_OF_REST, ListedCase, ListView
from bot.wording import values
from bot.wording.buttons import button, in_columns, rows
from bot.wording.case_taps import CaseTap
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Keyboard, Worded, lines, plain, shortened, words

MARKS = {"P0": "🔴", "P1": "🟠", "P2": "🔵", "P3": "⚪"}


def listed(saying: Saying) -> Worded | None:
    """P0: every case, also those that somebody has. The rest: counts, and the worst that are open."""
    view: ListView | None = saying.subject
    if view is None:
        return None
    language = saying.language
    shown = view.cases if view.kind == "P0" else view.open[:SHOWN_OF_REST]
    title = words(
        language, f"storm-title-{view.kind.lower()}", number=str(len(view.cases)), open=str(len(view.open)),
        counts=_counts(view.cases),
    )  # fmt: skip
    more = len(view.open) - len(shown) if view.kind == "rest" else 0
    text = lines(
        title,
        *(_line(case, language, saying.now) for case in shown),
        words(language, "storm-more", number=str(more)) if more > 0 else None,
    )
    return Worded(text, _buttons([case for case in shown if case.state == "open"], language))


def again(saying: Saying) -> Worded | None:
    """None when everybody has been answered meanwhile."""
    view: ListView | None = saying.subject
    if view is None or not view.open:
        return None
    language, shown = saying.language, view.open[:SHOWN_OF_REST]
    oldest = values.elapsed(saying.now - min(case.sent_at for case in view.open), language)
    text = lines(
        words(language, "storm-again", number=str(len(view.open)), span=oldest),
        *(_line(case, language, saying.now) for case in shown),
    )
    return Worded(text, _buttons(shown, language))


def _counts(cases: Sequence[ListedCase]) -> str:
    by_level = groupby(sorted(case.priority for case in cases))
    return " ".join(f"{MARKS[level]}{level}×{len(list(same))}" for level, same in by_level)


def _line(case: ListedCase, language: str, now: datetime) -> Html:
    return words(
        language, "storm-line" if case.state == "open" else "storm-line-taken", mark=MARKS[case.priority],
        number=case.number, area=values.area_name(case.area_names, language), by=shortened(case.by or "–", 20),
        category=values.category_name(case.category, language), span=values.elapsed(now - case.sent_at, language),
    )  # fmt: skip


def _buttons(cases: Sequence[ListedCase], language: str) -> Keyboard | None:
    """Each line its own 接报."""
    taps = [
        button(plain(language, "button-storm", number=case.number), CaseTap(report=case.report_id, act="ack"))
        for case in cases
    ]
    return rows(*in_columns(taps, 2))


WORDS = {"storm-list": listed, "storm-again": again}
