"""A CAP 1.2 message (OASIS) as plain values, and what our levels are in its words.

The mapping is the project's own (domain §7.2 [D]). CAP's words never make a colour: that goes in `CN-Color` alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.rules.alert_view import AlertView

STATUS = ("Actual", "Exercise", "System", "Test", "Draft")
MSG_TYPES = ("Alert", "Update", "Cancel", "Ack", "Error")
COLOUR, LEVEL, PREVIOUS, KIND = "CN-Color", "CN-Level", "CN-PrevColor", "QS-Kind"
EVENT_TYPE = "CN-EventType"
CITY_CODE, TOWN_CODE, VILLAGE_CODE = "GB/T 2260", "CN-TownCode", "CN-VillageCode"
GEOCODES = {6: CITY_CODE, 9: TOWN_CODE, 12: VILLAGE_CODE}

CATEGORIES = {
    "weather": "Met", "flood": "Met", "geological": "Geo", "fire": "Fire", "health": "Health", "traffic": "Transport",
    "utility": "Infra", "other": "Other",
}  # fmt: skip
# The meteorological list of the alert-exchange world (domain §1.2); other kinds have no code that was checked.
EVENT_CODES = {
    "typhoon": "11B01", "rainstorm": "11B03", "heat": "11B09", "hail": "11B15", "fog": "11B17", "haze": "11B19",
    "thunder_gale": "11B20", "icy_road": "11B21", "forest_fire": "11B25", "cold": "11B34", "geological": "11B37",
}  # fmt: skip
SEVERITIES = {
    "red": "Extreme", "orange": "Severe", "yellow": "Moderate", "blue": "Minor", "white": "Minor", "notice": "Minor",
}  # fmt: skip
LEVEL_NUMBERS = {"red": "1", "orange": "2", "yellow": "3", "blue": "4"}
RESPONSES = {
    "red": ("Shelter", "Avoid"), "orange": ("Prepare", "Avoid"), "yellow": ("Prepare", "Monitor"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class CapArea:
    """`polygons`: "lat,lon lat,lon …", WGS-84, closed; `circles`: "lat,lon radius_km"; `geocodes`: (name, value)."""

    description: str
    polygons: tuple[str, ...] = ()
    circles: tuple[str, ...] = ()
    geocodes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class CapInfo:
    """One block: a language. Empty texts are left out."""

    language: str = "en-US"
    categories: tuple[str, ...]
    event: str
    responses: tuple[str, ...] = ()
    urgency: str
    severity: str
    certainty: str
    event_codes: tuple[tuple[str, str], ...] = ()
    effective: datetime | None = None
    onset: datetime | None = None
    expires: datetime | None = None
    sender_name: str = ""
    headline: str = ""
    description: str = ""
    instruction: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    areas: tuple[CapArea, ...] = ()

    def parameter(self, name: str) -> str:
        return dict(self.parameters).get(name, "")


@dataclass(frozen=True, kw_only=True)
class CapMessage:
    """`references`: (sender, identifier, sent as written) of every earlier message of the chain."""

    identifier: str
    sender: str
    sent: datetime
    status: str = "Actual"
    msg_type: str = "Alert"
    scope: str = "Public"
    source: str = ""
    note: str = ""
    references: tuple[tuple[str, str, str], ...] = ()
    incidents: str = ""
    infos: tuple[CapInfo, ...] = field(default_factory=tuple)


def stamp(at: datetime) -> str:
    """CAP's dateTime: an offset, never Z, and no fractions. `at` carries the city's zone."""
    written = at.replace(microsecond=0).isoformat()
    return written.replace("+00:00", "-00:00")


def identifier(city: str, alert_id: int) -> str:
    """Ours: no blank, comma, < or & is in it."""
    return f"qianshao-{city}-{alert_id}"


def msg_type(view: AlertView) -> str:
    """An Update or a Cancel must name what it follows: a lifting of what never went out from here is an Alert."""
    if not view.refs:
        return "Alert"
    return "Cancel" if view.action == "cancel" else "Update"


def responses(view: AlertView) -> tuple[str, ...]:
    if view.action == "cancel":
        return ("AllClear",)
    known = RESPONSES.get(view.level, ("Monitor",))
    return (*(("Evacuate",) if view.evacuation else ()), *known)


def severity(view: AlertView) -> str:
    return "Minor" if view.action == "cancel" else SEVERITIES[view.level]


def parameters(view: AlertView) -> tuple[tuple[str, str], ...]:
    """The colour as it was relayed, and the one before where it is known; none for a notice."""
    found: Mapping[str, str] = {
        KIND: view.kind,
        COLOUR: view.level.capitalize() if view.level != "notice" else "",
        LEVEL: LEVEL_NUMBERS.get(view.level, ""),
        PREVIOUS: view.prev_level.capitalize() if view.prev_level not in ("", "notice", view.level) else "",
    }
    return tuple((name, value) for name, value in found.items() if value)


def geocode(code: str) -> tuple[str, str]:
    return GEOCODES.get(len(code), VILLAGE_CODE), code
