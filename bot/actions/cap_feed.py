"""What the CAP feed shows: published alerts, and those that each of them follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.alert_view import AlertView
from storage import alerts, areas
from storage.database import Database

NEWEST, KEPT = 100, timedelta(days=14)


@dataclass(frozen=True)
class Published:
    """An alert with number and time of publication of those before it. `city`: the code that messages are named by."""

    view: AlertView
    before: tuple[tuple[int, datetime], ...]
    city: str


async def one(database: Database, alert_id: int) -> Published | None:
    """A published alert; None for one that is not public."""
    async with database.transaction() as tx:
        view = await alerts.load(tx, alert_id)
        if view is None or view.published_at is None:
            return None
        before = await alerts.publication_times(tx, view.refs)
        city = await areas.city(tx)
    return Published(view, tuple(before), city.code if city else "000000")


async def newest(database: Database, now: datetime) -> list[Published]:
    """Those of the last days, the newest first."""
    async with database.transaction() as tx:
        city = await areas.city(tx)
        rows = await alerts.published_since(tx, now - KEPT, NEWEST)
        code = city.code if city else "000000"
        return [Published(await alerts.view(tx, row), (), code) for row in rows]
