"""Who commands on the scene, in the one line that a card has for it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.case_view import CaseView
from bot.rules.command import GRAVE, is_commanded
from bot.rules.commander_view import Candidate, CommanderView
from bot.rules.deadlines import ENDED
from bot.wording import values
from bot.wording.worded import Html, plain, shortened, words


def command_line(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    """None where nobody was named, unless the case is grave and somebody has taken it; none when it is over."""
    standing, waiting = case.command.standing, case.command.waiting
    if case.state in ENDED:
        return None
    if standing is None and waiting is None and case.command.refused is None:
        grave = is_commanded(case.kind, case.priority) and case.priority in GRAVE and case.state != "open"
        return words(language, "command-line", who=plain(language, "command-first-there")) if grave else None
    if standing is not None:
        who = words(
            language, "command-line-standing", name=callable_title(standing, language),
            at=values.moment(standing.at, zone, now),
            arrived=values.moment(standing.arrived_at, zone, now) if standing.arrived_at else "no",
        )  # fmt: skip
    else:
        who = Html(plain(language, "command-first-there"))
    return words(language, "command-line-asked" if waiting or _refused(case) else "command-line", who=who,
                 asked=_asked(case, language))  # fmt: skip


def _refused(case: CaseView) -> bool:
    return case.command.waiting is None and case.command.refused is not None


def _asked(case: CaseView, language: str) -> Html:
    waiting = case.command.waiting
    if waiting is None:
        return words(language, "command-refused", name=shortened(case.command.refused or "", 60))
    if waiting.silent_at:
        return words(language, "command-silent", name=callable_title(waiting, language))
    return words(language, "command-waiting", name=title(waiting, language))


def title(who: CommanderView | Candidate, language: str) -> str:
    """派潭镇 带班领导 王国栋."""
    name = shortened(who.name, 60)
    if not who.role:
        return name
    role = plain(language, f"role-{who.role}")
    if who.function:
        role = values.function_name(who.function, language)
    return f"{values.area_name(who.area_names, language)} {role} {name}".strip()


def callable_title(who: CommanderView, language: str) -> str:
    """With the number, where one is known; a phone calls it by a tap."""
    return f"{title(who, language)} {who.phone or ''}".strip()
