"""An alert as it is worded: for residents, for whoever approves it, and for whoever watches it go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.rules.fates import Fates

NamePair = tuple[str, str]
"""zh-Hans and zh-Hant name of a place."""


@dataclass(frozen=True, kw_only=True)
class AlertView:
    """`texts` holds what was typed, by language. `issuer` is empty for a notice: then its own area issues it.

    `live_names`: where it is still in force; `partly`: that is no longer everywhere. `evacuation`: it asks people to
    move. `loudspeakers`: in how many villages it was read aloud, of how many. `digest`: how many read of it in their
    daily message. `points`: latitude and longitude of its places, as far as they are known.
    """

    alert_id: int = 0
    kind: str
    event: str
    level: str
    areas: tuple[str, ...]
    area_names: tuple[NamePair, ...]
    texts: Mapping[str, str]
    with_advice: bool = True
    issuer: str = ""
    issuer_names: NamePair = ("", "")
    issued_at: datetime | None = None
    valid_hours: int | None = None
    expires_at: datetime | None = None
    published_at: datetime | None = None
    state: str = "draft"
    version: int = 1
    drafted_by: int = 0
    drafted_by_name: str = ""
    drafted_at: datetime | None = None
    decided_by: int | None = None
    decided_by_name: str = ""
    decided_at: datetime | None = None
    note: str = ""
    audience: int = 0
    seconds: int = 0
    fan_out_done: bool = False
    fates: Fates = field(default_factory=Fates)
    skipped: Mapping[str, int] = field(default_factory=dict)
    finished_at: datetime | None = None
    language: str = "zh-Hans"
    action: str = "issue"
    change: str = ""
    prev_level: str = ""
    follows: tuple[int, ...] = ()
    refs: tuple[int, ...] = ()
    live_names: tuple[NamePair, ...] = ()
    partly: bool = False
    ends_at: datetime | None = None
    ended_at: datetime | None = None
    evacuation: bool = False
    fast_reason: str = ""
    published_by_name: str = ""
    look_open: bool = False
    looked_by_name: str = ""
    looked_at: datetime | None = None
    objection: str = ""
    school_closed: bool = False
    drill: bool = False
    sending: str = "going"
    paid: bool = False
    loudspeakers: tuple[int, int] = (0, 0)
    digest: int = 0
    points: tuple[tuple[float, float], ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict)
