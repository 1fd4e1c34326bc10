"""What is said when an acknowledgement lapses, and the screen on which those on duty choose their private copies."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.case_view import CaseView
from bot.rules.personal_copies import LEVELS
from bot.wording.buttons import button, rows
from bot.wording.case_cards import alarm
from bot.wording.duty_taps import CopiesTap
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, escaped, plain, shortened, words


def lapsed(saying: Saying) -> Worded | None:
    """To the one who took it, by name (Telegram rings for a mention), under every copy of the card."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    by = escaped(shortened(str(saying.values.get("by") or ""), 60))
    if saying.values.get("by_id"):
        by = Html(f'<a href="tg://user?id={int(saying.values["by_id"])}">{by}</a>')
    minutes = str(saying.values["minutes"])
    return Worded(words(saying.language, "acknowledgement-lapsed", number=case.number, by=by, minutes=minutes))


def copies(wanted: Sequence[str], language: str) -> Worded:
    switches = [
        button(
            plain(language, "button-copies", level=level, on="yes" if level in wanted else "no"), CopiesTap(level=level)
        )
        for level in LEVELS
    ]
    return Worded(words(language, "copies-title"), rows(switches))


WORDS = {"alarm-missed": alarm("alarm-missed"), "alarm-hook": alarm("alarm-hook"), "acknowledgement-lapsed": lapsed}
