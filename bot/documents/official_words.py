"""The words of formal texts. They are always zh-Hans: an office's document has one language (domain.md §3.3, §5)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.report_types import load_categories, load_functions, load_hazard_types
from bot.rules.priority import figure_of
from bot.rules.reading.numbers import Figure

FIGURES = {
    "dead": "死亡", "missing": "失联", "injured": "受伤", "injured_serious": "重伤", "injured_minor": "轻伤",
    "trapped": "被困", "rescued": "救出", "ill": "发病", "hospitalized": "住院", "evacuated": "转移",
    "persons": "受影响", "threatened_people": "受威胁", "involved": "涉及", "present_now": "现场聚集",
}  # fmt: skip
HOUSEHOLDS = {"households": "受影响", "threatened_households": "受威胁"}
HOUSES = {"collapsed": "倒塌房屋", "severe": "严重损坏房屋", "light": "一般损坏房屋"}
GRADES = {"I": "特别重大(Ⅰ级)", "II": "重大(Ⅱ级)", "III": "较大(Ⅲ级)", "IV": "一般(Ⅳ级)"}
ROADS = {"full": "道路中断", "half": "道路半幅通行"}
_NUMERALS = "零一二三四五六七八九十"


def chinese(number: int) -> str:
    """1 → 一, 12 → 十二, 25 → 二十五; Arabic from a hundred on."""
    if number <= 10:
        return _NUMERALS[number]
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return (_NUMERALS[tens] if tens > 1 else "") + "十" + (_NUMERALS[ones] if ones else "")


def series(kind: str, ordinal: int) -> str:
    """首报, 续报一, 更正, 终报, 核报, 补报."""
    if kind == "followup":
        return f"续报{chinese(max(ordinal, 1))}"
    return {"correction": "更正", "final": "终报", "verified": "核报", "late": "补报"}.get(kind, "首报")


def category_name(slug: str) -> str:
    found = load_categories().get(slug) or load_hazard_types().get(slug)
    return found.names["zh-Hans"] if found else slug


def lead_functions(slug: str) -> list[str]:
    found = load_categories().get(slug) or load_hazard_types().get(slug)
    functions = load_functions()
    return [functions[key].names["zh-Hans"] for key in (found.lead_functions if found else ())]


def count(figure: Figure | None, unit: str = "人") -> str:
    """Never 0 for what is not known: 待核; 不清楚 is 人数不详."""
    if figure is None:
        return "待核"
    if figure.is_unknown:
        return "人数不详"
    if figure.min is not None and figure.min == figure.max:
        return f"{'' if figure.exact else '约'}{figure.min}{unit}"
    if figure.min is not None and figure.max is not None:
        return f"{figure.min}至{figure.max}{unit}"
    return f"至少{figure.min}{unit}" if figure.min is not None else f"至多{figure.max}{unit}"


def figures(answers: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What was counted, casualties first: (死亡, 2人). What was not stated is not there."""
    found = [(label, figure_of(answers.get(key)), "人") for key, label in FIGURES.items()]
    found += [(label, figure_of(answers.get(key)), "户") for key, label in HOUSEHOLDS.items()]
    houses = answers.get("houses")
    if isinstance(houses, Mapping):
        found += [(label, figure_of(houses.get(key)), "户") for key, label in HOUSES.items()]
    return [(label, count(figure, unit)) for label, figure, unit in found if figure is not None]


def moment(at: datetime, zone: ZoneInfo) -> str:
    """7月14日22时35分."""
    local = at.astimezone(zone)
    return f"{local.month}月{local.day}日{local.hour}时{local.minute:02}分"


def day(at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{local.year}年{local.month}月{local.day}日"


def occurred(answer: Any, zone: ZoneInfo) -> str | None:
    """When it happened; 许 where it is not exact. None: not known."""
    if not isinstance(answer, Mapping) or not answer.get("at"):
        return None
    vague = answer.get("precision") not in (None, "exact")
    return moment(datetime.fromisoformat(str(answer["at"])), zone) + ("许" if vague else "")
