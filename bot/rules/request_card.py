"""A request with its case, as its own message shows it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rules.case_request import RequestView
from bot.rules.case_view import CaseView
from bot.rules.deadlines import ENDED


@dataclass(frozen=True)
class RequestCard:
    request: RequestView
    case: CaseView

    @property
    def over(self) -> bool:
        """The case has ended before anybody answered."""
        return self.request.waits and self.case.state in ENDED
