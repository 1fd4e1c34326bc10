"""Pace: who may send now. Urgent first; never faster than Telegram allows a bot, a chat, a group.

A sliding second for the bot, a leaky bucket (GCRA) with a small burst for a private chat, a sliding minute for a group.
Bulk keeps a little more than the even distance between two messages, so that an urgent one finds room at once and even
then no second holds more than the limit. A 429 closes one chat (or the bot) until its `retry_after` has passed.
Time is monotonic seconds: the practice clock does not move it.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.delivery.paid_pace import PaidPace
from bot.rules.message_kinds import BULK_FROM
from storage.hurry import Hurry

# A message is counted by Telegram when it arrives, not when it leaves: the window is this much wider than a second.
JITTER = 0.012
# The same for a group's minute: a message that takes long to arrive makes the minute after it shorter for Telegram.
GROUP_JITTER = 0.5
# Bulk takes 97.3 % of the even rate, which leaves an urgent message a free place within 20 ms at 30/s.
BULK_SHARE = 0.973
# So many that are urgent leave at once; more of them keep an even distance too: thirty that leave together arrive
# smeared over a busy moment, and with the next thirty some second would hold more than the limit. An escalation is few.
URGENT_BURST, NEVER_SPACED = 10, 0
# A burst arrives over so long a moment; the first one after it waits until it has.
BURST_ARRIVES = 0.15
CHAT_BURST = 3
# A broadcast is going on when its last message left less than so many seconds ago.
BULK_IS_ON = 0.2
# A chat that is not free within this many seconds is not waited for: the row goes back and comes again.
PATIENCE_SECONDS = 10.0
# 429 on this many chats within a second is about the bot, not about a chat.
STORM_CHATS, STORM_SECONDS = 3, 1.0


class NotSoon(Exception):
    """The chat is not free for `seconds`; or (0) the sender is stopping."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(frozen=True)
class Limits:
    """Messages per second for the bot and for one chat, per minute for one group. None: no limit."""

    bot_per_second: float | None = 30
    chat_per_second: float | None = 1
    group_per_minute: int | None = 20


class Pace:
    """`await turn(chat, priority)` returns when this message may leave; waiters are served most urgent first."""

    def __init__(
        self, limits: Limits, monotonic: Callable[[], float] = time.monotonic, hurry: Hurry | None = None
    ) -> None:
        self.limits, self._monotonic, self.hurry = limits, monotonic, hurry or Hurry()
        self._sent: deque[float] = deque()
        self._last_bulk = self._bulk_at = float("-inf")
        self._paid = PaidPace(self.hurry, monotonic)
        self._next_urgent, self._burst = float("-inf"), float(URGENT_BURST)
        self._chats: dict[int, float] = {}
        self._groups: dict[int, deque[float]] = {}
        self._closed: dict[int | None, float] = {}
        self._waiting: list[tuple[int, int, int, asyncio.Future[None]]] = []
        self._parked: list[tuple[float, int, int, int, asyncio.Future[None]]] = []
        self._order = itertools.count()
        self._timer: asyncio.TimerHandle | None = None
        self._complaints: deque[tuple[float, int | None]] = deque(maxlen=STORM_CHATS)
        self._stopped = False

    def stop(self) -> None:
        """The sender is stopping: whoever waits is sent back with NotSoon."""
        self._stopped = True
        for future in [*(entry[3] for entry in self._waiting), *(entry[4] for entry in self._parked)]:
            if not future.done():
                future.set_exception(NotSoon(0))

    async def turn(self, chat_id: int, priority: int) -> None:
        """Wait for this message's turn and take it. NotSoon when the chat is closed for longer than one waits."""
        if self._stopped:
            raise NotSoon(0)
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (priority, next(self._order), chat_id, future))
        self._serve()
        await future

    async def paid_turn(self, chat_id: int) -> None:
        """A paid broadcast's own turn: it does not count against the free rate. NotSoon as in `turn`."""
        await self._paid.turn(lambda: self._closed_until(chat_id))

    def _closed_until(self, chat_id: int) -> float:
        if self._stopped:
            raise NotSoon(0)
        free_at = max(self._closed.get(None, 0.0), self._closed.get(chat_id, 0.0))
        if free_at > self._monotonic() + PATIENCE_SECONDS:
            raise NotSoon(free_at - self._monotonic())
        return free_at

    def close(self, chat_id: int | None, seconds: float, paid: bool = False) -> None:
        """Telegram said 429: nothing to this chat (None: to anybody) for so long. A `paid` copy stops these alone."""
        if paid:
            self._paid.refused(seconds)
            return
        now = self._monotonic()
        self._complaints.append((now, chat_id))
        chats = {chat for at, chat in self._complaints if at > now - STORM_SECONDS}
        for closed in (chat_id, None) if len(chats) >= STORM_CHATS else (chat_id,):
            self._closed[closed] = max(self._closed.get(closed, 0), now + seconds)

    def _serve(self) -> None:
        now = self._monotonic()
        while self._parked and self._parked[0][0] <= now:
            _, priority, order, chat_id, future = heapq.heappop(self._parked)
            heapq.heappush(self._waiting, (priority, order, chat_id, future))
        while self._waiting:
            priority, order, chat_id, future = self._waiting[0]
            if future.done():
                heapq.heappop(self._waiting)
                continue
            if self._bot_free_at(priority, now) > now:
                break
            heapq.heappop(self._waiting)
            free_at = self._chat_free_at(chat_id, now)
            if free_at > now + PATIENCE_SECONDS:
                future.set_exception(NotSoon(free_at - now))
                continue
            if free_at > now:
                heapq.heappush(self._parked, (free_at, priority, order, chat_id, future))
                continue
            self._take(chat_id, priority, now)
            future.set_result(None)
        self._wake_at(now)

    def _wake_at(self, now: float) -> None:
        times = [self._bot_free_at(self._waiting[0][0], now)] if self._waiting else []
        times += [self._parked[0][0]] if self._parked else []
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if times:
            self._timer = asyncio.get_running_loop().call_later(max(min(times) - now, 0.0005), self._serve)

    def _bot_free_at(self, priority: int, now: float) -> float:
        free_at = self._closed.get(None, 0.0)
        rate = self.limits.bot_per_second
        if rate is None:
            return free_at
        allowed, window = max(int(rate), 1), max(1.0, 1 / rate) + JITTER
        while self._sent and self._sent[0] <= now - window:
            self._sent.popleft()
        if NEVER_SPACED < priority < BULK_FROM and now - self._bulk_at < BULK_IS_ON:
            allowed = max(allowed - 1, 1)  # the last place is for an escalation, which this may have brought about
        if len(self._sent) >= allowed:
            free_at = max(free_at, self._sent[-allowed] + window)
        if priority >= BULK_FROM:
            free_at = max(free_at, self._last_bulk + 1 / (rate * BULK_SHARE))
        elif priority > NEVER_SPACED and self._burst_at(now, rate) < 1:
            free_at = max(free_at, self._next_urgent)
        return free_at

    def _burst_at(self, now: float, rate: float) -> float:
        """How many urgent ones may leave at once: it fills again while none is due."""
        idle = (now - self._next_urgent) * rate * BULK_SHARE
        return self._burst if idle < 1 else min(self._burst + idle, URGENT_BURST)

    def _chat_free_at(self, chat_id: int, now: float) -> float:
        free_at = self._closed.get(chat_id, 0.0)
        if chat_id < 0:
            per_minute = self.limits.group_per_minute
            sent = self._groups.get(chat_id)
            if per_minute and sent:
                while sent and sent[0] <= now - 60 - GROUP_JITTER:
                    sent.popleft()
                if len(sent) >= per_minute:
                    free_at = max(free_at, sent[-per_minute] + 60 + GROUP_JITTER)
        elif self.limits.chat_per_second:
            spacing = 1 / self.limits.chat_per_second
            free_at = max(free_at, self._chats.get(chat_id, 0.0) - spacing * (CHAT_BURST - 1))
        return free_at

    def _take(self, chat_id: int, priority: int, now: float) -> None:
        self._sent.append(now)
        if priority >= BULK_FROM:
            self._bulk_at = now
        if self.limits.bot_per_second is not None:
            # An urgent message takes the place of a bulk one, so that the next urgent one finds room again. Keeping to
            # the grid (not to `now`) loses nothing when a timer wakes a little late.
            spacing = 1 / (self.limits.bot_per_second * BULK_SHARE)
            self._last_bulk = max(self._last_bulk + spacing, now - spacing)
            if priority < BULK_FROM:
                # one that leaves ahead of its place moves the grid on, so that the average holds
                burst = self._burst_at(now, self.limits.bot_per_second)
                self._burst = burst - 1 if burst >= 1 and priority > NEVER_SPACED else burst
                self._next_urgent = max(self._next_urgent, now - spacing) + spacing
                if self._burst < 1 <= burst:
                    self._next_urgent += BURST_ARRIVES
        if chat_id < 0:
            self._groups.setdefault(chat_id, deque()).append(now)
        elif self.limits.chat_per_second:
            self._chats[chat_id] = max(self._chats.get(chat_id, 0.0), now) + 1 / self.limits.chat_per_second
            if len(self._chats) > 5_000:
                self._chats = {chat: at for chat, at in self._chats.items() if at > now}
