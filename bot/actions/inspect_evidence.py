"""Whether evidence is kept: what waits, what is lost, and whether the bytes are still what they were."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from storage import evidence_files
from storage.database import Database, Transaction
from storage.evidence_files import Count
from storage.evidence_store import EvidenceStore


async def read_evidence(tx: Transaction) -> Mapping[str, Count]:
    """How many files are in which state."""
    return await evidence_files.counts(tx)


@dataclass(frozen=True)
class Fault:
    """A file whose bytes are `changed` or `missing`."""

    sha256: str
    what: str


async def verify(database: Database, store: EvidenceStore) -> tuple[int, list[Fault]]:
    """Hash every file anew: the number of files, and those that are not what they were."""
    async with database.transaction() as tx:
        hashes = [file.sha256 async for file in evidence_files.all_kept(tx) if file.sha256]
    faults = []
    for sha256 in dict.fromkeys(hashes):
        found = await asyncio.to_thread(store.look_at, sha256)
        if found != "whole":
            faults.append(Fault(sha256, found))
    return len(hashes), faults
