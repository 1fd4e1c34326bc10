"""What is said to whoever answered "any news?"."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.wording.buttons import button, rows
from bot.wording.case_clocks import soon
from bot.wording.case_taps import DeskTap
from bot.wording.worded import Worded, plain, words


class Case(Protocol):
    """As much of a report as these words need."""

    id: int
    number: str


def noted(act: str, case: Case, due: datetime | None, language: str, zone: ZoneInfo, now: datetime) -> Worded:
    """无变化: when the next one is due. 已控制: a final report, and the way back for a slip of the thumb."""
    at = soon(due, zone, now) if due else ""
    if act == "no_change":
        return Worded(words(language, "no-change-noted", number=case.number, due=at or "none"))
    if act == "not_controlled":
        return Worded(words(language, "not-controlled-noted", number=case.number, due=at or "none"))
    back = button(plain(language, "button-not-controlled"), DeskTap(report=case.id, act="not_controlled"))
    return Worded(words(language, "controlled-noted", number=case.number), rows([back]))
