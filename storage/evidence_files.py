"""The files behind evidence: wanted, claimed by whoever fetches, and how that ended. See `EvidenceFile` for the states.

`now` is the clock of due times, `real_now` the wall clock by which leases run.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, func, or_, select, update

from storage.database import Transaction
from storage.tables import Evidence, EvidenceFile

# What Telegram does not say of itself.
MIME = {"photo": "image/jpeg", "voice": "audio/ogg", "video_note": "video/mp4", "video": "video/mp4"}


async def want(tx: Transaction, items: Sequence[Mapping[str, Any]], now: datetime) -> None:
    """These files are evidence: fetch those that are not there yet. One that was given up waits anew."""
    rows = [_row(item, now) for item in items]
    if not rows:
        return
    await tx.insert_new(EvidenceFile, rows, "unique_id")
    for row in rows:
        again = {"file_id": row["file_id"], "state": "waiting", "next_at": now, "attempts": 0, "reason": None}
        given_up = and_(EvidenceFile.unique_id == row["unique_id"], EvidenceFile.state == "gone")
        await tx.session.execute(update(EvidenceFile).where(given_up).values(again))
    tx.ring("evidence")


def _row(item: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    kind = str(item["kind"])
    return {
        "unique_id": item["unique_id"],
        "file_id": item["file_id"],
        "kind": kind,
        "name": str(item["name"])[:255] if item.get("name") else None,
        "mime": str(item.get("mime") or MIME.get(kind) or "application/octet-stream")[:100],
        "telegram_size": item.get("size"),
        "state": "waiting",
        "wanted_at": now,
        "next_at": now,
        "attempts": 0,
    }


async def claim(
    tx: Transaction, now: datetime, real_now: datetime, lease: timedelta, owner: str
) -> EvidenceFile | None:
    """Take the file that waits longest, under a lease; one whose holder let its lease run out counts as waiting."""
    due = and_(EvidenceFile.state == "waiting", EvidenceFile.next_at <= now)
    left = and_(EvidenceFile.state == "fetching", EvidenceFile.leased_until < real_now)
    oldest = select(EvidenceFile.id).where(or_(due, left)).order_by(EvidenceFile.next_at).limit(1)
    if tx.dialect == "postgresql":
        oldest = oldest.with_for_update(skip_locked=True)
    taken = (
        update(EvidenceFile)
        .where(EvidenceFile.id == oldest.scalar_subquery())  # IN would be looked up anew for every row
        .values(
            state="fetching", leased_until=real_now + lease, leased_by=owner, attempts=EvidenceFile.attempts + 1
        )
        .returning(EvidenceFile)
        .execution_options(synchronize_session=False, populate_existing=True)
    )  # fmt: skip
    return (await tx.session.scalars(taken)).one_or_none()


async def release_all(tx: Transaction, owner: str, now: datetime) -> int:
    """At a start, when no other fetcher lives: what a dead one held is due at once."""
    result = await tx.session.execute(
        update(EvidenceFile)
        .where(EvidenceFile.state == "fetching", EvidenceFile.leased_by != owner)
        .values(state="waiting", next_at=now, leased_until=None, leased_by=None)
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


async def settle(tx: Transaction, file_id: int, owner: str, **ended: Any) -> EvidenceFile | None:
    """Write down how a fetch ended. None when the lease is no longer this owner's: somebody else fetches it."""
    mine = (EvidenceFile.id == file_id, EvidenceFile.state == "fetching", EvidenceFile.leased_by == owner)
    statement = update(EvidenceFile).where(*mine).values(leased_until=None, leased_by=None, **ended)
    row = await tx.session.scalars(
        statement.returning(EvidenceFile).execution_options(synchronize_session=False, populate_existing=True)
    )
    return row.one_or_none()


async def reason_is_known(tx: Transaction, reason: str) -> bool:
    """Whether a file waits for this very reason already."""
    query = select(EvidenceFile.id).where(EvidenceFile.state != "kept", EvidenceFile.reason == reason).limit(1)
    return (await tx.session.scalars(query)).first() is not None


async def evidence_of_file(tx: Transaction, unique_id: str) -> list[Evidence]:
    """Everything this file is evidence of, oldest first."""
    query = select(Evidence).where(Evidence.unique_id == unique_id).order_by(Evidence.id)
    return list(await tx.session.scalars(query))


async def files_of_report(tx: Transaction, report_id: int) -> list[tuple[Evidence, EvidenceFile | None]]:
    query = (
        select(Evidence, EvidenceFile)
        .outerjoin(EvidenceFile, EvidenceFile.unique_id == Evidence.unique_id)
        .where(Evidence.report_id == report_id)
        .order_by(Evidence.id)
    )
    return [(evidence, file) for evidence, file in await tx.session.execute(query)]


async def kept_copy(tx: Transaction, telegram_file_id: str) -> EvidenceFile | None:
    """Our copy of what Telegram knows by this file id, if there is one."""
    same = select(Evidence.unique_id).where(Evidence.file_id == telegram_file_id)
    query = select(EvidenceFile).where(EvidenceFile.unique_id.in_(same), EvidenceFile.state == "kept")
    return (await tx.session.scalars(query.limit(1))).first()


@dataclass(frozen=True)
class Count:
    """How many files are in a state, their bytes, and since when the oldest."""

    files: int
    size: int
    oldest: datetime | None


async def counts(tx: Transaction) -> dict[str, Count]:
    """By state; `oldest` is when the first of them came in."""
    query = select(
        EvidenceFile.state,
        func.count(),
        func.coalesce(func.sum(EvidenceFile.size), 0),
        func.min(EvidenceFile.wanted_at),
    ).group_by(EvidenceFile.state)
    return {state: Count(files, size or 0, oldest) for state, files, size, oldest in await tx.session.execute(query)}


async def all_kept(tx: Transaction) -> AsyncIterator[EvidenceFile]:
    """Every file of which we have the bytes, for whoever looks whether they are whole."""
    query = select(EvidenceFile).where(EvidenceFile.state == "kept").order_by(EvidenceFile.id)
    async for file in await tx.session.stream_scalars(query):
        yield file
