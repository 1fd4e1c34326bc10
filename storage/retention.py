"""Old rows that nobody needs any more: letters that are out, names that were typed for one case."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, delete, or_, select, update

from bot.rules.command import RUNNING
from bot.rules.deadlines import ENDED
from storage import case_log
from storage.database import Transaction
from storage.tables import OutboxRow, Report, SceneCommand

ERASED_NAME = "—"
# Who got these is counted in the outbox, years later too: their copies stay.
COUNTED = ("alert", "broadcast", "call", "called", "drill")
# These say that a case's message was sent, also while it is open for years (a hazard).
OF_A_CASE = ("report", "chain", "story", "topic", "review")
SETTLED = or_(
    OutboxRow.state.in_(("sent", "dropped")), (OutboxRow.state == "failed") & OutboxRow.reacted.is_(True)
)  # fmt: skip
_OLD = (
    select(OutboxRow.id, OutboxRow.subject, OutboxRow.edits, SETTLED.label("settled"))
    .where(OutboxRow.id > bindparam("after"), OutboxRow.created_at < bindparam("before"))
    .order_by(OutboxRow.id)
    .limit(bindparam("limit"))
)


class Walked(NamedTuple):
    """How far a walk came, how many rows went, and whether it has seen all of them."""

    after: int
    gone: int
    ended: bool


async def forget_letters(tx: Transaction, after: int, before: datetime, limit: int) -> Walked:
    """Some of the messages written before this moment go, with their `once`: nothing of theirs is decided again."""
    found = list(await tx.session.execute(_OLD, {"after": after, "before": before, "limit": limit}))
    if not found:
        return Walked(0, 0, ended=True)
    running = await _running(tx, {number for row in found if (number := _case_of(row.subject)) is not None})
    gone = [row.id for row in found if row.settled and _may_go(row.subject, row.edits is not None, running)]
    if gone:
        await tx.session.execute(
            delete(OutboxRow).where(OutboxRow.id.in_(gone)).execution_options(synchronize_session=False)
        )
    return Walked(found[-1].id, len(gone), ended=len(found) < limit)


def _case_of(subject: str | None) -> int | None:
    kind, _, number = (subject or "").partition(":")
    return int(number) if kind in OF_A_CASE and number.isdigit() else None


def _may_go(subject: str | None, edit: bool, running: set[int]) -> bool:
    if (subject or "").partition(":")[0] in COUNTED:
        return edit
    return _case_of(subject) not in running


async def _running(tx: Transaction, numbers: set[int]) -> set[int]:
    query = select(Report.id).where(Report.id.in_(numbers), Report.state.not_in(ENDED))
    return set(await tx.session.scalars(query)) if numbers else set()


async def forget_typed_commanders(tx: Transaction, before: datetime, now: datetime, limit: int = 100) -> int:
    """Name and number that were typed for somebody without an account, of cases that ended before this moment.

    突发事件应对法 arts. 83-85: destroyed after the response. The erasure is a line of the case's log.
    """
    query = (
        select(SceneCommand)
        .join(Report, Report.id == SceneCommand.report_id)
        .where(SceneCommand.person_id.is_(None), SceneCommand.name != ERASED_NAME, SceneCommand.state.not_in(RUNNING))
        .where(Report.state.in_(ENDED), Report.state_at < before)
        .order_by(SceneCommand.id)
        .limit(limit)
    )
    rows = list(await tx.session.scalars(query))
    for row in rows:
        about, name = f"report:{row.report_id}", row.name
        await _forget_news(tx, about, row.id)
        row.name, row.phone = ERASED_NAME, None
        if row.answered_by_name == name:
            row.answered_by_name = None
        await case_log.erase(tx, about, now, "commander_keep_days", naming=name)
    await tx.session.flush()
    return len(rows)


async def _forget_news(tx: Transaction, about: str, command: int) -> None:
    query = select(OutboxRow).where(OutboxRow.subject == about, OutboxRow.key == "command-news", SETTLED)
    old = [row.id for row in await tx.session.scalars(query) if row.values.get("command") == command]
    blank = update(OutboxRow).where(OutboxRow.id.in_(old)).values(values={"command": command, "erased": True})
    await tx.session.execute(blank.execution_options(synchronize_session=False))
