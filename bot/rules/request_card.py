"""A request with its case, as its own message shows it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rules.case_request import WAITS, RequestView
from bot.rules.case_view import CaseView
from bot.rules.deadlines import ENDED


@dataclass(frozen=True)
class RequestCard:
    request: RequestView
    case: CaseView

    @property
    def over(self) -> bool:
        """The case has ended before anybody answered; what waited then was dropped."""
        return self.request.state in (WAITS, "withdrawn") and self.case.state in ENDED
