"""Values of a drill in words: its name, form, areas, times, and lists that must not grow past a message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rules.drill_plan import SCENARIOS
from bot.rules.drill_view import Invited
from bot.wording import values
from bot.wording.worded import plain, shortened

NAME_SHOWN = 60
Names = tuple[str, str]


def drill_name(name: str, scenario: str, language: str) -> str:
    if scenario == "test_call":  # held by the bot itself, never planned by hand
        return plain(language, "drill-test-call-name")
    names = SCENARIOS.get(scenario)
    return values.name_of(names, language) if names else name


def kind_name(kind: str, language: str) -> str:
    return plain(language, f"drill-kind-{kind}")


def area_names(areas: Sequence[tuple[str, Names]], language: str, most: int = 400) -> str:
    """高滩村、榕树吓村, or 派潭镇（全部）."""
    shown = [
        values.area_name(names, language)
        if len(code) > 9
        else plain(language, "drill-whole-area", area=values.area_name(names, language))
        for code, names in areas
    ]
    return listed(shown, language, most)


def listed(items: Iterable[str], language: str, most: int) -> str:
    """As many of the items as fit into `most` characters; how many there are, where some do not."""
    every = list(items)
    comma = plain(language, "list-comma")
    shown: list[str] = []
    length = 0
    for item in every:
        length += len(item) + len(comma)
        if length > most:
            return plain(language, "drill-list-more", names=comma.join(shown), count=str(len(every)))
        shown.append(item)
    return comma.join(shown)


def moment(at: datetime, zone: ZoneInfo, language: str) -> str:
    """2026-05-12（周二）10:00."""
    local = at.astimezone(zone)
    weekday = plain(language, f"drill-weekday-{local.weekday()}")
    return plain(language, "drill-moment", date=f"{local:%Y-%m-%d}", weekday=weekday, time=f"{local:%H:%M}")


def span(starts_at: datetime, ends_at: datetime, zone: ZoneInfo, language: str) -> str:
    """2026-05-12（周二）10:00–12:00; with the second date where it ends on another day."""
    end = ends_at.astimezone(zone)
    same_day = starts_at.astimezone(zone).date() == end.date()
    return f"{moment(starts_at, zone, language)}–{f'{end:%H:%M}' if same_day else moment(ends_at, zone, language)}"


def length(minutes: int, language: str) -> str:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return plain(language, "drill-minutes", minutes=str(rest))
    if not rest:
        return plain(language, "drill-hours", hours=str(hours))
    return plain(language, "span-hours", hours=str(hours), minutes=str(rest))


def left(span: timedelta, language: str) -> str:
    """7 天, 1 天 3 小时, 1 小时: rounded, because a reminder leaves a moment after its time."""
    minutes = max(round(span.total_seconds() / 60), 0)
    if minutes < 24 * 60:
        return length(minutes, language)
    days, hours = divmod(round(minutes / 60), 24)
    if not hours:
        return plain(language, "drill-days", days=str(days))
    return plain(language, "span-days", days=str(days), hours=str(hours))


def officer(one: Invited, language: str) -> str:
    """高滩村 何志强（A岗）."""
    rank = plain(language, "drill-rank", rank=one.rank) if one.rank else ""
    return f"{values.area_name(one.area_names, language)} {shortened(one.name, 20)}{rank}"


def reason(word: str, language: str) -> str:
    """Why somebody could not be reached."""
    known = ("blocked", "deactivated", "never_started", "chat_not_found")
    return plain(language, f"drill-reason-{word.replace('_', '-') if word in known else 'other'}")
