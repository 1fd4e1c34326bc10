"""Claim → word → send → mark. Urgent rows overtake; a dead sender's rows come back by themselves.

Rows are claimed under a lease and worded from the state of their subject in the same transaction; each waits for its
turn at the pace, and how it ended is written down in batches. Bulk is claimed by itself, some dozens at once when half
of those before are out: memory stays flat, and an urgent one is never behind more than what is on the wire.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError

from bot.clock import Clock
from bot.delivery.bulk_gate import BulkGate
from bot.delivery.case_topics import CaseTopics
from bot.delivery.foreign_files import ForeignFiles
from bot.delivery.our_bytes import with_our_bytes
from bot.delivery.pace import NotSoon, Pace
from bot.delivery.send_errors import sort_error
from bot.delivery.telegram_client import urgency
from bot.delivery.what_to_say import WhatToSay
from bot.delivery.wire import Letter, put_on_the_wire
from bot.metrics import OUTBOX_AGE, SENDS
from bot.rules.message_kinds import ALL, BULK_FROM, MESSAGE_KINDS
from storage import groups, outbox
from storage.database import Database, Transaction, stepping_back
from storage.evidence_store import EvidenceStore
from storage.outbox import Outcome
from storage.tables import OutboxRow

log = structlog.get_logger(__name__)

BATCH = 100
# Bulk rows are claimed for so many seconds ahead: after a kill the fate of those in hand is unknown.
BULK_SECONDS_AHEAD, BULK_AT_LEAST, BULK_AT_MOST = 2, 10, 200
# How an urgent one ended is written down soon, as its card may be edited next; bulk is written down by the dozen.
SETTLE_SECONDS, SETTLE_BULK_SECONDS = 0.02, 0.1
LOOK_EVERY_SECONDS = 0.5
RECOVER_EVERY_SECONDS = 15.0
RETRY_SECONDS = (1, 2, 5, 10, 20, 30)
# After so many tries a bulk message is given up; one that calls for help is tried for ever.
BULK_ATTEMPTS = 8


class Ended:
    """How sends ended, gathered for so many seconds to be written down together."""

    def __init__(self, seconds: float, *, behind: bool) -> None:
        self.behind, self._seconds = behind, seconds
        self._outcomes: list[Outcome] = []
        self._bell = asyncio.Event()

    def add(self, outcome: Outcome) -> None:
        self._outcomes.append(outcome)
        self._bell.set()

    async def some(self) -> list[Outcome]:
        await self._bell.wait()
        await asyncio.sleep(self._seconds)
        self._bell.clear()
        outcomes, self._outcomes = self._outcomes, []
        return outcomes


class OutboxSender:
    """Sends one bot's rows of the outbox until it is cancelled. `bot_id`: a public bot; 0 is the duty bot."""

    def __init__(
        self, database: Database, clock: Clock, bot: Bot, pace: Pace, what_to_say: WhatToSay, lease: timedelta,
        store: EvidenceStore | None = None, bot_id: int = 0, bots: Mapping[int, Bot] | None = None,
    ) -> None:  # fmt: skip
        self._files = ForeignFiles(bot_id, bots or {bot_id: bot})
        self._bot_id = bot_id
        self._bell, self._bulk_bell = outbox.bell_of(0, bot_id), outbox.bell_of(BULK_FROM, bot_id)
        self._database, self._clock, self._bot, self._pace = database, clock, bot, pace
        self._stopping = False
        self._store = store
        self._what_to_say, self._lease = what_to_say, lease
        self._topics = CaseTopics(database, clock, bot)
        self._owner = secrets.token_hex(8)
        ahead = BULK_SECONDS_AHEAD * (pace.limits.bot_per_second or BULK_AT_MOST)
        self._bulk_ahead = int(min(max(ahead, BULK_AT_LEAST), BULK_AT_MOST))
        self._bulk_allowed, self._bulk_in_flight = self._bulk_ahead, 0
        self._in_hand: set[int] = set()
        self._urgent, self._bulk = Ended(SETTLE_SECONDS, behind=False), Ended(SETTLE_BULK_SECONDS, behind=True)
        self._settled_bell = asyncio.Event()
        self._gate = BulkGate()

    async def run(self) -> None:
        async with self._database.transaction() as tx:
            now, real_now = self._clock.now(), self._clock.real_now()
            again, held = await outbox.recover(tx, now, real_now, self._owner, alone=True, bot_id=self._bot_id)
        if again or held:
            log.info("outbox_recovered", again=again, held=held)
        async with asyncio.TaskGroup() as tasks:
            settling = (self._settle_for_ever(ended) for ended in (self._urgent, self._bulk))
            background = [tasks.create_task(part) for part in (*settling, self._recover_for_ever(), self._gate.watch())]
            bulk = tasks.create_task(self._claim_for_ever(tasks, self._bulk_bell, self._claim_bulk))
            await self._claim_for_ever(tasks, self._bell, self._claim_urgent)
            await bulk
            await self._all_written_down()
            for task in background:
                task.cancel()

    async def _claim_for_ever(
        self, tasks: asyncio.TaskGroup, bell: str, claim: Callable[[], Awaitable[tuple[list[Letter], bool]]]
    ) -> None:
        """`claim` returns letters, and whether it is worth looking again at once."""
        while not self._stopping:
            try:
                letters, more = await claim()
            except Exception as error:
                log.warning("outbox_unreadable", error=type(error).__name__, detail=str(error)[:200])
                await asyncio.sleep(1)
                continue
            for letter in letters:
                tasks.create_task(self._deliver(letter))
            if not more:
                await self._database.bells.wait(bell, LOOK_EVERY_SECONDS)

    async def _all_written_down(self) -> None:
        while self._in_hand:
            self._settled_bell.clear()
            await self._settled_bell.wait()

    def stop(self) -> None:
        """Claim nothing more; `run` ends when what is on the wire has been written down. What waits goes back."""
        self._stopping = True
        self._pace.stop()
        self._database.bells.ring(self._bell)
        self._database.bells.ring(self._bulk_bell)

    async def _claim_urgent(self) -> tuple[list[Letter], bool]:
        with self._database.hurry.under_way():
            letters, found = await self._claim(BATCH, 0, BULK_FROM)
        return letters, found == BATCH

    async def _claim_bulk(self) -> tuple[list[Letter], bool]:
        """Only when half of what may be in hand is out: one look a second at 30/s, and not one for every message."""
        room = self._bulk_allowed - self._bulk_in_flight
        if room < self._bulk_allowed / 2:
            return [], False
        limit = min(BATCH, room)
        with stepping_back():
            letters, found = await self._claim(limit, BULK_FROM, ALL)
        self._bulk_in_flight += len(letters)
        paid = any(letter.row.values.get("paid") for letter in letters)
        self._bulk_allowed = BULK_AT_MOST if paid else self._bulk_ahead
        return letters, found == limit

    async def _claim(self, limit: int, first: int, below: int) -> tuple[list[Letter], int]:
        """Claim what is due and word it; how many were found. Rows that need no sending (stale, busy person) are
        settled here."""
        now, real_now = self._clock.now(), self._clock.real_now()
        async with self._database.transaction() as tx:
            mine = self._lease, self._owner
            rows = await outbox.claim(tx, limit, now, real_now, *mine, below, first, self._bot_id)
            letters, settled = await self._what_to_say.word(tx, rows, now) if rows else ([], [])
            await outbox.settle(tx, settled)
        self._in_hand.update(letter.row.id for letter in letters)
        return letters, len(rows)

    async def _deliver(self, letter: Letter) -> None:
        row = letter.row
        try:
            async with self._gate if row.priority >= BULK_FROM else contextlib.nullcontext():
                outcome = await self._send(letter)
        except Exception as error:  # a fault of ours must not end the sender
            log.error("send_fault", row=row.id, key=row.key, exc_info=error)
            outcome = self._again(row, "fault", retry_after=None)
        result = "sent" if outcome.state == "sent" else outcome.reason or outcome.state
        SENDS.labels(row.kind, result).inc()
        if outcome.state == "sent":
            OUTBOX_AGE.labels(row.kind).observe(max((self._clock.now() - row.created_at).total_seconds(), 0))
        elif outcome.state == "failed":
            log.warning("send_failed", row=row.id, chat=row.chat_id, kind=row.kind, reason=outcome.reason)
        (self._bulk if row.priority >= BULK_FROM else self._urgent).add(outcome)
        self._bulk_in_flight -= row.priority >= BULK_FROM
        if self._bulk_in_flight <= self._bulk_allowed / 2:
            self._database.bells.ring(self._bulk_bell)

    async def _send(self, letter: Letter) -> Outcome:
        row = letter.row
        letter = await self._topics.opened(letter)
        for _ in range(4):
            try:
                letter = await self._files.made_ours(letter)
                with urgency(row.priority):
                    message_id = await put_on_the_wire(self._bot, letter, self._files.sent)
                await self._topics.shown_anew(letter, message_id)
                return Outcome(row.id, "sent", self._clock.now(), message_id=message_id)
            except TelegramRetryAfter as busy:
                return self._again(row, "flood", busy.retry_after)
            except NotSoon as paced:
                return self._again(row, "paced", paced.seconds)
            except (TelegramServerError, TelegramUnauthorizedError, TelegramNotFound):
                return self._again(row, "telegram_away", retry_after=None)  # the server's trouble, not this chat's
            except TelegramNetworkError as broken:
                surely_not_sent = isinstance(broken.__cause__, ClientConnectorError)
                return self._again(row, "telegram_away", None) if surely_not_sent else self._unsure(row)
            except ClientDecodeError as odd:
                return self._after_odd_answer(row, odd)
            except TelegramMigrateToChat as moved:
                await self._move(row.chat_id, moved.migrate_to_chat_id)
                return Outcome(row.id, "ready", self._clock.now(), reason="moved")
            except TelegramAPIError as refused:
                error = sort_error(str(refused))
                if error.remedy == "done":
                    return Outcome(row.id, "sent", self._clock.now(), message_id=letter.edits_message)
                if letter.worded.deed is not None:  # a topic that cannot be closed keeps nobody from anything
                    return Outcome(row.id, "dropped", self._clock.now(), reason=error.reason)
                if error.remedy == "unthreaded":
                    letter = await self._topics.elsewhere(letter, error.reason)
                    continue
                if error.remedy == "as_bytes":
                    letter = await with_our_bytes(self._database, self._store, letter)
                    if letter.upload is not None:
                        continue
                if error.remedy in ("fail", "as_bytes"):
                    log.info("refused", row=row.id, detail=str(refused)[:200])
                    return Outcome(row.id, "failed", self._clock.now(), reason=error.reason)
                letter = letter.mended(error.remedy)
        return Outcome(row.id, "failed", self._clock.now(), reason="refused")

    def _after_odd_answer(self, row: OutboxRow, odd: ClientDecodeError) -> Outcome:
        """An answer that is not what the API promises: sent, if it says ok; else nobody knows."""
        if not isinstance(odd.data, dict) or not odd.data.get("ok"):
            return self._unsure(row)
        result = odd.data.get("result")
        message_id = result.get("message_id") if isinstance(result, dict) else None
        return Outcome(row.id, "sent", self._clock.now(), message_id=message_id)

    def _unsure(self, row: OutboxRow) -> Outcome:
        """It may have left or not: the kind's table decides. An edit shows the same thing however often."""
        if row.edits is not None or MESSAGE_KINDS[row.kind].unsure == "resend":
            return self._again(row, "telegram_away", retry_after=None)
        return Outcome(row.id, "held", self._clock.now(), reason="fate_unknown")

    def _again(self, row: OutboxRow, reason: str, retry_after: float | None) -> Outcome:
        now = self._clock.now()
        if row.priority >= BULK_FROM and row.attempts >= BULK_ATTEMPTS and reason not in ("flood", "paced"):
            return Outcome(row.id, "failed", now, reason=reason)
        wait = RETRY_SECONDS[min(row.attempts, len(RETRY_SECONDS)) - 1] * random.uniform(0.8, 1.2)
        return Outcome(
            row.id,
            "ready",
            now,
            next_at=now + timedelta(seconds=wait if retry_after is None else retry_after),
            reason=reason,
        )

    async def _move(self, old_chat: int, new_chat: int) -> None:
        async with self._database.transaction() as tx:
            await move_group(tx, old_chat, new_chat, self._clock)

    async def _settle_for_ever(self, ended: Ended) -> None:
        while True:
            outcomes = await ended.some()
            with stepping_back() if ended.behind else contextlib.nullcontext():
                await self._settle(outcomes)

    async def _settle(self, ended: Sequence[Outcome]) -> None:
        while True:
            try:
                async with self._database.transaction() as tx:
                    await outbox.settle(tx, ended)
                break
            except Exception as error:  # what was sent must be marked, or it is sent again
                log.warning("outcome_not_written", error=type(error).__name__)
                await asyncio.sleep(0.5)
        self._in_hand.difference_update(outcome.row_id for outcome in ended)
        self._settled_bell.set()
        if any(outcome.state == "ready" for outcome in ended):
            self._database.bells.ring(self._bell)

    async def _recover_for_ever(self) -> None:
        while True:
            await asyncio.sleep(RECOVER_EVERY_SECONDS)
            with contextlib.suppress(Exception):
                async with self._database.transaction() as tx:
                    now, real_now = self._clock.now(), self._clock.real_now()
                    hands, bot = self._in_hand, self._bot_id
                    await outbox.recover(tx, now, real_now, self._owner, alone=False, in_hand=hands, bot_id=bot)


async def move_group(tx: Transaction, old_chat: int, new_chat: int, clock: Clock) -> None:
    await groups.move(tx, old_chat, new_chat)
    await outbox.move_chat(tx, old_chat, new_chat, clock.now())
