"""How the bot is, for a watchdog and for Prometheus."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from bot.metrics import EVIDENCE_FILES, INBOX_SET_ASIDE, INBOX_WAITING, LAST_TICK, OPEN_ESCALATIONS, OUTBOX_WAITING
from bot.rules.message_kinds import MESSAGE_KINDS
from storage import escalations, evidence_files, inbox, outbox
from storage.database import Database

log = structlog.get_logger(__name__)

DATABASE_SECONDS = 5.0
# An update that waits longer than this is a bot that no longer works, however busy it may be.
INBOX_SECONDS = 120.0
EVIDENCE_STATES = ("waiting", "fetching", "kept", "big", "gone")


async def health(database: Database, real_now: datetime) -> dict[str, Any]:
    """`ok` is false when the database is away or the inbox stands still."""
    report: dict[str, Any] = {"ok": False, "database": "away", "last_ticks": _last_ticks()}
    try:
        async with asyncio.timeout(DATABASE_SECONDS), database.transaction() as tx:
            state = await inbox.state(tx)
    except Exception as error:
        return report | {"fault": type(error).__name__}
    age = (real_now - state.oldest) / timedelta(seconds=1) if state.oldest else 0.0
    return report | {
        "ok": age < INBOX_SECONDS,
        "database": "reachable",
        "inbox_waiting": state.waiting,
        "inbox_oldest_seconds": round(max(age, 0.0), 1),
        "set_aside": state.set_aside,
    }


def _last_ticks() -> dict[str, str]:
    """When each tick's last finished look began in this process; empty where this process runs none."""
    return {
        sample.labels["name"]: datetime.fromtimestamp(sample.value, UTC).isoformat(timespec="seconds")
        for metric in LAST_TICK.collect()
        for sample in metric.samples
        if sample.value
    }


async def refresh_gauges(database: Database) -> None:
    """Read the gauges from the database; left as they are when it is away."""
    try:
        async with asyncio.timeout(DATABASE_SECONDS), database.transaction() as tx:
            state = await inbox.state(tx)
            waiting = await outbox.waiting(tx)
            climbs, _ = await escalations.open_count(tx)
            files = await evidence_files.counts(tx)
    except Exception as error:
        log.warning("gauges_not_read", error=type(error).__name__)
        return
    INBOX_WAITING.set(state.waiting)
    INBOX_SET_ASIDE.set(state.set_aside)
    OPEN_ESCALATIONS.set(climbs)
    for name in EVIDENCE_STATES:
        EVIDENCE_FILES.labels(name).set(files[name].files if name in files else 0)
    for priority in sorted({kind.priority for kind in MESSAGE_KINDS.values()}):
        OUTBOX_WAITING.labels(str(priority)).set(waiting.get(priority, (0, None))[0])
