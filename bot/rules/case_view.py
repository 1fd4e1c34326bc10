"""A case as its card shows it: all that a duty member needs, in plain values. Loaded anew when a card is worded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.rules.case_request import RequestView
from bot.rules.commander_view import CommandView
from bot.rules.desk_view import DeskView
from bot.rules.review import ReviewView


@dataclass(frozen=True)
class SuspectedLink:
    """Another report that may be of the same event."""

    link_id: int
    number: str
    at: datetime
    area_names: tuple[str, str]
    text: str


@dataclass(frozen=True)
class InterventionView:
    """提前介入 of an early sign: `state` as in `bot.rules.intervention`; `unit_slug` or the typed `unit` steps in."""

    state: str
    unit_slug: str | None
    unit: str | None
    due_at: datetime
    given_by: str
    taken_by: str | None = None
    taken_at: datetime | None = None
    outcome: str | None = None
    settled_by: str | None = None
    settled_at: datetime | None = None


@dataclass(frozen=True)
class CaseView:
    """Names are pairs (zh-Hans, zh-Hant). `answers` is in the shapes of `bot.rules.question`."""

    report_id: int
    number: str
    kind: str
    form: str
    category: str
    priority: str
    state: str
    answers: Mapping[str, Any]
    area: str
    area_names: tuple[str, str]
    town_names: tuple[str, str] | None
    area_pin: tuple[float, float] | None
    learned_at: datetime
    sent_at: datetime
    reporter_name: str
    reporter_phone: str | None
    reporter_telegram: int | None
    reporter_rank: str | None
    state_at: datetime | None
    state_by_name: str | None
    state_note: str | None
    evidence: int
    called: tuple[str, ...]
    version: int = 1
    desk: DeskView = field(default_factory=DeskView)

    origin: str = "officer"
    caller_name: str | None = None
    caller_phone: str | None = None
    threat_number: str | None = None
    threat_kind: str = "hazard"
    keyed_by_name: str | None = None
    intervention: InterventionView | None = None
    command: CommandView = field(default_factory=CommandView)
    became: tuple[str, ...] = ()
    """The numbers of the incidents that an early sign has turned into."""
    requests: tuple[RequestView, ...] = ()
    links: tuple[SuspectedLink, ...] = ()
    merged: tuple[str, ...] = ()
    review: ReviewView | None = None
    candidates: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Areas of which it must be asked which one is meant: code → names of the town and the area."""
