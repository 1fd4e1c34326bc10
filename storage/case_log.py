"""The case log: append-only, each line chained to the one before.

A line's digest is SHA-256 over a random salt and its words; the chain's hash covers the digest and the line before.
Erasing the words (and salt) when the law says so leaves the chain whole; changing a line, or taking one out, breaks it.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from storage.database import Database, Transaction
from storage.tables import CaseLogDetail, CaseLogHead, CaseLogLine, plain

START = "0" * 64

# Written once (storage.tables.plain says why).
_HEAD = plain(CaseLogHead)
_LAST = select(_HEAD.c.line_id, _HEAD.c.hash).where(_HEAD.c.id == 1).with_for_update()
_ADD_LINE, _ADD_DETAIL = insert(plain(CaseLogLine)), insert(plain(CaseLogDetail))
_LINES, _DETAILS = plain(CaseLogLine), plain(CaseLogDetail)
_WALK = (
    select(*_LINES.c, _DETAILS.c.salt, _DETAILS.c.actor_id, _DETAILS.c.actor_name, _DETAILS.c.words)
    .outerjoin(_DETAILS, _DETAILS.c.line_id == _LINES.c.id)
    .where(_LINES.c.id > bindparam("reached"))
    .order_by(_LINES.c.id)
    .limit(bindparam("limit"))
)
# So many lines take some 40 ms: between two pieces others have their turn.
PIECE = 1000
_MOVE_HEAD = update(_HEAD).where(_HEAD.c.id == 1).values(line_id=bindparam("line"), hash=bindparam("line_hash"))


@dataclass(frozen=True)
class Actor:
    """Who did it. `id` is a Telegram id; None is the program itself (a tick)."""

    id: int | None
    name: str | None


@dataclass(frozen=True)
class ChainFault:
    line_id: int
    what: str


async def append(
    tx: Transaction, subject: str, verb: str, now: datetime, actor: Actor | None = None,
    words: Mapping[str, Any] | None = None,
) -> int:  # fmt: skip
    """Add one line; its number."""
    return await append_all(tx, [Entry(subject, verb, dict(words or {}), actor or Actor(None, None))], now)


@dataclass(frozen=True)
class Entry:
    """A line to be."""

    subject: str
    verb: str
    words: Mapping[str, Any]
    actor: Actor = Actor(None, None)


async def append_all(tx: Transaction, entries: Sequence[Entry], now: datetime) -> int:
    """Add lines in this order; the number of the last. Nobody else adds any until the transaction ends."""
    line_id, previous = tx.log_head or await _head(tx)
    lines, details = [], []
    for entry in entries:
        salt, line_id = secrets.token_hex(16), line_id + 1
        digest = _digest(salt, entry.actor, entry.words)
        line_hash = _hash(previous, line_id, now, entry.subject, entry.verb, digest)
        lines.append({"id": line_id, "at": now, "subject": entry.subject, "verb": entry.verb, "digest": digest,
                      "previous": previous, "hash": line_hash})  # fmt: skip
        details.append({"line_id": line_id, "salt": salt, "actor_id": entry.actor.id, "actor_name": entry.actor.name,
                        "words": dict(entry.words)})  # fmt: skip
        previous = line_hash
    if lines:
        await tx.session.execute(_ADD_LINE, lines)
        await tx.session.execute(_ADD_DETAIL, details)
        await tx.session.execute(_MOVE_HEAD, {"line": line_id, "line_hash": previous})
        tx.log_head = (line_id, previous)
    return line_id


async def _head(tx: Transaction) -> tuple[int, str]:
    """The last line and its hash. From here to the end of the transaction nobody else adds a line."""
    last = (await tx.session.execute(_LAST)).first()
    if last is None:
        await tx.insert_new(CaseLogHead, [{"id": 1, "line_id": 0, "hash": START}], "id")
        last = (await tx.session.execute(_LAST)).one()
    return int(last.line_id), str(last.hash)


@dataclass(frozen=True)
class Walked:
    """How far the chain was walked: the last line and its hash. `ended`: no more lines; `fault`: where it breaks."""

    reached: int
    hash: str
    ended: bool
    fault: ChainFault | None = None


async def walk(tx: Transaction, reached: int, previous: str, limit: int) -> Walked:
    """Verify up to `limit` lines after line `reached`, whose hash is `previous`; at its end, that none is missing."""
    found = (await tx.session.execute(_WALK, {"reached": reached, "limit": limit})).all()
    for row in found:
        reached += 1
        fault = _fault(row, previous, reached)
        if fault:
            return Walked(reached, previous, ended=True, fault=ChainFault(row.id, fault))
        previous = row.hash
    if len(found) == limit:
        return Walked(reached, previous, ended=False)
    head = (await tx.session.execute(select(_HEAD.c.line_id, _HEAD.c.hash).where(_HEAD.c.id == 1))).first()
    if head is not None and (head.line_id, head.hash) != (reached, previous):
        return Walked(reached, previous, ended=True, fault=ChainFault(head.line_id, "the last lines are missing"))
    return Walked(reached, previous, ended=True)


async def verify(tx: Transaction) -> tuple[int, ChainFault | None]:
    """Walk the whole chain at once: the number of lines, and the first fault. For a log that is known to be short."""
    walked = await walk(tx, 0, START, PIECE)
    while not walked.ended:
        walked = await walk(tx, walked.reached, walked.hash, PIECE)
    return walked.reached, walked.fault


async def verify_in_pieces(database: Database, most: int) -> tuple[int, int, ChainFault | None]:
    """The newest `most` lines, a short transaction each thousand, so that nobody waits for it. The first line looked
    at, the last, and the first fault."""
    async with database.transaction() as tx:
        first, previous = max(await count(tx) - most, 0), START
        if first:
            previous = await hash_of(tx, first)
    walked = Walked(first, previous, ended=False)
    while not walked.ended:
        async with database.transaction() as tx:
            walked = await walk(tx, walked.reached, walked.hash, PIECE)
    return first + 1, walked.reached, walked.fault


async def count(tx: Transaction) -> int:
    """How many lines there should be, by the head of the chain."""
    return int(await tx.session.scalar(select(_HEAD.c.line_id).where(_HEAD.c.id == 1)) or 0)


def _fault(row: Any, previous: str, expected_id: int) -> str | None:
    if row.id != expected_id:
        return "a line is missing"
    if row.previous != previous:
        return "does not follow the line before"
    if row.hash != _hash(previous, row.id, row.at, row.subject, row.verb, row.digest):
        return "the line was changed"
    erased = row.salt is None
    if not erased and row.digest != _digest(row.salt, Actor(row.actor_id, row.actor_name), row.words):
        return "the words were changed"
    return None


async def lines(tx: Transaction, subject: str) -> list[tuple[CaseLogLine, CaseLogDetail | None]]:
    query = (
        select(CaseLogLine, CaseLogDetail)
        .outerjoin(CaseLogDetail, CaseLogDetail.line_id == CaseLogLine.id)
        .where(CaseLogLine.subject == subject)
        .order_by(CaseLogLine.id)
    )
    return [(line, detail) for line, detail in await tx.session.execute(query)]


async def hash_of(tx: Transaction, line_id: int) -> str:
    """What stands for the whole chain up to this line."""
    return str(await tx.session.scalar(select(CaseLogLine.hash).where(CaseLogLine.id == line_id)) or "")


async def newest(tx: Transaction, subject: str, verbs: Collection[str]) -> datetime | None:
    """When one of these things was last done to a subject."""
    query = select(func.max(CaseLogLine.at)).where(CaseLogLine.subject == subject, CaseLogLine.verb.in_(verbs))
    return await tx.session.scalar(query)


async def erase(tx: Transaction, subject: str, now: datetime, reason: str, naming: str | None = None) -> int:
    """Erase the words about a subject (`naming`: those with this name in them); the erasure is itself a line."""
    found = [
        detail
        for _, detail in await lines(tx, subject)
        if detail is not None and (naming is None or naming in json.dumps(detail.words, ensure_ascii=False))
    ]
    for detail in found:
        await tx.session.delete(detail)
    await append(tx, subject, "erased", now, words={"reason": reason, "lines": len(found)})
    return len(found)


def _digest(salt: str, actor: Actor, words: Mapping[str, Any]) -> str:
    body = json.dumps([actor.id, actor.name, words], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256((salt + body).encode()).hexdigest()


def _hash(previous: str, line_id: int, at: datetime, subject: str, verb: str, digest: str) -> str:
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    return hashlib.sha256("\n".join((previous, str(line_id), moment, subject, verb, digest)).encode()).hexdigest()
