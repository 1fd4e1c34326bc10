"""The steps of climbs that are taken in one transaction, of one case or several.

What they need is looked up once for all of them; what they write is written together, at the end: the messages, then
the case log, then the lists of a burst. Whoever adds to the log holds it until the commit, so it comes late, and before
the lists, which a tap shows anew while it holds the log: two that want both take them in the same order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from bot.actions import step_hooks, storms
from bot.actions.alarm import alarm
from bot.actions.called import CITY_DIGITS, Around, Called, chats_around, named_behind
from bot.actions.copies import copies_beside
from bot.metrics import STEPS
from bot.rules.escalation import Ladder, due, pull_forward
from bot.rules.message import Message, Recipient
from bot.world import World
from storage import case_log, outbox
from storage.case_log import Entry
from storage.case_view import CARD
from storage.database import Transaction
from storage.tables import Escalation, OutboxRow, Report


class Steps:
    """For these reports, which the transaction holds. `take` what is due of each, then `write`."""

    def __init__(self, tx: Transaction, world: World, reports: Sequence[Report], now: datetime) -> None:
        self._tx, self._world, self._now = tx, world, now
        self._around = Around(
            tx, [area for report in reports for area in (report.town, report.area[:CITY_DIGITS])], now
        )
        self._subjects = [f"report:{report.id}" for report in reports]
        self._cards: dict[str, list[OutboxRow]] | None = None
        self._own = storms.OwnCards(tx, world.settings.messages_per_minute_in_group, now)
        self._messages: list[Message] = []
        self._lines: list[Entry] = []
        self._listed: list[tuple[Report, Recipient, bool]] = []

    async def take(self, report: Report, row: Escalation, ladder: Ladder) -> list[str]:
        """Take what is due; the names of those called. A step that reaches nobody pulls the next one forward."""
        called: list[str] = []
        now = self._now
        for _ in range(len(ladder.steps) + 2):
            step = due(ladder, row.started_at, row.steps_done, row.next_step_at, now)
            row.steps_done, row.next_step_at, row.pulled_forward = step.steps_done, step.next_step_at, False
            if not step.steps:
                break
            STEPS.labels(report.priority).inc()
            reached = await self._call(report, row, step.recipients, step.silent)
            called += reached
            words = {"step": row.steps_done, "whom": list(step.recipients), "called": reached}
            self._lines.append(Entry(f"report:{report.id}", "step", words))
            if reached:
                break
            row.next_step_at = pull_forward(ladder, row.steps_done, row.next_step_at, now)
            if row.steps_done > len(ladder.steps) or row.next_step_at is None:
                await self._nobody_to_call(report, row, step.next_step_at)
                break
        return list(dict.fromkeys(called))

    async def write(self) -> None:
        """Write down what was taken."""
        await self._own.write()
        if self._messages:
            await outbox.put_all(self._tx, self._messages, self._now)
        if self._lines:
            await case_log.append_all(self._tx, self._lines, self._now)
        for report, to, silent in self._listed:
            await storms.into_list(self._tx, report, to, silent, self._now)
        self._messages, self._lines, self._listed = [], [], []

    async def recipients(self, report: Report, whom: Iterable[str]) -> Called:
        """The chats behind a step's words (`bot.actions.called`), each once, with a name for receipt and log."""
        words = tuple(whom)
        found = await chats_around(self._around, report.town, report.area[:CITY_DIGITS], words)
        found += await named_behind(self._tx, report.area, words, {to.chat_id for to, _ in found})
        known = {to.chat_id for to, _ in found}
        return found + await copies_beside(self._around, report, words, known, self._world.settings.personal_copies)

    async def district(self, report: Report) -> set[int]:
        """The chats of the district's duty room: residents' names are left out of what it gets (art. 83)."""
        if report.town is None:
            return set()
        return {to.chat_id for to, _ in await self.recipients(report, ("district_duty",))}

    async def first_card(self, report: Report, chat_id: int) -> OutboxRow | None:
        """The card that a chat has got already."""
        if self._cards is None:
            self._cards = await outbox.rows_about_many(self._tx, self._subjects, CARD)
        rows = self._cards[f"report:{report.id}"]
        there = (row for row in rows if row.chat_id == chat_id and row.edits is None and row.state != "failed")
        return next(there, None)

    async def values(
        self, report: Report, to: Recipient, name: str, step: int, district: Collection[int]
    ) -> dict[str, Any]:
        """What a card is worded with beside the case: for whom, and with which buttons (`roles`; none: with all)."""
        values: dict[str, Any] = {"to": name, "step": step, "district": to.chat_id in district}
        roles = await self._around.roles(to, report.area)
        return values | ({"roles": roles} if roles else {})

    async def _call(self, report: Report, row: Escalation, whom: Iterable[str], silent: bool) -> list[str]:
        names, step, words = [], row.steps_done, list(whom)
        climb = f"{report.priority}:{row.round}" if row.round else report.priority
        called, district = await self.recipients(report, words), await self.district(report)
        if self._world.settings.step_hook_url and called:
            await step_hooks.record(self._tx, report, climb, step, words, called, self._now)
        groups = await self._around.chats() if called else set()
        for to, name in called:
            first = await self.first_card(report, to.chat_id)
            names.append(name)
            if to.chat_id < 0 and not await self._own.take(report, to.chat_id, first is not None, groups):
                self._listed.append((report, to, silent))
                continue
            self._messages.append(Message(
                "escalation", to, "case-again" if first else CARD,
                await self.values(report, to, name, step, district),
                subject=f"report:{report.id}", once=f"step:{report.id}:{climb}:{step}:{to.chat_id}",
                reply_to_row=first.id if first else None, silent=silent and to.person_id is None,
            ))  # fmt: skip
        return names

    async def _nobody_to_call(self, report: Report, row: Escalation, next_step_at: datetime | None) -> None:
        row.next_step_at = next_step_at
        once = f"nobody:{report.id}:{row.steps_done}"
        await alarm(self._tx, "alarm-nobody-to-call", {"number": report.number}, self._now, once=once)
