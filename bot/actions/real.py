"""这条消息是真的吗？ What has been issued where somebody lives: in force, or over within the last day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.actions import follows
from bot.rules.alert_view import AlertView
from bot.rules.area_choice import overlap
from bot.rules.speaker import Speaker
from bot.world import World
from storage import alerts, areas, subscriptions
from storage.database import Transaction

LATELY = timedelta(days=1)
MOST = 8


@dataclass(frozen=True)
class Issued:
    """`names`: the places looked at; `ways`: by alert, whether it can be followed (follow), or is (stop)."""

    names: tuple[tuple[str, str], ...]
    live: tuple[AlertView, ...]
    over: tuple[AlertView, ...]
    ways: Mapping[int, str] = field(default_factory=dict)


async def issued(tx: Transaction, world: World, speaker: Speaker, now: datetime) -> Issued:
    """For a person's own areas; for somebody without a subscription, the whole district."""
    mine = [row.area for row in await subscriptions.active(tx, speaker.person_id)] if speaker.person_id else []
    looked = mine or [area.code for area in world.places.areas if area.kind == "city"]
    rows = [row for row in await alerts.issued_since(tx, now - LATELY)
            if any(overlap(code, area) for code in looked for area in row.areas)]  # fmt: skip
    live = [row for row in rows if row.state == "published" and row.action != "cancel"]
    over = [row for row in rows if row.state in ("lifted", "expired")]
    names = await areas.names(tx, looked)
    return Issued(
        tuple(names.get(code, (code, code)) for code in looked),
        tuple([await alerts.view(tx, row) for row in live[:MOST]]),
        tuple([await alerts.view(tx, row) for row in over[:MOST]]),
        {row.id: await follows.way(tx, speaker, row) for row in live[:MOST]},
    )
