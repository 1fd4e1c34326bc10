"""The second channel: what a city's SMS or voice gateway is told of a step, and how a post ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.actions.alarm import alarm
from bot.rules.message import Recipient
from bot.rules.step_hook import ended
from storage import areas, people, step_hooks
from storage.database import Database, Transaction
from storage.tables import Report


async def record(
    tx: Transaction, report: Report, climb: str, step: int, whom: Sequence[str],
    called: Sequence[tuple[Recipient, str]], now: datetime,
) -> None:  # fmt: skip
    """In the transaction of the step. No words of the report and no resident's name: the gateway tells to look."""
    known = await people.some(tx, [to.person_id for to, _ in called if to.person_id is not None])
    names = await areas.names(tx, {report.area})
    body = {
        "event": "escalation.step", "id": f"{report.number}:{climb}:{step}", "at": now.isoformat(timespec="seconds"),
        "case": {
            "number": report.number, "kind": report.kind, "category": report.category, "priority": report.priority,
            "state": report.state, "area": report.area, "area_name": names.get(report.area, ("", ""))[0],
            "sent_at": report.sent_at.isoformat(timespec="seconds"),
        },
        "step": step, "whom": list(whom),
        "called": [_called(to, name, known) for to, name in called],
    }  # fmt: skip
    await step_hooks.put(tx, report.id, climb, step, body, now)


def _called(to: Recipient, name: str, known: dict[int, Any]) -> dict[str, str | None]:
    person = known.get(to.person_id) if to.person_id is not None else None
    return {"kind": "person" if person else "group", "name": name, "phone": person.phone if person else None}


@dataclass(frozen=True)
class Post:
    id: int
    body: dict[str, Any]
    attempts: int


class Hooks:
    """Claims and settles, for the one that posts. `now` is the clock of due times, `real_now` that of leases."""

    def __init__(self, database: Database, now: Callable[[], datetime], real_now: Callable[[], datetime]) -> None:
        self._database, self._now, self._real_now = database, now, real_now

    async def recover(self) -> None:
        """At a start: nobody's lease needs to be waited for."""
        async with self._database.transaction() as tx:
            await step_hooks.recover(tx, self._now())

    async def claim(self) -> Post | None:
        async with self._database.transaction() as tx:
            row = await step_hooks.claim(tx, self._now(), self._real_now())
            return Post(row.id, dict(row.body), row.attempts) if row is not None else None

    async def settle(self, post: Post, status: int | None, fault: str | None) -> str:
        """How it ended: sent, ready or failed. Administrators hear of one that was given up, once a case."""
        found, now = ended(status, post.attempts, fault), self._now()
        async with self._database.transaction() as tx:
            await step_hooks.settle(tx, post.id, found.state, status, found.fault, now, now + found.wait)
            if found.state == "failed":
                number = str(post.body["case"]["number"])
                values = {"number": number, "step": str(post.body["step"]), "fault": found.fault or ""}
                await alarm(tx, "alarm-hook", values, now, once=f"hook:{number}")
        return found.state
