"""One bot's queue of updates, read by getUpdates or pushed to its webhook: offsets, long polls, who may listen."""

import asyncio
import itertools
from collections import deque
from dataclasses import dataclass, field

from telegram.constants import UpdateType

from practice.clock import monotonic
from practice.errors import Json, Refused

# Sent only when a bot asks for them by name.
ON_REQUEST = frozenset({UpdateType.CHAT_MEMBER, UpdateType.MESSAGE_REACTION, UpdateType.MESSAGE_REACTION_COUNT})
LONG_POLL_MAX_SECONDS = 50
KEPT_SECONDS = 24 * 3600
FIRST_UPDATE_ID = 100_000_001
OTHER_GET_UPDATES = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
BY_SET_WEBHOOK = "Conflict: terminated by setWebhook request"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


# eq=False: two updates are the same only if they are one; comparing bodies would cost more than delivering them.
@dataclass(slots=True, eq=False)
class Update:
    id: int
    body: Json
    lane: int  # updates of one lane (a chat) reach a webhook in order
    at: float


@dataclass(slots=True, eq=False)
class Webhook:
    url: str
    secret_token: str = ""
    max_connections: int = 40
    ip_address: str = ""
    last_error_date: int = 0
    last_error_message: str = ""


@dataclass(slots=True)
class UpdateQueue:
    waiting: deque[Update] = field(default_factory=deque)
    allowed: frozenset[str] = frozenset()
    webhook: Webhook | None = None
    # Rung whenever an update arrives; the webhook's courier listens.
    bell: asyncio.Event = field(default_factory=asyncio.Event)
    closed: bool = False
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(FIRST_UPDATE_ID))
    _poll: "asyncio.Future[str] | None" = None

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ON_REQUEST

    def push(self, kind: str, body: Json, lane: int) -> None:
        """Queues an update unless the bot has not asked for its kind; what is not wanted now is never told later."""
        if not self.wants(kind):
            return
        update_id = next(self._ids)
        self.waiting.append(Update(update_id, {"update_id": update_id, kind: body}, lane, monotonic()))
        self.bell.set()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result("")

    def allow(self, kinds: list[str]) -> None:
        """`allowed_updates`: an empty list means the default set; leaving it out keeps the earlier choice."""
        self.allowed = frozenset(kinds)

    def forget_before(self, offset: int) -> None:
        if offset > 0:
            while self.waiting and self.waiting[0].id < offset:
                self.waiting.popleft()
        elif offset < 0:
            while len(self.waiting) > -offset:
                self.waiting.popleft()
        while self.waiting and self.waiting[0].at < monotonic() - KEPT_SECONDS:
            self.waiting.popleft()

    def _end_poll(self, conflict: str) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(conflict)
        self._poll = None

    async def get(self, offset: int, limit: int, timeout_seconds: int) -> list[Json]:
        if self.webhook is not None:
            raise Refused(409, WEBHOOK_ACTIVE)
        # The newer request wins, the one that was waiting is sent away: two running bots show at once.
        self._end_poll(OTHER_GET_UPDATES)
        self.forget_before(offset)
        if not self.waiting and timeout_seconds > 0 and not self.closed:
            await self._long_poll(min(timeout_seconds, LONG_POLL_MAX_SECONDS))
        return [update.body for update in itertools.islice(self.waiting, limit)]

    async def _long_poll(self, seconds: float) -> None:
        poll: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            async with asyncio.timeout(seconds):
                conflict = await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
        if conflict:
            raise Refused(409, conflict)

    def set_webhook(self, webhook: Webhook | None, drop_pending: bool) -> None:
        if webhook is not None:
            self._end_poll(BY_SET_WEBHOOK)
        self.webhook = webhook
        if drop_pending:
            self.waiting.clear()
        self.bell.set()

    def close(self) -> None:
        self.closed = True
        if self._poll is not None and not self._poll.done():
            self._poll.set_result("")
        self.bell.set()
