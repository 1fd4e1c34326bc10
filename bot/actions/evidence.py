"""Evidence outlives Telegram's links: which file is fetched next, and what follows from how that ended."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.actions.alarm import alarm
from bot.rules.evidence_fetching import FAULTS, MEGABYTE, Kept, Missed, Wanted, after_a_miss
from bot.rules.message import Message, Recipient
from storage import case_log, evidence_files, outbox, people
from storage.database import Database, Transaction
from storage.tables import Evidence, EvidenceFile

# Longer than any download (bot.delivery.evidence_download.TIMEOUT); a restart does not wait for it.
LEASE = timedelta(minutes=15)


class Fetching:
    """The two decisions of the fetching task, with the clocks it reads: due times by `now`, leases by `real_now`."""

    def __init__(
        self, database: Database, now: Callable[[], datetime], real_now: Callable[[], datetime], largest_mb: int
    ) -> None:
        self._database, self._now, self._real_now, self._largest_mb = database, now, real_now, largest_mb
        self._owner = secrets.token_hex(8)
        self._alone = False

    async def claim(self) -> Wanted | None:
        """The file that waits longest. The first claim of a process frees what a dead one held: it runs alone."""
        async with self._database.transaction() as tx:
            if not self._alone:
                await evidence_files.release_all(tx, self._owner, self._now())
            row = await evidence_files.claim(tx, self._now(), self._real_now(), LEASE, self._owner)
            wanted = Wanted(row.id, row.file_id, row.telegram_size) if row is not None else None
        self._alone = True
        return wanted

    async def settle(self, wanted: Wanted, ended: Kept | Missed) -> None:
        async with self._database.transaction() as tx:
            if isinstance(ended, Kept):
                await kept(tx, wanted.id, self._owner, ended, self._now())
            else:
                await missed(tx, wanted.id, self._owner, ended.reason, self._largest_mb, self._now())


async def kept(tx: Transaction, file_id: int, owner: str, copy: Kept, now: datetime) -> None:
    """The bytes are ours: their hash joins the case log of every report they belong to."""
    told = {"state": "kept", "sha256": copy.sha256, "size": copy.size, "fetched_at": now, "reason": None}
    row = await evidence_files.settle(tx, file_id, owner, **told)
    if row is None:
        return
    words = {"unique_id": row.unique_id, "sha256": copy.sha256, "size": copy.size, "kind": row.kind}
    for report_id in dict.fromkeys([each.report_id for each in await _evidence(tx, row)]):
        await case_log.append(tx, f"report:{report_id}", "evidence_kept", now, words=words)


async def missed(tx: Transaction, file_id: int, owner: str, reason: str, largest_mb: int, now: datetime) -> None:
    """Tried again later; or it stays with Telegram, or is gone: then whoever sent it is told what to do."""
    news = FAULTS[reason].disk and not await evidence_files.reason_is_known(tx, reason)
    row = await evidence_files.settle(tx, file_id, owner, state="waiting", next_at=now, reason=reason)
    if row is None:
        return
    verdict = after_a_miss(reason, row.attempts, now)
    row.state, row.next_at = verdict.state, verdict.next_at
    if news:
        # once an episode; the hour keeps two downloads of one moment from saying it twice
        await alarm(tx, "alarm-evidence-disk", {"why": reason}, now, once=f"evidence:{reason}:{now:%y%m%d%H}")
    if verdict.state == "waiting":
        return
    for each in await _evidence(tx, row):
        await case_log.append(
            tx, f"report:{each.report_id}", f"evidence_{verdict.state}", now, words={"unique_id": row.unique_id}
        )
        await _tell_the_sender(tx, each, verdict.state, largest_mb, now)


async def _tell_the_sender(tx: Transaction, evidence: Evidence, state: str, largest_mb: int, now: datetime) -> None:
    sender = await people.person(tx, evidence.by_person)
    if sender is None or not sender.telegram_id:
        return
    to = Recipient(sender.telegram_id, sender.language, person_id=sender.id)
    values = {"mb": str(largest_mb)} if state == "big" else {}
    once = f"evidence-{state}:{evidence.id}"
    subject = f"report:{evidence.report_id}"
    await outbox.put(tx, Message("receipt", to, f"evidence-{state}", values, subject, once=once), now)


async def _evidence(tx: Transaction, row: EvidenceFile) -> list[Evidence]:
    return await evidence_files.evidence_of_file(tx, row.unique_id)


def largest(megabytes: int) -> int:
    """The setting in bytes."""
    return megabytes * MEGABYTE
