"""How soon and how surely, in CAP's words: what is usual for a kind and level, unless the drafter chose otherwise.

Domain §7.2 [D] for what is forecast; a fire, a closed road and a cut line are happening when they are told. These words
never make a colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.rules.alert_levels import NOTICE
from bot.rules.alert_view import AlertView

URGENCIES = ("Immediate", "Expected", "Future", "Past")
CERTAINTIES = ("Observed", "Likely", "Possible", "Unlikely")
CHOICES = {"urgency": URGENCIES, "certainty": CERTAINTIES}

HAPPENING = ("fire", "traffic", "utility")
GRAVE = ("red", "orange")
_FORECAST = {
    "red": ("Expected", "Likely"), "orange": ("Expected", "Likely"), "yellow": ("Expected", "Likely"),
    "blue": ("Expected", "Likely"), "white": ("Future", "Possible"), "notice": ("Expected", "Possible"),
}  # fmt: skip
_NOW = {
    "red": ("Immediate", "Observed"), "orange": ("Immediate", "Observed"), "yellow": ("Expected", "Observed"),
    "blue": ("Expected", "Likely"), "white": ("Future", "Possible"), "notice": ("Expected", "Likely"),
}  # fmt: skip


def usual(kind: str, level: str, observed: bool = False, evacuation: bool = False) -> tuple[str, str]:
    """Urgency and certainty. `observed`: the text says that it has come (已达, 录得); `evacuation`: to move."""
    urgency, certainty = (_NOW if kind in HAPPENING else _FORECAST)[level]
    if level in GRAVE and observed:
        return "Immediate", "Observed"
    return "Immediate" if level in (*GRAVE, NOTICE) and evacuation else urgency, certainty


def chosen(details: Mapping[str, Any]) -> dict[str, str]:
    """What the drafter (or the message that was imported) said instead of the usual."""
    return {name: str(details[name]) for name, known in CHOICES.items() if details.get(name) in known}


def without_choice(details: Mapping[str, Any]) -> dict[str, Any]:
    """The usual ones again: another kind or level has its own."""
    return {name: kept for name, kept in details.items() if name not in CHOICES}


def of(view: AlertView) -> tuple[str, str]:
    """Urgency and certainty of an alert. A lifting is over, and that is known."""
    if view.action == "cancel":
        return "Past", "Observed"
    urgency, certainty = usual(view.kind, view.level, bool(view.details.get("observed")), view.evacuation)
    said = chosen(view.details)
    return said.get("urgency", urgency), said.get("certainty", certainty)
