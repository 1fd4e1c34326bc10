"""What a case's card says of 转办 and 指派: who was asked and until when, who took it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.case_request import RequestView
from bot.rules.case_view import CaseView
from bot.rules.deadlines import ENDED
from bot.wording import values
from bot.wording.worded import Html, lines, plain, shortened, words


def asked(request: RequestView, language: str) -> str:
    """The function, else who was asked by name."""
    return values.function_name(request.function, language) if request.function else shortened(request.name, 60)


def request_lines(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    """What waits, and who is responsible. None where there is nothing of it, or the case is over."""
    if case.state in ENDED:
        return None

    def waits(request: RequestView) -> Html:
        due = values.moment(request.due_at, zone, now)
        to, level = asked(request, language), request.level or ""
        return words(language, f"request-waits-{request.kind}", to=to, due=due, level=level)

    other = [waits(request) for request in case.requests if request.waits and request.kind != "assignment"]
    return lines(*other, _responsible(case, language, zone, now)) or None


def _responsible(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    """负责：李四（已接受）、王五（待接受，21:40 前）."""
    shown = []
    for request in case.requests:
        if request.kind == "assignment" and request.state in ("asked", "accepted"):
            due = values.moment(request.due_at, zone, now)
            office = f"{asked(request, language)} " if request.function and request.answered_by else ""
            who = f"{office}{request.answered_by or asked(request, language)}"
            shown.append(plain(language, f"request-responsible-{request.state}", who=shortened(who, 60), due=due))
    return words(language, "request-responsible", who=plain(language, "list-comma").join(shown)) if shown else None


def taken_by(case: CaseView) -> RequestView | None:
    """The referral that somebody accepted and that stands."""
    accepted = [one for one in case.requests if one.kind == "referral" and one.state == "accepted"]
    return accepted[-1] if accepted and case.state == "referred" and accepted[-1].answered_at == case.state_at else None
