"""The task that fetches evidence: claim, download, write down. A few at a time, beside everything else.

What a claim takes and what an ending means is decided in `bot.actions.evidence`; it comes in as two functions.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

import structlog

from bot.metrics import EVIDENCE_BYTES, EVIDENCE_FETCHES
from bot.rules.evidence_fetching import Kept, Missed, Wanted
from storage.bells import Bells
from storage.evidence_store import EvidenceStore, disk_reason

log = structlog.get_logger(__name__)

AT_ONCE = 2
LOOK_EVERY_SECONDS = 2.0

Claim = Callable[[], Awaitable[Wanted | None]]
Settle = Callable[[Wanted, Kept | Missed], Awaitable[None]]


class Download(Protocol):
    async def fetch(self, wanted: Wanted) -> Kept | Missed: ...


class EvidenceFetcher:
    """Runs until it is cancelled; no fault of a file, the network, the disk or the database ends it."""

    def __init__(self, bells: Bells, store: EvidenceStore, download: Download, claim: Claim, settle: Settle) -> None:
        self._bells, self._store, self._download = bells, store, download
        self._claim, self._settle = claim, settle

    async def run(self) -> None:
        try:
            await asyncio.to_thread(self._store.prepare)
            await asyncio.to_thread(self._store.sweep)
        except OSError as fault:
            log.error("evidence_dir_unusable", reason=disk_reason(fault))
        async with asyncio.TaskGroup() as tasks:
            for _ in range(AT_ONCE):
                tasks.create_task(self._work())

    async def _work(self) -> None:
        while True:
            try:
                busy = await self._one()
            except Exception as error:  # never its text: an address with the token may be in it
                log.warning("evidence_step_failed", error=type(error).__name__)
                busy = False
            if not busy:
                await self._bells.wait("evidence", LOOK_EVERY_SECONDS)

    async def _one(self) -> bool:
        """Fetch one file; False when none is due."""
        wanted = await self._claim()
        if wanted is None:
            return False
        try:
            ended = await self._download.fetch(wanted)
        except Exception as error:
            log.error("evidence_fault", file=wanted.id, error=type(error).__name__)
            ended = Missed("fault")
        result = ended.reason if isinstance(ended, Missed) else "kept"
        EVIDENCE_FETCHES.labels(result).inc()
        if isinstance(ended, Kept):
            EVIDENCE_BYTES.inc(ended.size)
        else:
            log.info("evidence_missed", file=wanted.id, reason=ended.reason)
        await self._settle(wanted, ended)
        return True
