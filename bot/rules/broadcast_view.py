"""A broadcast as its copies and its card show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.rules.fates import Fates


@dataclass(frozen=True)
class Addressee:
    """An officer who was to read it. `fate` is the reason word when it did not arrive, or may not have."""

    name: str
    phone: str | None
    area_names: tuple[str, str]
    received_at: datetime | None
    fate: str | None


@dataclass(frozen=True)
class BroadcastView:
    """`group` is the title of the duty group it was sent from, empty for a private chat."""

    broadcast_id: int
    text: str
    area_names: tuple[tuple[str, str], ...]
    by_name: str
    group: str
    created_at: datetime
    received: int
    total: int
    silent: tuple[Addressee, ...]
    fates: Fates
    finished_at: datetime | None
