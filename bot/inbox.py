"""Intake: updates go into the inbox before Telegram is told that they arrived; from there they are handled.

In order within a chat, chats side by side. A kill at any line replays what was not finished: the mark that an update is
done is made in the transaction of its work. An update that fails again and again is set aside with an alarm, so that it
never blocks its chat for ever; a database that is away is waited for, which is nobody's failure.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any, Protocol

import aiohttp
import structlog

from bot.clock import Clock
from bot.logs import bind
from bot.metrics import INBOX_AGE, INBOX_FAILURES, UPDATES
from storage import inbox
from storage.database import Database, Transaction, is_passing_fault
from storage.inbox import Received
from storage.tables import InboxRow

log = structlog.get_logger(__name__)

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 50
PAUSE_AFTER_ERROR = 2.0
AFTER_COMMIT_SECONDS = 20.0

AfterCommit = Callable[[], Awaitable[None]]


class Handle(Protocol):
    """Handles one update inside the transaction; what it returns is run after the commit (direct answers).

    `bot_id`: the public bot that heard it, 0 for the duty bot.
    """

    async def __call__(self, update: Mapping[str, Any], tx: Transaction, bot_id: int) -> AfterCommit: ...


class SetAside(Protocol):
    """Tells the administrators and the person that an update was set aside, inside the transaction."""

    async def __call__(self, update: Mapping[str, Any], tx: Transaction, reference: str) -> None: ...


class WrongToken(Exception):
    """Telegram does not know the token."""


def received(update: Mapping[str, Any], bot_id: int = 0) -> Received:
    """An update as the inbox keeps it. The lane is its chat, or its person where there is no chat.

    Somebody's private chats with several bots are one lane: what they say is handled in its order.
    """
    body = json.dumps(_storable(update), ensure_ascii=False, separators=(",", ":"))
    return Received(int(update["update_id"]), lane_of(update), body, bot_id)


def _storable(part: Any) -> Any:
    """Without what no database takes: NUL, and halves of characters. One such update must not hold up a batch."""
    if isinstance(part, str):
        return part.replace("\0", "").encode("utf-8", "replace").decode()
    if isinstance(part, Mapping):
        return {key: _storable(value) for key, value in part.items()}
    return [_storable(each) for each in part] if isinstance(part, list) else part


def lane_of(update: Mapping[str, Any]) -> int:
    """The chat of an update, or its person; 0 where there is neither."""
    for name, part in update.items():
        if not isinstance(part, Mapping):
            continue
        message = part.get("message") if name == "callback_query" else part
        chat = (message or {}).get("chat") if isinstance(message, Mapping) else None
        who = chat or part.get("from") or part.get("user")
        if isinstance(who, Mapping) and "id" in who:
            return int(who["id"])
    return 0


async def poll(database: Database, clock: Clock, api_url: str, token: str, bot_id: int = 0) -> None:
    """Ask Telegram for updates, for ever. The offset moves only past what has been committed here.

    It begins without an offset: after a quiet week Telegram numbers updates anew, and the inbox knows doubles by key.
    """
    url, offset, heard = f"{api_url}/bot{token}/getUpdates", None, False
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=POLL_SECONDS + 15)) as session:
        while True:
            ask: dict[str, Any] = {"timeout": POLL_SECONDS, "allowed_updates": ALLOWED_UPDATES}
            try:
                async with session.post(url, json=ask | ({"offset": offset} if offset else {})) as answer:
                    updates = _updates(await answer.json(content_type=None), answer.status)
                heard = True
                if updates:
                    with database.hurry.under_way():
                        async with database.transaction() as tx:
                            await inbox.store(tx, [received(each, bot_id) for each in updates], clock.real_now())
                    offset = max(int(update["update_id"]) for update in updates) + 1
            except Exception as error:  # the line to Telegram must outlive every fault on it
                if isinstance(error, WrongToken) and not heard:
                    raise
                log.warning("polling_interrupted", bot=bot_id, error=type(error).__name__, detail=str(error)[:200])
                await asyncio.sleep(PAUSE_AFTER_ERROR)


def _updates(answer: Mapping[str, Any], status: int) -> list[dict[str, Any]]:
    if answer.get("ok"):
        return list(answer["result"])
    if status in (401, 404):
        raise WrongToken
    raise ConnectionError(f"{status} {answer.get('description')}")


class Intake:
    """Hands the inbox's updates to `handle`, a lane at a time."""

    def __init__(self, database: Database, clock: Clock, handle: Handle, set_aside: SetAside, *,
                 attempts: int, workers: int) -> None:  # fmt: skip
        self._database, self._clock, self._handle, self._set_aside = database, clock, handle, set_aside
        self._attempts = attempts
        self._places = asyncio.Semaphore(workers)
        self._busy: set[int] = set()
        self._stopping = False

    @property
    def at_work(self) -> bool:
        """Whether an update is being handled, or its direct answer is on its way."""
        return bool(self._busy)

    async def run(self) -> None:
        """Work until stopped; rows left by an earlier process are simply found ready."""
        async with asyncio.TaskGroup() as tasks:
            while not self._stopping:
                for lane, rows in (await self._waiting()).items():
                    self._busy.add(lane)
                    tasks.create_task(self._work(lane, rows))
                await self._database.bells.wait("inbox", 1.0)

    def stop(self) -> None:
        """Take no new update; `run` ends when those in hand are done. The others wait in the inbox."""
        self._stopping = True
        self._database.bells.ring("inbox")

    async def _waiting(self) -> dict[int, list[InboxRow]]:
        lanes: dict[int, list[InboxRow]] = defaultdict(list)
        try:
            async with self._database.transaction() as tx:
                for row in await inbox.ready(tx, 200, self._busy):
                    lanes[row.lane].append(row)
        except Exception as error:
            log.warning("inbox_unreadable", error=type(error).__name__)
            await asyncio.sleep(1)
        return lanes

    async def _work(self, lane: int, rows: list[InboxRow]) -> None:
        try:
            for row in rows:
                if self._stopping:
                    break
                with bind(update_id=row.update_id, chat_id=lane):
                    await self._until_settled(row)
        finally:
            self._busy.discard(lane)
            self._database.bells.ring("inbox")

    async def _until_settled(self, row: InboxRow) -> None:
        """Try until the update is done or set aside."""
        update = json.loads(row.body or "{}")
        pause = 0.2
        while not self._stopping:
            try:
                return await self._once(row, update)
            except Exception as error:
                if is_passing_fault(error):
                    log.warning("database_away", update_id=row.update_id, error=str(error)[:200])
                elif await self._count_failure(row, update, error):
                    return None
            await asyncio.sleep(pause)
            pause = min(pause * 2, 5.0)
        return None

    async def _in_one_transaction(self, row: InboxRow, update: Mapping[str, Any]) -> AfterCommit | None:
        """None: another process has done it."""
        async with self._database.transaction() as tx:
            if not await inbox.mark_done(tx, row.update_id, self._clock.real_now(), row.bot_id):
                return None
            return await self._handle(update, tx, row.bot_id)

    async def _once(self, row: InboxRow, update: Mapping[str, Any]) -> None:
        # a direct answer that is slow to leave holds up its own chat only
        async with self._places:
            with self._database.hurry.under_way():
                after = await self._in_one_transaction(row, update)
        if after is None:
            return
        UPDATES.inc()
        INBOX_AGE.observe((self._clock.real_now() - row.received_at) / timedelta(seconds=1))
        try:
            async with asyncio.timeout(AFTER_COMMIT_SECONDS):
                await after()
        except Exception as error:  # a prompt that was not shown is shown again at the person's next word
            log.warning(
                "direct_answer_lost", update_id=row.update_id, error=type(error).__name__, detail=str(error)[:200]
            )

    async def _count_failure(self, row: InboxRow, update: Mapping[str, Any], error: Exception) -> bool:
        INBOX_FAILURES.inc()
        reference = secrets.token_hex(3).upper()
        log.error("update_failed", update_id=row.update_id, reference=reference, exc_info=error)
        try:
            async with self._database.transaction() as tx:
                fault = f"{reference} {type(error).__name__}"
                now = self._clock.real_now()
                poisoned = await inbox.failed(tx, row.update_id, fault, now, self._attempts, row.bot_id)
                if poisoned:
                    tx.heard = (row.lane, row.bot_id)
                    await self._set_aside(update, tx, reference)
            return poisoned
        except Exception as second:
            log.error("failure_not_recorded", update_id=row.update_id, exc_info=second)
            return False
