"""The auditor: a second look that proves that every open escalation advances, and tells of one that does not, once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.actions.alarm import alarm
from bot.actions.ladders_kept import ladder_from_json
from bot.metrics import HEARTBEAT, MISSED
from bot.rules.audit import GRACE, Climb, audit
from bot.world import World
from storage import case_log, escalations
from storage.database import Database, Transaction
from storage.escalations import Suspect
from storage.open_cases import next_slice
from storage.tables import Escalation


@dataclass(frozen=True)
class Miss:
    """A climb that did not advance as its policy says; `mark` stays the same as long as it is the same miss."""

    report_id: int
    number: str
    why: str
    mark: str


class Auditor:
    """Runs beside the tick that takes the steps. What is seen twice, a look apart, was missed: a clock may have been
    moved just now, or a step be under way.

    Each look takes what is late by its due time, a slice of the open cases, and what looked wrong the last time.
    """

    def __init__(self) -> None:
        self._seen: frozenset[Miss] = frozenset()
        self._after = 0

    async def look(self, database: Database, world: World, now: datetime) -> None:
        """The heartbeat is when all that was due had been looked at; a tick that fails leaves it as it was."""
        async with database.transaction() as tx:
            part = await next_slice(tx, self._after)
            suspects = await escalations.late(tx, now, GRACE) + await escalations.odd(tx, now, part)
            if self._seen:
                suspects += await escalations.some(tx, {miss.report_id for miss in self._seen})
            found = frozenset(_missed(suspects, now))
        self._after = part.after
        again, self._seen = found & self._seen, found
        for miss in sorted(again, key=lambda miss: miss.report_id):
            async with database.transaction() as tx:
                await _tell(tx, miss, now)
        MISSED.set(len(again))
        HEARTBEAT.set(now.timestamp())


async def missed(tx: Transaction, now: datetime) -> list[Miss]:
    """Everything that has not advanced as it should: every open case is looked at."""
    found = _missed(await escalations.late(tx, now, GRACE), now)
    part = await next_slice(tx, 0)
    while part.last:
        found |= _missed(await escalations.odd(tx, now, part), now)
        before, part = part, await next_slice(tx, part.after)
        if part.first <= before.last:  # begun anew: that was the last, also when it was full
            break
    return sorted(found, key=lambda miss: miss.report_id, reverse=True)


def _missed(suspects: Iterable[Suspect], now: datetime) -> set[Miss]:
    found = set()
    for report_id, number, state, sent_at, row in suspects:
        try:
            why: str | None = audit(state, sent_at, _climb(row) if row is not None else None, now)
        except (KeyError, TypeError, ValueError):  # a snapshot that cannot be read cannot advance either
            why = "unreadable"
        if why is not None:
            mark = f"{why}:{row.round}:{row.steps_done}" if row is not None else why
            found.add(Miss(report_id, number, why, mark))
    return found


def _climb(row: Escalation) -> Climb:
    ladder = ladder_from_json(row.ladder)
    return Climb(ladder, row.started_at, row.steps_done, row.next_step_at, row.stopped_at, row.lapse_at)


async def _tell(tx: Transaction, miss: Miss, now: datetime) -> None:
    """Into the case log and to the administrators, once for one miss."""
    subject = f"report:{miss.report_id}"
    said = [detail.words.get("mark") for line, detail in await case_log.lines(tx, subject)
            if line.verb == "missed" and detail is not None]  # fmt: skip
    if miss.mark in said:
        return
    await case_log.append(tx, subject, "missed", now, words={"mark": miss.mark})
    values = {"number": miss.number, "reason": f"missed_{miss.why}"}
    await alarm(tx, "alarm-missed", values, now, once=f"missed:{miss.report_id}:{miss.mark}")
