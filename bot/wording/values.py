"""How answers are shown: figures, places, times, names. 不清楚 is shown as such, a gap as 待核; neither is ever 0."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.report_types import load_categories, load_functions, load_hazard_levels, load_hazard_types, load_signs
from bot.rules.case_view import CaseView
from bot.rules.category import Names
from bot.rules.places import Places
from bot.rules.question import Question
from bot.wording.worded import plain


def name_of(names: Names | Mapping[str, str], language: str) -> str:
    return names.get(language) or names["zh-Hans"]


def area_name(names: tuple[str, str] | None, language: str) -> str:
    """Place names are never converted by machine: the traditional one comes from the area's own row."""
    if names is None:
        return ""
    return names[1] if language == "zh-Hant" else names[0]


def category_name(slug: str, language: str) -> str:
    """The name of an incident's category or a hazard's type."""
    found = load_categories().get(slug) or load_hazard_types().get(slug)
    return name_of(found.names, language) if found else slug


def function_name(slug: str, language: str) -> str:
    found = load_functions().get(slug)
    return name_of(found.names, language) if found else slug


def functions_of(slug: str, language: str) -> str:
    """Who leads on it, for the card."""
    found = load_categories().get(slug) or load_hazard_types().get(slug)
    functions = load_functions()
    return plain(language, "list-comma").join(
        name_of(functions[key].names, language) for key in (found.lead_functions if found else ())
    )


def count(answer: Any, language: str) -> str:
    """{"min", "max", "exact"} or {"unknown": true}, in words; None is 待核."""
    if not isinstance(answer, Mapping):
        return plain(language, "value-open")
    if answer.get("unknown"):
        return plain(language, "value-unknown")
    low, high = answer.get("min"), answer.get("max")
    if answer.get("exact") and low is not None:
        return str(low)
    if low is not None and high is not None:
        return plain(language, "value-about", number=str(low)) if low == high else f"{low}–{high}"
    return (
        plain(language, "value-at-least", number=str(low))
        if low is not None
        else plain(language, "value-at-most", number=str(high))
    )


def moment(at: datetime, zone: ZoneInfo, now: datetime | None = None) -> str:
    """24-hour clock in the city's zone, with the date where it is not today."""
    local = at.astimezone(zone)
    if now is not None and local.date() == now.astimezone(zone).date():
        return f"{local:%H:%M}"
    return f"{local:%Y-%m-%d %H:%M}"


def elapsed(span: timedelta, language: str) -> str:
    """3 分钟, 2 小时 5 分钟, 1 天 3 小时."""
    minutes = max(int(span.total_seconds()) // 60, 0)
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return plain(language, "span-days", days=str(days), hours=str(hours))
    if hours:
        return plain(language, "span-hours", hours=str(hours), minutes=str(minutes))
    return plain(language, "span-minutes", minutes=str(minutes))


def occurred(answer: Any, language: str, zone: ZoneInfo, now: datetime) -> str:
    """A time answer: the moment and, where it is not exact, the words it came from."""
    if not isinstance(answer, Mapping):
        return plain(language, "value-open")
    if not answer.get("at"):
        return str(answer.get("raw") or plain(language, "value-unknown"))
    shown = moment(datetime.fromisoformat(answer["at"]), zone, now)
    vague = answer.get("precision") not in (None, "exact")
    raw = str(answer.get("raw") or "")
    if vague and not raw:
        return plain(language, "value-about", number=shown)
    return plain(language, "value-about-time", time=shown, raw=raw) if vague else shown


def place(answer: Any, own_area: str, language: str, area_names: Mapping[str, str] | None = None) -> str:
    """A place answer in words; `own_area` is the reporter's village."""
    if not isinstance(answer, Mapping):
        return plain(language, "value-open")
    detail = str(answer.get("text") or "")
    code = str(answer.get("area") or "")
    named = (area_names or {}).get(code, "") or (
        own_area if answer.get("kind") in ("own_village", "area", "pin", "text") else ""
    )
    if answer.get("kind") == "pin":
        pin = f"{answer['lat']:.5f}, {answer['lon']:.5f}"
        return " ".join(part for part in (named, detail, f"📍{pin}") if part)
    return " ".join(part for part in (named, detail) if part)


def whereabouts(case: CaseView, language: str) -> str:
    """Town, village and the place within it."""
    town, area = area_name(case.town_names, language), area_name(case.area_names, language)
    detail = place(case.answers.get("place"), "", language).strip()
    return " ".join(part for part in (town if town != area else "", area, detail) if part)


_NUMERALS = "零一二三四五六七八九十"


def ordinal(number: int, language: str) -> str:
    """续报二, 续报十二; in English 2, 12."""
    if language == "en" or number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return head + (_NUMERALS[ones] if ones or not tens else "")


def named_area(answer: Any, places: Places, language: str) -> dict[str, str]:
    """The name of the area that a place answer names, with its town: what `place` needs to show it."""
    area = places.get(str(answer.get("area") or "")) if isinstance(answer, Mapping) else None
    if area is None:
        return {}
    town = places.get(area.parent) if area.kind in ("village", "community") else None
    names = [area_name((each.name, each.name_hant), language) for each in (town, area) if each]
    return {area.code: " ".join(names)}


def pin_of(answer: Any) -> tuple[float, float] | None:
    """Latitude and longitude of a shared location."""
    if isinstance(answer, Mapping) and answer.get("lat") is not None and answer.get("lon") is not None:
        return float(answer["lat"]), float(answer["lon"])
    return None


def shown(question: Question, answer: Any, language: str, own_area: str, zone: ZoneInfo, now: datetime,
          area_names: Mapping[str, str] | None = None) -> str:  # fmt: skip
    """An answer on the summary card, plain text."""
    if answer is None:
        return plain(language, "value-open")
    match question.kind:
        case "category":
            return category_name(str(answer["slug"]), language)
        case "place":
            return place(answer, own_area, language, area_names)
        case "time":
            return occurred(answer, language, zone, now)
        case "count":
            return count(answer, language)
        case "media":
            return plain(language, "value-files", number=str(len(answer)))
        case "multi_choice":
            return plain(language, "list-comma").join(choice(question, slug, language) for slug in answer)
        case "choice" | "harm":
            return choice(question, str(answer), language)
        case _:
            return str(answer)


def choice(question: Question, slug: str, language: str) -> str:
    for option in question.choices:
        if option.slug == slug:
            return name_of(option.names, language)
    sign = load_signs().get(slug) or load_hazard_levels().get(slug)
    return name_of(sign.names, language) if sign else slug
