"""The deep link of an area: Telegram hands on at most 64 of A-Z a-z 0-9 _ - after `start=`."""

from __future__ import annotations

import re

from bot.rules.places import Area, Places

_PAYLOAD = re.compile(r"^area_(\d{6}|\d{9}|\d{12})$")


def payload_of(code: str) -> str:
    return f"area_{code}"


def area_in(payload: str) -> str | None:
    """The code in such a payload; None for anything else (an invitation, a forged one)."""
    found = _PAYLOAD.match(payload) if payload.isascii() else None
    return found[1] if found else None


def link_of(bot: str, code: str) -> str:
    """`bot` is the username, with or without @."""
    return f"https://t.me/{bot.lstrip('@')}?start={payload_of(code)}"


def full_names(area: Area, places: Places) -> tuple[str, str]:
    """派潭镇高滩村 in both scripts; a town or the city by its own name."""
    town = places.get(area.town) if area.kind not in ("city", "town") else None
    before = (town.name, town.name_hant) if town is not None else ("", "")
    return before[0] + area.name, before[1] + area.name_hant
